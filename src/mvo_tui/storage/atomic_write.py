"""Replace a file by new bytes so that after any failure it is the old one or the new one, whole.

A temporary file in the same folder is written, synced and renamed over the old one, and the folder is synced. Symlinks
are followed; mode and owner stay. Where a rename would break something (other names of the file, another owner's file,
an unwritable folder, a bind mount), a synced backup is made first and the file is written in place. Source: the
practice of trusted editors, and the experiments behind ``docs/decisions/0006-safe-writing.md``.
"""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from time import sleep

from mvo_tui.storage.backups import Why, keep_backup
from mvo_tui.storage.file_lock import lock
from mvo_tui.storage.unfinished import SUFFIX, prefix_of, remove_unfinished

NEW_FILE_MODE = 0o666  # less what the umask takes away
_CANNOT_RENAME = {errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS}
_IS_WINDOWS = os.name == "nt"
_WINDOWS_RETRIES = 40
_WINDOWS_PAUSE = 0.05  # seconds; a virus scanner lets go within two


def write_atomically(path: Path, content: bytes, *, mode: int | None = None) -> bool:
    """Make `content` the content of the file at `path`, and wait until the disk has it.

    A new file gets `mode`, or what the umask leaves of 0o666. Returns False where the file had to be written in place.

    Raises:
        OSError: the file is as it was before; a `TornFileError` is not, and says where the old one is.
    """
    target = Path(os.path.realpath(path))
    old = _status(target)
    remove_unfinished(target)  # first, since it may be what fills the disk
    if old is None or _may_be_replaced(target, old):
        try:
            _replace(target, content, old, mode)
        except _NotReplaceableError as problem:
            if old is None:
                raise problem.reason from None
        else:
            return True
    _write_in_place(target, content)
    return False


class TornFileError(OSError):
    """A file that had to be written in place is neither the old nor the new one; `backup` holds the old one."""

    def __init__(self, reason: OSError, backup: Path) -> None:
        super().__init__(reason.errno, reason.strerror)
        self.backup = backup


class _NotReplaceableError(Exception):
    """The folder or the file system does not let a new file take the place of the old one."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _status(target: Path) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _may_be_replaced(target: Path, old: os.stat_result) -> bool:
    """Whether a new file could stand in for the old one without anybody losing something."""
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file", str(target))
    if not os.access(target, os.W_OK):
        os.close(os.open(target, os.O_WRONLY))  # says why: no permission, or a disk that can only be read
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return old.st_nlink == 1


def _replace(target: Path, content: bytes, old: os.stat_result | None, mode: int | None) -> None:
    try:
        descriptor, name = tempfile.mkstemp(prefix=prefix_of(target), suffix=SUFFIX, dir=target.parent)
    except OSError as error:
        if error.errno in _CANNOT_RENAME:
            raise _NotReplaceableError(error) from error
        raise
    try:
        with open(descriptor, "wb") as file:
            lock(file.fileno())  # in use, for another save that looks for what killed ones have left
            file.write(content)
            file.flush()
            try:
                _give_mode_and_owner(file.fileno(), old, mode)
                if old is not None:
                    _give_attributes(file.fileno(), target)
            except OSError as error:
                raise _NotReplaceableError(error) from error
            os.fsync(file.fileno())
        try:
            _rename(name, target)
        except OSError as error:
            if error.errno in _CANNOT_RENAME:
                raise _NotReplaceableError(error) from error
            raise
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _give_mode_and_owner(descriptor: int, old: os.stat_result | None, mode: int | None) -> None:
    if not hasattr(os, "fchmod"):
        return
    if old is None:
        os.fchmod(descriptor, NEW_FILE_MODE & ~_umask() if mode is None else mode)
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
        os.fchown(descriptor, old.st_uid, old.st_gid)
    with contextlib.suppress(PermissionError):  # file systems without modes; the new file is private by then
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _give_attributes(descriptor: int, target: Path) -> None:
    """Carry over what the file system keeps beside the content: access lists, labels, a user's tags."""
    if hasattr(os, "listxattr"):
        for name in os.listxattr(target):
            os.setxattr(descriptor, name, os.getxattr(target, name))


def _umask() -> int:
    """The umask, read in a way that no other thread can notice where the system offers one."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("Umask:"):
                return int(line.split()[1], 8)
    except (OSError, ValueError, IndexError):
        pass
    return 0o022


def _rename(name: str, target: Path) -> None:
    for attempt in range(_WINDOWS_RETRIES):
        try:
            os.replace(name, target)
        except PermissionError:
            if not _IS_WINDOWS or attempt == _WINDOWS_RETRIES - 1:
                raise
            sleep(_WINDOWS_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Let the disk know the new name. Some file systems and Windows can't; the file itself is safe by then."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_in_place(target: Path, content: bytes) -> None:
    """Overwrite `target`, which keeps all its names; a synced backup comes first, and goes back if this fails."""
    before = target.read_bytes()
    backup = keep_backup(target, before, Why.IN_PLACE)
    try:
        _overwrite(target, content)
    except OSError as error:
        try:
            _overwrite(target, before)
        except OSError:
            raise TornFileError(error, backup) from error
        raise


def _overwrite(target: Path, content: bytes) -> None:
    with open(target, "r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
