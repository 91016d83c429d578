"""Undo works everywhere, so also under a question that stands over the screen: what that was about may be gone then."""

from pathlib import Path

import pytest

from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


async def at_a_copy(founder: Founder, collection: str) -> None:
    """Copy the first item of `collection`, and stand on the copy."""
    item = getattr(founder.plan, collection)[0]
    founder.workbench.go_to(f"{collection}.{item.id}")
    await founder.press("D", "escape")
    founder.workbench.outline.focus()
    await founder.pilot.pause()


@pytest.mark.parametrize(
    ("collection", "keys"),
    [
        ("roles", ("R", "ctrl+z", "enter", "enter")),
        ("roles", ("R", "enter", "ctrl+z", "enter")),
        ("tools", ("m", "E", "ctrl+z", "enter")),
        ("tools", ("m", "x", "ctrl+z", "enter")),
        ("processes", ("m", "E", "enter", "ctrl+z", "enter")),
        ("processes", ("P", "x", "f8", "ctrl+z", "tab", "f8")),
        ("stages", ("P", "x", "f8", "tab", "ctrl+z", "f8")),
        ("stages", ("P", "x", "f8", "ctrl+z", "tab", "f8")),
        ("kpis", ("P", "x", "f8", "tab", "ctrl+z", "f8")),
        ("processes", ("P", "x", "f8", "tab", "ctrl+z", "f8")),
    ],
)
async def test_nothing_is_done_to_what_is_gone(sample: Path, collection: str, keys: tuple[str, ...]) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        before = founder.plan
        await at_a_copy(founder, collection)
        await founder.press(*keys)
        for _ in range(2):
            if not isinstance(founder.app.screen, WorkbenchScreen):
                await founder.press("escape")
        assert isinstance(founder.app.screen, WorkbenchScreen)
        assert founder.plan == before
