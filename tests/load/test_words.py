"""A load in words: short, with units, and never more than is known."""

import pytest

from mvo_tui.load import words
from mvo_tui.load.breaking_point import Customers
from mvo_tui.load.picture import picture
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.load.test_breaking_point import HOURS
from tests.plans import plan_from_toml

TWO = apply(HOURS, SetField("people", HOURS.people[:2]))


IDLE = """
people = [{ id = "mei", hours_per_week = 1 }]
roles = [{ id = "clerk", held_by = "mei" }]
processes = [{ id = "sort", owner = "clerk", steps = [{ minutes = 50 }] }]
stages = [{ touchpoints = [{ times = 1, per = "week", processes = ["sort"] }] }]
"""


def verdict(plan: Plan, customers: float | None = None) -> str:
    return picture(PlanIndex(plan), customers).verdict()


def standing(plan: Plan, person: str, customers: float | None = None) -> str:
    found = picture(PlanIndex(plan), customers)
    each = next(each for each in found.people if each.person.id == person)
    return words.standings(each, found.minutes[person])[0]


@pytest.mark.parametrize(
    ("customers", "expected"),
    [
        (None, "Person mei is overrun first, from 20 new customers a week (or 146 active)."),
        (19, "Person mei is overrun first, from 20 new customers a week (or 146 active)."),
        (20, "Person mei is overrun, from 20 new customers a week (or 146 active)."),
        (99, "Person mei and Person tom are overrun; Person mei first, from 20 new customers a week (or 146 active)."),
    ],
)
def test_the_verdict_follows_the_demand(customers: float | None, expected: str) -> None:
    assert verdict(TWO, customers) == expected


def test_the_verdict_says_whom_it_does_not_know() -> None:
    assert verdict(HOURS).endswith("(or 146 active). Not known: Person sue.")
    blank = apply(TWO, SetField("processes.take.owner", None))
    assert verdict(blank) == "Who is overrun first is not known yet. Process take has no owner."
    assert verdict(Plan()) == "Nobody is named yet who does the work."


def test_what_never_breaks_and_what_always_does() -> None:
    idle = plan_from_toml(IDLE)
    assert verdict(idle) == "Past 80%: Person mei."
    assert standing(idle, "mei") == "past 80%, never overrun"
    rested = apply(idle, SetField("people.mei.hours_per_week", 10))
    assert verdict(rested) == "No number of customers overruns anybody."
    assert standing(rested, "mei") == "no number of customers overruns this"
    tired = apply(idle, SetField("people.mei.hours_per_week", 0.5))
    assert verdict(tired) == "Person mei is overrun, even without customers."
    assert standing(tired, "mei") == "overrun even without customers"


def test_somebody_stands_below_past_and_beyond() -> None:
    assert standing(TWO, "mei") == "past 80% from 16 a week, overrun from 20 a week"
    assert standing(TWO, "mei", 16) == "past 80%, overrun from 20 a week"
    assert standing(TWO, "mei", 20) == "overrun from 20 a week"
    assert standing(HOURS, "sue") == "not known"


def test_shorter_wordings_are_shorter() -> None:
    found = picture(PlanIndex(TWO))
    for each in found.people:
        told = words.standings(each, found.minutes[each.person.id])
        assert sorted(told, key=len, reverse=True) == list(told)


@pytest.mark.parametrize(
    ("customers", "expected"),
    [
        (Customers(1, 8), "from 1 new customer a week (or 8 active)"),
        (Customers(1200, None), "from 1,200 new customers a week"),
        (Customers(None, 12), "from 12 active customers"),
        (Customers(None, 0), "even without customers"),
        (Customers(0, 0), "even without customers"),
    ],
)
def test_customers_are_told_with_what_they_are(customers: Customers, expected: str) -> None:
    assert words.from_customers(customers) == expected


def test_numbers_read_as_people_say_them() -> None:
    assert [words.number(value) for value in (31, 24.25, 0.04, 1234.5, 1e12)] == ["31", "24.2", "0", "1,234.5", "1e+12"]
    assert [words.hours(minutes) for minutes in (None, 0, 90)] == ["?", "0", "1.5"]
    assert [words.share(90, 1.5), words.share(None, 1), words.share(9, None), words.share(9, 0)] == ["100%", "", "", ""]
    names = ["Ana Ruiz", "Ben Li", "Ana May", "Person people-4"]
    assert words.first_names(names) == ["Ana Ruiz", "Ben", "Ana May", "Person people-4"]
