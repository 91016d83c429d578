"""Whether the same plan is open in another program of ours: locks that the system lets go of with the process.

Nobody is kept out: two programs on one plan go on, and take in each other's saves. The lock only lets the second one
say so at once. What can't be known (a state folder that can't be written, a disk without locks) counts as no.
"""

import contextlib
import os
import sys
from typing import BinaryIO

from mvo_tui.storage.state_folder import PRIVATE, private_folder

_SLOTS = 16
"""On Windows, which has no shared locks: the most programs that are told from one another."""


class OpenMark:
    """Says that this program has the plan of that `key` open, until `remove`, or the end of the process.

    `is_open_elsewhere` tells whether another one had it open when this mark was set.
    """

    def __init__(self, key: str) -> None:
        self.is_open_elsewhere = False
        self._file: BinaryIO | None = None
        with contextlib.suppress(OSError):
            descriptor = os.open(private_folder("open") / f"{key}.lock", os.O_RDWR | os.O_CREAT, PRIVATE)
            self._file = open(descriptor, "r+b")  # noqa: SIM115 - held as long as the plan is open
            self.is_open_elsewhere = _lock(self._file)

    def remove(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        """Lock the first byte that is free; whether any byte is not ours."""
        is_held = has_others = False
        for slot in range(_SLOTS):
            file.seek(slot)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                has_others = True
                continue
            if is_held:
                file.seek(slot)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
            is_held = True
        return has_others

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        """Hold a shared lock; whether it could not be had alone."""
        has_others = False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            has_others = True
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return has_others
