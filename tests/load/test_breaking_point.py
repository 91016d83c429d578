"""The breaking point: by hand, and by the load itself, on any plan: at it the load is past the hours, one below not."""

from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mvo_tui.load.at_demand import NEW, Line, minutes_at, scale_of
from mvo_tui.load.breaking_point import MOST, Customers, Forecast, first_of, forecasts, is_past, smallest
from mvo_tui.load.weekly import FULL, ROUNDING
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person, Plan
from tests.load.test_weekly import PLAN
from tests.plans import plans, sample, sample_plans

HOURS = apply(apply(PLAN, SetField("people.mei.hours_per_week", 5)), SetField("people.tom.hours_per_week", 10))


def of(plan: Plan, person: str) -> Forecast:
    return next(found for found in forecasts(PlanIndex(plan)) if found.person.id == person)


def test_by_hand() -> None:
    """Mei: 33 minutes, and 13.75 for each new customer, of 300: past 240 from 16 (253), past 300 from 20 (308)."""
    assert of(HOURS, "mei")[2:] == (Customers(16, 113), Customers(20, 146))
    per_active = 13.75 / 7.5
    assert 33 + 112 * per_active <= 240 < 33 + 113 * per_active
    assert 33 + 145 * per_active <= 300 < 33 + 146 * per_active


def test_what_does_not_grow_never_breaks_and_what_is_unknown_has_no_number() -> None:
    assert of(HOURS, "sue") == Forecast(Person(id="sue"), Line(0, 0), None, None)
    assert not of(HOURS, "sue").is_known
    rested = of(apply(HOURS, SetField("people.sue.hours_per_week", 0)), "sue")
    assert (rested.is_known, rested.full_from, rested.overrun_from) == (True, None, None)


def test_who_has_no_hours_is_past_them_with_the_first_minute() -> None:
    assert of(apply(HOURS, SetField("people.mei.hours_per_week", 0)), "mei").overrun_from == Customers(0, 0)


def test_without_new_customers_the_active_ones_are_counted() -> None:
    plan = apply(HOURS, SetField("touchpoints.orders.per", "active customer per week"))
    found = of(apply(plan, SetField(f"venture.{NEW}", None)), "mei")
    assert found.overrun_from == Customers(None, 26)
    assert 33 + 25 * 10.5 <= 300 < 33 + 26 * 10.5


def test_the_first_is_whom_the_smallest_number_strikes_and_two_may_be_first() -> None:
    ann, bob, cyn = (Person(id=name) for name in ("ann", "bob", "cyn"))
    few, many = Customers(3, 20), Customers(4, 26)
    assert first_of([(ann, None), (bob, many), (cyn, few)]) == ((cyn,), few)
    assert first_of([(ann, few), (bob, many), (cyn, few)]) == ((ann, cyn), few)
    assert first_of([(ann, None)]) == ((), None)


def load_is_past(index: PlanIndex, person: Person, share: float, turned: float) -> bool:
    minutes = minutes_at(index, turned)[person.id]
    assert minutes is not None
    assert person.hours_per_week is not None
    return is_past(minutes, person.hours_per_week, share)


@given(plans() | sample_plans)
@settings(max_examples=100)
def test_at_the_breaking_point_it_breaks_and_one_below_it_does_not(plan: Plan) -> None:
    index, scale = PlanIndex(plan), scale_of(plan.venture)
    for found in forecasts(index):
        for share, customers in ((FULL, found.full_from), (1.0, found.overrun_from)):
            if not found.is_known:
                assert customers is None
                continue
            breaks = partial(load_is_past, index, found.person, share)

            if customers is None:
                assert not breaks(MOST)
                continue
            per = [(customers.new, scale.new), (customers.active, scale.active)]
            for number, for_each in per:
                if number is not None and for_each:
                    assert breaks(number / for_each)
                    assert number == 0 or not breaks((number - 1) / for_each)


@given(plans() | sample_plans)
@settings(max_examples=60)
def test_somebody_is_full_before_being_overrun(plan: Plan) -> None:
    for found in forecasts(PlanIndex(plan)):
        if found.overrun_from is not None:
            assert found.full_from is not None
            assert all((a or 0) <= (b or 0) for a, b in zip(found.full_from, found.overrun_from, strict=True))


amounts = st.floats(0, 1e6)


@given(amounts, amounts, st.floats(0, 168))
@example(1e12, 1e-9, 168.0)  # more minutes than a float tells apart, one customer more or less
@example(0.0, 5e-324, 1.0)
@example(0.0, float("inf"), 1.0)
@example(600 - 1e-7, 1e-9, 10.0)
@settings(max_examples=300)
def test_rounding_never_moves_it_off_the_border(fixed: float, each: float, hours: float) -> None:
    line = Line(fixed, each)
    found = smallest(line, hours, 1.0)
    if found is None:
        assert line.at(MOST) <= hours * 60 + ROUNDING
    else:
        assert is_past(line.at(found), hours)
        assert found == 0 or not is_past(line.at(found - 1), hours)


@pytest.mark.parametrize("name", ["sunday-box", "agency", "repair-shop", "saas-trial", "studio-bookings"])
def test_a_sample_says_who_is_overrun_first(name: str) -> None:
    people, customers = first_of((found.person, found.overrun_from) for found in forecasts(PlanIndex(sample(name))))
    assert people
    assert customers is not None
    assert customers.new
