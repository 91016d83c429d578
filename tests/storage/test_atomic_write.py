"""After any fault the file is the old one or the new one, whole, and no temporary file is left lying about."""

import errno
import os
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mvo_tui.storage import atomic_write
from mvo_tui.storage.atomic_write import TornFileError, write_atomically
from mvo_tui.storage.backups import backups_of

OLD, NEW = b"old words\n" * 100, b"new words, more of them\n" * 100

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the faults are those of POSIX systems")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path, state: Path) -> Iterator[Path]:
    """A file in a folder of its own, which holds nothing else when the test is over."""
    folder = tmp_path / "plans"
    folder.mkdir()
    found = folder / "plan.mvo.toml"
    found.write_bytes(OLD)
    yield found
    assert [entry.name for entry in folder.iterdir() if ".new" in entry.name] == []


class Faults:
    """Fails the n-th call of a function and counts the calls."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch.setattr

    def fail(self, owner: Any, name: str, error: BaseException, *, call: int = 1) -> None:
        real: Callable[..., Any] = getattr(owner, name)
        calls = iter(range(1, 1000))

        def function(*args: Any, **options: Any) -> Any:
            if next(calls) == call:
                raise error
            return real(*args, **options)

        self._patch(owner, name, function)

    def fail_writing(self, *, files: int, error: OSError, after: int = 500) -> None:
        """Make the first `files` files that are opened for writing take `after` bytes and no more."""
        left = iter([True] * files)

        def opened(file: Any, mode: str = "r") -> Any:
            handle = open(file, mode)  # noqa: SIM115
            return _Full(handle, after, error) if "b" in mode and next(left, False) else handle

        self._patch(atomic_write, "open", opened, raising=False)


class _Full:
    def __init__(self, file: Any, after: int, error: OSError) -> None:
        self._file, self._after, self._error = file, after, error

    def write(self, content: bytes) -> int:
        self._file.write(content[: self._after])
        self._file.flush()
        raise self._error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Full":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(monkeypatch)


def os_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_the_new_content_is_there_and_nothing_else(path: Path) -> None:
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert os.listdir(path.parent) == [path.name]
    assert backups_of(path) == ()


NEEDED = [(tempfile, "mkstemp"), (os, "fsync"), (os, "replace")]
CARRIED_OVER = [(os, "fstat"), (os, "fchmod"), (os, "listxattr")]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EINTR])
@pytest.mark.parametrize(("owner", "name"), NEEDED)
def test_each_step_may_fail(path: Path, faults: Faults, owner: Any, name: str, number: int) -> None:
    faults.fail(owner, name, os_error(number))
    with pytest.raises(OSError, match=os.strerror(number)):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(("owner", "name"), CARRIED_OVER)
def test_what_can_not_be_carried_over_is_kept_by_writing_in_place(
    path: Path, faults: Faults, owner: Any, name: str
) -> None:
    if not hasattr(owner, name):
        pytest.skip("this system has none")
    inode = path.stat().st_ino
    faults.fail(owner, name, os_error(errno.EIO))
    write_atomically(path, NEW)
    assert (path.read_bytes(), path.stat().st_ino) == (NEW, inode)
    assert [backup.read_bytes() for backup in backups_of(path)] == [OLD]


@pytest.mark.parametrize(("owner", "name"), [*NEEDED, *CARRIED_OVER])
def test_an_interruption_at_each_step(path: Path, faults: Faults, owner: Any, name: str) -> None:
    if not hasattr(owner, name):
        pytest.skip("this system has none")
    faults.fail(owner, name, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_a_full_disk(path: Path, faults: Faults) -> None:
    faults.fail_writing(files=1, error=os_error(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_a_folder_that_can_not_be_synced_is_no_failure(path: Path, faults: Faults) -> None:
    faults.fail(os, "fsync", os_error(errno.EINVAL), call=2)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


def test_the_file_is_synced_before_it_gets_its_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def note_replace(source: str, target: str) -> None:
        order.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_atomically(path, NEW)
    assert order == ["file", "rename", "folder"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_mode_and_owner_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    if os.geteuid() == 0:
        os.chown(path, 12345, 54321)
    before = path.stat()
    write_atomically(path, NEW)
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_new_file_gets_what_the_umask_leaves(path: Path) -> None:
    umask = os.umask(0)
    os.umask(umask)
    new = path.with_name("new")
    write_atomically(new, NEW)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~umask
    private = path.with_name("private")
    write_atomically(private, NEW, mode=0o600)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_symlinks_are_followed(path: Path, tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    (links / "absolute").symlink_to(path)
    (links / "relative").symlink_to("absolute")
    (links / "to-nothing").symlink_to("../plans/fresh")
    write_atomically(links / "relative", NEW)
    write_atomically(links / "to-nothing", NEW)
    assert path.read_bytes() == (path.parent / "fresh").read_bytes() == NEW
    assert all(entry.is_symlink() for entry in links.iterdir())


def test_a_file_with_two_names_keeps_both(path: Path) -> None:
    other = path.with_name("other")
    os.link(path, other)
    write_atomically(path, NEW)
    assert other.read_bytes() == path.read_bytes() == NEW
    assert path.samefile(other)
    assert [backup.read_bytes() for backup in backups_of(path)] == [OLD]
    write_atomically(path, b"short")
    assert other.read_bytes() == b"short"


def test_extended_attributes_stay(path: Path) -> None:
    try:
        os.setxattr(path, "user.mood", b"good")
    except (OSError, AttributeError):
        pytest.skip("this file system has none")
    write_atomically(path, NEW)
    assert os.getxattr(path, "user.mood") == b"good"


@pytest.mark.parametrize(
    ("owner", "name", "number"),
    [
        (tempfile, "mkstemp", errno.EACCES),
        (tempfile, "mkstemp", errno.EROFS),
        (os, "replace", errno.EBUSY),
        (os, "replace", errno.EXDEV),
        (os, "replace", errno.EPERM),
    ],
)
def test_where_no_file_can_take_its_place_it_is_written_in_place(
    path: Path, faults: Faults, owner: Any, name: str, number: int
) -> None:
    inode = path.stat().st_ino
    faults.fail(owner, name, os_error(number))
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert path.stat().st_ino == inode
    assert [backup.read_bytes() for backup in backups_of(path)] == [OLD]


def test_an_owner_that_can_not_be_given(path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fstat
    stranger = os.stat_result((*real(0)[:4], 4711, 4711, *real(0)[6:]))
    monkeypatch.setattr(os, "fstat", lambda _: stranger)
    faults.fail(os, "fchown", os_error(errno.EPERM))
    inode = path.stat().st_ino
    write_atomically(path, NEW)
    assert (path.read_bytes(), path.stat().st_ino) == (NEW, inode)


def linked(path: Path) -> None:
    os.link(path, path.with_name("other"))


def test_in_place_nothing_is_written_without_a_backup(path: Path, faults: Faults) -> None:
    linked(path)
    faults.fail(os, "makedirs", os_error(errno.ENOSPC))
    faults.fail(Path, "mkdir", os_error(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_in_place_the_old_content_comes_back(path: Path, faults: Faults) -> None:
    linked(path)
    faults.fail_writing(files=1, error=os_error(errno.ENOSPC))
    with pytest.raises(OSError, match="No space") as failure:
        write_atomically(path, NEW)
    assert not isinstance(failure.value, TornFileError)
    assert path.read_bytes() == OLD


def test_in_place_if_all_fails_the_backup_is_named(path: Path, faults: Faults) -> None:
    linked(path)
    faults.fail_writing(files=2, error=os_error(errno.EIO))
    with pytest.raises(TornFileError) as failure:
        write_atomically(path, NEW)
    assert failure.value.backup.read_bytes() == OLD
    assert failure.value.errno == errno.EIO


def test_what_may_not_be_written_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_a_disk_that_can_only_be_read_is_told_from_a_permission_that_is_missing(
    path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    faults.fail(os, "open", os_error(errno.EROFS))
    with pytest.raises(OSError, match="Read-only") as failure:
        write_atomically(path, NEW)
    assert failure.value.errno == errno.EROFS


def test_a_folder_or_a_pipe_is_not_replaced(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    for target in (pipe, path.parent):
        with pytest.raises(OSError, match="regular"):
            write_atomically(target, NEW)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_missing_folder_is_an_error(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(path.parent / "none" / "plan", NEW)


def test_readers_see_the_old_or_the_new_file(path: Path) -> None:
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(20):
        write_atomically(path, NEW)
        write_atomically(path, OLD)
    done.set()
    reader.join()
    assert seen <= {OLD, NEW}


def test_windows_is_asked_again(path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(atomic_write, "_IS_WINDOWS", True)
    monkeypatch.setattr(atomic_write, "sleep", waits.append)
    faults.fail(os, "replace", PermissionError(errno.EACCES, "a scanner holds it"))
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert len(waits) == 1
