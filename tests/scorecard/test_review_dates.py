"""The next review: in the week that the cadence asks for, on its day; today counts."""

from datetime import date

import pytest

from mvo_tui.plan.model import Review, ReviewEntry
from mvo_tui.scorecard.review_dates import last_review, next_review, next_reviews

MONDAY = date(2026, 11, 23)


def review(cadence: str | None, day: str | None, *log: date | None) -> Review:
    return Review(cadence=cadence, day=day, log=tuple(ReviewEntry(date=held) for held in log))


@pytest.mark.parametrize(
    ("cadence", "day", "held", "expected"),
    [
        ("weekly", "mon", None, date(2026, 11, 23)),  # today
        ("weekly", "tue", None, date(2026, 11, 24)),
        ("weekly", "sun", None, date(2026, 11, 29)),
        ("weekly", "mon", date(2026, 11, 23), date(2026, 11, 30)),  # held today
        ("weekly", "tue", date(2026, 11, 17), date(2026, 11, 24)),
        ("weekly", "tue", date(2026, 11, 19), date(2026, 11, 24)),  # held on another day
        ("weekly", "fri", date(2026, 11, 23), date(2026, 12, 4)),  # this week's was held early
        ("weekly", "tue", date(2026, 1, 6), date(2026, 11, 24)),  # long overdue: the next time
        ("bi-weekly", "tue", date(2026, 11, 17), date(2026, 12, 1)),
        ("bi-weekly", "tue", date(2026, 11, 19), date(2026, 12, 1)),
        ("bi-weekly", "mon", date(2026, 11, 10), date(2026, 11, 23)),
        ("bi-weekly", "mon", date(2027, 1, 4), date(2026, 11, 23)),  # no review was held in the future
        ("monthly", "mon", None, None),
        ("weekly", "Monday", None, None),
        (None, "mon", None, None),
        ("weekly", None, None, None),
    ],
)
def test_the_next_review(cadence: str | None, day: str | None, held: date | None, expected: date | None) -> None:
    assert next_review(review(cadence, day, held), MONDAY) == expected


def test_the_last_review_is_the_latest_on_record_whatever_the_order() -> None:
    held = review("weekly", "mon", date(2026, 11, 16), None, date(2026, 11, 9), date(2026, 12, 1))
    assert last_review(held, MONDAY) == date(2026, 11, 16)
    assert last_review(Review(), MONDAY) is None


def test_the_dates_after_the_next_review_follow_its_rhythm_to_the_end_of_the_calendar() -> None:
    bi_weekly = review("bi-weekly", "tue", None)
    assert [day.day for day in next_reviews(bi_weekly, date(2026, 11, 28), 3)] == [1, 15, 29]
    assert len(next_reviews(bi_weekly, date(9999, 12, 20), 3)) == 1
    assert next_reviews(review(None, "tue", None), MONDAY, 3) == ()
