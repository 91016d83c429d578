"""Stories of mending: a finding is answered where one stands, and one stays there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_tui.readiness.ledger import Finding
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import Founder, founder_at

KENNEL = """\
format = 1

[venture]
name = "Kennel"
value_proposition = "The dog is walked before noon"

[[promises]]
id = "noon"
statement = "Each dog is out by 12:00"

[[stages]]
id = "rings"
name = "Rings the bell"

[[stages.touchpoints]]
id = "door"
name = "Hands over the lead"
promises = ["noon"]
processes = ["walk"]

[[processes]]
id = "walk"
name = "Walk the dog"
backup = "wlker"

[[roles]]
id = "walker"
name = "Walker"
held_by = "ivo"

[[people]]
id = "ivo"
name = "Ivo"
"""


@pytest.fixture
def kennel(tmp_path: Path) -> Path:
    path = tmp_path / "kennel.mvo.toml"
    path.write_text(KENNEL, encoding="utf-8")
    return path


async def back(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
    await founder.pilot.pause()


def walk_to(founder: Founder, is_wanted: Callable[[Finding], bool]) -> None:
    """Stand on the first such finding in the readiness panel."""
    panel = founder.workbench.panel
    panel.focus()
    for line in range(panel.count):
        panel.cursor = line
        finding = panel.finding_at_cursor()
        if panel.line_at(line).is_choice and finding is not None and is_wanted(finding):
            return
    raise AssertionError("no such finding")


async def test_an_owner_is_chosen_from_the_panel_and_one_stays_there(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        await founder.press("f5")
        walk_to(founder, lambda finding: finding.rule == "process-has-owner")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("!! Walk the dog has no owner", "Who answers for"), "the question")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.processes[0].owner == "walker"
        assert founder.app.focused is founder.workbench.panel
        said = founder.workbench.status_line.text
        assert said.startswith("+")
        assert ' Lean  Set owner of "Walk the dog".' in said
        assert "No longer open: " in said
        assert "Ctrl+Z takes it back." in said
        await founder.press("ctrl+z")
        assert founder.plan.processes[0].owner is None


async def test_a_link_to_nothing_is_led_to_what_was_meant(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("processes.walk.backup")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees('Link to "Walker" and not to "wlker"'), "the suggestion")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.processes[0].backup == "walker"
        assert founder.app.focused is founder.workbench.form


async def test_another_answer_is_asked_for_where_the_suggestion_does_not_fit(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("processes.walk.backup")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Another answer"), "the choice")
        await founder.press("end", "down", "down", "down", "down", "enter")
        await founder.wait_for(lambda: founder.sees("Who takes over"), "the question")
        await founder.type("Stand-in")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.processes[0].backup == "stand-in"
        assert [role.name for role in founder.plan.roles] == ["Walker", "Stand-in"]
        await founder.press("ctrl+z")
        assert [role.name for role in founder.plan.roles] == ["Walker"]


async def test_the_finding_that_was_walked_to_is_mended(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        for _ in founder.keeper.session.report.findings:
            await founder.press("full_stop")
            if founder.sees("The journey does not say where the customer receives"):
                break
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Hands over the lead", "Where does the promise"), "the question")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.stages[0].touchpoints[0].moment == "value"


async def test_the_rehearsal_was_today(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("processes.walk.rehearsed_on")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Today, "), "the day")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.processes[0].rehearsed_on == founder.keeper.today()


async def test_what_takes_a_list_is_asked_at_its_place(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("processes.walk.steps")
        await founder.press("f")
        await founder.wait_for(lambda: founder.workbench.is_asking, "the question for the steps")
        assert founder.sees("That takes more than one answer")


async def test_escape_mends_nothing(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        before = founder.plan
        founder.workbench.go_to("processes.walk.owner")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Who answers for"), "the question")
        await founder.type("Wal")
        await founder.press("escape", "escape")
        await back(founder)
        assert founder.plan is before


async def test_an_answer_that_cannot_be_read_stays_in_its_field(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("people.ivo.hours_per_week")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("How many hours a week"), "the question")
        await founder.type("plenty")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("cannot be read here", "plenty"), "the refusal")
        await founder.press("ctrl+w")
        await founder.type("20")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.people[0].hours_per_week == 20


async def test_on_a_small_screen_it_is_asked_over_the_panel(kennel: Path) -> None:
    async with founder_at(kennel, size=(80, 24)) as founder:
        await founder.press("f5")
        walk_to(founder, lambda finding: finding.rule == "process-has-owner")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Who answers for", "Walker"), "the question")
        await founder.press("enter")
        await back(founder)
        assert founder.sees("Can we deliver this, sustainably?")
        assert founder.plan.processes[0].owner == "walker"


async def test_that_no_tool_is_needed_is_said_with_one_key_more(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("tools")
        founder.workbench.outline.focus()
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("No process needs a tool", "Go to its place"), "the choice")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.tools == ()


async def test_a_list_is_written_where_none_is_not_the_answer(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("tools")
        founder.workbench.outline.focus()
        await founder.press("f", "end", "down", "enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        await founder.wait_for(lambda: founder.workbench.is_asking, "the question for the tools")


async def test_on_the_board_a_finding_is_mended_without_leaving_it(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        founder.workbench.go_to("touchpoints.door")
        await founder.press("b")
        await founder.wait_for(lambda: not isinstance(founder.app.screen, WorkbenchScreen), "the board")
        board = founder.app.screen
        await founder.wait_for(lambda: founder.app.focused, "the keys")
        await founder.press("f")
        await founder.wait_for(lambda: founder.app.screen is not board, "the question")
        await founder.wait_for(lambda: founder.sees("Hands over the lead: no channel"), "what is asked")
        await founder.type("front door")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.app.screen is board, "the board again")
        assert founder.plan.stages[0].touchpoints[0].channel == "front door"


async def test_a_plan_without_gaps_has_nothing_to_mend() -> None:
    sample = Path(__file__).parents[2] / "sample_plans" / "sunday-box.mvo.toml"
    async with founder_at(sample) as founder:
        await founder.press("f")
        assert founder.sees("There is nothing to mend here. F8 goes to the next gap.")


async def test_what_was_typed_and_not_entered_stands_there_again(kennel: Path) -> None:
    async with founder_at(kennel) as founder:
        await founder.press("f5")
        walk_to(founder, lambda finding: finding.place == "venture.customer")
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Who are the first customers"), "the question")
        await founder.type("Two streets")
        await founder.press("escape")
        await back(founder)
        assert founder.keeper.draft_at("venture.customer") == "Two streets"
        assert founder.plan.venture.customer is None
        await founder.press("f")
        await founder.wait_for(lambda: founder.sees("Two streets"), "what was typed")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.venture.customer == "Two streets"
        assert founder.keeper.draft_at("venture.customer") == ""
