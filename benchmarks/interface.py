"""What the benchmarks know of the screens: where the score stands, and which keys move it."""

import re

from benchmarks.fast_screen import FastScreen

_BARE = re.compile(r"keys \d+")
_SCORE = re.compile(r"Ready\s+(\d+)")


def bare_count(screen: FastScreen) -> str | None:
    """Return what the bare app shows: how many keys it has answered."""
    found = _BARE.search(screen.rows[0])
    return found[0] if found else None


def bare_is_ready(screen: FastScreen) -> bool:
    return bare_count(screen) is not None


def score(screen: FastScreen) -> str | None:
    """Return the readiness that the screen shows, or None while it shows none."""
    found = _SCORE.search(screen.text)
    return found[1] if found else None


def has_score(screen: FastScreen) -> bool:
    return score(screen) is not None
