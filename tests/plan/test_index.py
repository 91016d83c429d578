"""The index: look-ups and back references, the same whether made anew or taken over from the plan before."""

from functools import cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex, owner_id, role_ids, tool_ids
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import items_of
from tests.plans import edits, plan_from_toml, plans, sample_plans

PLAN = plan_from_toml(
    """
[[stages]]
id = "decide"
[[stages.touchpoints]]
id = "orders"
promises = ["rolls", "rolls", "gone"]
processes = ["take"]
[[stages]]
id = "eat"
[[stages.touchpoints]]
id = "door"
promises = ["rolls"]
processes = ["ride", "take"]
[[processes]]
id = "take"
owner = "clerk"
tools = ["sheet"]
[[processes.steps]]
action = "Write"
tool = "pen"
[[processes]]
id = "ride"
owner = ["rider", "clerk"]
backup = "clerk"
[[processes.steps]]
action = "Hang"
role = "rider"
[[processes.steps]]
action = "Tick"
role = "gone"
tool = "sheet"
[[tools]]
id = "sheet"
[[roles]]
id = "clerk"
held_by = "mei"
[[roles]]
id = "rider"
held_by = "gone"
[[people]]
id = "mei"
[[kpis]]
id = "late"
promise = "rolls"
processes = ["ride"]
"""
)
INDEX = PlanIndex(PLAN)


def ids(items: object) -> list[str]:
    return [item.id for item in items]  # type: ignore[attr-defined]


def test_touchpoints_stand_in_the_customers_order_and_know_their_stage() -> None:
    assert ids(INDEX.touchpoints) == ["orders", "door"]
    assert INDEX.stage_of["door"].id == "eat"


def test_a_link_that_is_said_twice_counts_once() -> None:
    assert ids(INDEX.touchpoints_serving["rolls"]) == ["orders", "door"]


def test_back_references_are_kept_for_links_to_nothing_as_well() -> None:
    assert ids(INDEX.touchpoints_serving["gone"]) == ["orders"]
    assert "gone" not in INDEX.promise


def test_a_tool_is_used_by_the_list_or_by_a_step() -> None:
    assert INDEX.processes_using["sheet"] == ("take", "ride")
    assert INDEX.processes_using["pen"] == ("take",)
    assert tool_ids(PLAN.processes[0]) == ("sheet", "pen")


def test_a_role_is_involved_as_owner_backup_or_in_a_step() -> None:
    assert INDEX.processes_involving["clerk"] == ("take", "ride")
    assert INDEX.processes_involving["rider"] == ("ride",)
    assert role_ids(PLAN.processes[1]) == ("rider", "clerk", "gone")


def test_an_owner_is_one_role_that_exists() -> None:
    take, ride = PLAN.processes
    assert owner_id(take) == "clerk"
    assert owner_id(ride) is None
    owner = INDEX.owner(take)
    assert owner is not None
    assert owner.id == "clerk"
    assert INDEX.owner(ride) is None


def test_the_holder_of_a_role_is_a_person_who_exists() -> None:
    holder = INDEX.holder("clerk")
    assert holder is not None
    assert holder.id == "mei"
    assert INDEX.holder("rider") is None
    assert INDEX.holder("gone") is None
    assert INDEX.holder(None) is None


def test_a_step_is_done_by_its_role_or_else_by_the_owner() -> None:
    by_place = {step.place: INDEX.doer(step) for step in INDEX.steps}
    assert {place: role and role.id for place, role in by_place.items()} == {
        "processes.take.steps.1": "clerk",
        "processes.ride.steps.1": "rider",
        "processes.ride.steps.2": None,
    }


def test_a_step_stands_at_its_number_whether_asked_for_by_it_or_in_turn() -> None:
    steps = INDEX.steps
    assert [steps[number] for number in range(len(steps))] == list(steps)
    assert [step.number for step in steps] == [1, 1, 2]
    assert [steps.before(process) for process in range(3)] == [0, 1, 3]
    assert steps.processes_of((0, 2)) == {0, 1}
    for number in (-1, 3):
        with pytest.raises(IndexError):
            steps[number]


def test_processes_without_steps_stand_between_the_others() -> None:
    texts = (
        "id = 'a'",
        "id = 'b'\nsteps = [{ action = 'Bake' }]",
        "id = 'c'",
        "id = 'd'\nsteps = [{ minutes = 1 }, {}]",
    )
    steps = PlanIndex(plan_from_toml("".join(f"[[processes]]\n{text}\n" for text in texts))).steps
    assert [step.place for step in steps] == ["processes.b.steps.1", "processes.d.steps.1", "processes.d.steps.2"]
    assert [steps[number].place for number in range(3)] == [step.place for step in steps]


def test_a_steps_link_to_nothing_leaves_it_to_the_owner() -> None:
    index = PlanIndex(apply(PLAN, SetField("processes.ride.owner", "clerk")))
    doer = index.doer(index.steps[2])
    assert doer is not None
    assert doer.id == "clerk"


def test_kpis_watch_promises_and_processes() -> None:
    assert ids(INDEX.kpis_watching["rolls"]) == ["late"]
    assert ids(INDEX.kpis_of_process["ride"]) == ["late"]


LOOK_UPS = [name for name, value in vars(PlanIndex).items() if isinstance(value, property | cached_property)]


@pytest.mark.parametrize("look_up", LOOK_UPS)
def test_nothing_is_looked_up_in_an_empty_plan(look_up: str) -> None:
    found = getattr(PlanIndex(Plan()), look_up)
    assert look_up == "venture" or not found or not any(found)


@given(st.data(), plans() | sample_plans)
@settings(max_examples=40)
def test_an_index_made_from_the_last_one_is_the_index(data: st.DataObject, plan: Plan) -> None:
    index = PlanIndex(plan)
    for _ in range(data.draw(st.integers(1, 4))):
        for look_up in LOOK_UPS:
            getattr(index, look_up)
        index = PlanIndex(apply(index.plan, data.draw(edits(index.plan))), index)
        anew = PlanIndex(index.plan)
        assert all(getattr(index, look_up) == getattr(anew, look_up) for look_up in LOOK_UPS)


@given(plans())
@settings(max_examples=20)
def test_every_item_is_found_by_its_id(plan: Plan) -> None:
    index = PlanIndex(plan)
    look_ups = {
        "promises": index.promise,
        "touchpoints": index.touchpoint,
        "processes": index.process,
        "tools": index.tool,
        "roles": index.role,
        "people": index.person,
        "kpis": index.kpi,
    }
    for collection, found in look_ups.items():
        items = items_of(plan, collection)
        assert dict(found) == {item.id: item for item in items}
