"""Stories of pasting: a list from a mail, a table from a spreadsheet, looked at before anything changes."""

from pathlib import Path

import pytest
from textual import events

from mvo_tui.plan.edits import AddItem
from mvo_tui.plan.model import Process
from mvo_tui.ui.screens.paste_preview import PastePreview
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import Founder, founder_at

GARDEN = """\
format = 1

[venture]
name = "Hedge"

[[stages]]
id = "asks"
name = "Asks for a date"

[[stages.touchpoints]]
id = "rings"
name = "Rings us"

[[processes]]
id = "cut"
name = "Cut the hedge"

[[processes.steps]]
action = "Sharpen"

[[roles]]
id = "cutter"
name = "Cutter"
held_by = "ole"

[[people]]
id = "ole"
name = "Ole"
"""
HEAD = "Process\tResponsible\tTools used\tHow run\tPhone\n"
TABLE = f"{HEAD}Mow the lawn\tOle\tMower\tmanual\t123\nRake leaves\tRaker\tRake\tby magic\t\n"


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    path = tmp_path / "hedge.mvo.toml"
    path.write_text(GARDEN, encoding="utf-8")
    return path


def at(founder: Founder, place: str) -> None:
    founder.workbench.go_to(place)
    founder.workbench.outline.focus()


async def paste(founder: Founder, text: str) -> None:
    await founder.pilot.pause()
    founder.app.post_message(events.Paste(text))
    await founder.wait_for(lambda: isinstance(founder.app.screen, PastePreview), "the preview")
    await founder.pilot.pause()


async def back(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
    await founder.pilot.pause()


async def test_pasted_lines_become_touchpoints_of_the_stage_one_stands_in(garden: Path) -> None:
    async with founder_at(garden) as founder:
        before = founder.plan
        at(founder, "touchpoints.rings")
        await paste(founder, "- Gets a date\n- Shows the garden\n- Rings us\n")
        assert founder.sees('Add 2 touchpoints to "Asks for a date"', "Gets a date", "Shows the garden")
        assert founder.sees("1 of 3 lines are there already", "Enter adds them   Esc does not")
        assert founder.plan is before
        await founder.press("enter")
        await back(founder)
        names = [point.name for point in founder.plan.stages[0].touchpoints]
        assert names == ["Rings us", "Gets a date", "Shows the garden"]
        assert founder.sees("Touchpoint: Gets a date")
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_escape_adds_nothing(garden: Path) -> None:
    async with founder_at(garden) as founder:
        before = founder.plan
        at(founder, "touchpoints.rings")
        await paste(founder, "One\nTwo")
        await founder.press("escape")
        await back(founder)
        assert founder.plan is before


async def test_on_a_process_the_lines_may_as_well_be_its_steps(garden: Path) -> None:
    async with founder_at(garden) as founder:
        at(founder, "processes.cut")
        await paste(founder, "Clip, 40 min\nSweep")
        assert founder.sees("Add 2 processes", 'Tab: as steps of "Cut the hedge"')
        await founder.press("tab")
        assert founder.sees('Add 2 steps to "Cut the hedge"', "Clip  Minutes: 40", "Tab: as processes")
        await founder.press("enter")
        await back(founder)
        assert [step.action for step in founder.plan.processes[0].steps] == ["Sharpen", "Clip", "Sweep"]


async def test_a_table_from_a_spreadsheet_becomes_processes_with_owners_and_tools(garden: Path) -> None:
    async with founder_at(garden) as founder:
        before = founder.plan
        at(founder, "processes.cut")
        await paste(founder, TABLE)
        assert founder.sees("Add 2 processes", "Process", "Owner", "Tools", "Mow the lawn")
        assert founder.sees('Column "Phone" is left out: processes have no such field.')
        assert founder.sees('Rake leaves, Run: "by magic" is not one of', "? by magic")
        assert founder.sees('Made besides: tool "Mower", tool "Rake", role "Raker"')
        await founder.press("enter")
        await back(founder)
        mow, rake = founder.plan.processes[1:]
        assert (mow.owner, mow.tools, mow.mode) == ("cutter", ("mower",), "manual")
        assert (rake.owner, rake.tools, rake.mode) == ("raker", ("rake",), None)
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_a_table_of_steps_finds_the_steps_by_itself(garden: Path) -> None:
    async with founder_at(garden) as founder:
        at(founder, "processes.cut")
        await paste(founder, "| Step | Role | Minutes |\n|---|---|---|\n| Clip | Cutter | 40 |")
        assert founder.sees('Add step "Clip" to "Cut the hedge"')
        await founder.press("enter")
        await back(founder)
        step = founder.plan.processes[0].steps[1]
        assert (step.action, step.role, step.minutes) == ("Clip", "cutter", 40)


async def test_what_comes_in_while_one_looks_is_not_lost(garden: Path) -> None:
    async with founder_at(garden) as founder:
        at(founder, "processes.cut")
        await paste(founder, "\n".join(f"Do {number}" for number in range(150)))
        founder.keeper.edit(AddItem("processes", Process(id="sow", name="Sow")))
        await founder.press("enter")
        await back(founder)
        assert len(founder.plan.processes) == 152
        assert "sow" in [process.id for process in founder.plan.processes]


async def test_what_adds_nothing_says_why_and_enter_does_nothing(garden: Path) -> None:
    async with founder_at(garden) as founder:
        before = founder.plan
        at(founder, "processes.cut")
        await paste(founder, "Cut the hedge")
        assert founder.sees("Nothing to add to processes", "That is in the plan already.")
        await founder.press("enter")
        assert isinstance(founder.app.screen, PastePreview)
        await founder.press("escape")
        await back(founder)
        assert founder.plan is before


async def test_lines_are_typed_where_a_terminal_cannot_paste(garden: Path) -> None:
    async with founder_at(garden) as founder:
        at(founder, "roles.cutter")
        await founder.press("P")
        await founder.type("Driver")
        await founder.press("enter")
        await founder.type("Bookkeeper")
        await founder.press("f8")
        await founder.wait_for(lambda: founder.sees("Add 2 roles"), "the preview")
        await founder.press("enter")
        await back(founder)
        assert [role.name for role in founder.plan.roles] == ["Cutter", "Driver", "Bookkeeper"]


async def test_a_paste_into_an_open_field_belongs_to_the_field(garden: Path) -> None:
    async with founder_at(garden) as founder:
        founder.workbench.go_to("processes.cut.trigger", is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        founder.app.post_message(events.Paste("A call\nor a mail"))
        await founder.pilot.pause()
        await founder.press("enter")
        assert founder.plan.processes[0].trigger == "A call or a mail"


async def test_hostile_text_is_shown_as_it_is(garden: Path) -> None:
    async with founder_at(garden) as founder:
        at(founder, "processes.cut")
        await paste(founder, "Process\tOwner\n[bold]x[/] [@click=app.quit]y\t\x1b[2J$z {q}\n")
        assert founder.sees("[bold]x[/]", "[2J$z {q}")
        await founder.press("enter")
        await back(founder)
        assert founder.plan.processes[1].name == "[bold]x[/] [@click=app.quit]y"
        assert "\x1b" not in (founder.plan.roles[1].name or "")


async def test_it_fits_a_small_window(garden: Path) -> None:
    async with founder_at(garden, size=(80, 24)) as founder:
        at(founder, "processes.cut")
        await paste(founder, TABLE + "".join(f"Work {number}\tOle\n" for number in range(60)))
        assert founder.sees("Add 62 processes", "Enter adds them", "Column")
        await founder.press("end")
        assert founder.sees("Work 59")
