"""New files that a save was writing when its process was killed: found beside the plan, and removed at the next save.

What they hold is in the journal as well. A save locks its new file, so one that can be locked belongs to nobody; the
age guards the moments before the lock is set and after it is let go.
"""

import contextlib
import os
import re
import stat
import time
from pathlib import Path

from mvo_tui.storage.file_lock import lock

SUFFIX = ".new"
OLD = 60.0
"""Seconds without a write after which a new file may be one that was left."""
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def prefix_of(target: Path) -> str:
    """How the names of new files for `target` begin; eight letters of chance and `SUFFIX` follow."""
    return f".{target.name[:60]}."


def remove_unfinished(target: Path) -> None:
    """Remove what killed saves of `target` have left. What can't be removed stays; nothing is said."""
    name = re.compile(re.escape(prefix_of(target)) + "[a-z0-9_]{8}" + re.escape(SUFFIX))
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for path in [entry.path for entry in entries if name.fullmatch(entry.name)]:
            with contextlib.suppress(OSError):
                _remove(path)


def _remove(path: str) -> None:
    descriptor = os.open(path, _FLAGS)
    try:
        is_left = _is_old_and_ours(os.fstat(descriptor)) and lock(descriptor)
    finally:
        os.close(descriptor)  # before it goes: Windows removes nothing that is open
    if is_left:
        os.unlink(path)


def _is_old_and_ours(status: os.stat_result) -> bool:
    is_own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    is_plain = stat.S_ISREG(status.st_mode) and status.st_nlink == 1
    return is_own and is_plain and time.time() - status.st_mtime > OLD
