"""Whether a question is answered: derived from the plan, there is no second state.

A text has to say something, a word has to be on its list, a link has to lead to something that exists. "None, and that
is decided" (``tools = []``) is an answer where the format knows it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from mvo_tui.interview.question import Question
from mvo_tui.plan.answered import is_said, is_word
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Table, Touchpoint
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import type_of_numbered
from mvo_tui.plan.vocabulary import MOMENT
from mvo_tui.tracing.promise_path import core_promise

Check = Callable[[Table, PlanIndex], bool]
"""Takes the table that holds the field (the item, or the single table)."""

known_items: dict[str, Callable[[PlanIndex], Mapping[str, Item]]] = {
    "promises": attrgetter("promise"),
    "processes": attrgetter("process"),
    "tools": attrgetter("tool"),
    "roles": attrgetter("role"),
    "people": attrgetter("person"),
}
"""The items that a link may lead to, by their id, for each collection."""


@cache
def answer_check(question: Question) -> Check:
    """The check that belongs to `question`, made once."""
    if question.id in _OF_SEVERAL:
        return _OF_SEVERAL[question.id]
    spec = question.spec
    assert spec is not None  # a contract test holds that only the questions above have no field
    value = attrgetter(question.field)
    if spec.kind in (Kind.LINE, Kind.PROSE) or (spec.kind is Kind.WORD and spec.is_own_word_allowed):
        return lambda table, _: is_said(value(table))
    is_answer = _of_kind(spec, bool(question.none))
    return lambda table, index: is_answer(value(table), index)


def _of_kind(spec: FieldSpec, is_none_an_answer: bool) -> Callable[[Any, PlanIndex], bool]:
    match spec.kind:
        case Kind.WORD:
            return lambda value, _: is_word(value, spec.words)
        case Kind.WORDS:
            return lambda value, _: any(word in spec.words for word in value)
        case Kind.LINK:
            known = known_items[spec.collection]
            return lambda value, index: isinstance(value, str) and value in known(index)
        case Kind.LINKS:
            return _links(known_items[spec.collection], is_none_an_answer)
        case Kind.ITEMS:
            return _items(spec, is_none_an_answer)
        case _:
            return lambda value, _: value is not None


def _links(known: Callable[[PlanIndex], Collection[str]], is_none_an_answer: bool) -> Callable[[Any, PlanIndex], bool]:
    def is_answer(value: tuple[str, ...] | None, index: PlanIndex) -> bool:
        if not value:
            return value is not None and is_none_an_answer
        ids = known(index)
        return any(item_id in ids for item_id in value)

    return is_answer


def _items(spec: FieldSpec, is_none_an_answer: bool) -> Callable[[Any, PlanIndex], bool]:
    if spec.name in type_of_numbered:
        return _says_something(naming_field(type_of_numbered[spec.name]) or "value")
    # Items that say nothing yet are asked for their names one by one.
    return lambda value, _: bool(value) or (value == () and is_none_an_answer)


def _says_something(field: str) -> Callable[[Any, PlanIndex], bool]:
    """Whether one of the rows of a list says something in the field that it is known by."""
    value_of = attrgetter(field)

    def is_answer(rows: Iterable[Table], _: PlanIndex) -> bool:
        return any(is_said(value) if isinstance(value, str) else value is not None for value in map(value_of, rows))

    return is_answer


MOMENT_OF = {"first-contact": "first contact", "moment-of-value": "value", "moment-of-truth": "truth"}
"""The word that each of these questions gives to the chosen touchpoint."""


def is_free_for(moment: str, touchpoint: Touchpoint) -> bool:
    """Whether `touchpoint` can carry `moment`: it carries one at most, and a moment of truth gives way."""
    taken = touchpoint.moment if touchpoint.moment in MOMENT else None
    return taken in (None, moment, "truth")


def _has_moment(moment: str) -> Check:
    return lambda _, index: moment in index.moments


def _has_something_after_value(_: Table, index: PlanIndex) -> bool:
    return "value" in index.moments and index.moments[-1] != "value"


_OF_SEVERAL: dict[str, Check] = {
    "core-promise": lambda _, index: core_promise(index) is not None,
    **{question: _has_moment(moment) for question, moment in MOMENT_OF.items()},
    "after-value": _has_something_after_value,
}
"""The questions whose answer stands in several items."""
