"""A plan that is only shown: nothing can be changed, every way to change it says why, and nothing is written."""

from pathlib import Path

import pytest

from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.state_folder import state_folder
from mvo_tui.ui.commands import Where, commands_of, commands_on
from mvo_tui.ui.screens.views import view_of
from mvo_tui.ui.settings import Settings
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

LOOKING = Settings(is_read_only=True)
VIEWS = [where for where in Where if where.is_view and commands_of(where)]
ENDS = {
    "leave",
    "interview",
    "to_workbench",
    *(command.id for command in commands_of(Where.VIEWS) if "view_" in command.id),
}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


def said(founder: Founder) -> str:
    return founder.told


def written() -> list[Path]:
    return [path for path in state_folder().rglob("*") if path.is_file()]


@pytest.mark.parametrize("where", VIEWS)
async def test_no_key_of_any_view_changes_or_writes_anything(sample: Path, where: Where) -> None:
    before, status = sample.read_bytes(), sample.stat()
    async with founder_at(sample, screen="workbench", settings=LOOKING) as founder:
        plan, screen = founder.plan, type(view_of(where, founder.keeper, ""))
        for command in (*commands_of(Where.EVERYWHERE), *commands_on(where)):
            if command.id in ENDS:
                continue
            for key in (*command.keys, *command.letters)[:1]:
                if not isinstance(founder.app.screen, screen):
                    founder.app.show_view(where, "processes.repair")
                    await founder.wait_for(lambda: isinstance(founder.app.screen, screen) and founder.app.focused)
                await founder.press("down", key, "x", "enter", "y", "escape", "escape")
        assert founder.plan is plan
        await founder.press("ctrl+q")
    assert sample.read_bytes() == before
    assert sample.stat().st_mtime_ns == status.st_mtime_ns
    assert [path.name for path in written()] in ([], ["preferences.json"])  # the theme, which is no matter of the plan
    assert list(sample.parent.iterdir()) == [sample]


async def test_the_title_says_so_and_the_plan_is_judged(sample: Path) -> None:
    async with founder_at(sample, screen="workbench", settings=LOOKING) as founder:
        title = founder.screen.splitlines()[0]
        assert title.endswith("Read only")
        assert "Ready" in title


@pytest.mark.parametrize("keys", [("enter", "enter"), ("a",), ("d",), ("D",), ("ctrl+l",), ("W",), ("K",)])
async def test_each_way_to_change_it_says_why_not(sample: Path, keys: tuple[str, ...]) -> None:
    async with founder_at(sample, screen="workbench", settings=LOOKING) as founder:
        await founder.press("3", "down")
        await founder.press(*keys)
        assert "reading only" in said(founder)


@pytest.mark.parametrize("action", ["app.edit_file", "screen.editor", "app.park", "app.save_elsewhere"])
async def test_what_has_no_key_refuses_as_well(sample: Path, action: str) -> None:
    before = sample.read_bytes()
    async with founder_at(sample, screen="workbench", settings=LOOKING) as founder:
        await founder.press("enter")
        await founder.app.run_action(action)
        await founder.pilot.pause()
        assert "reading only" in said(founder)
    assert sample.read_bytes() == before


async def test_the_interview_refuses_an_answer(sample: Path) -> None:
    async with founder_at(sample, screen="interview", settings=LOOKING) as founder:
        await founder.type("An answer")
        await founder.press("enter")
        assert "reading only" in said(founder)
    assert not written()


async def test_what_another_hand_saves_is_shown(sample: Path) -> None:
    async with founder_at(sample, screen="workbench", settings=LOOKING) as founder:
        text = sample.read_text("utf-8")
        name = open_plan(sample).plan.venture.name
        assert name is not None
        sample.write_text(text.replace(name, "Renamed elsewhere"), "utf-8")
        await founder.wait_for(lambda: founder.plan.venture.name == "Renamed elsewhere", "their name")
        assert founder.keeper.session.is_saved


async def test_there_is_nothing_to_look_at_where_there_is_no_plan(tmp_path: Path) -> None:
    from mvo_tui.ui.app import MvoApp

    app = MvoApp(tmp_path / "gone.mvo.toml", settings=LOOKING)
    async with app.run_test() as pilot:
        await pilot.pause()
    assert app.return_code == 3
    assert "gone.mvo.toml" in app.last_words
    assert not list(tmp_path.glob("*.toml"))


async def test_nothing_is_begun_from_the_start_screen() -> None:
    async with founder_at(None, settings=LOOKING) as founder:
        await founder.press("n")
        await founder.type("Bakery")
        await founder.press("enter")
        assert "reading only" in said(founder)
    assert not written()
