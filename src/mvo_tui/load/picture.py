"""Owners and load of a plan at one demand, put together once: what the view and the command show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import floor, log10

from mvo_tui.load import words
from mvo_tui.load.at_demand import ACTIVE, NEW, Line, Scale, runs_by_demand, scale_of
from mvo_tui.load.breaking_point import Forecast, forecasts, is_past
from mvo_tui.load.unknown import Gap, gaps
from mvo_tui.load.weekly import Demand, demand_of, minutes_a_week, runs_a_week
from mvo_tui.plan.edits import Batch, Edit, SetField
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.places import field_place

MOST = 1_000_000
"""The most customers that are tried."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Who has how much to do at a demand.

    Attributes:
        customers: how many are tried of the number that is turned; None: as many as the plan estimates.
        runs_of: how often a week each process runs, by its id, as a straight line; None or absent while unknown.
        people: each with the straight line of the load and the breaking points, in the order of the plan.
        minutes: a week, by the person's id; None while unknown.
        why: what keeps a load or hours unknown, by the person's id.
    """

    index: PlanIndex
    scale: Scale
    customers: float | None
    runs_of: Mapping[str, Line | None]
    people: tuple[Forecast, ...]
    minutes: Mapping[str, float | None]
    why: Mapping[str, tuple[Gap, ...]]

    @property
    def shown(self) -> float | None:
        """How many customers are shown, tried or estimated; None where nobody has estimated them."""
        return self.scale.estimate if self.customers is None else self.customers

    @property
    def demand(self) -> Demand:
        return _demand(self.index, self.scale, self.customers)

    def verdict(self, *, is_brief: bool = False) -> str:
        """Who is overrun, or will be first, in one line; briefly with the customers that are turned alone."""
        return words.verdict(self.people, self.minutes, self.why, is_brief=is_brief)

    def fits(self, share: float) -> bool:
        """Whether everybody's load is known and within `share` of the hours; not where nobody is named."""
        return bool(self.people) and all(
            (minutes := self.minutes[each.person.id]) is not None
            and each.person.hours_per_week is not None
            and not is_past(minutes, each.person.hours_per_week, share)
            for each in self.people
        )

    def runs(self, process: Process) -> float | None:
        """How often a week the process runs at this demand; None while unknown."""
        if self.customers is None:
            return runs_a_week(process, self.index)
        line = self.runs_of.get(process.id)
        return line and line.at(self.customers)

    def minutes_of(self, process: Process) -> float | None:
        """What all steps of the process take in a week; None while a part of that is unknown, or there are none."""
        runs, minutes = self.runs(process), [step.minutes for step in process.steps]
        return None if runs is None or not minutes or None in minutes else runs * sum(filter(None, minutes))

    def at(self, customers: float | None) -> "Picture":
        """The same people at another demand. Quick: nothing of the plan is looked at again."""
        if (customers is None) is not (self.customers is None) and self.scale.estimate is None:
            return picture(self.index, customers)  # what is not known is another thing then
        return replace(self, customers=customers, minutes=_minutes(self.index, self.people, customers))


def picture(index: PlanIndex, customers: float | None = None) -> Picture:
    """The picture of the plan of `index` where `customers` are tried, or as it estimates them."""
    scale, people = scale_of(index.venture), forecasts(index)
    minutes = _minutes(index, people, customers)
    is_known = all(minutes[each.person.id] is not None and each.is_known for each in people)
    why = {} if is_known else gaps(index, _demand(index, scale, customers))
    return Picture(index, scale, customers, runs_by_demand(index), people, minutes, why)


def _minutes(index: PlanIndex, people: tuple[Forecast, ...], customers: float | None) -> Mapping[str, float | None]:
    if customers is None:
        return minutes_a_week(index)
    return {each.person.id: each.load and each.load.at(customers) for each in people}


def _demand(index: PlanIndex, scale: Scale, customers: float | None) -> Demand:
    return demand_of(index.venture) if customers is None else scale.demand(customers)


def next_try(customers: float, step: int) -> float:
    """The next number of customers up (1) or down (-1): by one, and by about a tenth where there are many."""
    size = customers if step > 0 else max(customers - 1, 0)
    by = 10 ** (floor(log10(size)) - 1) if size >= 100 else 1
    tried = (floor(customers / by) + 1) * by if step > 0 else (-floor(-customers / by) - 1) * by
    return max(0, min(tried, MOST))


def as_estimate(found: Picture) -> Edit | None:
    """The edit that makes what is tried the plan's estimate, in whole customers; None where nothing is tried."""
    if found.customers is None:
        return None
    new, active = found.demand
    label = f"Expect {words.demand(found.scale, found.customers)}"
    told = [(NEW, new), (ACTIVE, active)]
    edits = [SetField(field_place("venture", field), round(many)) for field, many in told if many is not None]
    return Batch(tuple(edits), label=label)
