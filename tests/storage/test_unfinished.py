"""A save that was killed leaves its new file beside the plan: the next save removes it, and nothing else."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mvo_tui.storage.atomic_write import write_atomically
from mvo_tui.storage.file_lock import lock
from mvo_tui.storage.unfinished import OLD, remove_unfinished

LEFT = ".plan.mvo.toml.a1b2c3_d.new"
_KILLED_AT_THE_RENAME = """
import os, signal, sys
from pathlib import Path
from mvo_tui.storage import atomic_write
atomic_write._rename = lambda name, target: os.kill(os.getpid(), signal.SIGKILL)
atomic_write.write_atomically(Path(sys.argv[1]), b"new")
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / "plan.mvo.toml"
    path.write_bytes(b"old")
    return path


def left(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name.endswith(".new"))


def age(path: Path, seconds: float = OLD + 60) -> Path:
    then = time.time() - seconds
    os.utime(path, (then, then), follow_symlinks=False)
    return path


def file_at(path: Path) -> Path:
    path.write_bytes(b"half a pl")
    return age(path)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_a_killed_save_leaves_goes_with_the_next_save(plan: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED_AT_THE_RENAME, str(plan)], check=False, timeout=60)
    assert plan.read_bytes() == b"old"
    wrecks = left(plan.parent)
    assert len(wrecks) == 1
    write_atomically(plan, b"newer")
    assert left(plan.parent) == wrecks  # so young that it could be another save's
    age(plan.parent / wrecks[0])
    write_atomically(plan, b"newest")
    assert left(plan.parent) == []
    assert plan.read_bytes() == b"newest"


def test_a_new_file_that_is_being_written_stays_however_old(plan: Path) -> None:
    path = file_at(plan.with_name(LEFT))
    descriptor = os.open(path, os.O_RDWR)
    try:
        assert lock(descriptor)
        remove_unfinished(plan)
        assert path.exists()
    finally:
        os.close(descriptor)
    remove_unfinished(plan)
    assert not path.exists()


@pytest.mark.parametrize(
    "name",
    [
        ".other.mvo.toml.a1b2c3_d.new",
        "plan.mvo.toml.a1b2c3_d.new",
        ".plan.mvo.toml.new",
        ".plan.mvo.toml.my-notes.new",
        ".plan.mvo.toml.a1b2c3_dd.new",
        ".plan.mvo.toml.a1b2c3_d.new.bak",
        ".planXmvo.toml.a1b2c3_d.new",
    ],
)
def test_nothing_of_another_name_is_touched(plan: Path, name: str) -> None:
    path = file_at(plan.with_name(name))
    remove_unfinished(plan)
    assert path.exists()


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are those of POSIX systems")
@pytest.mark.parametrize("kind", ["symlink", "second name", "pipe", "folder"])
def test_what_is_no_plain_file_of_one_name_is_never_touched(plan: Path, kind: str) -> None:
    path, other = plan.with_name(LEFT), file_at(plan.with_name("notes.txt"))
    match kind:
        case "symlink":
            path.symlink_to(other)
        case "second name":
            os.link(other, path)
        case "pipe":
            os.mkfifo(path)
        case _:
            path.mkdir()
    age(path)
    remove_unfinished(plan)
    assert os.path.lexists(path)
    assert other.read_bytes() == b"half a pl"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner")
def test_what_somebody_else_has_left_is_theirs(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_at(plan.with_name(LEFT))
    monkeypatch.setattr(os, "getuid", lambda: path.stat().st_uid + 1)
    remove_unfinished(plan)
    assert path.exists()
