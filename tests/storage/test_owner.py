"""Journals on a file system without locks: offered once their process is gone, and never while it lives."""

import errno
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mvo_tui.storage import owner
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.journal_lines import read_journal
from mvo_tui.storage.left_behind import journals, left_behind
from mvo_tui.storage.owner import RECENT, UNKNOWN, Owner, may_live, this_process
from mvo_tui.storage.plan_file import open_plan
from tests.storage.crashes import SMALL, crash, files, recorded

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a system that tells of processes")

WITHOUT_LOCKS = """
import errno, fcntl, sys
from pathlib import Path

def refuse(*_):
    raise OSError(int(sys.argv[2]), "no locks here")

fcntl.flock = refuse
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import open_plan
from tests.storage.crashes import recorded

journal = Journal(opened := open_plan(Path(sys.argv[1])))
recorded(journal, opened, "Crust")
print("written", flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture(params=[errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS], ids=lambda number: errno.errorcode[number])
def refusal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """The file system has no locks: what it says to those who ask for one."""

    def refuse(*_: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr("fcntl.flock", refuse)
    return int(request.param)


@pytest.fixture
def other(plan: Path, refusal: int) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the plan open and changed it."""
    words = [sys.executable, "-c", WITHOUT_LOCKS, str(plan), str(refusal)]
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": root}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        yield process
        process.kill()


def names_left(plan: Path) -> list[str]:
    found = left_behind(plan)
    for each in found:
        each.release()
    return [edit.label for each in found for edit in each.content.edits]


def test_what_a_killed_program_left_is_offered(plan: Path, other: subprocess.Popen[str]) -> None:
    assert names_left(plan) == []
    other.kill()
    other.wait()
    assert names_left(plan) == ["Name it Crust"]
    assert [content.header.plan for content in journals().left_behind] == [str(plan)]


def test_a_journal_of_this_very_process_is_its_own(plan: Path, refusal: int, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    assert names_left(plan) == []
    assert len(files(state)) == 1
    crash(journal)


def test_with_locks_the_lock_alone_tells(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    assert names_left(plan) == []
    crash(journal)  # the process lives, and its number with it
    assert names_left(plan) == ["Name it Crust"]


def test_a_journal_from_before_its_owner_was_written_down_is_read(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    crash(journal)
    (file,) = files(state)
    first = file.read_bytes().partition(b"\n")[0]
    header = read_journal(first).header
    assert header.owner == this_process()
    without = first[9:].replace(b'"owner":', b'"was":')
    assert read_journal(b"%08x %b" % (zlib.crc32(without), without)).header == header._replace(owner=UNKNOWN)


# Who may live


@pytest.fixture
def ended() -> int:
    """The number of a process that is no more."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def long_ago() -> float:
    return time.time() - RECENT - 1


def test_this_process_lives_however_long_it_has_written_nothing() -> None:
    assert may_live(this_process(), long_ago())


def test_a_process_that_is_gone_does_not(ended: int) -> None:
    assert not may_live(this_process()._replace(process=ended), time.time())


def test_another_program_that_was_given_the_number_is_not_the_owner() -> None:
    assert not may_live(this_process()._replace(began="1"), time.time())


def test_no_process_outlives_its_machine() -> None:
    assert not may_live(this_process()._replace(boot="another"), time.time())


@pytest.mark.parametrize(
    "unknown", [UNKNOWN, this_process()._replace(machine="ida's laptop"), this_process()._replace(began="")]
)
def test_who_can_not_be_known_counts_as_living_for_a_day(unknown: Owner) -> None:
    assert may_live(unknown, time.time())
    assert not may_live(unknown, long_ago())


def test_a_system_without_proc_goes_by_the_number_and_the_day(ended: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner, "_began", lambda _: None)
    monkeypatch.setattr(owner, "_boot", lambda: "")
    mine = this_process()
    assert (mine.began, mine.boot) == ("", "")
    assert may_live(mine, time.time())
    assert not may_live(mine, long_ago())
    assert not may_live(mine._replace(process=ended), time.time())


def test_a_number_that_no_process_can_have_is_nobody() -> None:
    assert not may_live(this_process()._replace(process=2**70), time.time())
