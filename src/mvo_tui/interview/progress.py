"""How far the interview is: for each step, the questions that are answered and those that are open.

Counted anew from the plan each time. The counts of an item are kept with the index for as long as the item stays the
same object and there is nothing else to link to, so that one answer in a large plan costs little.
"""

from collections.abc import Callable
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.walk import Leg, index_of, legs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Table


class StepProgress(NamedTuple):
    """How far one step is: questions answered, and questions that are open as the plan stands."""

    step: int
    title: str
    answered: int
    open: int


class Counts(NamedTuple):
    """How many of an item's questions are answered, and how many are open."""

    answered: int
    open: int


def progress(where: Plan | PlanIndex) -> tuple[StepProgress, ...]:
    """What is answered and what is open, for each step."""
    index = index_of(where)
    answered, still_open = [0] * len(all_steps()), [0] * len(all_steps())
    for leg in legs():
        counts = index.look(_sum_of(leg), counts_of(leg, index))
        answered[leg.step - 1] += counts.answered
        still_open[leg.step - 1] += counts.open
    return tuple(
        StepProgress(step.number, step.title, answered[step.number - 1], still_open[step.number - 1])
        for step in all_steps()
    )


def counts_of(leg: Leg, index: PlanIndex) -> tuple[Counts, ...]:
    """The counts of each item of a leg, or of its single table."""
    tables = leg.tables(index)
    if not leg.is_of_items:  # its checks may look anywhere
        return index.look_for_same(_key_of(leg), _count(leg, tables[0], index))
    read = [index.venture if name == "venture" else index.ids(name) for name in leg.reads]
    return index.look_at_each(lambda table, *_read: _count(leg, table, index), tables, *read, key=_key_of(leg))


def open_items(leg: Leg, index: PlanIndex) -> tuple[int, ...]:
    """How many questions are open about each item of a leg, or about its single table."""
    return index.look(_open_of(leg), counts_of(leg, index))


def _count(leg: Leg, table: Table, index: PlanIndex) -> Counts:
    answers = [is_answered(table, index) for applies, is_answered in leg.checks if applies(table, index)]
    answered = answers.count(True)
    return Counts(answered, len(answers) - answered)


@cache
def _key_of(leg: Leg) -> Callable[..., tuple[Counts, ...]]:
    """The key under which the counts of `leg` are kept."""
    return lambda counts: (counts,)


@cache
def _sum_of(leg: Leg) -> Callable[..., Counts]:
    """Makes the sum of the counts of `leg`; one function for each leg, because a look-up is kept under it."""
    return lambda counts: Counts(sum(map(itemgetter(0), counts)), sum(map(itemgetter(1), counts)))


@cache
def _open_of(leg: Leg) -> Callable[..., tuple[int, ...]]:
    return lambda counts: tuple(map(itemgetter(1), counts))
