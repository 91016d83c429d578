"""The load of each person at any demand: a straight line, so many minutes whatever the demand and so many a customer.

One number is turned, the new customers a week, and the active customers grow in the proportion in which the plan
estimates both. What happens so many times a week, whoever comes, does not grow. A plan without new customers (they
are none, or not estimated) grows by its active customers; a plan that estimates neither, by new customers alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mvo_tui.load.weekly import Demand, HowOften, how_often, minutes_a_week, minutes_for_runs, runs_of_each
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Venture

NEW, ACTIVE = "new_customers_per_week", "active_customers"
"""The fields of the venture that tell the demand."""


class Scale(NamedTuple):
    """How the demand grows with the number that is turned.

    Attributes:
        turned: the field of the venture that holds it, `NEW` or `ACTIVE`.
        estimate: what the plan estimates it to be; None where it does not.
        new: new customers a week for each one that is turned; None where there is no telling.
        active: active customers for each one that is turned; None where there is no telling.
    """

    turned: str
    estimate: float | None
    new: float | None
    active: float | None

    def demand(self, customers: float) -> Demand:
        """New customers a week and active customers where the number that is turned is `customers`."""
        return _times(self.new, customers), _times(self.active, customers)


class Line(NamedTuple):
    """Minutes a week: `fixed`, and `each` more for every customer that is turned."""

    fixed: float
    each: float

    def at(self, customers: float) -> float:
        return self.fixed + self.each * customers if customers else self.fixed  # `each` may be infinite


def scale_of(venture: Venture) -> Scale:
    """By which of its numbers the demand of `venture` grows, and how the other one follows."""
    new, active = venture.new_customers_per_week, venture.active_customers
    if new:
        return Scale(NEW, new, 1.0, None if active is None else active / new)
    if active:
        return Scale(ACTIVE, active, new and 0.0, 1.0)
    return Scale(NEW, new, 1.0, active and 0.0)


def loads_by_demand(index: PlanIndex) -> Mapping[str, Line | None]:
    """The load of each person, by id; None where unknown."""
    fixed, grown = _runs(index)
    at_none, each = minutes_for_runs(index, fixed), minutes_for_runs(index, grown)
    return {person: _line(minutes, each[person]) for person, minutes in at_none.items()}


def minutes_at(index: PlanIndex, customers: float | None) -> Mapping[str, float | None]:
    """Minutes a week of each person where the number that is turned is `customers`; None: as the plan estimates it."""
    if customers is None:
        return minutes_a_week(index)
    often, demand = how_often(index), scale_of(index.venture).demand(customers)
    return minutes_for_runs(index, runs_of_each(index.journey_links, often, demand))


def runs_by_demand(index: PlanIndex) -> Mapping[str, Line | None]:
    """How often a week each process runs, by id; None where unknown. A process behind no touchpoint is not in it."""
    fixed, grown = _runs(index)
    return {process: _line(runs, grown[process]) for process, runs in fixed.items()}


def _runs(index: PlanIndex) -> tuple[Mapping[str, float | None], Mapping[str, float | None]]:
    """How often a week each process runs without customers, and how much more often for each that is turned."""
    links, scale, often = index.journey_links, scale_of(index.venture), how_often(index)
    return runs_of_each(links, often, scale.demand(0)), runs_of_each(links, _without_weekly(often), scale.demand(1))


def _without_weekly(often: HowOften) -> HowOften:
    """A touchpoint that comes by every week, whoever comes, does not grow."""
    pairs = zip(*often, strict=True)
    return HowOften(tuple(0 if times is not None and per == "week" else times for times, per in pairs), often.per)


def _times(many: float | None, customers: float) -> float | None:
    return None if many is None else many * customers


def _line(fixed: float | None, each: float | None) -> Line | None:
    return None if fixed is None or each is None else Line(fixed, each)
