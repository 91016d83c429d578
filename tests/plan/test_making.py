"""A process made for a touchpoint, and a copy as a start for another one."""

import datetime

import pytest
from hypothesis import given, settings

from mvo_tui.plan.copying import duplicate
from mvo_tui.plan.edits import Batch, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.making import make_process_for
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import items_of
from tests.plans import plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[promises]]
id = "warm"
statement = "Warm by seven"
[[stages]]
id = "gets"
name = "Gets it"
[[stages.touchpoints]]
id = "knock"
name = "Hears a knock"
promises = ["warm"]
[[processes]]
id = "bake"
name = "Bake"
rehearsed_on = 2026-03-01
[[processes.steps]]
action = "Knead"
[[kpis]]
id = "on-time"
name = "On time"
[[kpis.readings]]
value = 3
"""
)


def test_a_touchpoint_gets_its_process_and_the_promise_is_carried_by_it() -> None:
    edit = make_process_for(PLAN, "touchpoints.knock")
    after = apply(PLAN, edit)
    assert isinstance(edit, Batch)
    assert edit.label == 'Make a process for "Hears a knock"'
    assert after.processes[1].name == "Hears a knock"
    assert after.stages[0].touchpoints[0].promises == ("warm",)
    assert PlanIndex(after).process_ids_serving["warm"] == ("hears-a-knock",)


def test_the_process_has_the_whole_name_and_none_where_the_touchpoint_has_none() -> None:
    for name in ("Hears a knock " * 9 + "at the door", None):
        plan = apply(PLAN, SetField("touchpoints.knock.name", name))
        assert apply(plan, make_process_for(plan, "touchpoints.knock")).processes[1].name == name


@pytest.mark.parametrize("place", ["stages.gets", "processes.bake", "touchpoints.none", "", "touchpoints.knock.name"])
def test_only_a_touchpoint_has_one_made(place: str) -> None:
    with pytest.raises(PlanError, match="Only a touchpoint"):
        make_process_for(PLAN, place)


@settings(max_examples=30)
@given(plan=plans())
def test_nothing_but_the_process_and_its_link_is_new(plan: Plan) -> None:
    for touchpoint in items_of(plan, "touchpoints"):
        after = apply(plan, make_process_for(plan, f"touchpoints.{touchpoint.id}"))
        *before, made = after.processes
        assert tuple(before) == plan.processes
        now = next(other for other in items_of(after, "touchpoints") if other.id == touchpoint.id)
        assert now == touchpoint.model_copy(update={"processes": (*touchpoint.processes, made.id)})  # type: ignore[attr-defined]


def test_a_copy_takes_the_steps_and_neither_the_rehearsal_nor_the_readings() -> None:
    process = apply(PLAN, duplicate(PLAN, "processes.bake")).processes[1]
    assert PLAN.processes[0].rehearsed_on == datetime.date(2026, 3, 1)
    assert (process.name, process.rehearsed_on) == ("Bake (copy)", None)
    assert process.steps == PLAN.processes[0].steps
    assert apply(PLAN, duplicate(PLAN, "kpis.on-time")).kpis[1].readings == ()


def test_copies_of_copies_are_told_apart() -> None:
    plan = PLAN
    for place in ("processes.bake", "processes.bake", "processes.bake-2"):
        plan = apply(plan, duplicate(plan, place))
    assert sorted(process.name or "" for process in plan.processes) == [
        "Bake", "Bake (copy 2)", "Bake (copy 3)", "Bake (copy)",
    ]  # fmt: skip
