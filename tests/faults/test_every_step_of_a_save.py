"""A save fails at every step, in every way: the file is the old or the new one, whole, and no word is lost."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("the faults are those of POSIX systems", allow_module_level=True)

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.journal import FOLDER, Journal
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, keep_mine, new_plan, open_plan, save_copy, save_plan
from mvo_tui.storage.state_folder import VARIABLE, state_folder
from tests.faults.failing_disk import (
    Fault,
    Killed,
    error,
    failing_disk,
    half,
    kill_after,
    kill_before,
    kill_half_way,
)

# Who is killed closes no file.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

WRITES = os.O_WRONLY | os.O_RDWR
OLD_WORDS, NEW_WORDS = "the words of an hour", "and one more"
TEXT = f'format = 1   # by hand\n[venture]\nname = "{OLD_WORDS}"\n'

FAULTS: dict[str, Fault] = {
    **{errno.errorcode[number]: error(number) for number in (errno.ENOSPC, errno.EIO, errno.EINTR, errno.EROFS)},
    **{errno.errorcode[number]: error(number) for number in (errno.ESTALE, errno.EACCES, errno.EDQUOT)},
    "ENOSPC half way": half(errno.ENOSPC),
    "EIO half way": half(errno.EIO),
}
MAIN_FAULTS = ("ENOSPC", "EIO half way")
KILLS: dict[str, Fault] = {"before": kill_before, "half way": kill_half_way, "after": kill_after}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "state"))
    return tmp_path / "state"


class Situation:
    """A file as it was opened, and what is about to be done with it."""

    def __init__(self, name: str, folder: Path) -> None:
        folder.mkdir(parents=True)
        os.environ[VARIABLE] = str(folder / "state")  # one for each, so that each save takes the same steps
        self.path = folder / "plan.mvo.toml"
        self.opened = self._opened(name)
        self.journal = Journal(self.opened)
        self.journal.type("venture.product", "half typed")
        self.before = self.path.read_bytes() if self.path.exists() else None
        edit = SetField("venture.name", f"{OLD_WORDS} {NEW_WORDS}")
        self.plan = apply(self.opened.plan, edit)
        self.journal.record(edit, self.plan)
        self._do = keep_mine if name == "keep mine" else save_copy if name == "copy" else save_plan

    def _opened(self, name: str) -> OpenedPlan:
        if name == "new":
            return new_plan(self.path)
        if name == "link":
            (self.path.parent / "there").mkdir()
            target = self.path.parent / "there" / "real.mvo.toml"
            target.write_text(TEXT)
            self.path.symlink_to(target)
        self.path.write_text(TEXT)
        if name == "hard link":
            os.link(self.path, self.path.with_name("other"))
        opened = open_plan(self.path)
        if name == "keep mine":
            self.path.write_text(TEXT.replace("by hand", "by another"))
        if name == "second":
            opened = save_plan(opened, apply(opened.plan, SetField("venture.product", "Rolls")))
        return opened

    def save(self) -> OpenedPlan:
        return self._do(self.opened, self.plan)


SITUATIONS = ("first", "second", "new", "link", "hard link", "keep mine", "copy")


def places_of_words(path: Path) -> Iterator[str]:
    """All that is on the disk of the plan: the file and its copies, backups, the journal."""
    for found in (*path.parent.glob("*.mvo.toml"), *backups_of(path)):
        yield found.read_text("utf-8", errors="replace")
    for journal in state_folder(FOLDER).iterdir():
        yield journal.read_text("utf-8", errors="replace")


def assert_no_word_is_lost(situation: "Situation", about: str) -> None:
    for words in ("half typed", NEW_WORDS):
        assert any(words in text for text in places_of_words(situation.path)), f"{about}: {words}"


def steps_of(name: str, folder: Path) -> int:
    """How many steps a good save takes."""
    situation = Situation(name, folder)
    with failing_disk() as disk:
        situation.save()
    return len(disk.calls)


def assert_old_or_new(situation: Situation, is_torn: bool = False) -> None:
    """The file is whole, and it is the old one or the new one; nothing that was saved before is lost."""
    if situation.before is None and not situation.path.exists():
        return
    found = situation.path.read_bytes()
    if not is_torn and found != situation.before:
        assert open_plan(situation.path).plan == situation.plan
    if situation.before is not None:
        assert any(OLD_WORDS in text for text in places_of_words(situation.path))


@pytest.mark.parametrize("situation_name", SITUATIONS)
def test_after_any_error_at_any_step(tmp_path: Path, situation_name: str) -> None:
    count = steps_of(situation_name, tmp_path / "good")
    assert count >= 5
    for fault_name in FAULTS if situation_name in ("first", "hard link") else MAIN_FAULTS:
        fault = FAULTS[fault_name]
        for step in range(count):
            situation = Situation(situation_name, tmp_path / f"{fault_name}-{step}")
            with failing_disk(step, fault) as disk:
                error = outcome(situation.save)
            about = f"{fault_name} at step {step}: {disk.calls[step]}"
            is_torn = error is not None and "not whole" in str(error)
            assert_old_or_new(situation, is_torn)
            if error is None and situation_name != "copy":
                assert open_plan(situation.path).plan == situation.plan, about
            if error is not None:
                assert (
                    "what you typed is still here" in str(error).lower() or "nothing was changed" in str(error).lower()
                )
                assert "errno" not in str(error).lower(), about
            assert_no_word_is_lost(situation, about)
            again_without_fault(situation, about)


def outcome(save: Callable[[], OpenedPlan]) -> PlanError | None:
    try:
        save()
    except PlanError as error:
        return error
    return None


def again_without_fault(situation: Situation, about: str) -> None:
    """The founder tries again once the disk is well; no wreckage stands in the way."""
    try:
        saved = situation.save()
    except FileChanged:  # the save had been done when it failed; the disk has the words
        saved = open_plan(situation.path)
    assert saved.plan == situation.plan, about
    assert open_plan(saved.path).plan == situation.plan, about


@pytest.mark.parametrize("situation_name", SITUATIONS)
def test_after_a_power_cut_at_any_step(tmp_path: Path, situation_name: str) -> None:
    count = steps_of(situation_name, tmp_path / "good")
    for kill_name, kill in KILLS.items():
        for step in range(count):
            situation = Situation(situation_name, tmp_path / f"{kill_name}-{step}")
            with failing_disk(step, kill) as disk, pytest.raises(Killed):
                situation.save()
            about = f"killed {kill_name} step {step}: {disk.calls[step]}"
            # A file with several names is written in place: cut in between it is torn, and its backup is whole.
            is_in_place = situation_name == "hard link"
            assert_old_or_new(situation, is_torn=is_in_place)
            if is_in_place and situation.path.read_bytes() != situation.before:
                whole = [backup.read_bytes() for backup in backups_of(situation.path)]
                assert situation.before in whole, about
            assert_no_word_is_lost(situation, about)


KILLED_FOR_REAL = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from tests.faults.failing_disk import failing_disk
from tests.faults.test_every_step_of_a_save import Situation

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

situation = Situation(sys.argv[1], Path(sys.argv[2]))
with failing_disk(int(sys.argv[3]), kill):
    situation.save()
"""


