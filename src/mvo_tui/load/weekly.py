"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import cast

from mvo_tui.plan.back_references import JourneyLinks, ProcessHead, ProcessLinks, split
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Touchpoint, Venture

FULL = 0.8
"""The share of the hours for operations that may be planned; the rest is for what goes wrong."""

ROUNDING = 1e-6
"""Minutes by which two loads may differ and be the same: a sum of fractions is not the same in every order."""

Often = tuple[float | None, str | None]
"""The `times` and `per` of a touchpoint."""

Demand = tuple[float | None, float | None]
"""New customers a week and active customers."""


def times_a_week(touchpoint: Touchpoint, venture: Venture) -> float | None:
    """How often a week the touchpoint happens, or None where that is not known."""
    return times_at(often_of(touchpoint), demand_of(venture))


def times_at(often: Often, demand: Demand) -> float | None:
    """The same at any demand."""
    times, per = often
    new_customers, active_customers = demand
    if times is None:
        return None
    if per == "week":
        return times
    many = new_customers if per == "new customer" else active_customers if per == "active customer per week" else None
    return None if many is None else times * many


def runs_a_week(process: Process, index: PlanIndex) -> float | None:
    """How often a week the process runs, or None where one of its touchpoints does not say or it has none."""
    return _runs_of_all(index).get(process.id)


def _runs_of_all(index: PlanIndex) -> Mapping[str, float | None]:
    often = index.look_at_each(often_of, index.touchpoints)
    demand = index.look_for_same(demand_of, index.venture)
    return index.look_for_same(runs_of_each, index.journey_links, often, demand)


def runs_of_each(links: JourneyLinks, often: tuple[Often, ...], demand: Demand) -> dict[str, float | None]:
    """The runs a week of each process that a touchpoint names, by the process's id, at any demand."""
    times_of = {how_often: times_at(how_often, demand) for how_often in set(often)}
    known: defaultdict[str, list[float | None]] = defaultdict(list)
    for (_touchpoint, _promises, processes), how_often in zip(links, often, strict=True):
        for process in processes if len(processes) == 1 else dict.fromkeys(processes):
            known[process].append(times_of[how_often])
    return {process: times[0] if len(times) == 1 else _total(times) for process, times in known.items()}


def minutes_a_week(index: PlanIndex) -> Mapping[str, float | None]:
    """Minutes a week of each person, by id; None where unknown. The same object for as long as they are the same.

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan in which no step
    has minutes.
    """
    if not _has_minutes(index):
        return index.look_for_same(_unknown, index.person_ids)
    return index.look_for_same(_minutes, *_asked_of_people(index), _runs_of_all(index))


def minutes_for_runs(index: PlanIndex, runs_of: Mapping[str, float | None]) -> Mapping[str, float | None]:
    """The same where the processes run as often as `runs_of` says, by the process's id."""
    return _minutes(*_asked_of_people(index), runs_of) if _has_minutes(index) else _unknown(index.person_ids)


def _has_minutes(index: PlanIndex) -> bool:
    return any(minutes is not None for minutes in index.step_minutes)


def _asked_of_people(
    index: PlanIndex,
) -> tuple[tuple[ProcessHead, ...], tuple["Work", ...], tuple[tuple[str, str | None], ...], frozenset[str]]:
    """All of the plan that a load is made of, but for how often the processes run."""
    links = index.process_links
    work = index.look_at_each(work_of, index.plan.processes, at_once=lambda _: _work_of_all(links, index.step_minutes))
    return links.heads, work, index.role_links, index.person_ids


def _unknown(people: frozenset[str]) -> dict[str, float | None]:
    return dict.fromkeys(people)


Work = tuple[tuple[str | None, float | None], ...]
"""What a process asks of whom each time that it runs: a role that its steps name (None: the owner's), and minutes."""


def work_of(process: Process) -> Work:
    return _work(tuple(step.role for step in process.steps), tuple(step.minutes for step in process.steps))


def _work_of_all(links: ProcessLinks, step_minutes: tuple[float | None, ...]) -> Iterator[Work]:
    return map(_work, split(links.step_roles, links.step_counts), split(step_minutes, links.step_counts))


def _work(roles: tuple[str | None, ...], minutes: tuple[float | None, ...]) -> Work:
    if minutes and roles.count(roles[0]) == len(roles):  # as most processes have it
        return ((roles[0], None if None in minutes else sum(cast(tuple[float, ...], minutes))),)
    return tuple(zip(roles, minutes, strict=True))


def _minutes(
    heads: tuple[ProcessHead, ...],
    work: tuple[Work, ...],
    roles: tuple[tuple[str, str | None], ...],
    people: frozenset[str],
    runs_of: Mapping[str, float | None],
) -> dict[str, float | None]:
    holders: dict[object, str | None] = {role: person if person in people else None for role, person in roles}
    pieces: dict[str, list[float | None]] = {person: [] for person in people}
    for (process, owner, _backup, _tools), parts in zip(heads, work, strict=True):
        for role, minutes in parts:
            # As `PlanIndex.doer`: the step's own role, and the owner where there is no such role.
            person = holders[role] if role in holders else holders.get(owner)
            if person is None:
                return _unknown(people)
            runs = runs_of.get(process)
            pieces[person].append(None if runs is None or minutes is None else runs * minutes)
    return {person: _total(parts) for person, parts in pieces.items()}


def _total(parts: list[float | None]) -> float | None:
    """The sum, the same in any order; None where a part of it is unknown."""
    return None if None in parts else sum(sorted(cast(list[float], parts)))


often_of: Callable[[Touchpoint], Often] = attrgetter("times", "per")
demand_of: Callable[[Venture], Demand] = attrgetter("new_customers_per_week", "active_customers")
