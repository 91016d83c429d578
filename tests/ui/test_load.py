"""Stories of owners and load: two founders see whose week is full, try more customers, and share the work out anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from mvo_tui.load.who_does_what import By
from mvo_tui.ui.screens.load import LoadScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

PIANOS = """\
format = 1

[venture]
name = "Two Tuners"
new_customers_per_week = 4
active_customers = 20   # counted in May

[[stages]]
name = "Finds us"
function = "sales"
[[stages.touchpoints]]
name = "Rings us"
times = 1
per = "new customer"
processes = ["book"]

[[stages]]
name = "Has a tuned piano"
function = "delivery"
[[stages.touchpoints]]
name = "Opens the door"
times = 0.2
per = "active customer per week"
processes = ["tune", "bill"]

[[processes]]
id = "book"
name = "Book a visit"
owner = "customers"
backup = "pianos"
escalation = "Ring Ana"
[[processes.steps]]
action = "Find an hour"
minutes = 30

[[processes]]
id = "tune"
name = "Tune a piano"
owner = "pianos"
[[processes.steps]]
action = "Tune it"
minutes = 120
[[processes.steps]]
action = "Play something"
minutes = 15

[[processes]]
id = "bill"
name = "Bill the visit"
[[processes.steps]]
action = "Write the bill"
role = "customers"
minutes = 15

[[roles]]
id = "customers"
name = "Customer success"
held_by = "ana"
[[roles]]
id = "pianos"
name = "Product delivery"
held_by = "ben"

