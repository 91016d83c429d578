"""Why a load is not known: the steps that lack minutes, the work that nobody does, what happens nobody knows how often.

Unknown stays unknown: nothing is guessed. What is said of everyone is work that could be anybody's, as in
`weekly.minutes_a_week`; the rest is said of the people whose work it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mvo_tui.load.at_demand import ACTIVE, NEW
from mvo_tui.load.weekly import Demand, how_often, often_of, runs_of_each, times_at
from mvo_tui.plan.index import PlanIndex, ProcessStep
from mvo_tui.plan.model import Person, Process, Touchpoint
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_place, item_place


class Gap(NamedTuple):
    """Something that has to be said before a load is known: where, and what is missing."""

    place: str
    text: str


def gaps(index: PlanIndex, demand: Demand) -> Mapping[str, tuple[Gap, ...]]:
    """What keeps each person's load or hours unknown at `demand`, by the person's id; nothing for who is known."""
    has_minutes = any(minutes is not None for minutes in index.step_minutes)
    everyone = _gaps_of_all(index) if has_minutes else (_no_minutes(index),)
    own = _gaps_of_each(index, demand) if has_minutes else {}
    found = {}
    for person in index.plan.people:
        in_order = dict.fromkeys((*everyone, *own.get(person.id, ()), *_of_hours(person)))
        if in_order:
            found[person.id] = tuple(in_order)
    return found


def _no_minutes(index: PlanIndex) -> Gap:
    if not index.steps:
        return Gap("processes", "No process has steps yet")
    return Gap(field_place(index.steps[0].place, "minutes"), "No step has minutes yet")


def _gaps_of_all(index: PlanIndex) -> tuple[Gap, ...]:
    return tuple(dict.fromkeys(gap for step in index.steps if (gap := _nobody(step, index))))


def _nobody(step: ProcessStep, index: PlanIndex) -> Gap | None:
    """What is missing for the step to be somebody's; None where it is."""
    process, role = step.process, index.doer(step)
    if role is None:
        place = field_place(item_place("processes", process.id), "owner")
        return Gap(place, f"{called(process)} has no owner")
    if index.holder(role.id) is None:
        return Gap(field_place(item_place("roles", role.id), "held_by"), f"Nobody holds the role {called(role)}")
    return None


def _gaps_of_each(index: PlanIndex, demand: Demand) -> Mapping[str, list[Gap]]:
    """What is missing in the work of each person."""
    found: defaultdict[str, list[Gap]] = defaultdict(list)
    runs = runs_of_each(index.journey_links, how_often(index), demand)
    for step in index.steps:
        role = index.doer(step)
        holder = index.holder(role.id) if role else None
        if holder is None:
            continue
        if step.step.minutes is None:
            place = field_place(step.place, "minutes")
            found[holder.id].append(Gap(place, f"{called(step.process)}: step {step.number} has no minutes"))
        if runs.get(step.process.id) is None:
            found[holder.id] += _of_frequency(step.process, index, demand)
    return found


def _of_frequency(process: Process, index: PlanIndex, demand: Demand) -> Iterator[Gap]:
    touchpoints = index.touchpoints_behind.get(process.id, ())
    if not touchpoints:
        place = item_place("processes", process.id)
        yield Gap(place, f"{called(process)} is behind no touchpoint: nobody knows how often it runs")
    for touchpoint in touchpoints:
        if times_at(often_of(touchpoint), demand) is None:
            yield _of_touchpoint(touchpoint)


def _of_touchpoint(touchpoint: Touchpoint) -> Gap:
    place, name = item_place("touchpoints", touchpoint.id), called(touchpoint)
    if touchpoint.times is None:
        return Gap(field_place(place, "times"), f"{name}: how often it happens is not said")
    if touchpoint.per == "new customer":
        return Gap(field_place("venture", NEW), "New customers a week are not estimated")
    if touchpoint.per == "active customer per week":
        return Gap(field_place("venture", ACTIVE), "Active customers are not counted or estimated")
    return Gap(field_place(place, "per"), f"{name}: it is not said what it happens for, a customer or a week")


def _of_hours(person: Person) -> Iterator[Gap]:
    if person.hours_per_week is None:
        place = field_place(item_place("people", person.id), "hours_per_week")
        yield Gap(place, f"{called(person)}: the hours a week are not said")
