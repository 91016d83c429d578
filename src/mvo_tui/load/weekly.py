"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple, cast

from mvo_tui.plan.back_references import JourneyLinks, split
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Touchpoint, Venture

FULL = 0.8
"""The share of the hours for operations that may be planned; the rest is for what goes wrong."""

ROUNDING = 1e-6
"""Minutes by which two loads may differ and be the same: a sum of fractions is not the same in every order."""

Often = tuple[float | None, str | None]
"""The `times` and `per` of a touchpoint."""


class HowOften(NamedTuple):
    """How often each touchpoint happens, in columns."""

    times: tuple[float | None, ...]
    per: tuple[str | None, ...]


Demand = tuple[float | None, float | None]
"""New customers a week and active customers."""


def times_at(often: Often, demand: Demand) -> float | None:
    """How often a week a touchpoint happens at this demand, or None where that is not known."""
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
    demand = index.look_for_same(demand_of, index.venture)
    return index.look_for_same(runs_of_each, index.journey_links, how_often(index), demand)


def how_often(index: PlanIndex) -> HowOften:
    return index.look(HowOften, index.kept("touchpoints", "times"), index.kept("touchpoints", "per"))


def runs_of_each(links: JourneyLinks, often: HowOften, demand: Demand) -> dict[str, float | None]:
    """The runs a week of each process that a touchpoint names, by the process's id, at any demand."""
    times_of = {one: times_at(one, demand) for one in set(zip(*often, strict=True))}
    runs: dict[str, float | None] = {}
    more: defaultdict[str, list[float | None]] = defaultdict(list)  # of those behind several touchpoints
    for processes, times in zip(links.processes, map(times_of.__getitem__, zip(*often, strict=True)), strict=True):
        for process in processes if len(processes) == 1 else dict.fromkeys(processes):
            if process in runs:
                more[process].append(times)
            else:
                runs[process] = times
    return runs | {process: _total([runs[process], *times]) for process, times in more.items()}


def minutes_a_week(index: PlanIndex) -> Mapping[str, float | None]:
    """Minutes a week of each person, by id; None where unknown. The same object for as long as they are the same.

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan in which no step
    has minutes.
    """
    if not _has_minutes(index):
        return index.look_for_same(_unknown, index.person_ids)
    return index.look_for_same(_minutes, _asked_of_people(index), _runs_of_all(index))


def minutes_for_runs(index: PlanIndex, runs_of: Mapping[str, float | None]) -> Mapping[str, float | None]:
    """The same where the processes run as often as `runs_of` says, by the process's id."""
    return _minutes(_asked_of_people(index), runs_of) if _has_minutes(index) else _unknown(index.person_ids)


def _has_minutes(index: PlanIndex) -> bool:
    return any(minutes is not None for minutes in index.step_minutes)


class Asked(NamedTuple):
    """All of the plan that a load is made of, but for how often the processes run."""

    processes: tuple[str, ...]
    owners: tuple[str | tuple[str, ...] | None, ...]
    step_counts: tuple[int, ...]
    step_roles: tuple[str | None, ...]
    step_minutes: tuple[float | None, ...]
    roles: tuple[str, ...]
    held_by: tuple[str | None, ...]
    people: frozenset[str]


def _asked_of_people(index: PlanIndex) -> Asked:
    links = index.process_links
    steps = (links.step_counts, links.step_roles, index.step_minutes)
    return index.look(Asked, links.ids, links.owners, *steps, *index.role_links, index.person_ids)


def _unknown(people: frozenset[str]) -> dict[str, float | None]:
    return dict.fromkeys(people)


def _minutes(asked: Asked, runs_of: Mapping[str, float | None]) -> dict[str, float | None]:
    holders: dict[object, str | None] = {
        role: person if person in asked.people else None
        for role, person in zip(asked.roles, asked.held_by, strict=True)
    }
    pieces: dict[str, list[float | None]] = {person: [] for person in asked.people}
    step_roles, step_minutes = split(asked.step_roles, asked.step_counts), split(asked.step_minutes, asked.step_counts)
    runs_of_each = map(runs_of.get, asked.processes)
    sum_of: Callable[..., float | None] = _sum if None in set(asked.step_minutes) else sum
    for owner, runs, roles, minutes in zip(asked.owners, runs_of_each, step_roles, step_minutes, strict=True):
        work: Iterable[tuple[str | None, float | None]]
        if roles and roles.count(roles[0]) == len(roles):  # as in most processes
            work = ((roles[0], sum_of(minutes)),)
        else:
            work = zip(roles, minutes, strict=True)
        for role, minutes_a_run in work:
            # As `PlanIndex.doer`: the step's own role, and the owner where there is no such role.
            person = holders[role] if role in holders else holders.get(owner)
            if person is None:
                return _unknown(asked.people)
            pieces[person].append(None if runs is None or minutes_a_run is None else runs * minutes_a_run)
    return {person: _total(parts) for person, parts in pieces.items()}


def _sum(minutes: tuple[float | None, ...]) -> float | None:
    return None if None in minutes else sum(cast(tuple[float, ...], minutes))


def _total(parts: list[float | None]) -> float | None:
    """The sum, the same in any order; None where a part of it is unknown."""
    return None if None in parts else sum(sorted(cast(list[float], parts)))


often_of: Callable[[Touchpoint], Often] = attrgetter("times", "per")
demand_of: Callable[[Venture], Demand] = attrgetter("new_customers_per_week", "active_customers")