[[people]]
id = "ana"
name = "Ana Ruiz"
hours_per_week = 10
[[people]]
id = "ben"
name = "Ben Okoro"
hours_per_week = 12
"""


@pytest.fixture
def pianos(tmp_path: Path) -> Path:
    path = tmp_path / "pianos.mvo.toml"
    path.write_text(PIANOS, encoding="utf-8")
    return path


@asynccontextmanager
async def at_load(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Founder]:
    """A founder who looks at owners and load."""
    async with founder_at(path, size=size) as founder:
        await founder.press("o")
        await founder.wait_for(lambda: isinstance(founder.app.screen, LoadScreen), "owners and load")
        yield founder


def view(founder: Founder) -> LoadScreen:
    assert isinstance(founder.app.screen, LoadScreen)
    return founder.app.screen


def line(founder: Founder, start: str) -> str:
    """The last line of the screen that begins with `start`, with single blanks."""
    rows = founder.screen.splitlines()[:-2]  # without what is said, and the keys
    return next(" ".join(row.split()) for row in reversed(rows) if row.strip().startswith(start))


def said(founder: Founder) -> str:
    return view(founder).status_line.text


async def stand_on(founder: Founder, process: str, person: str) -> None:
    """Bring the cursor to a cell."""
    view(founder).processes.go(process, person)
    view(founder)._into_processes()
    await founder.pilot.pause()


async def test_it_says_who_is_overrun_first_and_shows_both_side_by_side(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        assert founder.sees("Ben Okoro is overrun first, from 6 new customers a week (or 27 active).")
        assert line(founder, "Ana Ruiz").startswith("Ana Ruiz ███░░░░░░░ 3 of 10 h 30% past 80% from")
        assert "9 of 12 h 75%" in line(founder, "Ben Okoro")
        assert line(founder, "Processes by people") == "Processes by people Ana Ben nobody a week"
        assert line(founder, "Book a visit") == "Book a visit O D B 2 h"
        assert line(founder, "Tune a piano") == "Tune a piano · O D B 9 h"
        assert line(founder, "Bill the visit") == "Bill the visit D · O B 1 h"


async def test_the_demand_is_turned_with_the_arrows_until_somebody_is_overrun(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        before = founder.plan
        await founder.press("right")
        assert founder.sees("5 new customers a week, 25 active", "tried; C keeps it, 0 gives it up")
        assert "11.2 of 12 h 94% past 80%, overrun from 6 a week" in line(founder, "Ben Okoro")
        await founder.press("plus")
        assert founder.sees("Ben Okoro is overrun, from 6 new customers a week (or 27 active).")
        assert "13.5 of 12 h 112% overrun from 6 a week" in line(founder, "Ben Okoro")
        await founder.press("left", "minus", "minus")
        assert founder.sees("3 new customers a week, 15 active")
        await founder.press("0")
        assert founder.sees("4 new customers a week, 20 active", "as estimated")
        assert founder.plan is before


async def test_what_was_tried_becomes_the_estimate_as_one_step(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await founder.press("plus", "plus", "C")
        venture = founder.plan.venture
        assert (venture.new_customers_per_week, venture.active_customers) == (6, 30)
        assert founder.sees("6 new customers a week, 30 active", "as estimated")
        assert "active_customers = 30   # counted in May" in await founder.save()
        await founder.press("ctrl+z")
        assert founder.plan.venture.new_customers_per_week == 4
        assert founder.sees("4 new customers a week, 20 active", "as estimated")
        await founder.press("C")
        assert "already" in said(founder)


async def test_a_process_goes_to_the_other_founder_and_the_weeks_change_at_once(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await stand_on(founder, "tune", "ana")
        await founder.press("enter")
        assert founder.sees("Tune a piano: what is Ana to do?", "owns it", "Ana 3 to 12 h, overrun,  Ben 9 to 0 h")
        await founder.press("enter")
        assert founder.plan.processes[1].owner == "customers"
        assert founder.sees("Ana Ruiz is overrun, from 4 new customers a week")
        assert "12 of 10 h 120%" in line(founder, "Ana Ruiz")
        assert "Ben 9 to 0 h. Ctrl+Z takes it back." in said(founder)
        await founder.press("ctrl+z")
        assert "9 of 12 h 75%" in line(founder, "Ben Okoro")


async def test_one_key_makes_an_owner_a_backup_or_the_one_who_does_it(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await stand_on(founder, "book", "ben")
        await founder.press("O")
        book = founder.plan.processes[0]
        assert (book.owner, book.backup) == ("pianos", "customers")  # they have changed places
        assert line(founder, "Book a visit") == "Book a visit B O D 2 h"
        await stand_on(founder, "tune", "ana")
        await founder.press("B")
        assert founder.plan.processes[1].backup == "customers"
        await founder.press("D")
        assert {step.role for step in founder.plan.processes[1].steps} == {"customers"}
        await founder.press("D")
        assert said(founder) == "Ana does all of it already."
        await founder.press("B")
        assert said(founder) == "Ana backs it up already."
        await founder.press("x")
        assert founder.plan.processes[1].backup is None
        assert [step.role for step in founder.plan.processes[1].steps] == [None, None]


async def test_who_wears_two_hats_is_asked_which(tmp_path: Path) -> None:
    path = tmp_path / "boxes.mvo.toml"
    path.write_bytes(SAMPLES["sunday-box"].read_bytes())
    async with at_load(path) as founder:
        await stand_on(founder, "pack-boxes", "ines")
        await founder.press("O")
        assert founder.sees("owns it as Order desk", "owns it as Customer care")
        await founder.press("down", "enter")
        assert next(each for each in founder.plan.processes if each.id == "pack-boxes").owner == "customer-care"
        await founder.press("O")
        assert said(founder) == "Inês owns it already."


async def test_a_hole_stands_with_nobody_and_enter_fills_it(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await stand_on(founder, "bill", "")
        assert said(founder) == "Bill the visit: no owner, no backup. Enter names somebody."
        await founder.press("enter")
        assert founder.sees('Who answers for "Bill the visit"?')
        await founder.type("Customer s")
        await founder.press("enter")
        assert founder.plan.processes[2].owner == "customers"
        assert line(founder, "Bill the visit") == "Bill the visit O D · B 1 h"
        await founder.press("enter")
        assert founder.sees('Who takes over "Bill the visit"')
        await founder.press("escape")
        assert founder.app.focused is view(founder).processes


async def test_a_person_who_holds_no_role_takes_over_a_hat(pianos: Path) -> None:
    pianos.write_text(PIANOS + '\n[[people]]\nid = "cem"\nname = "Cem"\nhours_per_week = 20\n', encoding="utf-8")
    async with at_load(pianos) as founder:
        await stand_on(founder, "tune", "cem")
        await founder.press("O")
        assert said(founder) == "Cem holds no role yet. Enter offers the owner's."
        await founder.press("enter")
        assert founder.sees("takes the role Product delivery (now Ben Okoro's), with all its work")
        await founder.press("enter")
        assert founder.plan.roles[1].held_by == "cem"
        assert line(founder, "Tune a piano") == "Tune a piano · · O D B 9 h"


async def test_the_choices_lead_to_the_same_questions_as_the_form(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await stand_on(founder, "tune", "ben")
        await founder.press("enter", "end")
        assert founder.sees("Step 2, Play something: the owner")
        await founder.press("enter")
        assert view(founder).is_asking
        await founder.type("Customer s")
        await founder.press("enter")
        assert founder.plan.processes[1].steps[1].role == "customers"
        await founder.press("enter", "escape")
        assert not view(founder).chances.display
        assert founder.app.focused is view(founder).processes


async def test_what_is_not_known_says_why_and_enter_asks_for_it(pianos: Path) -> None:
    pianos.write_text(PIANOS.replace("minutes = 120\n", "").replace("hours_per_week = 12\n", ""), encoding="utf-8")
    async with at_load(pianos) as founder:
        assert founder.sees("Ana Ruiz is overrun first", "Not known: Ben Okoro.")
        told = line(founder, "Ben Okoro")
        assert "? of ? h: not known. Tune a piano: step 1 has no minutes (and 1 more)" in told
        await founder.press("down", "down", "enter")
        assert view(founder).is_asking
        await founder.type("120")
        await founder.press("enter")
        assert founder.plan.processes[1].steps[0].minutes == 120
        assert "9 of ? h: not known. Ben Okoro: the hours a week are not said" in line(founder, "Ben Okoro")
        await founder.press("enter")
        await founder.type("12")
        await founder.press("enter")
        assert "9 of 12 h 75%" in line(founder, "Ben Okoro")


async def test_roles_in_place_of_people(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await stand_on(founder, "book", "ana")
        await founder.press("r")
        assert view(founder).by is By.ROLES
        assert "Customer success Product delivery nobody" in line(founder, "Processes by roles")
        assert line(founder, "O owns") == "O owns D does B backs up Ana Ruiz Ben Okoro"
        await founder.press("right", "O")
        assert founder.plan.processes[0].owner == "pianos"
        await founder.press("r")
        assert view(founder).by is By.PEOPLE


async def test_it_speaks_of_hats_duties_and_parts(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        assert said(founder) == "Left, right: other numbers, new and active together. Enter: the estimate."
        await founder.press("down")
        assert said(founder) == (
            "Ana Ruiz: Customer success. Owns 1, does 2, backs up 0; alone in 1. Enter: hours a week."
        )
        await stand_on(founder, "book", "ana")
        assert said(founder) == (
            "Ana Ruiz answers for Book a visit: that it is done right and, when it breaks, Ring Ana"
        )
        await founder.press("right")
        assert said(founder) == "Ben Okoro takes over Book a visit when its owner is away. Enter changes it."
        await founder.press("down", "down", "left")
        assert said(founder) == "Ana Ruiz does step 1 of Bill the visit. Enter gives it to somebody else."


async def test_the_cursor_goes_from_the_people_into_the_cells_and_back(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await founder.press("down", "down", "down")
        assert founder.app.focused is view(founder).processes
        assert view(founder).target == "processes.book.owner"
        await founder.press("down", "right")
        assert view(founder).target == "processes.tune.owner"
        await founder.press("up", "up")
        assert view(founder).target == "people.ben"
        await founder.press("tab")
        assert view(founder).target == "processes.book.backup"
        await founder.press("escape")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert founder.workbench.target == "processes.book.backup"


async def test_it_opens_at_what_one_looked_at(pianos: Path) -> None:
    async with founder_at(pianos) as founder:
        founder.workbench.go_to("processes.bill.owner")
        await founder.press("o")
        await founder.wait_for(lambda: isinstance(founder.app.screen, LoadScreen), "owners and load")
        assert view(founder).target == "processes.bill.owner"
        column = view(founder).processes.column
        assert column is not None
        assert column.title == "nobody"
        view(founder).go_to("people.ben.hours_per_week")
        assert view(founder).target == "people.ben"
        view(founder).go_to("venture.customer")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


async def test_the_next_gap_is_met_here_where_it_can_be_mended_here(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        finding = next(f for f in founder.keeper.session.report.findings if f.rule == "process-has-backup")
        view(founder).visit(finding.place)
        assert isinstance(founder.app.screen, LoadScreen)
        assert view(founder).target.startswith("processes.bill.")
        assert "processes.bill" in finding.place


async def test_the_mouse_turns_the_demand_and_chooses_a_cell(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        rows = founder.screen.splitlines()
        y = next(n for n, row in enumerate(rows) if "Demand" in row)
        await founder.pilot.click(offset=(rows[y].index("→"), y))
        await founder.wait_for(lambda: founder.sees("5 new customers a week"), "a turn up")
        await founder.pilot.click(offset=(rows[y].index("←"), y))
        await founder.wait_for(lambda: founder.sees("4 new customers a week"), "a turn down")
        y = next(n for n, row in enumerate(rows) if "Tune a piano" in row)
        x = next(row.index("Ben") for row in rows if "Processes by" in row)
        await founder.pilot.click(offset=(x, y))
        await founder.wait_for(lambda: view(founder).target == "processes.tune.owner", "the cell")
        assert not view(founder).chances.display
        await founder.pilot.click(offset=(x, y))
        await founder.wait_for(lambda: view(founder).chances.display, "the choices")


async def test_people_and_processes_are_added_here(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await founder.press("a")
        assert view(founder).is_asking
        await founder.type("Dee")
        await founder.press("enter", "enter")
        await founder.wait_for(lambda: not view(founder).is_asking, "the question to close")
        assert [person.name for person in founder.plan.people] == ["Ana Ruiz", "Ben Okoro", "Dee"]
        assert founder.sees("Dee")


async def test_an_empty_plan_says_what_to_begin_with(tmp_path: Path) -> None:
    path = tmp_path / "empty.mvo.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    async with at_load(path, size=(80, 24)) as founder:
        assert founder.sees("Nobody is named yet who does the work.", "no estimate of the customers", "No process yet.")
        await founder.press("right", "down", "enter", "escape", "O", "x", "r", "left", "left", "up", "C")
        assert founder.plan.venture.new_customers_per_week in (None, 0)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18), (200, 50)])
async def test_a_sample_can_be_seen_and_tried_in_any_window(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    path = tmp_path / f"{name}.mvo.toml"
    path.write_bytes(SAMPLES[name].read_bytes())
    async with at_load(path, size=size) as founder:
        before = founder.plan
        assert founder.sees("Demand", "Processes by people")
        await founder.press("plus", "right", "down", "down", "down", "down", "right", "right", "r", "enter", "escape")
        assert max(map(len, founder.screen.splitlines())) <= size[0]
        assert founder.plan is before


async def test_what_people_typed_is_shown_as_it_is(pianos: Path) -> None:
    trap = "[b]Ana[/b] \u202e$x"
    pianos.write_text(PIANOS.replace("Ana Ruiz", trap).replace("Tune a piano", trap), encoding="utf-8")
    async with at_load(pianos) as founder:
        assert founder.sees("[b]Ana[/b]")
        assert "\u202e" not in founder.screen
        await stand_on(founder, "tune", "ana")
        await founder.press("enter")
        assert "\u202e" not in founder.screen


async def test_hundreds_of_processes_and_roles_are_gone_through(tmp_path: Path) -> None:
    from benchmarks.plans import plan_text

    path = tmp_path / "large.mvo.toml"
    path.write_text(plan_text(1000), encoding="utf-8")
    async with at_load(path, size=(80, 24)) as founder:
        await founder.press("r", "tab")
        for _ in range(20):
            await founder.press("right")
        column = view(founder).processes.column
        assert column is not None
        assert founder.sees(f"← {len(founder.plan.roles) - 4} more")
        await founder.press("end")
        assert founder.sees(founder.plan.processes[-1].name[:20] if founder.plan.processes[-1].name else "")
        await founder.press("home", "h")
        assert view(founder).target.startswith("processes.process-1")


async def test_ascii_alone_still_shows_bars_and_arrows(pianos: Path) -> None:
    async with founder_at(pianos, is_ascii=True) as founder:
        await founder.press("o")
        await founder.wait_for(lambda: isinstance(founder.app.screen, LoadScreen), "owners and load")
        assert founder.screen.isascii()
        assert "###......." in line(founder, "Ana Ruiz")


async def test_either_pane_takes_all_the_room_and_gives_it_back(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        await founder.press("down", "down", "z")
        assert founder.sees("Ben Okoro")
        assert not founder.sees("Processes by people")
        await founder.press("down")
        assert founder.sees("Processes by people", "Book a visit")
        assert not founder.sees("Demand")
        await founder.press("right", "enter")
        assert founder.sees("what is Ben to do?", "Processes by people")
        await founder.press("escape", "escape")
        assert founder.sees("Demand", "Processes by people")


async def test_the_wheel_and_clicks_on_nothing_do_no_harm(pianos: Path) -> None:
    async with at_load(pianos) as founder:
        grid = view(founder).processes
        grid.post_message(
            events.MouseScrollDown(grid, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False, screen_x=1, screen_y=1)
        )
        await founder.pilot.click(offset=(2, 30))
        await founder.pilot.pause()
        assert isinstance(founder.app.screen, LoadScreen)
