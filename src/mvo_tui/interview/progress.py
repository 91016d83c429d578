"""How far the interview is: for each step, the questions that are answered and those that are open.

Counted anew from the plan each time. The counts of an item are kept with the index for as long as the item stays the
same object and there is nothing else to link to, so that one answer in a large plan costs little.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.walk import Leg, index_of, legs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan, Table


class StepProgress(NamedTuple):
    """How far one step is: questions answered, and questions that are open as the plan stands."""

    step: int
    title: str
    answered: int
    open: int


class _Counts(NamedTuple):
    answered: int
    open: int


@dataclass
class _Known:
    """The counts of one leg. Items are held, so that an identity is never given to another one."""

    items: dict[int, tuple[Table, _Counts]] = field(default_factory=dict)
    tables: tuple[Table, ...] | None = None
    total: _Counts = field(default_factory=lambda: _Counts(0, 0))


def progress(where: Plan | PlanIndex) -> tuple[StepProgress, ...]:
    """What is answered and what is open, for each step."""
    index = index_of(where)
    answered, still_open = [0] * len(all_steps()), [0] * len(all_steps())
    for leg in legs():
        counts = _of_items(leg, index) if leg.is_of_items else _count(leg, leg.tables(index)[0], index)
        answered[leg.step - 1] += counts.answered
        still_open[leg.step - 1] += counts.open
    return tuple(
        StepProgress(step.number, step.title, answered[step.number - 1], still_open[step.number - 1])
        for step in all_steps()
    )


def _of_items(leg: Leg, index: PlanIndex) -> _Counts:
    tables = leg.tables(index)
    linkable = (index.look(_builder_of_ids(name), getattr(index.plan, name)) for name in sorted(leg.reads))
    known = index.look(_builder_of_memory(leg), index.venture, *linkable)
    if known.tables is not tables:
        before = known.items
        known.items = {id(table): before.get(id(table)) or (table, _count(leg, table, index)) for table in tables}
        counts = [counted for _, counted in known.items.values()]
        known.tables = tables
        known.total = _Counts(sum(count.answered for count in counts), sum(count.open for count in counts))
    return known.total


def _count(leg: Leg, table: Table, index: PlanIndex) -> _Counts:
    answers = [is_answered(table, index) for applies, is_answered in leg.checks if applies(table, index)]
    return _Counts(sum(answers), len(answers) - sum(answers))


@cache
def _builder_of_memory(leg: Leg) -> Callable[..., _Known]:
    """Makes an empty memory for `leg`; the index keeps it while what the leg reads is the same."""
    return lambda *_: _Known()


@cache
def _builder_of_ids(collection: str) -> Callable[[tuple[Item, ...] | None], frozenset[str]]:
    """Makes the set of ids that can be linked to: the same object for the same ids, whatever else was edited."""
    return lambda items: _one_object(frozenset(item.id for item in items or ()))


@lru_cache(maxsize=32)
def _one_object(ids: frozenset[str]) -> frozenset[str]:
    return ids
