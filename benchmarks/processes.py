"""Whole programs, from start to end: how long one takes, and the most memory that it or a child of it held."""

import os
import subprocess
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """One finished program. `peak_memory` in bytes, of the largest process among it and its children."""

    seconds: float
    peak_memory: int


def run(command: Sequence[str], environment: Mapping[str, str], *, cores: Collection[int] | None = None) -> Run:
    """Run a program to its end with its output thrown away, on the given cores only.

    Raises RuntimeError when it fails, because a program that breaks off at once would seem fast.
    """
    nothing = subprocess.DEVNULL
    with _confined_to(cores):  # a program inherits the cores of the one that starts it
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=nothing, stdout=nothing, stderr=nothing)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command[:4])} ended with exit code {process.returncode}")
    return Run(seconds, usage.ru_maxrss * 1024)


@contextmanager
def _confined_to(cores: Collection[int] | None) -> Iterator[None]:
    if cores is None:
        yield
        return
    usual = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, usual)


def whole_run(command: Sequence[str], environment: Mapping[str, str]) -> Callable[[], float]:
    """Return a candidate for `rounds.interleave`: the seconds of one whole run of the program."""
    return lambda: run(command, environment).seconds
