"""The picture of a plan at one demand: another demand is the same as a picture made for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.load.at_demand import ACTIVE, NEW
from mvo_tui.load.picture import MOST, as_estimate, next_try, picture
from mvo_tui.load.weekly import minutes_a_week
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import plans, sample, sample_plans

demands = st.none() | st.integers(0, 300)


@given(plans() | sample_plans, demands, demands)
@settings(max_examples=80)
def test_another_demand_is_the_picture_made_for_it(plan: Plan, before: int | None, after: int | None) -> None:
    index = PlanIndex(plan)
    assert picture(index, before).at(after) == picture(index, after)


@pytest.mark.parametrize(
    ("customers", "up", "down"),
    [(0, 1, 0), (5, 6, 4), (2.5, 3, 2), (99, 100, 98), (100, 110, 99), (105, 110, 100), (2000, 2100, 1900),
     (MOST, MOST, 990_000)],
)  # fmt: skip
def test_customers_are_tried_one_by_one_and_many_by_tenths(customers: float, up: float, down: float) -> None:
    assert (next_try(customers, 1), next_try(customers, -1)) == (up, down)


@given(st.floats(0, MOST))
def test_every_step_leads_on(customers: float) -> None:
    assert next_try(customers, 1) > customers or customers == MOST
    assert next_try(customers, -1) < customers or customers == 0


def test_what_was_tried_becomes_the_estimate_in_whole_customers() -> None:
    plan = sample("sunday-box")
    found = picture(PlanIndex(plan), 8)
    edit = as_estimate(found)
    assert edit is not None
    assert edit.label == "Expect 8 new customers a week, 60.8 active"
    after = apply(plan, edit).venture
    assert (after.new_customers_per_week, after.active_customers) == (8, 61)
    assert as_estimate(picture(PlanIndex(plan))) is None


def test_only_what_can_be_told_becomes_an_estimate() -> None:
    plan = apply(sample("sunday-box"), SetField(f"venture.{ACTIVE}", None))
    edit = as_estimate(picture(PlanIndex(plan), 8))
    assert edit is not None
    venture = apply(plan, edit).venture
    assert (venture.new_customers_per_week, venture.active_customers) == (8, None)
    without_new = apply(sample("sunday-box"), SetField(f"venture.{NEW}", None))
    turned = as_estimate(picture(PlanIndex(without_new), 50))
    assert turned is not None
    assert apply(without_new, turned).venture.active_customers == 50


@given(plans() | sample_plans)
@settings(max_examples=40)
def test_as_estimated_it_is_the_load_of_the_week_and_has_a_verdict(plan: Plan) -> None:
    index = PlanIndex(plan)
    found = picture(index)
    assert found.minutes == minutes_a_week(index)
    assert found.verdict().endswith(".")
    assert "\n" not in found.verdict()
    assert len(found.verdict(is_brief=True)) <= len(found.verdict())
