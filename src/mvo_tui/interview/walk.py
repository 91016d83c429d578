"""The way through the interview: every question that applies, in order, forwards and backwards from any place.

Questions of one collection that follow each other form a leg: it is walked item by item, all its questions together.
A collection may have several legs (first the owners of all processes, later their backups).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import compress, groupby
from typing import NamedTuple

from mvo_tui.interview.asked_when import condition_of, reads_of
from mvo_tui.interview.catalogue import all_questions, pattern_of, question_at
from mvo_tui.interview.has_answer import Check, answer_check
from mvo_tui.interview.question import Question
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan, Table


class Leg(NamedTuple):
    """Questions that are asked together of each item of `collection`, or of the single table of that name."""

    step: int
    collection: str
    is_of_items: bool
    questions: tuple[Question, ...]
    checks: tuple[tuple[Check, Check], ...]  # for each question: does it apply, is it answered
    reads: tuple[str, ...]  # the collections, and the venture, that the checks look into besides an item of its own

    def tables(self, index: PlanIndex) -> tuple[Table, ...]:
        if self.is_of_items:
            found: tuple[Table, ...] | None = (
                index.touchpoints if self.collection == "touchpoints" else getattr(index.plan, self.collection)
            )
            return found or ()
        if self.collection == "not_applicable":
            return (index.plan.journey.not_applicable,)
        return (getattr(index.plan, self.collection) if self.collection else index.plan,)


IsOpen = Callable[[Leg, PlanIndex], Sequence[object]]
"""Tells of each item of a leg, or of its single table, whether something about it is open: true or false."""


class Slot(NamedTuple):
    """One question about one table, at its position in the walk."""

    leg: Leg
    item: int
    number: int
    table: Table

    @property
    def question(self) -> Question:
        return self.leg.questions[self.number]

    @property
    def place(self) -> str:
        return place_of(self.question, self.table)


class Position(NamedTuple):
    """Between two questions: behind question `number` of item `item` of leg `leg`; all count from 0."""

    leg: int
    item: int
    number: int


def index_of(where: Plan | PlanIndex) -> PlanIndex:
    return where if isinstance(where, PlanIndex) else PlanIndex(where)


def place_of(question: Question, table: Table) -> str:
    return question.place.replace("*", table.id, 1) if isinstance(table, Item) else question.place


@cache
def legs() -> tuple[Leg, ...]:
    asked = (question for question in all_questions() if question.is_asked)
    runs = (tuple(run) for _, run in groupby(asked, key=lambda question: (question.step, question.collection)))
    return tuple(
        Leg(
            step=run[0].step,
            collection=run[0].collection,
            is_of_items="*" in run[0].place,
            questions=run,
            checks=tuple((condition_of(question), answer_check(question)) for question in run),
            reads=tuple(sorted({name for question in run for name in reads_of(question)})),
        )
        for run in runs
    )


def forward(
    index: PlanIndex, start: Position | None = None, until: Position | None = None, is_open: IsOpen | None = None
) -> Iterator[Slot]:
    """The slots behind `start` (from the first where it is None), up to and with `until`.

    Where `is_open` is given, only those of the items for which it is true.
    """
    first_leg, first_item, first_number = start or Position(0, 0, -1)
    for leg_number in range(first_leg, len(legs())):
        leg = legs()[leg_number]
        tables = leg.tables(index)
        items = range(first_item, len(tables))
        for item in compress(items, is_open(leg, index)[first_item:]) if is_open else items:
            table = tables[item]
            if item != first_item:
                first_number = -1
            for number in range(first_number + 1, len(leg.questions)):
                if until and (leg_number, item, number) > until:
                    return
                if leg.checks[number][0](table, index):
                    yield Slot(leg, item, number, table)
        first_item, first_number = 0, -1


def backward(index: PlanIndex, start: Position) -> Iterator[Slot]:
    """The slots before the question at `start`, the nearest first."""
    for leg_number in range(start.leg, -1, -1):
        leg = legs()[leg_number]
        tables = leg.tables(index)
        is_first = leg_number == start.leg
        for item in range(min(start.item, len(tables) - 1) if is_first else len(tables) - 1, -1, -1):
            last = start.number if is_first and item == start.item else len(leg.questions)
            for number in range(last - 1, -1, -1):
                if leg.checks[number][0](tables[item], index):
                    yield Slot(leg, item, number, tables[item])


def is_answered(slot: Slot, index: PlanIndex) -> bool:
    return slot.leg.checks[slot.number][1](slot.table, index)


def position_at(index: PlanIndex, place: str) -> Position:
    """Where `place` stands in the walk: a question of the interview, or something of the plan near one.

    Raises:
        PlanError: nothing of the format is there.
    """
    pattern = pattern_of(place)
    if pattern.count("*") > 1:  # a step or a reading: the question of their list
        pattern = ".".join(pattern.split(".")[:3])
    question = question_at(pattern)
    leg_number, number = _spot(question)
    leg = legs()[leg_number]
    item = _item_number(leg, index, place) if leg.is_of_items and "*" in question.place else 0
    return Position(leg_number, 0, -1) if item is None else Position(leg_number, item, number)


@cache
def _spot(question: Question) -> tuple[int, int]:
    """The leg and the number of `question`; for one that is not asked, the spot before the next that is."""
    for leg_number, leg in enumerate(legs()):
        if question in leg.questions:
            return leg_number, leg.questions.index(question)
    order = all_questions()
    behind = [other for other in order[order.index(question) :] if other.is_asked] or [legs()[-1].questions[-1]]
    same = next((other for other in behind if other.collection == question.collection), behind[0])
    leg_number, number = _spot(same)
    return leg_number, number - 1


def _item_number(leg: Leg, index: PlanIndex, place: str) -> int | None:
    item_id = place.split(".")[1]
    return next(
        (n for n, table in enumerate(leg.tables(index)) if isinstance(table, Item) and table.id == item_id), None
    )
