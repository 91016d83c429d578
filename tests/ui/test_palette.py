"""The palette, where keys come faster than it goes away."""

from pathlib import Path

import pytest
from textual import events
from textual.command import CommandList
from textual.widgets import Input

from mvo_tui.plan.edits import SetField
from mvo_tui.ui.palette import Palette
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import founder_at


async def test_it_leaves_once_however_often_it_is_told_to(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    async with founder_at(path, screen="workbench") as founder:
        await founder.press("ctrl+p")
        palette = founder.app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


@pytest.mark.parametrize("how", ["keys", "a double click", "messages"])
async def test_however_often_a_command_is_chosen_it_runs_once(tmp_path: Path, how: str) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    async with founder_at(path, screen="workbench") as founder:
        for field in ("name", "product", "customer"):
            founder.keeper.edit(SetField(f"venture.{field}", "Crumb"))
        assert len(founder.keeper.session.history.past) == 3
        await founder.press("ctrl+p")
        await founder.type("Undo")
        palette = founder.app.screen
        assert isinstance(palette, Palette)
        await founder.wait_for(lambda: palette.query_one(CommandList).option_count == 1, "the command")
        if how == "keys":
            for _ in range(3):
                founder.app.post_message(events.Key("enter", "\r"))
        elif how == "a double click":
            await founder.pilot.click(CommandList, offset=(4, 1), times=2)
        else:  # a double click, and Enters that were on their way to the field then
            palette._action_command_list("select")
            palette._action_command_list("select")
            line = palette.query_one(Input)
            for _ in range(3):
                line.post_message(Input.Submitted(line, ""))
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        await founder.wait_for(lambda: founder.app.is_quiet, "an end of all keys")
        assert len(founder.keeper.session.history.past) == 2
