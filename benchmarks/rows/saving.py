"""While a save runs: how long does the slowest key wait?

An edit is made, and then the cursor is moved without a pause until the title says that the plan is saved. What counts
is the slowest of those keys, from the press to the first paint.
"""

import time
from collections.abc import Iterator

from benchmarks import interface
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import median
from benchmarks.settings import Settings, mvo_tui
from benchmarks.watched_program import GoneError, WatchedProgram

SAVES = 8
GOAL = 20.0  # milliseconds
PAUSE = 0.012
"""Seconds without output after which the next key is pressed: about thirty keys a second, as when one is held."""
PATIENCE = 30.0


def measure(settings: Settings) -> Iterator[Result]:
    for items in settings.sizes:
        command = list(mvo_tui(str(settings.fresh_copy(items, "saving"))))
        with WatchedProgram(command, settings.environment, settings.folder) as program:
            program.wait_for(interface.has_score)
            interface.go_to_measure_of_core_promise(program)
            saves = [_waits_during_a_save(program) for _ in range(settings.rounds(SAVES) + 1)][1:]
        slowest = [max(waits) for waits in saves]
        usual = [wait for waits in saves for wait in waits]
        yield Result(
            row="saving",
            what="slowest key while a save runs",
            against="",
            items=items,
            measured=median(slowest) * 1000,
            unit="ms",
            goal=GOAL,
            detail=f"median of {len(saves)} saves; the usual key {milliseconds(median(usual))}",
        )


def _waits_during_a_save(program: WatchedProgram) -> list[float]:
    """Blank an answer, then press keys until it is saved. Returns what each key waited. Leaves the plan as it was."""
    program.press(b"x", interface.scores, until_changed=True)
    waits = []
    deadline = time.perf_counter() + PATIENCE
    while not interface.is_saved(program.screen):
        for key in (interface.DOWN, interface.UP):
            reply = program.press(key, interface.whole, quiet=PAUSE, timeout=1.0)
            if time.perf_counter() > deadline:
                raise GoneError("no save was seen")
            if reply.first_paint is not None:
                waits.append(reply.first_paint)
            elif key != interface.UP or not interface.is_saved(program.screen):
                raise GoneError(f"{key!r} was not answered")
            # else "Saved" was taken for the answer to the key before, and this one undid that in the same frame
    program.press(b"u", interface.scores, until_changed=True)
    program.settle(quiet=2.0)
    return waits
