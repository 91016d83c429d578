"""When the review is and who comes, in words: "Tuesday 1 December, 20:30, 30 minutes, in 3 days"."""

from datetime import date
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Review
from mvo_tui.plan.names import called
from mvo_tui.scorecard.scorecard import Scorecard


class ReviewWords(NamedTuple):
    """`when` and `then` are empty where the plan does not say."""

    when: str
    then: str
    who: str
    last: str


def review_in_words(review: Review, card: Scorecard, index: PlanIndex, today: date) -> ReviewWords:
    people = ", ".join(called(index.person[person]) for person in review.attendees if person in index.person)
    who = f"with {people}" if people else "nobody is asked to come"
    where = f"looking at {review.dashboard}" if review.dashboard else ""
    return ReviewWords(
        _when(review, card.next_reviews, today),
        f"then {' and '.join(map(_day, card.next_reviews[1:]))}" if card.next_reviews[1:] else "",
        "; ".join(filter(None, (who, where))),
        f"last one on {_day(card.last_review)}" if card.last_review else "none held yet",
    )


def _when(review: Review, upcoming: tuple[date, ...], today: date) -> str:
    if not upcoming:
        return f"The review is {review.cadence}; no day is set" if review.cadence else ""
    first = upcoming[0]
    time = f", {review.time:%H:%M}" if review.time else ""
    minutes = f", {review.minutes:g} minutes" if review.minutes is not None else ""
    return f"Next review {first:%A} {_day(first)}{time}{minutes}, {_how_soon((first - today).days)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _how_soon(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
