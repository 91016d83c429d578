"""Owners and load as the JSON document of ``mvo-tui load --json``. A contract: ``docs/load.md``. Nothing is rounded.

Items are told by their places, as in all documents.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from mvo_tui.load.at_demand import ACTIVE, NEW
from mvo_tui.load.breaking_point import Customers, Forecast, first_of
from mvo_tui.load.picture import Picture
from mvo_tui.load.weekly import FULL, Demand, demand_of
from mvo_tui.load.who_does_what import NOBODY, By, Hands, all_hands
from mvo_tui.plan.model import Person
from mvo_tui.plan.places import item_place


def load_document(found: Picture, file: str) -> dict[str, Any]:
    """The document for the plan in `file`."""
    index = found.index
    return {
        "plan": file,
        "format": index.plan.format,
        "demand": {
            **_demand(found.demand),
            "turned": found.scale.turned,
            "estimate": _demand(demand_of(index.venture)),
        },
        "full": FULL,
        "first_full": _first((each.person, each.full_from) for each in found.people),
        "first_overrun": _first((each.person, each.overrun_from) for each in found.people),
        "people": [_person(found, each) for each in found.people],
        "processes": list(_processes(found)),
    }


def _demand(demand: Demand | Customers) -> dict[str, float | None]:
    return dict(zip((NEW, ACTIVE), demand, strict=True))


def _first(people: Iterable[tuple[Person, Customers | None]]) -> dict[str, Any] | None:
    first, customers = first_of(people)
    return (
        None
        if customers is None
        else {"people": [item_place("people", person.id) for person in first], **_demand(customers)}
    )


def _person(found: Picture, each: Forecast) -> dict[str, Any]:
    person, load = each.person, found.minutes[each.person.id]
    hours = None if load is None else _finite(load / 60)
    return {
        "place": item_place("people", person.id),
        "name": person.name,
        "roles": [item_place("roles", role.id) for role in found.index.roles_held.get(person.id, ())],
        "hours_per_week": person.hours_per_week,
        "load_hours": hours,
        "share": None if hours is None or not person.hours_per_week else _finite(hours / person.hours_per_week),
        "full_from": None if each.full_from is None else _demand(each.full_from),
        "overrun_from": None if each.overrun_from is None else _demand(each.overrun_from),
        "unknown": [{"place": gap.place, "text": gap.text} for gap in found.why.get(person.id, ())],
    }


def _processes(found: Picture) -> Iterator[dict[str, Any]]:
    people, roles = all_hands(found.index, By.PEOPLE), all_hands(found.index, By.ROLES)
    for process, by_roles, by_people in zip(found.index.plan.processes, roles, people, strict=True):
        runs, minutes = found.runs(process), found.minutes_of(process)
        yield {
            "place": item_place("processes", process.id),
            "name": process.name,
            "runs_per_week": None if runs is None else _finite(runs),
            "hours_per_week": None if minutes is None else _finite(minutes / 60),
            "roles": _hands(by_roles, By.ROLES),
            "people": _hands(by_people, By.PEOPLE),
        }


def _finite(value: float) -> float:
    """JSON has no infinity; numbers beyond all sense stop at the largest that there is."""
    return min(value, sys.float_info.max)


def _hands(hands: Hands, by: By) -> dict[str, Any]:
    """Null for nobody: no owner, a step that nobody does, no backup."""

    def place(who: str) -> str | None:
        return None if who == NOBODY else item_place(by.value, who)

    return {"owns": place(hands.owner), "does": list(map(place, hands.doers)), "backs_up": place(hands.backup)}
