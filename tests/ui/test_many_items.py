"""Stories of many items at once: they are marked, and one answer does for all of them."""

from pathlib import Path

import pytest

from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import Founder, founder_at

CAFE = """\
format = 1

[venture]
name = "Bean"

[[stages]]
id = "comes"
name = "Comes in"

[[stages.touchpoints]]
id = "door"
name = "Opens the door"

[[stages.touchpoints]]
id = "queue"
name = "Stands in the queue"

[[stages]]
id = "leaves"
name = "Leaves"

[[stages.touchpoints]]
id = "waves"
name = "Waves"

[[processes]]
id = "grind"
name = "Grind the beans"

[[processes]]
id = "brew"
name = "Brew a cup"

[[processes.steps]]
action = "Heat"

[[processes.steps]]
action = "Pour"

[[processes]]
id = "clean"
name = "Clean the counter"

[[tools]]
id = "mill"
name = "Mill"

[[roles]]
id = "barista"
name = "Barista"
held_by = "ada"

[[people]]
id = "ada"
name = "Ada"

[[kpis]]
id = "hot"
name = "Cups served hot"
"""


@pytest.fixture
def cafe(tmp_path: Path) -> Path:
    path = tmp_path / "bean.mvo.toml"
    path.write_text(CAFE, encoding="utf-8")
    return path


def at(founder: Founder, place: str) -> None:
    """Stand on an item in the outline."""
    founder.workbench.go_to(place)
    founder.workbench.outline.focus()


async def back_in_the_workbench(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
    await founder.pilot.pause()


async def mark_the_processes(founder: Founder) -> None:
    at(founder, "processes.grind")
    await founder.press("space", "space", "space")


async def test_three_processes_get_an_owner_with_one_answer_and_lose_it_with_one_key(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        await mark_the_processes(founder)
        assert founder.sees("3 processes marked", "* • Grind the beans", "* • Clean the counter")
        await founder.press("E")
        await founder.type("own")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("each of these 3 processes"), "the question")
        await founder.type("bar")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert [process.owner for process in founder.plan.processes] == ["barista"] * 3
        assert founder.sees('Set owner of 3 processes to "Barista".', "Ready")
        await founder.press("ctrl+z")
        assert [process.owner for process in founder.plan.processes] == [None] * 3
        assert founder.sees('Taken back: Set owner of 3 processes to "Barista"')
        assert not founder.app._notifications  # the line says it


async def test_several_tools_are_ticked_for_all_and_that_is_one_step(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        before = founder.plan
        await mark_the_processes(founder)
        await founder.press("E")
        await founder.type("tools")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("[ ] Mill"), "the tools")
        await founder.press("enter")
        await founder.type("Kettle")
        await founder.press("enter")
        assert founder.plan is before
        await founder.wait_for(lambda: founder.sees("[x] Mill", "[x] Kettle"), "both ticked")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert [process.tools for process in founder.plan.processes] == [("mill", "kettle")] * 3
        assert [tool.name for tool in founder.plan.tools or ()] == ["Mill", "Kettle"]
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_an_answer_that_cannot_be_read_is_asked_again(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        await mark_the_processes(founder)
        await founder.press("E")
        await founder.type("rehears")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("each of these 3 processes"), "the question")
        await founder.type("soon")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("cannot be read here"), "the refusal")
        await founder.type(" no")
        await founder.press("escape")
        await back_in_the_workbench(founder)
        assert {process.rehearsed_on for process in founder.plan.processes} == {None}


async def test_marks_go_with_escape_and_a_heading_marks_all_below_it(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "processes")
        await founder.press("m")
        assert founder.sees("3 processes marked")
        await founder.press("escape")
        assert founder.sees("Nothing is marked any more.")
        assert not founder.sees("* •")
        await founder.press("E")
        assert founder.sees("Nothing is marked. Space marks")


async def test_space_still_folds_a_heading(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "processes")
        rows = len(founder.workbench.outline.rows)
        await founder.press("space")
        assert len(founder.workbench.outline.rows) == rows - 3
        await founder.press("space")
        assert len(founder.workbench.outline.rows) == rows


