"""Answers in words: names instead of ids, times without seconds, lists in one line."""

import datetime
from typing import NamedTuple

from mvo_tui.interview.has_answer import MOMENT_OF, known_items
from mvo_tui.interview.question import Question
from mvo_tui.interview.walk import Slot
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Table
from mvo_tui.plan.names import called, naming_field
from mvo_tui.tracing.promise_path import core_promise


class Said(NamedTuple):
    """One answer: where it stands, the step (1 to 6), what was asked and what was said."""

    place: str
    step: int
    ask: str
    answer: str


def answer_of(slot: Slot, index: PlanIndex) -> str:
    """The answer that the plan holds for the question at `slot`."""
    question = slot.question
    if question.spec is None:
        return ", ".join(_of_several(question, index))
    return in_words(question, getattr(slot.table, question.field), index)


def in_words(question: Question, value: object, index: PlanIndex) -> str:
    """`value` of the field that `question` asks for; empty where there is none."""
    spec = question.spec
    if value is None or spec is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(in_words(question, part, index) for part in value) or question.none.lower()
    if isinstance(value, Table):
        return _row(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if spec.kind in (Kind.LINK, Kind.LINKS):
        item = known_items[spec.collection](index).get(str(value))
        return called(item) if item else f'"{value}" (there is none)'
    return str(value)


def _row(table: Table) -> str:
    """An item of a list in a few words."""
    if isinstance(table, Item):
        return called(table)
    field = naming_field(type(table)) or "value"
    return str(getattr(table, field) or "")


def _of_several(question: Question, index: PlanIndex) -> list[str]:
    if question.id == "core-promise":
        core = core_promise(index)
        return [called(core)] if core else []
    if question.id == "after-value":
        moments = [touchpoint.moment for touchpoint in index.touchpoints]
        behind = moments.index("value") + 1 if "value" in moments else len(moments)
        return [called(touchpoint) for touchpoint in index.touchpoints[behind:]]
    moment = MOMENT_OF[question.id]
    return [called(touchpoint) for touchpoint in index.touchpoints if touchpoint.moment == moment]
