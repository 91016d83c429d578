"""Notices: what a founder may want to know beside the score, never in it.

They look at the clock (what was true in spring may not be in autumn) or repeat a decision that is worth a second
thought. One of each kind at most, however many items it is about: the gravest is named, the others are counted.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import tool_ids
from mvo_tui.plan.model import Plan, Process
from mvo_tui.plan.names import called
from mvo_tui.plan.vocabulary import MUST_BE_COVERED
from mvo_tui.scorecard.review_dates import DAYS_BETWEEN, last_review

REHEARSAL_HOLDS = timedelta(days=182)
"""A walk-through is believed for half a year: people, tools and streets change."""

PERIODS_HOLD = 2
"""A reading or a review is stale after this many periods of the review: one may be missed for a good reason."""

_LONGEST_REASON = 200  # characters


class Notice(NamedTuple):
    """Something worth knowing. `place` is where it stands in the plan, or empty; `text` is plain text in one line."""

    place: str
    text: str


class _Dated(NamedTuple):
    """A date in the plan, and what a sentence about it begins with."""

    day: date
    place: str
    name: str


def notices(plan: Plan, today: date) -> tuple[Notice, ...]:
    """What is worth knowing about `plan` on the day `today`, in the order of the six steps."""
    return (
        *_set_aside(plan),
        *_stale_rehearsals(plan, today),
        *_automated_without_tool(plan),
        *_played_while_growing(plan),
        *_stale_readings(plan, today),
        *_overdue_review(plan, today),
        *_future_dates(plan, today),
    )


def _set_aside(plan: Plan) -> Iterator[Notice]:
    """Each function that a reason sets aside (delivery never is)."""
    for function in MUST_BE_COVERED:
        reason = getattr(plan.journey.not_applicable, function)
        if function != "delivery" and is_said(reason):
            plain = " ".join(reason.split())
            short = plain if len(plain) <= _LONGEST_REASON else f"{plain[: _LONGEST_REASON - 1]}…"
            yield Notice(f"journey.not_applicable.{function}", f"{function.capitalize()} is set aside: {short}")


def _stale_rehearsals(plan: Plan, today: date) -> Iterator[Notice]:
    stale = sorted(day for day in _rehearsals(plan) if today - day.day > REHEARSAL_HOLDS)
    if stale:
        yield _about(
            stale, "was last walked through over half a year ago", "were last walked through over half a year ago"
        )


def _automated_without_tool(plan: Plan) -> Iterator[Notice]:
    found = [process for process in plan.processes if process.mode == "automated" and process.tools == ()]
    what = "automated and needs no tool: what does the work?"
    yield from _about_mode([process for process in found if not tool_ids(process)], what)


def _played_while_growing(plan: Plan) -> Iterator[Notice]:
    if plan.venture.stage == "growing":
        found = [process for process in plan.processes if process.mode == "wizard-of-oz"]
        yield from _about_mode(found, "still done by hand behind something that looks automatic, and the venture grows")


def _about_mode(processes: list[Process], what: str) -> Iterator[Notice]:
    """One notice for each way of running that may be thought over again."""
    if processes:
        first = min(processes, key=lambda process: process.id)
        more = f" (and {len(processes) - 1} more)" if len(processes) > 1 else ""
        yield Notice(f"processes.{first.id}.mode", f"{called(first)}{more} is {what}")


def _stale_readings(plan: Plan, today: date) -> Iterator[Notice]:
    holds = PERIODS_HOLD * _days_between(plan)
    past = ([reading for reading in readings if reading.day <= today] for readings in _readings(plan))
    stale = sorted(last for days in past if days and (today - (last := max(days)).day).days > holds)
    if stale:
        yield _about(stale, f"was last read over {holds} days ago", f"were last read over {holds} days ago")


def _overdue_review(plan: Plan, today: date) -> Iterator[Notice]:
    last, holds = last_review(plan.review, today), PERIODS_HOLD * _days_between(plan)
    if last and (today - last).days > holds:
        yield Notice("review.log", f"The last review on record was over {holds} days ago ({last})")


def _future_dates(plan: Plan, today: date) -> Iterator[Notice]:
    log = (_Dated(e.date, f"review.log.{n}", f"Review {n}") for n, e in enumerate(plan.review.log, start=1) if e.date)
    readings = (reading for readings in _readings(plan) for reading in readings)
    future = sorted((day for day in (*_rehearsals(plan), *readings, *log) if day.day > today), reverse=True)
    if future:
        yield _about(future, "has a date that is still to come", "have dates that are still to come")


def _about(days: list[_Dated], of_one: str, of_several: str) -> Notice:
    """A notice about the first of `days`, which counts the others."""
    first = days[0]
    subject = f"{first.name} {of_one}" if len(days) == 1 else f"{first.name} and {len(days) - 1} more {of_several}"
    return Notice(first.place, f"{subject} ({first.day})")


def _rehearsals(plan: Plan) -> Iterator[_Dated]:
    for process in plan.processes:
        if process.rehearsed_on:
            yield _Dated(process.rehearsed_on, f"processes.{process.id}.rehearsed_on", called(process))


def _readings(plan: Plan) -> Iterator[list[_Dated]]:
    """The dates of the readings of each KPI."""
    for kpi in plan.kpis:
        numbered = enumerate(kpi.readings, start=1)
        yield [_Dated(r.date, f"kpis.{kpi.id}.readings.{n}", called(kpi)) for n, r in numbered if r.date]


def _days_between(plan: Plan) -> int:
    """Days between two reviews; the longest that is allowed where the cadence is not known."""
    return DAYS_BETWEEN.get(plan.review.cadence or "", max(DAYS_BETWEEN.values()))
