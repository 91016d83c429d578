"""Load at any demand: by hand, and against a plan whose estimate is that demand, on any plan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.load.at_demand import ACTIVE, NEW, Line, Scale, loads_by_demand, minutes_at, runs_by_demand, scale_of
from mvo_tui.load.weekly import minutes_a_week, runs_a_week
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Venture
from tests.load.test_weekly import PLAN
from tests.plans import plans, sample, sample_plans


def at(plan: Plan, customers: float) -> Plan:
    """The plan that estimates so many customers, the other number in proportion."""
    scale = scale_of(plan.venture)
    new, active = scale.demand(customers)
    return apply(apply(plan, SetField(f"venture.{NEW}", new)), SetField(f"venture.{ACTIVE}", active))


@pytest.mark.parametrize(
    ("new", "active", "expected"),
    [
        (4, 30, Scale(NEW, 4, 1, 7.5)),
        (4, None, Scale(NEW, 4, 1, None)),
        (4, 0, Scale(NEW, 4, 1, 0)),
        (None, 30, Scale(ACTIVE, 30, None, 1)),
        (0, 30, Scale(ACTIVE, 30, 0, 1)),
        (None, None, Scale(NEW, None, 1, None)),
        (0, 0, Scale(NEW, 0, 1, 0)),
        (None, 0, Scale(NEW, None, 1, 0)),
        (0, None, Scale(NEW, 0, 1, None)),
    ],
)
def test_which_number_is_turned_and_how_the_other_follows(
    new: float | None, active: float | None, expected: Scale
) -> None:
    assert scale_of(Venture(new_customers_per_week=new, active_customers=active)) == expected


def test_new_and_active_customers_grow_together() -> None:
    assert scale_of(sample("sunday-box").venture).demand(10) == pytest.approx((10, 76))


def test_a_load_is_so_many_minutes_and_so_many_more_for_each_customer() -> None:
    """Three times a week both processes run whoever comes; the rest comes with 1 new and 7.5 active customers."""
    loads = loads_by_demand(PlanIndex(PLAN))
    assert loads["mei"] == pytest.approx(Line(10 * 3 + 1 * 3, 10 + 0.5 * 7.5))
    assert loads["tom"] == pytest.approx(Line(2.5 * 3, 2.5 * 0.5 * 7.5))
    assert loads["sue"] == Line(0, 0)


def test_a_demand_that_nobody_estimated_can_be_tried() -> None:
    """As long as no number of active customers is needed for it."""
    plan = apply(apply(PLAN, SetField(f"venture.{NEW}", None)), SetField(f"venture.{ACTIVE}", None))
    index = PlanIndex(plan)
    assert minutes_a_week(index) == {"mei": None, "tom": None, "sue": 0}
    assert loads_by_demand(index) == {"mei": None, "tom": None, "sue": Line(0, 0)}
    bare = PlanIndex(apply(plan, SetField("touchpoints.door.per", "week")))
    assert minutes_a_week(bare)["mei"] is None
    assert minutes_at(bare, 2)["mei"] == pytest.approx(10 * (2 + 3) + 3.5)


@given(plans() | sample_plans)
@settings(max_examples=80)
def test_at_the_estimate_it_is_the_load_of_the_week(plan: Plan) -> None:
    index, scale = PlanIndex(plan), scale_of(plan.venture)
    found = minutes_a_week(index)
    assert minutes_at(index, None) == found
    if scale.estimate is not None:
        assert minutes_at(index, scale.estimate) == pytest.approx(found)
        runs = runs_by_demand(index)
        for process in plan.processes:
            line = runs.get(process.id)
            assert (line and line.at(scale.estimate)) == pytest.approx(runs_a_week(process, index))


@given(plans() | sample_plans, st.integers(1, 500))
@settings(max_examples=80)
def test_at_any_demand_it_is_the_load_of_a_plan_that_estimates_it(plan: Plan, customers: int) -> None:
    if scale_of(plan.venture).estimate:
        expected = minutes_a_week(PlanIndex(at(plan, customers)))
        assert minutes_at(PlanIndex(plan), customers) == pytest.approx(dict(expected))


@given(plans() | sample_plans, st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=80)
def test_more_customers_are_never_less_work(plan: Plan, few: int, more: int) -> None:
    few, more = sorted((few, more))
    index = PlanIndex(plan)
    low, high = minutes_at(index, few), minutes_at(index, more)
    assert {person: minutes is None for person, minutes in low.items()} == {
        person: minutes is None for person, minutes in high.items()
    }
    assert all((low[person] or 0) <= (high[person] or 0) for person in low)


def test_a_load_without_bounds_starts_where_it_starts() -> None:
    endless = Line(5, float("inf"))
    assert (endless.at(0), endless.at(1)) == (5, float("inf"))
