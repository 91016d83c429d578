"""Why a load is not known: each reason by its place, and on any plan a reason exactly for whom there is no number."""

import pytest
from hypothesis import given, settings

from mvo_tui.load.at_demand import loads_by_demand, scale_of
from mvo_tui.load.unknown import gaps
from mvo_tui.load.weekly import demand_of, minutes_a_week
from mvo_tui.plan.edits import Edit, RemoveItem, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import find
from tests.load.test_breaking_point import HOURS
from tests.plans import plans, sample_plans

WHOLE = apply(HOURS, SetField("people.sue.hours_per_week", 8))


def told(plan: Plan) -> dict[str, list[str]]:
    found = gaps(PlanIndex(plan), demand_of(plan.venture))
    return {person: [gap.text for gap in why] for person, why in found.items()}


def test_where_all_is_known_there_is_nothing_to_tell() -> None:
    assert told(WHOLE) == {}


EVERYBODY = ("mei", "tom", "sue")


@pytest.mark.parametrize(
    ("edit", "people", "place", "text"),
    [
        (
            SetField("processes.take.steps.1.minutes", None),
            ("mei",),
            "processes.take.steps.1.minutes",
            "Process take: step 1 has no minutes",
        ),
        (
            SetField("touchpoints.door.times", None),
            ("mei", "tom"),
            "touchpoints.door.times",
            "Touchpoint door: how often it happens is not said",
        ),
        (
            SetField("touchpoints.orders.per", "customer"),
            ("mei",),
            "touchpoints.orders.per",
            "Touchpoint orders: it is not said what it happens for, a customer or a week",
        ),
        (
            SetField("venture.new_customers_per_week", None),
            ("mei",),
            "venture.new_customers_per_week",
            "New customers a week are not estimated",
        ),
        (
            SetField("venture.active_customers", None),
            ("mei", "tom"),
            "venture.active_customers",
            "Active customers are not counted or estimated",
        ),
        (
            SetField("processes.take.owner", None),
            EVERYBODY,
            "processes.take.owner",
            "Process take has no owner",
        ),
        (SetField("roles.rider.held_by", "gone"), EVERYBODY, "roles.rider.held_by", "Nobody holds the role Role rider"),
        (
            SetField("touchpoints.asks.processes", ("ride",)),
            (),
            "",
            "",
        ),
        (
            SetField("people.sue.hours_per_week", None),
            ("sue",),
            "people.sue.hours_per_week",
            "Person sue: the hours a week are not said",
        ),
    ],
)
def test_each_reason_is_told_of_whom_it_is_about(edit: Edit, people: tuple[str, ...], place: str, text: str) -> None:
    plan = apply(WHOLE, edit)
    found = gaps(PlanIndex(plan), demand_of(plan.venture))
    assert set(found) == set(people)
    for why in found.values():
        assert (why[0].place, why[0].text) == (place, text)


def test_work_that_no_touchpoint_asks_for_runs_nobody_knows_how_often() -> None:
    found = told(apply(WHOLE, RemoveItem("stages.way")))
    assert found["tom"] == ["Process ride is behind no touchpoint: nobody knows how often it runs"]
    assert len(found["mei"]) == 2


def test_a_plan_without_steps_or_minutes_says_so_once() -> None:
    assert told(apply(WHOLE, SetField("processes", ()))) == {who: ["No process has steps yet"] for who in EVERYBODY}
    plan = WHOLE
    for place in ("take.steps.1", "ride.steps.1", "ride.steps.2", "ride.steps.3"):
        plan = apply(plan, SetField(f"processes.{place}.minutes", None))
    assert told(plan) == {who: ["No step has minutes yet"] for who in EVERYBODY}


@given(plans() | sample_plans)
@settings(max_examples=100)
def test_there_is_a_reason_exactly_where_there_is_no_number(plan: Plan) -> None:
    index = PlanIndex(plan)
    for loads, demand in (
        (minutes_a_week(index), demand_of(plan.venture)),
        (loads_by_demand(index), scale_of(plan.venture).demand(3)),
    ):
        why = gaps(index, demand)
        unknown = {person.id for person in plan.people if loads[person.id] is None or person.hours_per_week is None}
        assert set(why) == unknown


@given(plans() | sample_plans)
@settings(max_examples=60)
def test_a_reason_leads_to_a_place_of_the_plan(plan: Plan) -> None:
    for why in gaps(PlanIndex(plan), demand_of(plan.venture)).values():
        assert all(find(plan, gap.place) is not None for gap in why)
        assert len({gap.place for gap in why}) == len(why)
