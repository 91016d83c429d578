"""The scorecard of a plan on a day: a row for each KPI, the off-track ones told with what was decided beforehand."""

from dataclasses import dataclass
from datetime import date

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi, Person, Reading, Review, Role
from mvo_tui.scorecard.review_dates import DAYS_BETWEEN, last_review, next_review, next_reviews
from mvo_tui.scorecard.track import Track, Trend, off_track_in_a_row, track, trend

PERIODS = 13
"""Readings that a scorecard looks back on: a quarter of weeks."""
_NEXT = 3  # dates of the review, for the calendar


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One KPI.

    Attributes:
        readings: those up to the day with a value, oldest first, `PERIODS` at most. Undated ones come first.
        missed: how many of the last readings missed the target in a row.
        is_due: no reading has been entered since the review before the next one.
        owner, holder: the role that answers for the number and who holds it, where there are such.
    """

    kpi: Kpi
    readings: tuple[Reading, ...]
    track: Track
    trend: Trend
    missed: int
    is_due: bool
    owner: Role | None
    holder: Person | None

    @property
    def last(self) -> Reading | None:
        return self.readings[-1] if self.readings else None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The rows in the order of the plan, and the dates of the review where they are known."""

    rows: tuple[KpiRow, ...]
    last_review: date | None
    next_reviews: tuple[date, ...]

    @property
    def off_track(self) -> tuple[KpiRow, ...]:
        return tuple(row for row in self.rows if row.track is Track.OFF)


def scorecard(index: PlanIndex, today: date) -> Scorecard:
    """The scorecard on the day `today`."""
    review = index.plan.review
    since = _period_begins(review, today)
    return Scorecard(
        tuple(_row(kpi, index, today, since) for kpi in index.plan.kpis),
        last_review(review, today),
        next_reviews(review, today, _NEXT),
    )


def _row(kpi: Kpi, index: PlanIndex, today: date, since: date | None) -> KpiRow:
    readings = readings_until(kpi, today)
    values = [reading.value for reading in readings if reading.value is not None]
    last = readings[-1].date if readings else None
    return KpiRow(
        kpi,
        readings[-PERIODS:],
        track(kpi, values[-1] if values else None),
        trend(kpi.direction, values),
        off_track_in_a_row(kpi, values),
        last is None or (since is not None and last <= since),
        index.role.get(kpi.owner or ""),
        index.holder(kpi.owner),
    )


def readings_until(kpi: Kpi, today: date) -> tuple[Reading, ...]:
    """The readings with a value up to `today`, oldest first; those of one day stay in the order of the plan."""
    known = (r for r in kpi.readings if r.value is not None and (r.date is None or r.date <= today))
    return tuple(sorted(known, key=lambda reading: reading.date or date.min))


def _period_begins(review: Review, today: date) -> date | None:
    """The day of the review before the next one: a reading after it belongs to the period that runs."""
    upcoming, days = next_review(review, today), DAYS_BETWEEN.get(review.cadence or "")
    if upcoming is None or days is None:
        return None
    return date.fromordinal(max(upcoming.toordinal() - days, 1))
