"""When the review was, and when it is next. Pure: today comes in as a parameter."""

from datetime import date, timedelta

from mvo_tui.plan.model import Review
from mvo_tui.plan.vocabulary import DAY

DAYS_BETWEEN = {"weekly": 7, "bi-weekly": 14}
"""Days from one review to the next, by cadence."""

_WEEKDAY = {day: number for number, day in enumerate(DAY)}


def last_review(review: Review, today: date) -> date | None:
    """The day of the last review on record; a date in the future is no record."""
    return max((entry.date for entry in review.log if entry.date and entry.date <= today), default=None)


def next_review(review: Review, today: date) -> date | None:
    """The day of the next review, today included; None where cadence or day are not known.

    It is in the week that the cadence asks for after the last one on record, also where that one was held on another
    day. Where that week is over, or nothing is on record, it is the next time that the day comes by.
    """
    weekday, days = _WEEKDAY.get(review.day or ""), DAYS_BETWEEN.get(review.cadence or "")
    if weekday is None or days is None:
        return None
    last = last_review(review, today)
    due = last + timedelta(days - last.weekday() + weekday) if last else today
    return due if due > today else today + timedelta((weekday - today.weekday()) % 7)


def next_reviews(review: Review, today: date, count: int) -> tuple[date, ...]:
    """The days of the next `count` reviews; none where cadence or day are not known."""
    first, days = next_review(review, today), DAYS_BETWEEN.get(review.cadence or "", 0)
    if first is None:
        return ()
    room = (date.max - first).days // days  # the calendar ends
    return tuple(first + timedelta(days * number) for number in range(min(count, room + 1)))
