"""How far the interview is: for each step, the questions that are answered and those that are open.

Counted anew from the plan each time. What is known of an item is kept with the index as long as the item and all that
its answers may link to stay the same objects, so that one answer in a large plan costs little.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.walk import Leg, index_of, legs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Table

_Counts = tuple[int, int]  # answered, open
_Known = dict[int, tuple[Table, _Counts]]


class StepProgress(NamedTuple):
    """How far one step is: questions answered, and questions that are open as the plan stands."""

    step: int
    title: str
    answered: int
    open: int


def progress(where: Plan | PlanIndex) -> tuple[StepProgress, ...]:
    """What is answered and what is open, for each step."""
    index = index_of(where)
    answered, still_open = [0] * len(all_steps()), [0] * len(all_steps())
    for leg in legs():
        known = _kept(index, leg) if leg.is_of_items else {}
        for table in leg.tables(index):
            counted = known.get(id(table))
            if counted is None:
                counted = known[id(table)] = (table, _count(leg, table, index))
            answered[leg.step - 1] += counted[1][0]
            still_open[leg.step - 1] += counted[1][1]
    return tuple(
        StepProgress(step.number, step.title, answered[step.number - 1], still_open[step.number - 1])
        for step in all_steps()
    )


def _count(leg: Leg, table: Table, index: PlanIndex) -> _Counts:
    answers = [is_answered(table, index) for applies, is_answered in leg.checks if applies(table, index)]
    return sum(answers), len(answers) - sum(answers)


def _kept(index: PlanIndex, leg: Leg) -> _Known:
    """What is known of the items of `leg`, by the identity of the item, which is held so that it stays its own."""
    plan = index.plan
    links = [getattr(plan, name) for name in ("promises", "processes", "tools", "roles", "people") if name in leg.reads]
    known = index.look(_memory(leg), plan.venture, *links)
    if len(known) > 2 * len(leg.tables(index)) + 64:
        known.clear()
    return known


@cache
def _memory(leg: Leg) -> Callable[..., _Known]:
    """An empty memory for `leg`; the index keeps it while the parts that it was made for are the same."""

    def memory(*_: object) -> _Known:
        return {}

    return memory
