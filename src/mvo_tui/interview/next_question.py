"""Which question comes next, derived from the plan alone, and the ways to go elsewhere: back, to a place, to a step.

The functions take the plan, or its index where the caller has one (quicker: look-ups are shared with the report).
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from mvo_tui.interview.asked_when import condition_of
from mvo_tui.interview.catalogue import all_questions, all_steps, question_at, questions_of
from mvo_tui.interview.context import context_of
from mvo_tui.interview.has_answer import answer_check
from mvo_tui.interview.progress import StepProgress, open_items, progress
from mvo_tui.interview.question import Question, filled
from mvo_tui.interview.said import Said, answer_of
from mvo_tui.interview.walk import (
    Position,
    Slot,
    backward,
    forward,
    index_of,
    is_answered,
    legs,
    place_of,
    position_at,
)
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan, Table, Touchpoint
from mvo_tui.plan.names import called, naming_field
from mvo_tui.plan.places import field_place, find, item_at, split_field

__all__ = [
    "Asked",
    "StepProgress",
    "answers_so_far",
    "ask_of",
    "first_of_step",
    "is_open",
    "next_question",
    "previous_question",
    "progress",
    "question_for",
]


class Asked(NamedTuple):
    """A question about one place of one plan. `context`: one line on where one is, may be empty."""

    question: Question
    place: str
    ask: str
    context: str
    step: int


def next_question(
    where: Plan | PlanIndex, after: Asked | None = None, skipped: frozenset[str] = frozenset()
) -> Asked | None:
    """The first open question, or the first one behind `after`, going on from the start at the end.

    Places that were `skipped` in this sitting come again when nothing else is open. None: nothing is open.
    """
    index = index_of(where)
    set_aside: Slot | None = None
    for slot in _all_behind(index, after):
        if is_answered(slot, index):
            continue
        if not skipped or slot.place not in skipped:
            return _asked(slot, index)
        set_aside = set_aside or slot
    return _asked(set_aside, index) if set_aside else None


def _all_behind(index: PlanIndex, after: Asked | None) -> Iterator[Slot]:
    if after is None:
        return forward(index, is_open=open_items)
    position = position_at(index, after.place)
    return chain(forward(index, position, is_open=open_items), forward(index, until=position, is_open=open_items))


def previous_question(where: Plan | PlanIndex, before: Asked) -> Asked | None:
    """The question before it on the way, answered or not; None at the first."""
    index = index_of(where)
    slot = next(backward(index, position_at(index, before.place)), None)
    return _asked(slot, index) if slot else None


def question_for(where: Plan | PlanIndex, place: str) -> Asked:
    """The question about a place, answered or not. An item stands for its first open question.

    Raises:
        PlanError: there is no such place in this plan, or nothing is asked about it.
    """
    index = index_of(where)
    table = item_at(index.plan, place)
    if table is not None:
        return _first_of_table(index, place, table)
    question = question_at(place)
    concrete = question.place if "*" not in question.place else place
    if question.spec is not None and find(index.plan, concrete) is None:
        raise PlanError(f"There is no {place} in this plan.")
    holder = split_field(concrete)[0]
    held_by = item_at(index.plan, holder) if holder else index.plan
    return _asked_of(question, concrete, held_by or index.plan, index)


def first_of_step(where: Plan | PlanIndex, step: int) -> Asked:
    """The first open question of a step (1 to 6); where none is open, its first; where none applies, its list.

    Raises:
        PlanError: there is no such step.
    """
    index = index_of(where)
    number = next((number for number, leg in enumerate(legs()) if leg.step == step), None)
    if number is None:
        raise PlanError(f"There is no step {step}. The steps are 1 to {len(all_steps())}.")
    slots = list(_of_step(index, number, step))
    if not slots:
        question = next(question for question in all_questions() if question.step == step and question.is_list)
        return _asked_of(question, question.place, index.plan, index)
    return _asked(next((slot for slot in slots if not is_answered(slot, index)), slots[0]), index)


def answers_so_far(where: Plan | PlanIndex) -> tuple[Said, ...]:
    """Every answer that the interview has had, in the order of its questions."""
    index = index_of(where)
    return tuple(
        Said(slot.place, slot.leg.step, ask_of(slot.question, slot.table, index), answer_of(slot, index))
        for slot in forward(index)
        if is_answered(slot, index)
    )


def _of_step(index: PlanIndex, leg: int, step: int) -> Iterator[Slot]:
    for slot in forward(index, Position(leg, 0, -1)):
        if slot.leg.step != step:
            return
        yield slot


def _first_of_table(index: PlanIndex, place: str, table: Table) -> Asked:
    """The first open question about `table`; where none is open, the one that names it."""
    if "." in place and place.rpartition(".")[2].isdigit():  # a step, a reading, an entry of the log
        here = field_place(place, naming_field(type(table)) or "value")
        return _asked_of(question_at(here), here, table, index)
    for slot in forward(index):
        if slot.table is table and not is_answered(slot, index):
            return _asked(slot, index)
    parts = place.split(".")
    named = questions_of(parts[0] if isinstance(table, Item) else parts[-1])
    question = named[0] if named else question_at("stages")  # of the journey as a whole
    return _asked_of(question, place_of(question, table), table, index)


def _asked(slot: Slot, index: PlanIndex) -> Asked:
    context = context_of(slot.question, slot.table, slot.item, index)
    return Asked(slot.question, slot.place, ask_of(slot.question, slot.table, index), context, slot.leg.step)


def _asked_of(question: Question, place: str, table: Table, index: PlanIndex) -> Asked:
    path = find(index.plan, split_field(place)[0]) if isinstance(table, Item) else None
    number = path[-1] if path and isinstance(path[-1], int) else 0
    context = context_of(question, table, number, index)
    return Asked(question, place, ask_of(question, table, index), context, question.step)


def ask_of(question: Question, table: Table, index: PlanIndex) -> str:
    """What is asked of `table`, with its name in it."""
    name = f'"{called(table)}"' if isinstance(table, Item) else ""
    stage = f'"{called(index.stage_of[table.id])}"' if isinstance(table, Touchpoint) else ""
    return filled(question.ask, name, stage)


def is_open(where: Plan | PlanIndex, asked: Asked) -> bool:
    """Whether the plan still has no answer to the question: also where something was said that says nothing."""
    index = index_of(where)
    table = item_at(index.plan, split_field(asked.place)[0])
    if asked.question.spec is not None and table is None and "." in asked.place:
        return False  # the item is gone
    table = table or index.plan
    return condition_of(asked.question)(table, index) and not answer_check(asked.question)(table, index)
