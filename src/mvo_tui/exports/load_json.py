"""Owners and load as the JSON document of ``mvo-tui load --json``. A contract: ``docs/load.md``. Nothing is rounded."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from mvo_tui.load.at_demand import ACTIVE, NEW, minutes_at, runs_by_demand, scale_of
from mvo_tui.load.breaking_point import Customers, first_of, forecasts
from mvo_tui.load.unknown import gaps
from mvo_tui.load.weekly import FULL, Demand, demand_of
from mvo_tui.load.who_does_what import By, Hands, all_hands
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person, Process


def load_document(index: PlanIndex, file: str, customers: float | None) -> dict[str, Any]:
    """The document for the plan in `file`, at `customers` of the number that is turned; None: as it is estimated."""
    scale, found = scale_of(index.venture), forecasts(index)
    demand = demand_of(index.venture) if customers is None else scale.demand(customers)
    return {
        "plan": file,
        "format": index.plan.format,
        "demand": {**_demand(demand), "turned": scale.turned, "estimate": _demand(demand_of(index.venture))},
        "full": FULL,
        "first_full": _first((each.person, each.full_from) for each in found),
        "first_overrun": _first((each.person, each.overrun_from) for each in found),
        "people": list(_people(index, demand, customers)),
        "processes": list(_processes(index, customers)),
    }


def _demand(demand: Demand | Customers) -> dict[str, float | None]:
    return dict(zip((NEW, ACTIVE), demand, strict=True))


def _first(people: Iterable[tuple[Person, Customers | None]]) -> dict[str, Any] | None:
    first, customers = first_of(people)
    return None if customers is None else {"people": [person.id for person in first], **_demand(customers)}


def _people(index: PlanIndex, demand: Demand, customers: float | None) -> Iterator[dict[str, Any]]:
    minutes, why = minutes_at(index, customers), gaps(index, demand)
    for found in forecasts(index):
        person, load = found.person, minutes[found.person.id]
        hours = None if load is None else _finite(load / 60)
        yield {
            "id": person.id,
            "name": person.name,
            "roles": [role.id for role in index.roles_held.get(person.id, ())],
            "hours_per_week": person.hours_per_week,
            "load_hours": hours,
            "share": None if hours is None or not person.hours_per_week else _finite(hours / person.hours_per_week),
            "full_from": None if found.full_from is None else _demand(found.full_from),
            "overrun_from": None if found.overrun_from is None else _demand(found.overrun_from),
            "unknown": [{"place": gap.place, "text": gap.text} for gap in why.get(person.id, ())],
        }


def _processes(index: PlanIndex, customers: float | None) -> Iterator[dict[str, Any]]:
    scale, runs = scale_of(index.venture), runs_by_demand(index)
    people, roles = all_hands(index, By.PEOPLE), all_hands(index, By.ROLES)
    turned = scale.estimate if customers is None else customers
    for process in index.plan.processes:
        line = runs.get(process.id)
        often = None if line is None or turned is None else line.at(turned)
        yield {
            "id": process.id,
            "name": process.name,
            "runs_per_week": None if often is None else _finite(often),
            "hours_per_week": _hours(process, often),
            "roles": _hands(roles[process.id]),
            "people": _hands(people[process.id]),
        }


def _hours(process: Process, often: float | None) -> float | None:
    """What all steps of the process take in a week; None where a part of it is unknown."""
    minutes = [step.minutes for step in process.steps if step.minutes is not None]
    return None if often is None or len(minutes) < len(process.steps) else _finite(often * sum(minutes) / 60)


def _finite(value: float) -> float:
    """JSON has no infinity; numbers beyond all sense stop at the largest that there is."""
    return min(value, sys.float_info.max)


def _hands(hands: Hands) -> dict[str, Any]:
    """Null for nobody: no owner, a step that nobody does, no backup."""
    return {
        "owns": hands.owner or None,
        "does": [who or None for who in hands.doers],
        "backs_up": hands.backup or None,
    }
