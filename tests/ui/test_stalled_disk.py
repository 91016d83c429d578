"""A network drive that does not answer: the program paints, says what it waits for, and can be left at once.

The disk is one that hangs in the call that asks it, as a dead network drive does, until the test lets it answer.
"""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mvo_tui.plan.edits import SetField
from mvo_tui.storage import plan_file, state_folder
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.recent import remember_plan
from mvo_tui.ui import disk_work
from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.editing_outside import FileEditing
from mvo_tui.ui.screens.recovery import RecoveryScreen
from mvo_tui.ui.screens.start import StartScreen
from mvo_tui.ui.screens.waiting import WaitingScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.line_list import LineList
from tests.ui.founder import Founder, founder_at
from tests.ui.test_recovery import crash

TEXT = 'format = 1\n[venture]\nname = "Box"\nproduct = "Rolls"\n'
NAME = SetField("venture.name", "Crate")


class Disk:
    """The disk that the plans of a test lie on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._answers = threading.Event()
        self._answers.set()
        self.asked_in_the_loop: list[str] = []

    def stall(self) -> None:
        self._answers.clear()

    def answer(self) -> None:
        self._answers.set()

    def hold(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, which asks a disk about a path."""

        def asked(path: Any, *args: Any, **options: Any) -> Any:
            if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(str(self.folder)):
                if threading.current_thread() is threading.main_thread() and not self._answers.is_set():
                    self.asked_in_the_loop.append(f"{function.__name__} {path}")
                else:
                    self._answers.wait(30)
            return function(path, *args, **options)

        return asked


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    folder = tmp_path / "drive"
    folder.mkdir()
    disk = Disk(folder)
    for name in ("stat", "lstat", "open", "scandir", "listdir", "replace", "access"):
        monkeypatch.setattr(os, name, disk.hold(getattr(os, name)))
    yield disk
    disk.answer()
    assert disk.asked_in_the_loop == []


@pytest.fixture
def plan(disk: Disk) -> Path:
    path = disk.folder / "box.mvo.toml"
    path.write_text(TEXT, "utf-8")
    return path


def is_told(founder: Founder, words: str) -> bool:
    return words in founder.told


async def says_what_it_waits_for(founder: Founder, name: str = "box.mvo.toml") -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WaitingScreen), "what is waited for")
    words = f"The disk of {name} does not answer yet."
    await founder.wait_for(lambda: words in " ".join(founder.screen.split()), "the words")


