"""The breaking point: the smallest number of customers at which somebody is asked for more hours than there are.

Two limits count: four fifths of somebody's hours (`weekly.FULL`), past which each extra customer waits longer than the
one before, and all of them. Because a load is a straight line, the numbers come out of a division.
"""

from bisect import bisect_left
from collections.abc import Iterable
from math import floor
from typing import NamedTuple

from mvo_tui.load.at_demand import NEW, Line, Scale, loads_by_demand, scale_of
from mvo_tui.load.weekly import FULL, ROUNDING
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person

MOST = 10**9
"""The most customers that are looked at; who bears so many bears any number."""


class Customers(NamedTuple):
    """A whole number of new customers a week and one of active customers, each the smallest for which something holds.

    None where that kind of customer does not grow; what holds for no number at all has no `Customers`.
    """

    new: int | None
    active: int | None


class Forecast(NamedTuple):
    """What a demand that grows does to one person.

    Attributes:
        load: minutes a week by demand; None while unknown.
        full_from: the customers from which it is past `FULL` of the hours; None for never, or while it is not known.
        overrun_from: those from which it is past all hours.
    """

    person: Person
    load: Line | None
    full_from: Customers | None
    overrun_from: Customers | None

    @property
    def is_known(self) -> bool:
        """Whether both the load and the hours are known."""
        return self.load is not None and self.person.hours_per_week is not None


def forecasts(index: PlanIndex) -> tuple[Forecast, ...]:
    """One for each person, in the order of the plan."""
    loads, scale = loads_by_demand(index), scale_of(index.venture)
    return tuple(_forecast(person, loads[person.id], scale) for person in index.plan.people)


def is_past(minutes: float, hours: float, share: float = 1.0) -> bool:
    """Whether a load of so many minutes a week is past a share of the hours that somebody has."""
    return minutes > share * hours * 60 + ROUNDING


def first_of(people: Iterable[tuple[Person, Customers | None]]) -> tuple[tuple[Person, ...], Customers | None]:
    """Those whom the smallest number of customers strikes, and that number; nobody, where none is ever struck."""
    struck = [(person, customers) for person, customers in people if customers is not None]
    if not struck:
        return (), None
    first = min((customers for _, customers in struck), key=_many)
    return tuple(person for person, customers in struck if _many(customers) == _many(first)), first


def _many(customers: Customers) -> tuple[int, int]:
    return customers.new or 0, customers.active or 0


def _forecast(person: Person, load: Line | None, scale: Scale) -> Forecast:
    hours = person.hours_per_week
    if load is None or hours is None:
        return Forecast(person, load, None, None)
    return Forecast(person, load, _from(load, scale, hours, FULL), _from(load, scale, hours, 1.0))


def _from(load: Line, scale: Scale, hours: float, share: float) -> Customers | None:
    """The customers from which `load` is past `share` of the hours, in both kinds; None for never."""
    turned = smallest(load, hours, share)
    if turned is None:
        return None
    if scale.turned == NEW:
        followers = None if not scale.active else smallest(Line(load.fixed, load.each / scale.active), hours, share)
        return Customers(turned, followers)
    return Customers(None, turned)


def smallest(load: Line, hours: float, share: float) -> int | None:
    """The smallest whole number of customers at which `load` is past `share` of the hours, or None."""

    def passes(customers: int) -> bool:
        return is_past(load.at(customers), hours, share)

    if passes(0):
        return 0
    if not passes(MOST):
        return None
    guess = max(1, floor((share * hours * 60 + ROUNDING - load.fixed) / load.each) + 1)
    if passes(guess) and not passes(guess - 1):
        return guess
    # Rounding has moved the border; the load itself says where it is.
    return bisect_left(range(MOST), True, key=passes)
