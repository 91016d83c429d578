"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections.abc import Iterator, Mapping
from math import fsum
from typing import cast

from mvo_tui.plan.index import PlanIndex, owner_id
from mvo_tui.plan.model import Process, Step, Touchpoint, Venture

FULL = 0.8
"""The share of the hours for operations that may be planned; the rest is for what goes wrong."""


def times_a_week(touchpoint: Touchpoint, venture: Venture) -> float | None:
    """How often a week the touchpoint happens, or None where that is not known."""
    if touchpoint.times is None:
        return None
    per = {
        "new customer": venture.new_customers_per_week,
        "active customer per week": venture.active_customers,
        "week": 1,
    }.get(touchpoint.per or "")
    return None if per is None else touchpoint.times * per


def runs_a_week(process: Process, index: PlanIndex) -> float | None:
    """How often a week the process runs, or None where one of its touchpoints does not say or it has none."""
    known = [times_a_week(point, index.venture) for point in index.touchpoints_behind.get(process.id, ())]
    return _total(known) if known else None


def minutes_a_week(index: PlanIndex) -> Mapping[str, float | None]:
    """Minutes a week of each person, by id; None where unknown.

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan in which no step
    has minutes.
    """
    pieces: dict[str, list[float | None]] = {person: [] for person in index.person}
    has_minutes = False
    for person, step, runs in _work(index):
        if person is None:
            return dict.fromkeys(pieces)
        has_minutes = has_minutes or step.minutes is not None
        pieces[person].append(None if runs is None or step.minutes is None else runs * step.minutes)
    return {person: _total(work) if has_minutes else None for person, work in pieces.items()}


def _work(index: PlanIndex) -> Iterator[tuple[str | None, Step, float | None]]:
    """Each step with the id of the person who does it and how often a week."""
    holders = {role.id: role.held_by if role.held_by in index.person else None for role in index.plan.roles}
    for process in index.plan.processes:
        runs = runs_a_week(process, index) if process.steps else None
        owner = holders.get(owner_id(process) or "")
        for step in process.steps:
            # As `PlanIndex.doer`: the step's own role, and the owner where there is no such role.
            yield holders.get(step.role or "", owner), step, runs


def _total(minutes: list[float | None]) -> float | None:
    """The sum, the same in any order; None where a part of it is unknown."""
    return None if None in minutes else fsum(cast(list[float], minutes))
