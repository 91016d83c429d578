"""The palette, where keys come faster than it goes away."""

from pathlib import Path

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
