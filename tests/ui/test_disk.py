"""The disk takes nothing: the founder is told, and goes on elsewhere."""

import errno
import os
from pathlib import Path

import pytest

from mvo_tui.storage import writing
from mvo_tui.storage.atomic_write import write_atomically
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.recent import recent_plans
from mvo_tui.storage.replaying import replay
from mvo_tui.ui.editing_outside import FileEditing
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.screens.prompt import PromptScreen
from tests.ui.founder import Founder, founder_at

TEXT = 'format = 1\n[venture]\nname = "Box"\n'


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "broken" / "box.mvo.toml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _full(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk of the plan is full; any other is not."""
    real = write_atomically

    def write(path: Path, content: bytes) -> bool:
        if path.parent == plan.parent:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, content)

    monkeypatch.setattr(writing, "write_atomically", write)


async def park(founder: Founder, thought: str) -> None:
    await founder.press("ctrl+l")
    await founder.wait_for(lambda: isinstance(founder.app.screen, PromptScreen))
    await founder.type(thought)
    await founder.press("enter")
    await founder.wait_for(lambda: not isinstance(founder.app.screen, PromptScreen))


def is_said(founder: Founder, words: str) -> bool:
    return words in founder.told


def thoughts(path: Path) -> list[str | None]:
    return [item.text for item in open_plan(path).plan.parking_lot]


async def answer(founder: Founder, text: str) -> None:
    await founder.wait_for(lambda: founder.sees("Where shall a copy go?"))
    await founder.press("ctrl+u")
    await founder.type(text)
    await founder.press("enter")


async def test_ctrl_s_asks_where_else_and_the_work_goes_on_there(plan: Path, tmp_path: Path) -> None:
    async with founder_at(plan) as founder:
        await park(founder, "first")
        await founder.wait_for(lambda: founder.sees("NOT SAVED") and is_said(founder, "the disk is full"))
        await founder.press("ctrl+s")
        await answer(founder, str(tmp_path))
        await founder.wait_for(lambda: founder.keeper.is_safe)
        assert founder.keeper.opened.path == tmp_path / "box.mvo.toml"
        await park(founder, "second")
        await founder.press("ctrl+s")
        await founder.wait_for(lambda: founder.keeper.is_safe)
    assert thoughts(tmp_path / "box.mvo.toml") == ["first", "second"]
    assert plan.read_text("utf-8") == TEXT
    assert recent_plans()[0] == tmp_path / "box.mvo.toml"


@pytest.mark.parametrize("wrong", ["~nobody-of-that-name/x", "none/such/folder/x", "broken/copy", "taken"])
async def test_a_place_that_takes_nothing_either_is_asked_for_again(
    plan: Path, tmp_path: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.mvo.toml").write_text("theirs")
    if not wrong.startswith("~"):
        wrong = str(tmp_path / wrong)
    async with founder_at(plan) as founder:
        await park(founder, "first")
        await founder.press("W")
        await answer(founder, wrong)
        await founder.wait_for(lambda: founder.sees(wrong[-20:]))
        await founder.wait_for(lambda: isinstance(founder.app.screen, PromptScreen))
        assert not founder.keeper.is_safe
        await answer(founder, str(tmp_path / "here"))
        await founder.wait_for(lambda: founder.keeper.is_safe)
    assert thoughts(tmp_path / "here.mvo.toml") == ["first"]
    assert (tmp_path / "taken.mvo.toml").read_text() == "theirs"


async def test_escape_leaves_everything_as_it_is(plan: Path) -> None:
    async with founder_at(plan) as founder:
        await park(founder, "first")
        await founder.press("ctrl+s")
        await founder.wait_for(lambda: founder.sees("Where shall a copy go?"))
        await founder.press("escape")
        assert founder.keeper.opened.path == plan
        assert [item.text for item in founder.plan.parking_lot] == ["first"]


async def test_leaving_has_to_be_asked_for_twice_after_each_change(plan: Path) -> None:
    async with founder_at(plan) as founder:
        for thought in ("first", "second"):
            await park(founder, thought)
            await founder.press("ctrl+q")
            await founder.wait_for(lambda: is_said(founder, "Ctrl+Q again"))
            assert founder.app.return_code is None
        await founder.press("ctrl+q")
        await founder.wait_for(lambda: founder.app.return_code == 3)
    founder.app.save_at_the_end()
    assert founder.app.last_words.startswith("Not saved: box.mvo.toml could not be saved: the disk is full.")


async def test_a_save_that_was_given_up_changes_nothing_when_it_ends_after_all(plan: Path, tmp_path: Path) -> None:
    async with founder_at(plan) as founder:
        keeper: PlanKeeper = founder.keeper
        await park(founder, "first")
        keeper._save_in_background()
        late = keeper._saving
        assert late is not None
        assert keeper.save_copy(tmp_path / "copy.mvo.toml")
        keeper._finish(late)
        assert keeper.is_safe
        assert keeper.opened.path == tmp_path / "copy.mvo.toml"


async def test_the_start_screen_opens_in_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with founder_at(None) as founder:
        assert founder.sees("Begin a new plan")


async def test_a_whole_file_from_the_editor_is_in_the_plan_where_the_disk_takes_nothing(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with founder_at(plan) as founder:
        written = TEXT.replace("Box", "An hour of words").encode()
        monkeypatch.setattr("mvo_tui.ui.editing_outside.edited_outside", lambda *_: written)
        FileEditing(founder.app, founder.keeper).begin()
        await founder.wait_for(lambda: founder.plan.venture.name == "An hour of words", "the words in the plan")
        assert is_said(founder, "the disk is full")
        await founder.wait_for(lambda: founder.sees("NOT SAVED"), "the status")
    founder.app.save_at_the_end()
    (left,) = left_behind(plan)
    assert replay(left.content).plan.venture.name == "An hour of words"
    left.release()
