"""A save fails at every step, in every way: the file is the old or the new one, whole, and no word is lost.

In the suite every step that writes meets every error that it may meet, and each that only looks meets one, by turns.
All of them meet all: ``MVO_TUI_FAULTS=all pytest tests/faults``.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("the faults are those of POSIX systems", allow_module_level=True)

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage import one_writer
from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.journal import FOLDER, Journal
from mvo_tui.storage.plan_file import (
    FileChanged,
    OpenedPlan,
    keep_mine,
    new_plan,
    open_plan,
    save_copy,
    save_edited,
    save_plan,
)
from mvo_tui.storage.state_folder import VARIABLE, state_folder
from mvo_tui.ui.taking_in import save_with_theirs
from tests.faults.failing_disk import (
    WRITING_CALLS,
    Call,
    FailingDisk,
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

ALL = os.environ.get("MVO_TUI_FAULTS") == "all"
WRITES = os.O_WRONLY | os.O_RDWR
OLD_WORDS, NEW_WORDS = "the words of an hour", "and one more"
THEIR_WORDS = "by another"
TEXT = f'format = 1   # by hand\n[venture]\nname = "{OLD_WORDS}"\n'
THEIR_TEXT = f'{TEXT}customer = "{THEIR_WORDS}"\n'

ANYWHERE = ("EIO", "ENXIO", "ENODEV", "ESTALE", "ETIMEDOUT", "EINTR", "ENOMEM")
WHERE = (  # the other errors, and the calls that can meet them
    (
        ("ENOSPC", "EDQUOT", "ENOSPC half way", "EDQUOT half way", "EIO half way"),
        ("open", "write", "fsync", "mkdir", "replace", "setxattr", "ftruncate", "truncate", "close"),
    ),
    (("EFBIG",), ("write", "truncate", "ftruncate")),
    (("EROFS", "EACCES", "EPERM", "ENOENT", "EBUSY"), ("open", "mkdir", "replace", "unlink", "utime", "access")),
    (("EPERM", "EOPNOTSUPP", "ENOSYS"), ("fsync", "fchmod", "fchown", "setxattr", "listxattr", "getxattr")),
    (("EMFILE", "ENFILE"), ("open", "open to read", "listdir", "scandir")),
    (("EXDEV",), ("replace",)),
    (("EAGAIN",), ("open", "write", "read")),
)


def fault_called(name: str) -> Fault:
    number = getattr(errno, name.split(maxsplit=1)[0])
    return half(number) if name.endswith("half way") else error(number)


FAULTS = {name: fault_called(name) for name in (*ANYWHERE, *(name for names, _calls in WHERE for name in names))}
LASTING = ("ENOSPC", "EIO", "EROFS", "ESTALE", "EACCES", "ENOSPC half way")
KILLS: dict[str, Fault] = {"before": kill_before, "half way": kill_half_way, "after": kill_after}


@pytest.fixture(autouse=True)
def _no_waiting_for_a_real_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is prepared and looked at between two faults need not survive a power cut."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    # A close that fails leaves its lock with this process, and every later save would wait for it in vain.
    monkeypatch.setattr(one_writer, "PATIENCE", 0.02)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "state"))
    return tmp_path / "state"


class Situation:
    """A file as it was opened, and what is about to be done with it."""

    def __init__(self, name: str, folder: Path) -> None:
        folder.mkdir(parents=True)
        os.environ[VARIABLE] = str(folder / "state")  # one for each, so that each save takes the same steps
        self.name, self.path = name, folder / "plan.mvo.toml"
        self.opened = self._opened()
        self.journal = Journal(self.opened)
        self.journal.type("venture.product", "half typed")
        self.before = self.path.read_bytes() if self.path.exists() else None
        edit = SetField("venture.name", f"{OLD_WORDS} {NEW_WORDS}")
        self.plan = self.expected = apply(self.opened.plan, edit)
        self.journal.record(edit, self.plan)
        if name == "merged":
            self.expected = apply(self.plan, SetField("venture.customer", THEIR_WORDS))

    def _opened(self) -> OpenedPlan:
        if self.name == "new":
            return new_plan(self.path)
        if self.name == "link":
            (self.path.parent / "there").mkdir()
            target = self.path.parent / "there" / "real.mvo.toml"
            target.write_text(TEXT)
            self.path.symlink_to(target)
        self.path.write_text(TEXT)
        if self.name in ("hard link", "hard link, keep mine"):
            os.link(self.path, self.path.with_name("other"))
        opened = open_plan(self.path)
        if self.name in ("keep mine", "hard link, keep mine", "merged"):
            self.path.write_text(THEIR_TEXT)
        if self.name in ("second", "a day later"):
            opened = save_plan(opened, apply(opened.plan, SetField("venture.product", "Rolls")))
        if self.name == "a day later":
            for backup in backups_of(self.path):
                backup.unlink()
            opened = opened._replace(backed_up=date.today() - timedelta(days=1))
        return opened

    def end(self) -> None:
        """Leave the journal as a process does that is gone."""
        if self.journal._file:
            os.close(self.journal._file.descriptor)
            self.journal._file = None

    def save(self) -> OpenedPlan:
        if self.name == "edited as a whole":
            return save_edited(self.opened, TEXT.replace(OLD_WORDS, f"{OLD_WORDS} {NEW_WORDS}").encode())
        does = {
            "keep mine": keep_mine,
            "hard link, keep mine": keep_mine,
            "copy": save_copy,
            "merged": save_with_theirs,
        }
        return does.get(self.name, save_plan)(self.opened, self.plan)


SITUATIONS = (
    "first", "second", "a day later", "new", "link", "hard link", "keep mine", "hard link, keep mine", "merged", "copy",
    "edited as a whole",
)  # fmt: skip


def places_of_words(path: Path) -> Iterator[str]:
    """All that is on the disk of the plan: the file and its copies, backups, the journal."""
    for found in (*path.parent.glob("*.mvo.toml"), *backups_of(path)):
        yield found.read_text("utf-8", errors="replace")
    for journal in state_folder(FOLDER).iterdir():
        yield journal.read_text("utf-8", errors="replace")


def assert_no_word_is_lost(situation: Situation, about: str) -> None:
    theirs = [THEIR_WORDS] if THEIR_WORDS in (situation.before or b"").decode() else []
    places = list(places_of_words(situation.path))
    for words in ("half typed", NEW_WORDS, *theirs):
        assert any(words in text for text in places), f"{about}: {words}"


def good_save(name: str, folder: Path) -> FailingDisk:
    """The steps that a good save takes."""
    situation = Situation(name, folder)
    with failing_disk() as disk:
        situation.save()
    assert len(disk.writing_steps) >= 5
    return disk


def assert_old_or_new(situation: Situation, about: str, is_torn: bool = False) -> None:
    """The file is whole, and it is the old one or the new one; nothing that was saved before is lost."""
    if situation.before is None and not situation.path.exists():
        return
    found = situation.path.read_bytes()
    if not is_torn and found != situation.before:
        assert open_plan(situation.path).plan == situation.expected, about
    if situation.before is not None:
        assert any(OLD_WORDS in text for text in places_of_words(situation.path)), about


def errors_of(call: Call) -> list[str]:
    return [*ANYWHERE, *(name for names, calls in WHERE if call.name in calls for name in names)]


def faults_of(good: FailingDisk) -> Iterator[tuple[int, str]]:
    """Which step meets which error."""
    for step, call in enumerate(good.calls):
        is_look = call.name not in WRITING_CALLS
        names = list(FAULTS) if ALL else errors_of(call)
        if is_look:
            names = [name for name in names if name != "ENOENT"]  # which is an answer
        if is_look and not ALL:
            names = [names[step % len(names)]]
        yield from ((step, name) for name in names)


@pytest.mark.parametrize("situation_name", SITUATIONS)
def test_after_any_error_at_any_step(tmp_path: Path, situation_name: str) -> None:
    good = good_save(situation_name, tmp_path / "good")
    for step, fault_name in faults_of(good):
        situation = Situation(situation_name, tmp_path / f"{fault_name}-{step}")
        with failing_disk(step, FAULTS[fault_name]) as disk:
            error = outcome(situation.save)
        look_after(situation, error, f"{fault_name} at step {step}: {disk.calls[step]}")


@pytest.mark.parametrize("situation_name", SITUATIONS)
def test_after_an_error_that_lasts(tmp_path: Path, situation_name: str) -> None:
    """The disk is full, or gone, from some step on; so is what should clean up after it."""
    good = good_save(situation_name, tmp_path / "good")
    for step in good.writing_steps:
        for fault_name in LASTING:
            situation = Situation(situation_name, tmp_path / f"{fault_name}-{step}")
            with failing_disk(step, FAULTS[fault_name], is_lasting=True) as disk:
                error = outcome(situation.save)
            look_after(situation, error, f"{fault_name} from step {step}: {disk.calls[step]}")


def look_after(situation: Situation, error: PlanError | None, about: str) -> None:
    """What is on the disk after a save that met a fault, what was said of it, and that the next one goes well."""
    is_torn = error is not None and "not whole" in str(error)
    assert_old_or_new(situation, about, is_torn)
    if error is None and situation.name != "copy":
        assert open_plan(situation.path).plan == situation.expected, about
    if error is not None:
        said = str(error).lower()
        safe = ("what you typed is still here", "nothing was changed", "nothing was saved yet")
        assert any(words in said for words in safe), f"{about}: {error}"
        assert "errno" not in said, about
        assert not isinstance(error, FileChanged) or situation.name == "merged", about  # theirs could not be read
    assert_no_word_is_lost(situation, about)
    again_without_fault(situation, about)
    situation.end()


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
    except FileChanged:  # the save had been done when it failed, or the file is torn and the founder keeps theirs
        saved = keep_mine(situation.opened, situation.expected)
    assert saved.plan == situation.expected, about
    assert open_plan(saved.path).plan == situation.expected, about


@pytest.mark.parametrize("situation_name", SITUATIONS)
def test_after_a_power_cut_at_any_step(tmp_path: Path, situation_name: str) -> None:
    good = good_save(situation_name, tmp_path / "good")
    for kill_name, kill in KILLS.items():
        for step in good.writing_steps:
            situation = Situation(situation_name, tmp_path / f"{kill_name}-{step}")
            with failing_disk(step, kill) as disk, pytest.raises(Killed):
                situation.save()
            about = f"killed {kill_name} step {step}: {disk.calls[step]}"
            # A file with several names is written in place: cut in between it is torn, and its backup is whole.
            is_in_place = situation_name.startswith("hard link")
            assert_old_or_new(situation, about, is_torn=is_in_place)
            if is_in_place and situation.path.read_bytes() != situation.before:
                whole = [backup.read_bytes() for backup in backups_of(situation.path)]
                assert situation.before in whole, about
            assert_no_word_is_lost(situation, about)
            situation.end()


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
    steps = good_save(situation_name, tmp_path / "good").writing_steps
    root = Path(__file__).parents[2]
    for step in (steps[len(steps) // 3], steps[2 * len(steps) // 3]):
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
    assert sorted(set(seen)) == sorted(set(disk.opened_to_write))
