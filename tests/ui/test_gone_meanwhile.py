"""What a dialog or a field is about is taken back while it is open: a sentence says so, and the work goes on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mvo_tui.plan.edits import AddItem
from mvo_tui.plan.model import Process, Step
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.jump import JumpScreen
from tests.ui.founder import Founder, founder_at

PROCESS = Process(id="deliver", name="Deliver", trigger="Bell rings", steps=(Step(action="Load the van"),))


@asynccontextmanager
async def at_a_new_process(folder: Path, screen: str) -> AsyncIterator[Founder]:
    """A plan in which the process is the last thing that was added."""
    path = folder / "plan.mvo.toml"
    path.write_text('format = 1\n[venture]\nname = "Fresh"\n', "utf-8")
    async with founder_at(path, screen=screen) as founder:
        founder.keeper.edit(AddItem("processes", PROCESS))
        yield founder


async def test_a_jump_to_an_answer_that_was_taken_back_says_so(tmp_path: Path) -> None:
    async with at_a_new_process(tmp_path, "interview") as founder:
        await founder.press("ctrl+o", "ctrl+z")
        assert isinstance(founder.app.screen, JumpScreen)
        await founder.type("bell")
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, InterviewScreen), "the interview")
        await founder.wait_for(lambda: founder.sees("That answer is no longer in the plan."), "the sentence")


async def test_an_owner_made_for_a_process_that_was_taken_back_is_refused(tmp_path: Path) -> None:
    async with at_a_new_process(tmp_path, "workbench") as founder:
        founder.workbench.go_to("processes.deliver.owner", is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        await founder.press("ctrl+z")
        assert founder.plan.processes == ()
        await founder.type("Driver")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("There is no processes.deliver.owner"), "the sentence")
        assert founder.plan.roles == ()
        assert founder.sees("Driver")


@pytest.mark.parametrize("place", ["steps", "steps.1.action", "trigger", "tools"])
async def test_a_field_that_was_taken_back_takes_no_answer_and_can_be_left(tmp_path: Path, place: str) -> None:
    async with at_a_new_process(tmp_path, "workbench") as founder:
        founder.workbench.go_to(f"processes.deliver.{place}", is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        before = founder.keeper.undo()
        assert before is not None
        plan = founder.plan
        await founder.press("up", "shift+down", "enter")
        await founder.type("x")
        await founder.press("enter", "escape", "escape")
        assert founder.plan == plan
        await founder.wait_for(lambda: not founder.workbench.is_asking, "the end of the field")
