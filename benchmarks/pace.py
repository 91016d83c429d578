"""How quick the processor's cores are at the moment.

A virtual machine shares its cores with neighbours that nobody sees: by turns, for seconds, the same work takes twice
as long, and is counted as processor time all the same. A ratio of two things measured side by side bears that; a
number of milliseconds does not. So fixed work is timed before and after a key, and a key counts as undisturbed when
the core that it ran on was quick both times.
"""

import os
import sys
import time
from dataclasses import dataclass, field

SLOW = 1.25
"""How many times the quickest pace of the run counts as disturbed."""
_WORK = 10_000  # about a millisecond

Paces = dict[int, float]
"""Seconds that the fixed work took, by core."""


@dataclass
class Pace:
    """Remembers the quickest pace of the run, which all others are held against."""

    quickest: float = field(default=float("inf"))

    def now(self) -> Paces:
        """Time the fixed work on every core; nothing where a program can't choose its core."""
        if sys.platform != "linux":
            return {}
        cores = os.sched_getaffinity(0)
        try:
            paces = {core: _seconds_on(core) for core in cores}
        finally:
            os.sched_setaffinity(0, cores)
        self.quickest = min(self.quickest, *paces.values())
        return paces

    def is_quick(self, paces: Paces, core: int | None) -> bool:
        """Whether `core` was as quick as it can be; where that is not known, it is taken for so."""
        return core not in paces or paces[core] <= SLOW * self.quickest


THIS_MACHINE = Pace()


def _seconds_on(core: int) -> float:
    if sys.platform == "linux":
        os.sched_setaffinity(0, {core})
    start = time.thread_time()
    texts = {}
    for number in range(_WORK):
        texts[number % 1_000] = str(number)
    return time.thread_time() - start
