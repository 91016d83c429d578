"""What may be chosen as an answer: words of the vocabulary, items of the plan by their names, and what is offered."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from mvo_tui.interview.catalogue import question_at
from mvo_tui.interview.has_answer import MOMENT_OF, is_free_for
from mvo_tui.interview.measures import Measure, measures_in
from mvo_tui.interview.next_question import Asked
from mvo_tui.interview.question import Question
from mvo_tui.interview.walk import index_of
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Person, Plan, Process, Promise, Table, Tool
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_at, items_of, split_field, value_at


class Choice(NamedTuple):
    """One thing to choose. `value` goes to `answers.edit_for`; `hint` tells it from its neighbours, may be empty."""

    value: str
    label: str
    hint: str = ""


class Choices(NamedTuple):
    """All that may be chosen at one place.

    `can_create`: a name that is not listed becomes an item of the collection and is linked (`create_and_link`).
    `can_be_own_word`: the answer may as well be typed. `none`: the label of "none, and that is decided" (the answer is
    then an empty tuple); empty where that is no answer.
    """

    options: tuple[Choice, ...] = ()
    is_many: bool = False
    can_create: bool = False
    can_be_own_word: bool = False
    none: str = ""


def choices(where: Plan | PlanIndex, asked: Asked | str) -> Choices:
    """What may be chosen for a question, or at a place.

    Raises:
        PlanError: nothing is asked at that place.
    """
    index = index_of(where)
    place = asked if isinstance(asked, str) else asked.place
    question = question_at(place) if isinstance(asked, str) else asked.question
    if question.spec is None:
        return _of_several(question, index)
    kind = question.spec.kind
    if kind in (Kind.LINK, Kind.LINKS):
        return _links(question, place, index)
    if kind is Kind.ITEMS:
        options = tuple(_not_there_yet(question, place, index))
        return Choices(options, is_many=True, can_be_own_word=True, none=question.none)
    if kind is Kind.YES_NO:
        return Choices((Choice("yes", "yes"), Choice("no", "no")))
    words = tuple(Choice(word, word, meaning) for word, meaning in question.spec.words.items())
    if words:
        return Choices(words, is_many=kind is Kind.WORDS, can_be_own_word=question.spec.is_own_word_allowed)
    ready = tuple(_measures(question, place, index))
    offers = tuple(Choice(offer.label, offer.label, offer.hint) for offer in question.offers)
    return Choices(ready + offers, can_be_own_word=True)


def _links(question: Question, place: str, index: PlanIndex) -> Choices:
    assert question.spec is not None
    collection = question.spec.collection
    own = split_field(place)[0]
    hint = _HINTS.get(collection, _no_hint)
    existing = tuple(
        Choice(item.id, called(item), hint(item, index))
        for item in items_of(index.plan, collection)
        if f"{collection}.{item.id}" != own
    )
    starters = tuple(_not_there_yet(question_at(collection), collection, index))
    is_many = question.spec.kind is Kind.LINKS
    return Choices(existing + starters, is_many=is_many, can_create=True, none=question.none)


def _not_there_yet(question: Question, place: str, index: PlanIndex) -> Iterator[Choice]:
    """The offers of a list that the list does not hold already."""
    items = cast(tuple[Table, ...] | None, value_at(index.plan, place))
    taken = {called(item).casefold() for item in items or () if isinstance(item, Item)}
    for offer in question.offers:
        if offer.label.casefold() not in taken:
            yield Choice(offer.label, offer.label, offer.hint or "new")


def _of_several(question: Question, index: PlanIndex) -> Choices:
    """The questions whose answer stands in several items: which promise, which touchpoint, what comes afterwards."""
    if question.id == "core-promise":
        return Choices(tuple(Choice(item.id, called(item)) for item in index.plan.promises))
    if question.id == "after-value":
        offers = tuple(Choice(offer.label, offer.label, offer.hint) for offer in question.offers)
        return Choices(offers, is_many=True, can_be_own_word=True)
    return Choices(
        tuple(
            Choice(touchpoint.id, called(touchpoint), called(index.stage_of[touchpoint.id]))
            for touchpoint in index.touchpoints
            if is_free_for(MOMENT_OF[question.id], touchpoint)
        )
    )


def _measures(question: Question, place: str, index: PlanIndex) -> Iterator[Choice]:
    """Ways to count a promise that its own sentence suggests."""
    if question.id == "promise-measure":
        promise = item_at(index.plan, split_field(place)[0])
        for measure in measures_of(promise) if isinstance(promise, Promise) else ():
            yield Choice(measure.label, measure.label, "read from the promise")


def measures_of(promise: Promise) -> tuple[Measure, ...]:
    return measures_in(promise.statement or "")


def _no_hint(_: Item, __: PlanIndex) -> str:
    return ""


def _person(item: Item, index: PlanIndex) -> str:
    hours = item.hours_per_week if isinstance(item, Person) else None
    return "" if hours is None else f"{hours:g} h a week"


def _role(item: Item, index: PlanIndex) -> str:
    holder = index.holder(item.id)
    return called(holder) if holder else "held by nobody yet"


def _process(item: Item, index: PlanIndex) -> str:
    owner = index.owner(item) if isinstance(item, Process) else None
    return f"owner: {called(owner)}" if owner else "no owner yet"


def _tool(item: Item, _: PlanIndex) -> str:
    return (item.category or "") if isinstance(item, Tool) else ""


def _promise(item: Item, _: PlanIndex) -> str:
    return "core promise" if isinstance(item, Promise) and item.core else ""


_HINTS: dict[str, Callable[[Item, PlanIndex], str]] = {
    "people": _person,
    "roles": _role,
    "processes": _process,
    "tools": _tool,
    "promises": _promise,
}
