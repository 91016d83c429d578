"""What the benchmarks know of the screens: where the score stands, and which keys move it.

All that would have to follow a change of the screens is here.
"""

import re

from benchmarks.fast_screen import FastScreen
from benchmarks.watched_program import WatchedProgram

_BARE = re.compile(r"keys \d+")
# In the title line "Ready 89  Lean 92", in the panel "Ready   89 of 100"; not in a finding ("+0.1 Ready   2 min").
_SCORE = re.compile(r"Ready\s+(\d+)(?=  Lean| of 100)")

UP, DOWN, ENTER, F3, F7, F8 = b"\x1b[A", b"\x1b[B", b"\r", b"\x1bOR", b"\x1b[18~", b"\x1b[19~"


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


def go_to_measure_of_core_promise(program: WatchedProgram) -> None:
    """In the workbench: put the cursor on the line of the form whose blanking moves the score."""
    program.settle()
    for key in (b"1", DOWN, ENTER, DOWN, DOWN):
        program.press(key, whole, timeout=1.0)
