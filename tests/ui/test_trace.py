"""Stories of the trace: why is this here, what carries it, and what if somebody is away?"""

from pathlib import Path

import pytest

from mvo_tui.ui.screens.trace import TraceScreen
from mvo_tui.ui.screens.without import WithoutScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.away_list import AwayList
from mvo_tui.ui.widgets.consequence_list import ConsequenceList
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.trace_list import TraceList
from tests.ui.founder import Founder, founder_at
from tests.ui.host import HOSTILE

BOXES = """\
format = 1

[venture]
name = "Sunday Box"
active_customers = 40

[[promises]]
id = "sunday"
statement = "Boxes by Sunday 18:00"
core = true

[[stages]]
id = "gets"
name = "Gets the box"

[[stages.touchpoints]]
id = "rings"
name = "Courier rings"
moment = "value"
promises = ["sunday"]
processes = ["deliver"]   # and nothing else
times = 1
per = "active customer per week"

[[stages.touchpoints]]
id = "orders"
name = "Orders a box"
promises = ["sunday"]
processes = ["take"]

[[processes]]
id = "deliver"
name = "Deliver a box"
owner = "driver"

[[processes.steps]]
action = "Check the list"
role = "desk"

[[processes.steps]]
action = "Ride"
minutes = 5
tool = "bike"

[[processes.steps]]
action = "Ring"
minutes = 1

[[processes]]
id = "take"
name = "Take an order"
owner = "desk"
backup = "driver"
tools = ["page"]

[[tools]]
id = "bike"
name = "Cargo bike"

[[tools]]
id = "page"
name = "Payment page"

[[tools]]
id = "spare"
name = "Spare phone"

[[roles]]
id = "driver"
name = "Driver"
held_by = "ben"

[[roles]]
id = "desk"
name = "Order desk"
held_by = "ana"

[[people]]
id = "ana"
name = "Ana"

[[people]]
id = "ben"
name = "Ben"
"""


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    path = tmp_path / "boxes.mvo.toml"
    path.write_text(BOXES, encoding="utf-8")
    return path


async def trace(founder: Founder, place: str) -> TraceScreen:
    """Go to the item in the workbench, and press t."""
    founder.workbench.go_to(place)
    await founder.press("t")
    await founder.wait_for(lambda: isinstance(founder.app.screen, TraceScreen), "the trace")
    return the_trace(founder)


def the_trace(founder: Founder) -> TraceScreen:
    assert isinstance(founder.app.screen, TraceScreen)
    return founder.app.screen


async def take_away(founder: Founder, place: str) -> WithoutScreen:
    """Go to the item in the workbench, and ask what breaks without it."""
    founder.workbench.go_to(place)
    await founder.press("T")
    await founder.wait_for(lambda: isinstance(founder.app.screen, WithoutScreen), "what breaks")
    assert isinstance(founder.app.screen, WithoutScreen)
    return founder.app.screen


