"""From a promise to the work behind it, and back; which promise is the core."""

import pytest
from hypothesis import given, settings

from mvo_tui.plan.edits import Edit, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Promise
from mvo_tui.tracing.promise_path import (
    core_promise,
    is_measurable,
    is_owned_by_person,
    is_tooled,
    path_of_promise,
    unmeasured,
)
from tests.plans import plan_from_toml, plans, sample_plans
from tests.tracing.served import promises_served

PLAN = plan_from_toml(
    """
[[promises]]
id = "rolls"
core = true
[[promises]]
id = "refund"
[[stages]]
id = "way"
[[stages.touchpoints]]
id = "door"
promises = ["rolls"]
processes = ["ride", "gone", "bake"]
[[stages.touchpoints]]
id = "asks"
promises = ["refund", "rolls", "gone"]
processes = ["ride"]
[[processes]]
id = "bake"
tools = []
[[processes]]
id = "ride"
owner = "rider"
tools = ["list"]
[[processes]]
id = "report"
[[tools]]
id = "list"
[[roles]]
id = "rider"
held_by = "mei"
[[people]]
id = "mei"
[[kpis]]
id = "late"
promise = "rolls"
processes = ["report"]
"""
)
INDEX = PlanIndex(PLAN)


def test_the_path_goes_over_touchpoints_and_nothing_else() -> None:
    path = path_of_promise(PLAN.promises[0], INDEX)
    assert [touchpoint.id for touchpoint in path.touchpoints] == ["door", "asks"]
    assert [process.id for process in path.processes] == ["ride", "bake"]
    assert [kpi.id for kpi in path.kpis] == ["late"]


def test_the_way_back_names_each_promise_once() -> None:
    assert [promise.id for promise in promises_served("ride", INDEX)] == ["rolls", "refund"]
    assert list(promises_served("report", INDEX)) == []


@given(plans() | sample_plans)
@settings(max_examples=40)
def test_both_ways_tell_the_same(plan: Plan) -> None:
    index = PlanIndex(plan)
    down = {
        (promise.id, process.id) for promise in plan.promises for process in path_of_promise(promise, index).processes
    }
    up = {(promise.id, process.id) for process in plan.processes for promise in promises_served(process.id, index)}
    assert down == up


def test_a_process_has_decided_on_its_tools_by_a_list_even_one_that_leads_nowhere() -> None:
    def tooled(tools: object) -> bool:
        plan = apply(PLAN, SetField("processes.ride.tools", tools))
        return is_tooled(plan.processes[1], PlanIndex(plan))

    assert tooled(())
    assert tooled(("gone", "list"))
    assert tooled(("gone",))  # without the link it would be (), which is decided
    assert not tooled(None)


@pytest.mark.parametrize(
    ("edit", "is_owned"),
    [
        (SetField("venture.name", "Rolls"), True),
        (SetField("processes.ride.owner", ("rider",)), False),
        (SetField("processes.ride.owner", "mei"), False),
        (SetField("processes.ride.owner", None), False),
        (SetField("roles.rider.held_by", None), False),
        (SetField("roles.rider.held_by", "rider"), False),
    ],
)
def test_an_owner_who_is_a_person(edit: Edit, is_owned: bool) -> None:
    plan = apply(PLAN, edit)
    assert is_owned_by_person(plan.processes[1], PlanIndex(plan)) is is_owned


def test_a_promise_is_measurable_when_nothing_is_missing() -> None:
    promise = Promise(id="x", measure="late bags", direction="at most", target=0, unit="bags")
    assert is_measurable(promise)
    assert unmeasured(Promise(id="x")) == ("measure", "direction", "target", "unit")
    assert unmeasured(promise.model_copy(update={"direction": "below", "unit": "?"})) == ("direction", "unit")


def test_the_core_promise_is_the_one_that_is_marked() -> None:
    assert core_promise(INDEX) is PLAN.promises[0]
    assert core_promise(PlanIndex(Plan())) is None
    unmarked = apply(PLAN, SetField("promises.rolls.core", False))
    assert core_promise(PlanIndex(unmarked)) is None


def test_of_several_the_core_is_the_one_that_is_carried_best() -> None:
    both = apply(PLAN, SetField("promises.refund.core", True))
    assert core_promise(PlanIndex(both)) is both.promises[0]
    other = apply(apply(both, SetField("touchpoints.door.promises", ())), SetField("kpis.late.promise", "refund"))
    other = apply(other, SetField("touchpoints.asks.promises", ("refund",)))
    assert core_promise(PlanIndex(other)) is other.promises[1]


def test_of_equals_the_core_does_not_hang_on_their_order() -> None:
    twins = plan_from_toml('[[promises]]\nid = "b"\ncore = true\n[[promises]]\nid = "a"\ncore = true')
    turned = twins.model_copy(update={"promises": twins.promises[::-1]})
    found = [core_promise(PlanIndex(plan)) for plan in (twins, turned)]
    assert found[0] is found[1] is twins.promises[1]
