"""Edits of many items: the same as one by one, one step, and nothing else changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import Batch, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.plan.links import fields_naming
from mvo_tui.plan.many import blank_all, common_fields, counted, items_in, move_to_stage, remove_all, set_all
from mvo_tui.plan.model import Debt, Kpi, Plan, Process, Role, Step, Touchpoint
from mvo_tui.plan.places import all_items, field_place, item_at, type_at
from tests.plans import choices, plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[stages]]
id = "hears"
name = "Hears of it"
[[stages.touchpoints]]
id = "flyer"
name = "Flyer"
[[stages.touchpoints]]
id = "call"
name = "Call"
[[stages]]
id = "gets"
name = "Gets it"
[[stages.touchpoints]]
id = "knock"
name = "Knock"

[[processes]]
id = "deliver"
name = "Deliver"
[[processes.steps]]
action = "Load"
[[processes.steps]]
action = "Drive"
[[processes.steps]]
action = "Knock"
[[processes]]
id = "bake"
name = "Bake"
owner = "driver"

[[roles]]
id = "driver"
name = "Driver"
"""
)


def journey(plan: Plan) -> list[list[str]]:
    return [[touchpoint.id for touchpoint in stage.touchpoints] for stage in plan.stages]


def names(*models: type) -> list[str]:
    return [spec.name for spec in common_fields(models)]


def test_the_label_says_what_undo_takes_back() -> None:
    both = ("processes.deliver", "processes.bake")
    assert set_all(PLAN, both, "owner", "driver").label == 'Set owner of 2 processes to "Driver"'
    assert set_all(PLAN, both, "mode", "manual").label == "Set mode of 2 processes to manual"
    assert blank_all(PLAN, both, "owner").label == "Blank owner of 2 processes"
    assert remove_all(PLAN, both).label == "Delete 2 processes"
    assert remove_all(PLAN, ("roles.driver",)).label == 'Delete role "Driver"'
    assert remove_all(PLAN, ("roles.driver", "processes.bake")).label == "Delete 2 items"


def test_how_many_of_what() -> None:
    assert counted(("processes.bake",)) == "1 process"
    assert counted(("people.a", "people.b")) == "2 people"
    assert counted(("processes.deliver.steps.1", "processes.deliver.steps.2")) == "2 steps"
    assert counted(("processes.bake", "roles.driver")) == "2 items"


def test_fields_in_common_take_the_same_answers() -> None:
    assert "owner" in names(Process, Kpi, Debt)
    assert "processes" in names(Touchpoint, Kpi)
    assert names(Step, Step) == ["role", "tool", "minutes", "notes"]
    assert names(Process, Role) == ["notes"]
    assert names() == []


def test_neither_a_name_nor_a_list_is_offered_for_all() -> None:
    assert not {"name", "steps"} & set(names(Process))


@settings(max_examples=40)
@given(plan=plans(), data=st.data())
def test_setting_a_field_of_all_is_setting_it_of_one_after_the_other(plan: Plan, data: st.DataObject) -> None:
    present = [place for place, _ in all_items(plan)]
    if not present:
        return
    marked = data.draw(st.lists(st.sampled_from(present), min_size=1, max_size=5, unique=True))
    specs = common_fields(filter(None, map(type_at, marked)))
    if not specs:
        return
    field = data.draw(st.sampled_from(specs)).name
    first, *others = {model for model in map(type_at, marked) if model}
    value = data.draw(
        st.sampled_from([it for it in choices(first, field) if all(it in choices(m, field) for m in others)])
    )
    one_by_one = plan
    for place in marked:
        one_by_one = apply(one_by_one, SetField(field_place(place, field), value))
    assert apply(plan, set_all(plan, marked, field, value)) == one_by_one


