"""What the journal adds to a key: the time and the processor's time from an edit to the kernel having it.

In the process itself, against the edit without it (apply and re-score). An edit of every kind of moment: one of many,
the first after a save, with which a file begins, and an undo, which is journalled as the edits that lead back.
"""

import itertools
import os
import time
from collections.abc import Callable, Iterator

from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave, median
from benchmarks.settings import Settings

ROUNDS = {100: 200, 1_000: 100, 10_000: 40}
GOAL = 1.0  # milliseconds; none is set for an undo in a plan of 10,000 items
EDIT = "the edit itself"
PARTS = ("journal: one edit", "journal: first edit after a save", "journal: an undo")


def measure(settings: Settings) -> Iterator[Result]:
    os.environ["MVO_TUI_STATE_DIR"] = settings.environment["MVO_TUI_STATE_DIR"]
    for items in settings.sizes:
        processor: dict[str, list[float]] = {name: [] for name in (EDIT, *PARTS)}
        rounds = settings.rounds(ROUNDS.get(items, 40))
        samples = interleave(_candidates(settings, items, processor), rounds)
        edit = median(samples.pop(EDIT))
        for what, seconds in samples.items():
            yield Result(
                row="journal",
                what=what,
                against="",
                items=items,
                measured=median(seconds) * 1000,
                unit="ms",
                goal=None if what == PARTS[2] and items > 1_000 else GOAL,
                detail=f"processor {milliseconds(median(processor[what]))}; {EDIT} {milliseconds(edit)}",
            )


def _candidates(settings: Settings, items: int, processor: dict[str, list[float]]) -> dict[str, Callable[[], float]]:
    from mvo_tui.plan.diff import diff
    from mvo_tui.plan.edits import Batch, SetField
    from mvo_tui.session.session import Session
    from mvo_tui.storage.journal import Journal
    from mvo_tui.storage.plan_file import open_plan

    opened = open_plan(settings.fresh_copy(items, "journal"))
    process = opened.plan.processes[len(opened.plan.processes) // 2].id
    names = (SetField(f"processes.{process}.name", f"Version {number}") for number in itertools.count())
    session, long, fresh, undone = Session.start(opened.plan), *(Journal(opened) for _ in range(3))

    def timed(name: str, work: Callable[[], object]) -> float:
        at, on_processor = time.perf_counter(), time.process_time()
        work()
        processor[name].append(time.process_time() - on_processor)
        return time.perf_counter() - at

    def edit() -> float:
        edit = next(names)
        return timed(EDIT, lambda: session.apply(edit, 0.0))

    def one() -> float:
        edit = next(names)
        after = session.apply(edit, 0.0).plan
        long.record(edit, after)  # the file has begun
        return timed(PARTS[0], lambda: long.record(edit, after))

    def first() -> float:
        fresh.saved(opened)
        fresh.given_up(opened)
        fresh.prepare()
        edit = next(names)
        after = session.apply(edit, 0.0).plan
        return timed(PARTS[1], lambda: fresh.record(edit, after))

    def undo() -> float:
        after = session.apply(next(names), 0.0).plan
        undone.record(SetField("venture.name", "x"), after)
        return timed(PARTS[2], lambda: undone.record(Batch(diff(after, opened.plan)), opened.plan))

    return {EDIT: edit, PARTS[0]: one, PARTS[1]: first, PARTS[2]: undo}
