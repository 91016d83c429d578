"""Answers that fill several fields at once: "at least 98 %" is a direction, a target and a unit."""

import re
from collections.abc import Mapping

from mvo_tui.interview import typed
from mvo_tui.interview.choices import measures_of
from mvo_tui.interview.measures import Measure
from mvo_tui.interview.question import Question
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.model import Plan, Promise
from mvo_tui.plan.places import field_place, item_at, split_field

Values = Mapping[str, object]
"""Values by the place of their field."""

_AT_LEAST = r"at least|minimum(?: of)?|min\.?|no less than|not less than|more than|over|>=|>|\u2265"
_AT_MOST = r"at most|maximum(?: of)?|max\.?|no more than|not more than|less than|under|below|within|up to|<=|<|\u2264"
_TARGET = re.compile(rf"\s*(?:({_AT_LEAST})|({_AT_MOST}))?\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_RHYTHM = re.compile(
    r"(.*?)\s*(?:times?|x)?\s*(?:\bper\b|\ba\b|\bfor each\b|\beach\b|\bevery\b|/)\s*(.+)", re.IGNORECASE
)


def fields_together(plan: Plan, place: str, question: Question, text: str) -> Values:
    """What `text` says about several fields; empty where it is the answer to this one alone."""
    table = split_field(place)[0]
    offer = next((offer for offer in question.offers if offer.label == text.strip()), None)
    if offer:
        return {field_place(table, field): value for field, value in offer.values.items()}
    if question.id == "promise-measure":
        return _measure(plan, table, text)
    if question.field == "target":
        return _target(table, text)
    if question.id == "touchpoint-times":
        return _rhythm(table, text)
    if question.id in ("tool-budget", "tool-cost"):
        return _cost(plan, place, text)
    return {}


def _measure(plan: Plan, table: str, text: str) -> Values:
    promise = item_at(plan, table)
    for measure in measures_of(promise) if isinstance(promise, Promise) else ():
        if measure.label == text.strip():
            return {field_place(table, field): value for field, value in _fields(measure).items()}
    return {}


def _fields(measure: Measure) -> dict[str, object]:
    target = int(measure.target) if measure.target.is_integer() else measure.target
    return {"measure": measure.measure, "direction": measure.direction, "target": target, "unit": measure.unit}


def _target(table: str, text: str) -> Values:
    found = _TARGET.fullmatch(text)
    assert found  # everything in the pattern is optional
    target, unit = typed.number_and_unit(found[3])
    values: dict[str, object] = {field_place(table, "target"): target}
    if found[1] or found[2]:
        values[field_place(table, "direction")] = "at least" if found[1] else "at most"
    if unit:
        values[field_place(table, "unit")] = unit
    return values


def _rhythm(table: str, text: str) -> Values:
    """A number with its rhythm, such as "2 a week" or "1 per new customer"."""
    found = _RHYTHM.fullmatch(text.strip())
    if not found:
        return {}
    times, per = typed.amount(found[1]), " ".join(found[2].lower().split())
    if per == "week":
        return _times(table, times, "week")
    if per == "month":
        return _times(table, times / 4, "week")
    if "new" in per.split() and "customer" in per:
        return _times(table, times, "new customer")
    if "customer" in per and "month" in per:
        return _times(table, times / 4, "active customer per week")
    if "customer" in per and "week" in per:
        return _times(table, times, "active customer per week")
    raise typed.refused(text, "Say how often per new customer, per active customer per week, or per week.")


def _times(table: str, times: float, per: str) -> Values:
    return {field_place(table, "times"): times, field_place(table, "per"): per}


def _cost(plan: Plan, place: str, text: str) -> Values:
    """A sum with its currency, which is that of the whole plan where none is named yet."""
    values: dict[str, object] = {place: typed.amount(text, split_field(place)[1])}
    named, known = typed.currency(text), plan.venture.currency
    if not named:
        return values
    if is_said(known) and known and known.strip().upper() != named:
        raise typed.refused(text, f"This plan counts in {known}.")
    return values if is_said(known) else {**values, "venture.currency": named}
