"""Whether a reading holds its target, and where the readings of a KPI are going.

Source: requirements on feedback loops, "on track / off track" of a weekly scorecard: one line between good and bad.
"""

from collections.abc import Sequence
from enum import StrEnum

from mvo_tui.plan.model import Kpi


class Track(StrEnum):
    """Whether a number is as it should be."""

    ON = "on track"
    OFF = "off track"
    UNKNOWN = "not known"


class Trend(StrEnum):
    """What the last reading says beside the one before it."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    UP = "up"  # where the plan does not say which way is good
    DOWN = "down"
    UNKNOWN = ""


def track(kpi: Kpi, value: float | None) -> Track:
    """Whether `value` holds the target of the KPI; not known without a value, a target or a direction."""
    if value is None or kpi.target is None or kpi.direction not in ("at least", "at most"):
        return Track.UNKNOWN
    holds = value >= kpi.target if kpi.direction == "at least" else value <= kpi.target
    return Track.ON if holds else Track.OFF


def trend(direction: str | None, values: Sequence[float]) -> Trend:
    """Where `values`, oldest first, are going; not known with less than two."""
    if len(values) < 2:
        return Trend.UNKNOWN
    before, last = values[-2:]
    if last == before:
        return Trend.SAME
    if direction not in ("at least", "at most"):
        return Trend.UP if last > before else Trend.DOWN
    return Trend.BETTER if (last > before) is (direction == "at least") else Trend.WORSE


def off_track_in_a_row(kpi: Kpi, values: Sequence[float]) -> int:
    """How many of the last `values`, up to the newest, missed the target without a break."""
    count = 0
    for value in reversed(values):
        if track(kpi, value) is not Track.OFF:
            break
        count += 1
    return count
