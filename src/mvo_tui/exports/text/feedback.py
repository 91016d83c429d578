"""Section 6: the numbers, the review with its next date, and the debts."""

from collections.abc import Iterator
from datetime import date

from mvo_tui.exports.text.names import name_of, names_of, number, role_with_person, target_in_words, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, optional, spaced
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Debt, Kpi, Reading, Review, ReviewEntry
from mvo_tui.plan.vocabulary import DAY
from mvo_tui.scorecard.review_dates import next_review


def lines(index: PlanIndex, today: date | None) -> Iterator[str]:
    """The next date of the review is told where `today` is."""
    kpis = [_kpi(kpi, index) for kpi in index.plan.kpis] or [line(f"The KPIs are {NOT_SAID}.")]
    yield from spaced([*kpis, _review(index.plan.review, index, today), *_debts(index)])


def _kpi(kpi: Kpi, index: PlanIndex) -> Iterator[str]:
    promise = name_of(kpi.promise, index.promise) if kpi.promise else ""
    watched = "; ".join(part for part in (promise, names_of(kpi.processes, index.process)) if part)
    yield from entry(title_of(kpi, kpi.name) + (f" ({kpi.kind})" if kpi.kind else ""))
    yield from field("Watches", watched)
    yield from field("Target", target_in_words(kpi.direction, kpi.target, kpi.unit))
    yield from field("Source", kpi.source)
    yield from field("Owner", role_with_person(kpi.owner, index))
    yield from field("When off track", kpi.off_track_action)
    yield from field("Readings", [_reading(reading, kpi) for reading in kpi.readings])
    yield from optional("Notes", kpi.notes)


def _reading(reading: Reading, kpi: Kpi) -> str:
    told = f"{reading.date or 'no date'}: {number(reading.value, kpi.unit) or 'no value'}"
    return "\n".join(part for part in (f"{told} ({reading.note})" if reading.note else told, reading.notes) if part)


def _review(review: Review, index: PlanIndex, today: date | None) -> Iterator[str]:
    upcoming = next_review(review, today) if today else None
    yield from line("Review")
    yield from field("Rhythm", review.cadence)
    yield from field("Day and time", _slot(review))
    yield from optional("Next", str(upcoming) if upcoming else None)
    yield from field("Attendees", names_of(review.attendees, index.person))
    yield from field("Dashboard", review.dashboard)
    yield from optional("Notes", review.notes)
    for held in review.log:
        yield from field(f"{held.date or 'No date'}", _decision(held, index))


def _slot(review: Review) -> str:
    day = DAY.get(review.day or "", review.day or "")
    time = f"{review.time:%H:%M}" if review.time else ""
    minutes = number(review.minutes, "minutes")
    return ", ".join(part for part in (day, time, minutes) if part)


def _decision(held: ReviewEntry, index: PlanIndex) -> str:
    owner = role_with_person(held.owner, index)
    decision = f"{held.decision or NOT_SAID}" + (f" > {owner}" if owner else "")
    return f"{decision}\n{held.notes}" if held.notes else decision


def _debts(index: PlanIndex) -> Iterator[Iterator[str]]:
    debts = index.plan.debts
    if debts:
        yield line("Workarounds that will not scale")
        yield from (_debt(debt, index) for debt in debts)
    else:
        yield line(f"Workarounds: {NOT_SAID if debts is None else 'none'}")


def _debt(debt: Debt, index: PlanIndex) -> Iterator[str]:
    yield from entry(title_of(debt, debt.name))
    yield from field("Process", name_of(debt.process, index.process) if debt.process else None)
    yield from field("Costs a week", number(debt.minutes_per_week, "minutes"))
    yield from field("Owner", role_with_person(debt.owner, index))
    yield from field("Repay when", debt.repay_when)
    yield from optional("Notes", debt.notes)
