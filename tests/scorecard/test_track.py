"""On track or off track, and where the readings are going."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.model import Kpi
from mvo_tui.scorecard.track import Track, Trend, off_track_in_a_row, track, trend

ON_TIME = Kpi(id="on-time", direction="at least", target=98)
COMPLAINTS = Kpi(id="complaints", direction="at most", target=3)
NUMBERS = st.lists(st.integers(-50, 150).map(float), max_size=15)


@pytest.mark.parametrize(
    ("kpi", "value", "expected"),
    [
        (ON_TIME, 98, Track.ON),
        (ON_TIME, 97.9, Track.OFF),
        (COMPLAINTS, 3, Track.ON),
        (COMPLAINTS, 4, Track.OFF),
        (ON_TIME, None, Track.UNKNOWN),
        (Kpi(id="no-target", direction="at least"), 5, Track.UNKNOWN),
        (Kpi(id="no-direction", target=5), 5, Track.UNKNOWN),
        (Kpi(id="own-word", target=5, direction="about"), 5, Track.UNKNOWN),
    ],
)
def test_the_target_itself_is_on_track_and_what_is_not_said_is_not_known(
    kpi: Kpi, value: float | None, expected: Track
) -> None:
    assert track(kpi, value) is expected


def test_a_trend_is_better_or_worse_by_what_the_plan_wants() -> None:
    assert trend("at least", [91, 94]) is Trend.BETTER
    assert trend("at most", [91, 94]) is Trend.WORSE
    assert trend("at most", [3, 1, 1]) is Trend.SAME
    assert trend(None, [1, 2]) is Trend.UP
    assert trend("about", [2, 1]) is Trend.DOWN
    assert trend("at least", [2]) is Trend.UNKNOWN


@given(NUMBERS)
def test_missed_weeks_are_counted_back_from_the_newest(values: list[float]) -> None:
    missed = off_track_in_a_row(ON_TIME, values)
    assert all(value < 98 for value in values[len(values) - missed :])
    assert missed == len(values) or values[len(values) - missed - 1] >= 98