@settings(max_examples=150)
@given(plan=plans(), data=st.data())
def test_deleting_all_is_deleting_one_after_the_other(plan: Plan, data: st.DataObject) -> None:
    present = [place for place, _ in all_items(plan)]
    if not present:
        return
    marked = data.draw(st.lists(st.sampled_from(present), min_size=1, max_size=5, unique=True))
    one_by_one = plan
    for place in marked:
        if item_at(one_by_one, place) is not None:
            one_by_one = apply(one_by_one, remove_with_links(one_by_one, place))
    edit = remove_all(plan, marked)
    after = apply(plan, edit)
    assert after == one_by_one
    for place in marked:
        collection, _, item_id = place.partition(".")
        assert item_at(after, place) is None
        assert not list(fields_naming(after, collection, item_id))


def test_steps_are_deleted_by_the_numbers_that_were_marked() -> None:
    after = apply(PLAN, remove_all(PLAN, ("processes.deliver.steps.1", "processes.deliver.steps.3")))
    assert [step.action for step in after.processes[0].steps] == ["Drive"]


def test_a_stage_that_is_deleted_takes_its_marked_touchpoints_along() -> None:
    after = apply(PLAN, remove_all(PLAN, ("stages.hears", "touchpoints.flyer", "touchpoints.knock")))
    assert journey(after) == [[]]


def test_touchpoints_go_to_the_end_of_another_stage_in_the_customers_order() -> None:
    edit = move_to_stage(PLAN, ("touchpoints.call", "touchpoints.flyer"), "gets")
    assert edit.label == 'Move 2 touchpoints to "Gets it"'
    assert journey(apply(PLAN, edit)) == [[], ["knock", "flyer", "call"]]
    assert move_to_stage(PLAN, ("touchpoints.knock",), "hears").label == 'Move touchpoint "Knock" to "Hears of it"'


def test_what_is_in_that_stage_already_stays_where_it_is() -> None:
    edit = move_to_stage(PLAN, ("touchpoints.knock", "touchpoints.flyer"), "gets")
    assert journey(apply(PLAN, edit)) == [["call"], ["knock", "flyer"]]


@settings(max_examples=30)
@given(plan=plans(), data=st.data())
def test_a_move_to_a_stage_loses_and_changes_no_touchpoint(plan: Plan, data: st.DataObject) -> None:
    places = [f"touchpoints.{touchpoint.id}" for stage in plan.stages for touchpoint in stage.touchpoints]
    if not places:
        return
    stage = data.draw(st.sampled_from(plan.stages))
    marked = data.draw(st.lists(st.sampled_from(places), min_size=1, unique=True))
    try:
        edit = move_to_stage(plan, marked, stage.id)
    except PlanError:
        return
    after = apply(plan, edit)
    everything = {touchpoint.id: touchpoint for each in plan.stages for touchpoint in each.touchpoints}
    assert {touchpoint.id: touchpoint for each in after.stages for touchpoint in each.touchpoints} == everything
    assert {place.split(".")[1] for place in marked} <= {
        touchpoint.id for each in after.stages if each.id == stage.id for touchpoint in each.touchpoints
    }
    assert after.model_copy(update={"stages": plan.stages}) == plan


@pytest.mark.parametrize(
    "make",
    [
        lambda: set_all(PLAN, ("roles.nobody",), "duties", "x"),
        lambda: remove_all(PLAN, ()),
        lambda: move_to_stage(PLAN, ("touchpoints.knock",), "gets"),
        lambda: move_to_stage(PLAN, ("touchpoints.knock",), "nowhere"),
        lambda: move_to_stage(PLAN, ("roles.driver",), "gets"),
    ],
)
def test_nothing_to_do_is_a_sentence(make: object) -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        make()  # type: ignore[operator]


def test_the_items_of_a_list() -> None:
    assert items_in(PLAN, "processes") == ("processes.deliver", "processes.bake")
    assert items_in(PLAN, "stages.hears.touchpoints") == ("touchpoints.flyer", "touchpoints.call")
    assert items_in(PLAN, "processes.deliver.steps")[2] == "processes.deliver.steps.3"
    assert items_in(PLAN, "tools") == items_in(PLAN, "venture.name") == items_in(PLAN, "nowhere") == ()


def test_it_is_one_edit() -> None:
    assert isinstance(set_all(PLAN, ("processes.deliver", "processes.bake"), "owner", "driver"), Batch)
