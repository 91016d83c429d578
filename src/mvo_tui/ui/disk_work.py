"""What a disk is asked for, in a thread of its own: a dead network drive holds the thread, never the keys."""

import contextlib
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOMENT = 0.1
"""Seconds that the keys may wait for a disk: nobody feels it, and a usual disk needs a hundredth of it."""
PATIENCE = 2.0
"""Seconds that a founder waits who asks for a save or leaves; less than `signals.DEADLINE`."""


def in_a_moment() -> float:
    """When `MOMENT` is over, by the clock that only goes on."""
    return time.monotonic() + MOMENT


def in_a_while() -> float:
    """When `PATIENCE` is over."""
    return time.monotonic() + PATIENCE


class DiskWork(Generic[T]):
    """One piece of work, begun by `start`.

    Args:
        do: the work.
        tell: called from the thread at the end, however that is; None where nobody waits for it.
    """

    def __init__(self, do: Callable[[], T], tell: Callable[["DiskWork[T]"], object] | None = None) -> None:
        self._do, self._tell = do, tell
        self._outcome: T
        self._error: BaseException | None = None
        self._ended = threading.Event()

    def start(self) -> "DiskWork[T]":
        # A daemon: the end of the program does not wait for it.
        threading.Thread(target=self._run, name="disk", daemon=True).start()
        return self

    @property
    def is_done(self) -> bool:
        return self._ended.is_set()

    def wait(self, until: float) -> bool:
        """Whether it came to an end, waiting for that no longer than `until`."""
        return self._ended.wait(max(0.0, until - time.monotonic()))

    def outcome(self) -> T:
        """What came of it, once it is done. Raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._outcome

    def _run(self) -> None:
        try:
            self._outcome = self._do()
        except BaseException as error:
            self._error = error
        self._ended.set()
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            if self._tell is not None:
                self._tell(self)