@pytest.mark.parametrize("situation_name", ["first", "hard link"])
def test_after_a_real_kill(tmp_path: Path, situation_name: str) -> None:
    """The same with SIGKILL, at a few steps: nothing of Python runs any more."""
    count = steps_of(situation_name, tmp_path / "good")
    root = Path(__file__).parents[2]
    for step in (count // 3, 2 * count // 3):
        folder = tmp_path / str(step)
        words = [sys.executable, "-c", KILLED_FOR_REAL, situation_name, str(folder), str(step), str(root)]
        done = subprocess.run(words, check=False, capture_output=True, timeout=60)
        assert done.returncode == -9, done.stderr
        path = folder / "plan.mvo.toml"
        names = {named_in(path), *map(named_in, backups_of(path))}
        assert names & {OLD_WORDS, f"{OLD_WORDS} {NEW_WORDS}"}


def named_in(path: Path) -> str | None:
    try:
        plan: Plan = open_plan(path).plan
    except PlanError:
        return None
    return plan.venture.name


def test_every_way_to_write_is_counted(tmp_path: Path) -> None:
    """What the audit hook of Python sees opened for writing is among the steps: nothing goes past the failing disk."""
    seen: list[str] = []
    is_on = [True]

    def hear(event: str, args: tuple[object, ...]) -> None:
        if is_on[0] and event == "open" and isinstance(args[0], str) and int(str(args[2])) & WRITES:
            seen.append(str(args[0]))

    situation = Situation("first", tmp_path / "folder")
    sys.addaudithook(hear)
    with failing_disk() as disk:
        situation.save()
    is_on[0] = False
    opened = [call.about for call in disk.calls if call.name == "open"]
    assert sorted(set(seen)) == sorted(set(opened))