async def test_marked_items_are_deleted_together_and_come_back_together(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        before = founder.plan
        at(founder, "processes.grind")
        await founder.press("space", "space", "delete")
        assert [process.id for process in founder.plan.processes] == ["clean"]
        assert founder.sees("Delete 2 processes.", "Ctrl+Z takes it back")
        assert not founder.workbench.marks
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_a_field_of_all_is_blanked(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "roles.barista")
        await founder.press("space", "x")
        await founder.type("held")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert founder.plan.roles[0].held_by is None
        assert founder.sees("Blank holder of 1 role.")


async def test_on_a_field_of_the_form_it_is_about_that_field(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        await mark_the_processes(founder)
        founder.workbench.go_to("roles.barista.held_by")
        await founder.press("delete")
        assert founder.plan.roles[0].held_by is None
        assert len(founder.plan.processes) == 3
        await founder.press("ctrl+z")
        founder.workbench.go_to("processes.brew.name")
        await founder.press("x")
        assert {process.name for process in founder.plan.processes} == {None}
        assert founder.sees("Blank name of 3 processes.")


async def test_steps_are_marked_in_the_form(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        founder.workbench.go_to("processes.brew.steps.1")
        founder.workbench.go_to("processes.brew")
        founder.workbench.form.focus()
        await founder.press("end", "up", "space", "space")
        assert founder.sees("2 steps marked")
        await founder.press("E")
        await founder.type("minutes")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("For 2 steps at once"), "the question")
        await founder.type("2")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert [step.minutes for step in founder.plan.processes[1].steps] == [2, 2]


async def test_a_step_that_moves_takes_no_mark_to_its_neighbour(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        founder.workbench.go_to("processes.brew")
        founder.workbench.form.focus()
        await founder.press("end", "space", "K")
        assert [step.action for step in founder.plan.processes[1].steps] == ["Pour", "Heat"]
        assert not founder.workbench.marks


async def test_a_touchpoint_goes_to_another_stage_by_name(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "touchpoints.door")
        await founder.press("S")
        await founder.wait_for(lambda: founder.sees("Move to which stage", "1 touchpoint"), "the stages")
        await founder.type("lea")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert [[point.id for point in stage.touchpoints] for stage in founder.plan.stages] == [
            ["queue"], ["waves", "door"],
        ]  # fmt: skip
        assert founder.sees("Touchpoint: Opens the door", 'Move touchpoint "Opens the door" to "Leaves".')


async def test_marked_touchpoints_go_together(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        before = founder.plan
        at(founder, "touchpoints.door")
        await founder.press("space", "space", "S")
        await founder.wait_for(lambda: founder.sees("Opens the door, Stands in the queue"), "the stages")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert [point.id for point in founder.plan.stages[1].touchpoints] == ["waves", "door", "queue"]
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_what_is_no_touchpoint_goes_to_no_stage(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "processes.brew")
        await founder.press("S")
        assert founder.sees("Touchpoints go from stage to stage; this is none.")


async def test_different_kinds_share_the_fields_that_mean_the_same(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        at(founder, "processes.grind")
        await founder.press("space")
        at(founder, "kpis.hot")
        await founder.press("space", "E")
        await founder.wait_for(lambda: founder.sees("2 items marked", "Owner", "Notes"), "the fields")
        assert not founder.sees("Starts when")
        await founder.type("owner")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("Barista"), "the roles")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert (founder.plan.processes[0].owner, founder.plan.kpis[0].owner) == ("barista", "barista")


async def test_a_click_with_ctrl_marks(cafe: Path) -> None:
    async with founder_at(cafe) as founder:
        outline = founder.workbench.outline
        line = next(number for number, row in enumerate(outline.rows) if row.place == "processes.brew")
        await founder.pilot.click(outline, offset=(5, line), control=True)
        await founder.wait_for(lambda: founder.workbench.marks.places == ("processes.brew",), "the mark")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_it_works_in_a_small_window(cafe: Path, size: tuple[int, int]) -> None:
    async with founder_at(cafe, size=size) as founder:
        await mark_the_processes(founder)
        assert founder.sees("3 processes marked")
        await founder.press("E")
        await founder.type("run")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("manual"), "the ways to run it")
        await founder.press("enter")
        await back_in_the_workbench(founder)
        assert {process.mode for process in founder.plan.processes} == {"manual"}
