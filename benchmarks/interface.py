"""What the benchmarks know of the screens: where the score stands, and which keys move it.

All that would have to follow a change of the screens is here.
"""

import re

from benchmarks.fast_screen import FastScreen
from benchmarks.watched_program import WatchedProgram

_BARE = re.compile(r"keys \d+")
# In the title line "Ready 89  Lean 92", in the panel "Ready   89 of 100"; not in a finding ("+0.1 Ready   2 min").
_SCORE = re.compile(r"Ready\s+(\d+)(?=  Lean| of 100)")

_BREAKS = re.compile(r"Without .*|Take away a person")
_CUSTOMERS = re.compile(r"Demand +← [\d,.]+ new")

UP, DOWN, RIGHT, LEFT, ENTER = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\r"
F2, F6 = b"\x1bOQ", b"\x1b[17~"


def bare_count(screen: FastScreen) -> str | None:
    """Return what the bare app shows: how many keys it has answered."""
    found = _BARE.search(screen.rows[0])
    return found[0] if found else None


def bare_is_ready(screen: FastScreen) -> bool:
    return bare_count(screen) is not None


def scores(screen: FastScreen) -> tuple[str, ...]:
    """Return the readiness in every place that shows it; a repaint is over when the last of them is new."""
    return tuple(_SCORE.findall(screen.text))


def has_score(screen: FastScreen) -> bool:
    return bool(scores(screen))


def is_saved(screen: FastScreen) -> bool:
    return "Saved" in screen.rows[0]


def whole(screen: FastScreen) -> str:
    return screen.text


def is_workbench(screen: FastScreen) -> bool:
    return has_score(screen) and not is_interview(screen)


def is_interview(screen: FastScreen) -> bool:
    return " of 6  " in screen.rows[0]


def is_board(screen: FastScreen) -> bool:
    return "   Board   " in screen.rows[0] and " touchpoint" in screen.text


def customers(screen: FastScreen) -> str | None:
    """Return the demand that owners and load show; None in other views."""
    found = _CUSTOMERS.search(screen.text)
    return found[0] if found else None


def is_scorecard(screen: FastScreen) -> bool:
    return "   Scorecard   " in screen.rows[0]


def is_trace(screen: FastScreen) -> bool:
    return "   Trace   " in screen.rows[0] and "Why does it exist?" in screen.text


def what_breaks(screen: FastScreen) -> str | None:
    """Return what stands beside the list of what may be away; None in other views."""
    found = _BREAKS.search(screen.text)
    return found[0] if found else None


def go_to_first_process(program: WatchedProgram) -> None:
    """In the workbench: look at the first process."""
    program.settle()
    for key in (b"3", DOWN):
        program.press(key, whole, timeout=1.0)


def go_to_first_stage(program: WatchedProgram) -> None:
    """In the workbench: look at the first stage, so that the board begins on its head."""
    program.settle()
    for key in (b"2", DOWN):
        program.press(key, whole, timeout=1.0)


def go_to_measure_of_core_promise(program: WatchedProgram) -> None:
    """In the workbench: put the cursor on the line of the form whose blanking moves the score."""
    program.settle()
    for key in (b"1", DOWN, F6, DOWN, DOWN):
        program.press(key, whole, timeout=1.0)


def ask_for_measure_of_core_promise(program: WatchedProgram) -> None:
    """From the workbench, its cursor on that line: blank it and be asked for it in the interview."""
    program.press(b"x", scores, until_changed=True)
    program.press(b"i", whole)
    program.wait_for(is_interview)
    program.settle()
    program.press(b"boxes on time", whole)


def return_to_workbench(program: WatchedProgram) -> None:
    """From the interview back to that line of the workbench."""
    program.press(F2, whole)
    program.wait_for(is_workbench)
    go_to_measure_of_core_promise(program)
