"""The rows of the scorecard."""

from datetime import date, timedelta

from hypothesis import given

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.scorecard.review_words import review_in_words
from mvo_tui.scorecard.scorecard import PERIODS, scorecard
from mvo_tui.scorecard.track import Track, Trend
from tests.plans import plan_from_toml, plans, sample

TODAY = date(2026, 11, 28)
LAUNDRY = plan_from_toml("""
format = 1

[[roles]]
id = "desk"
name = "Desk"
held_by = "nora"

[[people]]
id = "nora"
name = "Nora"

[[kpis]]
id = "on-time"
name = "Bags on time"
direction = "at least"
target = 95
owner = "desk"

[[kpis.readings]]
date = 2026-11-26
value = 90

[[kpis.readings]]
date = 2026-11-19
value = 94

[[kpis.readings]]
date = 2026-12-24
value = 100

[[kpis.readings]]
date = 2026-11-12
value = 97

[[kpis]]
id = "lost"
name = "Bags lost"

[review]
cadence = "weekly"
day = "tue"
time = 08:30:00
minutes = 20
attendees = ["nora", "nobody"]

[[review.log]]
date = 2026-11-24
decision = "Second set of tags"
""")


def test_readings_stand_in_the_order_of_their_days_and_none_is_from_the_future() -> None:
    on_time, lost = scorecard(PlanIndex(LAUNDRY), TODAY).rows
    assert [reading.value for reading in on_time.readings] == [97, 94, 90]
    assert (on_time.track, on_time.trend, on_time.missed) == (Track.OFF, Trend.WORSE, 2)
    assert on_time.owner is not None
    assert on_time.holder is not None
    assert on_time.holder.name == "Nora"
    assert (lost.last, lost.track, lost.trend, lost.owner) == (None, Track.UNKNOWN, Trend.UNKNOWN, None)


def test_a_number_is_due_when_nobody_read_it_since_the_last_review() -> None:
    """The review of Tuesday, 1 December looks at what was read after the one of 24 November."""
    on_time, lost = scorecard(PlanIndex(LAUNDRY), TODAY).rows
    assert not on_time.is_due
    assert lost.is_due
    (later, _) = scorecard(PlanIndex(LAUNDRY), date(2026, 12, 3)).rows
    assert later.is_due


def test_the_review_is_told_in_words() -> None:
    index = PlanIndex(LAUNDRY)
    words = review_in_words(LAUNDRY.review, scorecard(index, TODAY), index, TODAY)
    assert words.when == "Next review Tuesday 1 December, 08:30, 20 minutes, in 3 days"
    assert words.then == "then 8 December and 15 December"
    assert words.who == "with Nora"
    assert words.last == "last one on 24 November"
    nothing = PlanIndex(EMPTY)
    assert review_in_words(EMPTY.review, scorecard(nothing, TODAY), nothing, TODAY).when == ""


@given(plans())
def test_any_plan_has_a_row_for_each_kpi(plan: Plan) -> None:
    card = scorecard(PlanIndex(plan), TODAY)
    assert [row.kpi for row in card.rows] == list(plan.kpis)
    for row in card.rows:
        assert len(row.readings) <= PERIODS
        assert all(reading.date is None or reading.date <= TODAY for reading in row.readings)
        assert row.missed == 0 or row.track is Track.OFF
    assert all(TODAY <= day <= TODAY + timedelta(14 * 3) for day in card.next_reviews)
    assert len(card.next_reviews) in (0, 3)


def test_the_perfect_sample_is_on_track() -> None:
    assert scorecard(PlanIndex(sample("sunday-box")), TODAY).off_track == ()