async def test_a_tool_is_traced_up_to_the_promise_and_on_from_item_to_item(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await trace(founder, "tools.bike")
        assert founder.sees("Tool: Cargo bike", "Works for 1 promise, by 1 path.", "Why does it exist?")
        assert founder.sees("used in step 2: Ride", "of process Deliver a box", "behind touchpoint Courier rings")
        assert founder.sees(
            "serves core promise Boxes by Sunday 18:00", "What carries it?", "Nothing: it carries others"
        )
        await founder.press("down", "enter")
        assert founder.sees("Process: Deliver a box", "owned by role Driver", "held by Ben", "! no backup yet")
        await founder.press("down", "enter")
        assert founder.sees("Promise: Boxes by Sunday 18:00", "It is a promise: every path ends at one.")
        await founder.press("H")
        assert founder.sees("Process: Deliver a box")
        await founder.press("H")
        assert founder.sees("Tool: Cargo bike")
        await founder.press("L")
        assert founder.sees("Process: Deliver a box")
        await founder.press("down", "e")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert founder.sees("Promise: Boxes by Sunday 18:00")
        await founder.press("H")
        await founder.wait_for(lambda: isinstance(founder.app.screen, TraceScreen), "the trace")
        assert founder.sees("Process: Deliver a box")


async def test_a_hole_is_filled_where_it_is_seen_and_the_trace_follows(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await trace(founder, "processes.deliver")
        await founder.press("f6", "down", "down")
        assert founder.app.screen.target == "processes.deliver.backup"  # type: ignore[attr-defined]
        await founder.press("enter")
        await founder.type("desk")
        await founder.press("enter")
        assert founder.plan.processes[0].backup == "desk"
        assert founder.sees("backed up by role Order desk")
        assert not founder.sees("no backup yet", "Deliver")
        await founder.press("ctrl+z")
        assert founder.sees("! no backup yet")
        assert founder.app.focused is not None
        assert "# and nothing else" in await founder.save()


async def test_what_is_filled_at_the_other_end_says_where(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await trace(founder, "tools.spare")
        assert founder.sees("Works for no promise.", "! used by no process")
        await founder.press("enter")
        assert founder.sees("Open a process or a step that needs it")


async def test_branches_fold_and_unfold(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await trace(founder, "people.ben")
        assert founder.sees("owns process Deliver a box", "behind touchpoint Courier rings")
        await founder.press("down", "left")
        assert founder.sees("▸ owns process Deliver a box")
        assert not founder.sees("behind touchpoint Courier rings")
        await founder.press("right")
        assert founder.sees("behind touchpoint Courier rings")
        await founder.press("space", "left")
        assert founder.app.screen.target == "roles.driver"  # type: ignore[attr-defined]


async def test_in_eighty_columns_the_item_stands_between_its_two_ways(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench", size=(80, 24)) as founder:
        screen = await trace(founder, "processes.take")
        lines = founder.screen.splitlines()
        why = next(n for n, line in enumerate(lines) if "Why does it exist?" in line)
        middle = next(n for n, line in enumerate(lines) if line.strip() == "Process: Take an order")
        carried = next(n for n, line in enumerate(lines) if "What carries it?" in line)
        assert why < middle < carried
        assert screen.target == "touchpoints.orders"
        await founder.press("f6")
        assert screen.target == "roles.desk"
        await founder.press("f6")
        assert screen.target == "touchpoints.orders"
        await founder.pilot.resize_terminal(120, 30)
        await founder.wait_for(lambda: len(founder.app.screen.query("TraceList:focus")) == 1, "two columns")
        assert any("Why does it exist?" in line and "What carries it?" in line for line in founder.screen.splitlines())


async def test_gaps_are_walked_and_traced(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await trace(founder, "processes.deliver")
        findings = [finding for finding in founder.keeper.session.report.findings if finding.place]
        await founder.press("full_stop")
        await founder.wait_for(lambda: founder.sees(findings[0].title[:40]), "the first finding")


async def test_what_is_no_item_is_traced_from_the_venture(tmp_path: Path) -> None:
    path = tmp_path / "empty.mvo.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    async with founder_at(path, screen="workbench", size=(80, 24)) as founder:
        await trace(founder, "processes")
        assert founder.sees("Venture: not named yet", "! promises nothing yet")
        await founder.press("enter")
        assert founder.app.screen.is_asking  # type: ignore[attr-defined]
        await founder.press("escape", "T")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WithoutScreen), "what breaks")
        assert founder.sees("Nothing to take away yet.")
        await founder.press("space", "f6", "space", "p", "enter", "e")


async def test_ben_is_away_and_the_founder_sees_what_stands_still(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await take_away(founder, "people.ben")
        assert founder.sees("[x] Ben is away", "1 promise falls", "Without Ben")
        assert founder.sees("!! Boxes by Sunday 18:00 falls", '"Courier rings" has no work behind it')
        assert founder.sees("!! Deliver a box stands still", "Ben does 2 of 3 steps, and no backup is named")
        assert founder.sees("!  Role Driver stands empty", "Ben: 2 steps of 1 process, 4 h a week; backups")
        await founder.press("space")
        assert founder.sees("[ ] Ben is away", "Take away a person, a tool, a role or a")


async def test_several_are_away_at_once_and_all_are_put_back(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await take_away(founder, "people.ana")
        assert founder.sees("o  Take an order is carried by its backup", "Driver (Ben) answers for it in place of Ana")
        assert founder.sees("Ana does 1 of 3 steps")
        await founder.press("down", "space")
        assert founder.sees(
            "[x] Ana is away", "[x] Ben is away", "Without Ana and Ben", "!! Take an order stands still"
        )
        await founder.press("end", "up", "up", "up", "up")
        await founder.press("p")
        assert founder.sees("[ ] Ana is away", "[ ] Ben is away")
        assert founder.keeper.taken_away == frozenset()


async def test_what_breaks_is_traced_and_one_comes_back_to_the_same_question(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await take_away(founder, "tools.page")
        assert founder.sees("[x] Payment page is down", "1 promise is at risk")
        await founder.press("f6", "down", "down", "enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, TraceScreen), "the trace")
        assert founder.sees("Process: Take an order")
        await founder.press("H")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WithoutScreen), "what breaks")
        assert founder.sees("[x] Payment page is down", "Without Payment page")
        assert founder.app.screen.target == "processes.take"  # type: ignore[attr-defined]
        await founder.press("e")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert founder.sees("Process: Take an order")


async def test_what_nothing_depends_on_says_so(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench", size=(80, 24)) as founder:
        await take_away(founder, "tools.spare")
        assert founder.sees("[x] Spare phone", "Nothing depends on it.")


async def test_the_answer_follows_the_plan(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        founder.workbench.go_to("processes.deliver.backup")
        await founder.press("enter")
        await founder.type("desk")
        await founder.press("enter")
        await take_away(founder, "people.ben")
        assert founder.sees("o  Deliver a box is carried by its backup")
        await founder.press("ctrl+z")
        assert founder.sees("!! Deliver a box stands still")


async def test_the_mouse_ticks_boxes_and_traces(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await take_away(founder, "tools.spare")
        await founder.pilot.click(AwayList, offset=(8, 2))
        await founder.wait_for(lambda: founder.sees("[x] Ben is away"), "Ben")
        await founder.pilot.click(AwayList, offset=(8, 2))
        await founder.wait_for(lambda: founder.sees("[ ] Ben is away"), "Ben is back")
        await founder.pilot.click(AwayList, offset=(8, 1))
        await founder.wait_for(lambda: founder.sees("[x] Ana is away"), "Ana")
        rows = founder.screen.splitlines()
        y = next(n for n, row in enumerate(rows) if "!! Deliver a box stands still" in row)
        y -= founder.app.screen.query_one(ConsequenceList).region.y
        await founder.pilot.click(ConsequenceList, offset=(8, y))
        await founder.pilot.click(ConsequenceList, offset=(8, y))
        await founder.wait_for(lambda: isinstance(founder.app.screen, TraceScreen), "the trace")
        assert founder.sees("Process: Deliver a box")
        await founder.pilot.click(TraceList, offset=(8, 1))  # where the cursor stands already
        await founder.wait_for(lambda: founder.sees("Touchpoint: Courier rings"), "the touchpoint")


async def test_jump_letters_lead_to_lines(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        await take_away(founder, "tools.spare")
        await founder.press("ctrl+o", "s")
        assert founder.sees("[x] Ben is away")


@pytest.mark.parametrize("key", ["t", "T"])
@pytest.mark.parametrize("size", [(59, 24), (60, 18), (80, 17), (200, 60)])
async def test_it_fits_the_window(boxes: Path, key: str, size: tuple[int, int]) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        founder.workbench.go_to("people.ben")
        await founder.press(key)
        await founder.wait_for(lambda: not isinstance(founder.app.screen, WorkbenchScreen), "the view")
        await founder.pilot.resize_terminal(*size)
        fits = size[0] >= 60 and size[1] >= 18
        await founder.wait_for(lambda: founder.sees("Please make the window") is not fits, "the sentence")
        assert founder.sees("Ben") is fits


async def test_what_people_typed_is_shown_as_it_is(boxes: Path) -> None:
    boxes.write_text(BOXES.replace("Deliver a box", HOSTILE).replace('"Ben"', f'"{HOSTILE}"'), encoding="utf-8")
    async with founder_at(boxes, screen="workbench", size=(200, 50)) as founder:
        await trace(founder, "tools.bike")
        assert founder.sees(f"of process {HOSTILE}")
        await founder.press("T", "space", "down", "f6", "down", "f1", "escape")
        await founder.press("w")
        await take_away(founder, "people.ben")
        assert founder.sees(f"[x] {HOSTILE} is away", f"{HOSTILE} stands still", f"{HOSTILE} does 2 of 3 steps")


async def test_of_thousands_only_the_lines_in_sight_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmarks.plans import plan_text

    path = tmp_path / "large.mvo.toml"
    path.write_text(plan_text(10_000), encoding="utf-8")
    made: list[int] = []
    for widget in (TraceList, AwayList, ConsequenceList):
        line_at = widget.line_at

        def counted(self: LineList, number: int, line_at: object = line_at) -> object:
            made.append(number)
            return line_at(self, number)  # type: ignore[operator]

        monkeypatch.setattr(widget, "line_at", counted)
    async with founder_at(path, screen="workbench") as founder:
        screen = await trace(founder, "venture")
        assert screen._down.count > 10_000
        assert len(made) < 1_000
        await founder.press("end", "enter")
        made.clear()
        await founder.press("T")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WithoutScreen), "what breaks")
        await founder.press("space", "down", "space", "down", "space")
        assert founder.sees("[x]")
        assert len(made) < 3_000


async def test_the_cursor_of_what_breaks_begins_at_the_top_and_stays_with_its_line(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        screen = await take_away(founder, "people.ben")
        await founder.press("f6")
        assert screen.target == "promises.sunday"
        await founder.press("down", "down")
        assert screen.target == "processes.deliver"
        await founder.pilot.resize_terminal(70, 24)
        await founder.wait_for(lambda: not founder.sees("alone"), "the narrow list")
        assert screen.target == "processes.deliver"
        await founder.press("f6", "up", "space")
        assert screen.holder.taken_away == {"people.ana", "people.ben"}
        await founder.press("f6")
        assert screen.target == "promises.sunday"


@pytest.mark.parametrize("key", ["t", "T"])
async def test_one_side_takes_all_the_room_and_gives_it_back(boxes: Path, key: str) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        founder.workbench.go_to("processes.deliver")
        await founder.press(key)
        left = "Why does it exist?" if key == "t" else "Who is away for two weeks?"
        right = "What carries it?" if key == "t" else "Without Deliver a box"
        await founder.wait_for(lambda: founder.sees(left, right), "both sides")
        await founder.press("z")
        await founder.wait_for(lambda: not founder.sees(right), "the left side alone")
        await founder.press("f6")
        await founder.wait_for(lambda: founder.sees(right) and not founder.sees(left), "the right side alone")
        await founder.press("escape")
        await founder.wait_for(lambda: founder.sees(left, right), "both sides again")


async def test_from_the_trace_one_asks_without_the_line_or_without_the_traced_item(boxes: Path) -> None:
    async with founder_at(boxes, screen="workbench") as founder:
        screen = await trace(founder, "processes.deliver")
        assert screen.target == "touchpoints.rings"  # which nothing rests on
        await founder.press("T")
        await founder.wait_for(lambda: founder.sees("[x] Deliver a box is not done"), "the process")
        await founder.press("H")
        await founder.wait_for(lambda: isinstance(founder.app.screen, TraceScreen), "the trace")
        await founder.press("f6", "T")
        await founder.wait_for(lambda: founder.sees("[x] Driver stands empty"), "the role")
        assert founder.sees("[ ] Deliver a box is not done")
