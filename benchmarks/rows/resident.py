"""What the open workbench costs while nobody presses a key: memory, processor and bytes, against the bare app."""

from collections.abc import Iterator

from benchmarks.interface import bare_is_ready, has_score
from benchmarks.results import Result
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import Seen, WatchedProgram

MEMORY_GOALS = {100: 1.6, 1_000: 1.6, 10_000: 2.6}
IDLE_CPU_GOAL = 0.3
IDLE_SECONDS = 10.0
SETTLED = 2.5
"""Seconds without output until the start, with all that it puts off, counts as over."""


def measure(settings: Settings) -> Iterator[Result]:
    idle_seconds = IDLE_SECONDS / 2 if settings.is_quick else IDLE_SECONDS
    bare_memory, _, _ = _resident(settings, list(BARE_APP), bare_is_ready, 0)
    for items in settings.sizes:
        command = list(mvo_tui(str(settings.fresh_copy(items, "resident"))))
        memory, written, cpu = _resident(settings, command, has_score, idle_seconds)
        yield Result(
            row="resident",
            what="memory",
            against="bare Textual app",
            items=items,
            measured=memory / bare_memory,
            unit="x",
            goal=MEMORY_GOALS.get(items),
            detail=f"{memory / 1e6:.0f} against {bare_memory / 1e6:.0f} MB",
        )
        yield Result("resident", "idle: processor", "one core", items, cpu / idle_seconds * 100, "%", IDLE_CPU_GOAL)
        yield Result("resident", "idle: output", "", items, written, "bytes", 0)


def _resident(settings: Settings, command: list[str], is_ready: Seen, seconds: float) -> tuple[int, int, float]:
    """Return bytes of memory, and the bytes written and processor seconds taken in so many idle seconds."""
    with WatchedProgram(command, settings.environment, settings.folder) as program:
        program.wait_for(is_ready)
        program.settle(SETTLED)
        memory = program.memory()
        written, cpu = program.idle(seconds)
    if memory is None or cpu is None:
        raise OSError("memory and processor time are read from /proc, which this system lacks")
    return memory, written, cpu
