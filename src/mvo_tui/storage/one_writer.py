"""One program of ours at a time looks at a plan file and replaces it, so that neither overwrites what the other saved.

Without it two saves at the same moment would both find the file as they know it, and the second would win. The lock
ends with the process that holds it; where there are no locks, or one is held for long, the save goes on without.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from mvo_tui.storage.file_lock import take_lock
from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder

PATIENCE = 2.0
"""Seconds to wait for another save."""
_PAUSE = 0.01  # seconds between two tries


@contextlib.contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Hold the right to replace the file at `path`."""
    try:
        descriptor = os.open(private_folder("open") / f"{key_of(path)}.save", os.O_RDWR | os.O_CREAT, PRIVATE)
    except OSError:
        yield
        return
    try:
        _wait_for_lock(descriptor)
        yield
    finally:
        with contextlib.suppress(OSError):  # the file itself is written, or is not, by now
            os.close(descriptor)


def _wait_for_lock(descriptor: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            take_lock(descriptor)
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:  # a disk without locks
            return
        else:
            return