async def at_the_workbench(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
    await founder.wait_for(lambda: founder.workbench.has_editor, "the editor")


# Opening from the command line


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_a_plan_opens_once_its_disk_answers(disk: Disk, plan: Path, size: tuple[int, int]) -> None:
    disk.stall()
    async with founder_at(plan, size=size, screen="workbench", is_waiting=True) as founder:
        await says_what_it_waits_for(founder)
        await founder.press("x", "enter", "f1", "escape", "d")
        await says_what_it_waits_for(founder)
        disk.answer()
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert founder.plan.venture.name == "Box"
        assert founder.app.is_quiet


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_who_does_not_want_to_wait_leaves_at_once(disk: Disk, plan: Path, key: str) -> None:
    disk.stall()
    async with founder_at(plan, is_waiting=True) as founder:
        await says_what_it_waits_for(founder)
        await founder.press(key)
        await founder.wait_for(lambda: founder.app._exit, "the end")
    assert founder.app.return_code == 3
    assert founder.app.last_words == "box.mvo.toml was not opened: its disk does not answer. Nothing was changed."


async def test_what_was_typed_at_first_is_for_the_plan(disk: Disk, plan: Path) -> None:
    """A disk that takes its time, and less than would be worth a word."""
    disk.stall()
    async with founder_at(plan, screen="interview", is_waiting=True) as founder:
        await founder.type("Cr")
        disk.answer()
        await founder.wait_for(lambda: founder.sees("Cr"), "the letters in the field")
        assert not founder.sees("does not answer")


async def test_the_usual_disk_is_waited_for_without_a_word(
    disk: Disk, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is taken in the very call that asks: a start has no frame more and no key less than it had."""
    monkeypatch.setattr(disk_work, "MOMENT", 20.0)  # a busy machine
    app = MvoApp(plan)
    monkeypatch.setattr(type(app), "hold_keys", lambda _: None)
    async with app.run_test() as pilot:
        app.open(plan)
        assert app.keeper is not None
        await pilot.pause()


async def test_a_plan_that_can_not_be_read_ends_it_with_the_reason_however_late(disk: Disk, plan: Path) -> None:
    plan.write_bytes(b"format = [1")
    disk.stall()
    async with founder_at(plan, is_waiting=True) as founder:
        await says_what_it_waits_for(founder)
        disk.answer()
        await founder.wait_for(lambda: founder.app._exit, "the end")
    assert "box.mvo.toml:1:" in founder.app.last_words


# From the start screen


async def choose(founder: Founder, words: str) -> None:
    plans = founder.app.screen.query_one("#plans", LineList)
    plans.cursor = next(n for n, line in enumerate(plans.lines) if words in str(line.left))
    await founder.press("enter")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A plan on another disk, which is well."""
    path = tmp_path / "well.mvo.toml"
    path.write_text(TEXT.replace("Box", "Well"), "utf-8")
    remember_plan(path)
    return path


async def test_the_start_screen_comes_without_a_drive_that_is_away(disk: Disk, plan: Path, other: Path) -> None:
    remember_plan(plan)
    disk.stall()
    async with founder_at(None) as founder:
        assert founder.sees("Go on with box", "Recent", "well")
        await founder.press("down")
        plan.unlink()
        disk.answer()
        await founder.wait_for(lambda: founder.sees("Go on with Well"), "what is there")
        plans = founder.app.screen.query_one("#plans", LineList)
        assert "Begin a new plan" in str(plans.lines[plans.cursor].left)


async def test_another_plan_is_opened_meanwhile_and_the_late_one_is_dropped(
    disk: Disk, plan: Path, other: Path
) -> None:
    remember_plan(plan)
    async with founder_at(None) as founder:
        disk.stall()
        await choose(founder, "box")
        await says_what_it_waits_for(founder)
        await founder.press("escape")
        await founder.wait_for(lambda: isinstance(founder.app.screen, StartScreen), "the start screen")
        await choose(founder, "well")
        await at_the_workbench(founder)
        disk.answer()
        await founder.wait_for(lambda: not any(each.name == "disk" for each in threading.enumerate()), "the answer")
        await founder.pilot.pause()
        assert founder.plan.venture.name == "Well"
        assert founder.keeper.opened.path == other


async def test_a_plan_from_the_start_screen_opens_once_its_disk_answers(disk: Disk, plan: Path) -> None:
    remember_plan(plan)
    async with founder_at(None) as founder:
        disk.stall()
        await choose(founder, "box")
        await says_what_it_waits_for(founder)
        disk.answer()
        await at_the_workbench(founder)
        assert founder.plan.venture.name == "Box"


async def test_a_new_plan_in_a_folder_that_does_not_answer(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(disk.folder)
    async with founder_at(None) as founder:
        disk.stall()
        await founder.press("n")
        await founder.wait_for(lambda: founder.sees("What is the venture called"))
        await founder.type("Crumb")
        await founder.press("enter")
        await says_what_it_waits_for(founder, "crumb.mvo.toml")
        disk.answer()
        await founder.wait_for(lambda: founder.app.keeper, "the plan")
        assert founder.plan.venture.name == "Crumb"
        assert founder.keeper.opened.path == disk.folder / "crumb.mvo.toml"


# At work


async def test_edits_are_kept_and_told_while_the_disk_is_away(disk: Disk, plan: Path) -> None:
    async with founder_at(plan, screen="workbench") as founder:
        disk.stall()
        founder.keeper.edit(NAME)
        founder.keeper.keep_draft("venture.product", "half typed")
        founder.keeper.write_down()
        await founder.wait_for(lambda: is_told(founder, "The disk of box.mvo.toml does not answer"), "told")
        assert founder.keeper.status == "NOT SAVED"
        (journal,) = (state_folder.state_folder("journal")).iterdir()
        assert "Crate" in journal.read_text()
        assert "half typed" in journal.read_text()
        disk.answer()
        await founder.wait_for(lambda: founder.keeper.is_safe, "saved after all")
        assert founder.keeper.status.startswith("Saved")
    assert open_plan(plan).plan.venture.name == "Crate"


async def test_everything_but_the_file_goes_on(disk: Disk, plan: Path, tmp_path: Path) -> None:
    """Nothing that the founder does asks the disk of the plan but in a thread; the fixture looks at that."""
    async with founder_at(plan, screen="workbench") as founder:
        disk.stall()
        await founder.press("ctrl+l", *"Ask Ida", "enter")
        await founder.wait_for(lambda: founder.plan.parking_lot, "parked")
        await founder.press("ctrl+s")
        await founder.wait_for(lambda: founder.sees("Where shall a copy go?"), "the way out")
        await founder.press("escape", "ctrl+z", "ctrl+y", "i")
        await founder.wait_for(lambda: not isinstance(founder.app.screen, WorkbenchScreen), "the interview")
        await founder.press(*"Half")
        await founder.press("f1", "escape", "f2")
        await at_the_workbench(founder)
        await founder.press("ctrl+q", "ctrl+q")
        await founder.wait_for(lambda: founder.app._exit, "the end")
    founder.app.save_at_the_end()
    assert founder.app.return_code == 3
    assert founder.app.last_words.endswith("The next start offers what was not saved.")
    disk.answer()
    left = left_behind(plan)
    assert [edit.label for each in left for edit in each.content.edits][:1] == ["Park a thought"]
    for each in left:
        each.release()


async def test_a_changed_file_that_can_not_be_read_yet_is_told_and_comes_in_late(disk: Disk, plan: Path) -> None:
    async with founder_at(plan, screen="workbench") as founder:
        plan.write_text(TEXT.replace("Rolls", "Bread"), "utf-8")
        real, reads = plan_file.open_plan, threading.Event()

        def stalls(path: Path) -> Any:
            disk.stall()
            reads.set()
            return real(path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(plan_file, "open_plan", stalls)
            founder.keeper.edit(NAME)  # its save meets the changed file
            await founder.wait_for(reads.is_set, "the reading")
            await founder.wait_for(lambda: is_told(founder, "does not answer yet"), "told")
        await founder.wait_for(lambda: founder.keeper.status == "NOT SAVED", "the status")
        founder.keeper.edit(SetField("venture.customer", "Offices"))  # the keys go on
        await founder.wait_for(lambda: founder.sees("Offices"), "the edit")
        disk.answer()
        await founder.wait_for(lambda: founder.keeper.is_safe, "merged and saved")
        assert founder.keeper.status.startswith("Saved")
    venture = open_plan(plan).plan.venture
    assert (venture.name, venture.product, venture.customer) == ("Crate", "Bread", "Offices")


async def test_a_reading_that_comes_when_the_plan_is_in_another_file_is_dropped(
    disk: Disk, plan: Path, tmp_path: Path
) -> None:
    async with founder_at(plan, screen="workbench") as founder:
        plan.write_text(TEXT.replace("Rolls", "Bread"), "utf-8")
        disk.stall()
        watch = founder.app._watch
        assert watch is not None
        watch._read()
        copy = tmp_path / "copy.mvo.toml"
        assert founder.keeper.save_copy(copy)
        disk.answer()
        await founder.wait_for(lambda: watch._reading is None, "the answer")
        assert founder.plan.venture.product == "Rolls"
        assert founder.keeper.opened.path == copy
    assert open_plan(copy).plan.venture.product == "Rolls"


async def test_a_copy_to_a_drive_that_is_away_is_asked_for_again(disk: Disk, plan: Path, tmp_path: Path) -> None:
    here = tmp_path / "here.mvo.toml"
    here.write_text(TEXT, "utf-8")
    async with founder_at(here, screen="workbench") as founder:
        disk.stall()
        founder.app.action_save_elsewhere()
        await founder.wait_for(lambda: founder.sees("Where shall a copy go?"), "the question")
        await founder.press("ctrl+u")
        await founder.type(str(disk.folder))
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WaitingScreen), "what is waited for")
        await founder.press("escape")
        await founder.wait_for(lambda: founder.sees("Where shall a copy go?"), "the question again")
        assert founder.keeper.opened.path == here


async def test_a_whole_file_from_the_editor_is_in_the_plan_where_the_disk_does_not_answer(
    disk: Disk, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with founder_at(plan, screen="workbench") as founder:

        def edit(*_: object) -> bytes:
            disk.stall()
            return TEXT.replace("Box", "An hour of words").encode()

        monkeypatch.setattr("mvo_tui.ui.editing_outside.edited_outside", edit)
        FileEditing(founder.app, founder.keeper).begin()
        await says_what_it_waits_for(founder)
        await founder.press("escape")
        await founder.wait_for(lambda: founder.plan.venture.name == "An hour of words", "the words in the plan")
        disk.answer()
        await founder.wait_for(lambda: founder.keeper.is_safe, "saved after all")
    assert open_plan(plan).plan.venture.name == "An hour of words"


# After a crash


@pytest.mark.parametrize("choice", [0, 1], ids=["keep", "copy"])
async def test_what_a_crash_left_is_decided_later_where_the_disk_does_not_answer(
    disk: Disk, plan: Path, choice: int
) -> None:
    crash(plan, NAME)
    async with founder_at(plan) as founder:
        assert isinstance(founder.app.screen, RecoveryScreen)
        disk.stall()
        await founder.press(*["down"] * choice, "enter")
        await says_what_it_waits_for(founder)
        await founder.press("escape")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the plan")
        assert founder.plan.venture.name == "Box"
        disk.answer()
    left = left_behind(plan)
    for each in left:
        each.release()
    assert len(left) == 1
    assert plan.read_text("utf-8") == TEXT
