"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections.abc import Mapping
from typing import NamedTuple, cast

from mvo_tui.plan.index import PlanIndex, owner_id
from mvo_tui.plan.model import Person, Process, Role, Touchpoint, Venture

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
    return _runs(index.touchpoints_behind.get(process.id, ()), index.venture)


def _runs(touchpoints: tuple[Touchpoint, ...], venture: Venture) -> float | None:
    known = [times_a_week(point, venture) for point in touchpoints]
    return _total(known) if known else None


def minutes_a_week(index: PlanIndex) -> Mapping[str, float | None]:
    """Minutes a week of each person, by id; None where unknown.

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan in which no step
    has minutes.
    """
    plan = index.plan
    work = index.look_at_each(work_of, plan.processes)
    return index.look(_minutes, work, plan.roles, index.person, index.touchpoints_behind, plan.venture)


class Work(NamedTuple):
    """What a process asks of whom each time that it runs: the role of each step ("" for the owner) and its minutes."""

    process: str
    owner: str | None
    steps: tuple[tuple[str, float | None], ...]


def work_of(process: Process) -> Work:
    return Work(process.id, owner_id(process), tuple((step.role or "", step.minutes) for step in process.steps))


def _minutes(
    work: tuple[Work, ...],
    roles: tuple[Role, ...],
    people: Mapping[str, Person],
    touchpoints_behind: Mapping[str, tuple[Touchpoint, ...]],
    venture: Venture,
) -> dict[str, float | None]:
    pieces: dict[str, list[float | None]] = {person: [] for person in people}
    holders = {role.id: role.held_by if role.held_by in people else None for role in roles}
    has_minutes = False
    for process, owner, steps in work:
        runs = _runs(touchpoints_behind.get(process, ()), venture) if steps else None
        by_owner = holders.get(owner or "")
        for role, minutes in steps:
            # As `PlanIndex.doer`: the step's own role, and the owner where there is no such role.
            person = holders.get(role, by_owner)
            if person is None:
                return dict.fromkeys(pieces)
            has_minutes = has_minutes or minutes is not None
            pieces[person].append(None if runs is None or minutes is None else runs * minutes)
    return {person: _total(parts) if has_minutes else None for person, parts in pieces.items()}


def _total(minutes: list[float | None]) -> float | None:
    """The sum, the same in any order; None where a part of it is unknown."""
    return None if None in minutes else sum(sorted(cast(list[float], minutes)))
