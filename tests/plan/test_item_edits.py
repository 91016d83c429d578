"""Whole items: renamed, copied, moved, deleted with every link that leads to them."""

import pytest
from hypothesis import given, settings

from mvo_tui.plan.copying import duplicate
from mvo_tui.plan.edits import Batch, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import move, new_item, remove_with_links, rename, set_field, unlink
from mvo_tui.plan.links import fields_naming
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import all_items, item_at, items_of
from tests.plans import plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[promises]]
id = "on-time"
statement = "On time"
core = true

[[stages]]
id = "decide"
name = "Decides"
[[stages.touchpoints]]
id = "reads"
name = "Reads"
moment = "first contact"
[[stages.touchpoints]]
id = "pays"
name = "Pays"
[[stages]]
id = "gets"
name = "Gets it"
[[stages.touchpoints]]
id = "rings"
name = "Courier rings"
promises = ["on-time"]
processes = ["deliver"]

[[processes]]
id = "deliver"
name = "Deliver"
owner = "driver"
backup = "cook"
tools = ["phone"]
[[processes.steps]]
action = "Load"
role = "cook"
tool = "phone"
[[processes.steps]]
action = "Drive"

[[processes]]
id = "shared"
name = "Shared"
owner = ["driver", "cook"]

[[tools]]
id = "phone"
name = "Phone"
[[tools]]
id = "sheet"
name = "Sheet"
integrates_with = ["phone"]

[[roles]]
id = "driver"
name = "Driver"
held_by = "ben"
[[roles]]
id = "cook"
name = "Cook"

[[people]]
id = "ben"
name = "Ben"

[review]
attendees = ["ben"]
[[review.log]]
decision = "Buy a van"
owner = "driver"

[[parking_lot]]
id = "later"
text = "A second van"
about = "roles.driver"
"""
)


def touchpoints(plan: Plan) -> list[list[str]]:
    return [[touchpoint.id for touchpoint in stage.touchpoints] for stage in plan.stages]


def test_deleting_takes_every_link_along() -> None:
    edit = remove_with_links(PLAN, "roles.driver")
    plan = apply(PLAN, edit)

    assert isinstance(edit, Batch)
    assert edit.label == 'Delete role "Driver"'
    assert plan.processes[0].owner is None
    assert plan.processes[1].owner == ("cook",)
    assert plan.review.log[0].owner is None
    assert plan.parking_lot[0].about is None
    assert [role.id for role in plan.roles] == ["cook"]


def test_deleting_a_tool_leaves_the_process_undecided_and_not_without_tools() -> None:
    plan = apply(PLAN, remove_with_links(PLAN, "tools.phone"))

    assert plan.processes[0].tools is None
    assert plan.processes[0].steps[0].tool is None
    assert (plan.tools or ())[0].integrates_with is None


def test_deleting_a_step_or_a_stage() -> None:
    without_step = apply(PLAN, remove_with_links(PLAN, "processes.deliver.steps.1"))
    without_stage = apply(PLAN, remove_with_links(PLAN, "stages.gets"))

    assert [step.action for step in without_step.processes[0].steps] == ["Drive"]
    assert touchpoints(without_stage) == [["reads", "pays"]]
    assert remove_with_links(PLAN, "processes.deliver.steps.1").label == 'Delete step "Load"'


@settings(max_examples=30)
@given(plan=plans())
def test_after_a_deletion_nothing_names_the_item(plan: Plan) -> None:
    for place, item in list(all_items(plan))[:8]:
        after = apply(plan, remove_with_links(plan, place))
        collection = place.partition(".")[0]
        assert item_at(after, place) is None
        assert not list(fields_naming(after, collection, item.id))


def test_a_new_name_leaves_id_and_links_alone() -> None:
    edit = rename(PLAN, "promises.on-time", "By noon")
    plan = apply(PLAN, edit)

    assert edit.label == 'Rename promise "On time" to "By noon"'
    assert (plan.promises[0].id, plan.promises[0].statement) == ("on-time", "By noon")
    assert plan.stages == PLAN.stages


def test_a_copy_stands_behind_with_an_id_of_its_own() -> None:
    plan = apply(PLAN, duplicate(PLAN, "processes.deliver"))

    assert [process.id for process in plan.processes] == ["deliver", "deliver-2", "shared"]
    assert plan.processes[1].name == "Deliver (copy)"
    assert plan.processes[1].steps == PLAN.processes[0].steps


def test_what_there_is_only_one_of_is_not_copied() -> None:
    assert apply(PLAN, duplicate(PLAN, "promises.on-time")).promises[1].core is None
    assert apply(PLAN, duplicate(PLAN, "touchpoints.reads")).stages[0].touchpoints[1].moment is None


def test_a_copied_stage_brings_copies_of_its_touchpoints() -> None:
    plan = apply(PLAN, duplicate(PLAN, "stages.decide"))

    assert touchpoints(plan) == [["reads", "pays"], ["reads-2", "pays-2"], ["rings"]]


def test_a_copied_step_stands_behind_the_first() -> None:
    plan = apply(PLAN, duplicate(PLAN, "processes.deliver.steps.1"))

    assert [step.action for step in plan.processes[0].steps] == ["Load", "Load", "Drive"]


@settings(max_examples=30)
@given(plan=plans())
def test_every_item_can_be_copied(plan: Plan) -> None:
    for place, _ in all_items(plan):
        collection = place.partition(".")[0]
        after = apply(plan, duplicate(plan, place))
        assert len(items_of(after, collection)) == len(items_of(plan, collection)) + 1


@pytest.mark.parametrize(
    ("place", "by", "after"),
    [
        ("touchpoints.reads", 1, [["pays", "reads"], ["rings"]]),
        ("touchpoints.pays", 1, [["reads"], ["pays", "rings"]]),
        ("touchpoints.rings", -1, [["reads", "pays", "rings"], []]),
        ("touchpoints.reads", -1, [["reads", "pays"], ["rings"]]),
        ("touchpoints.rings", 1, [["reads", "pays"], ["rings"]]),
        ("stages.decide", 1, [["rings"], ["reads", "pays"]]),
    ],
)
def test_moving_goes_over_the_border_of_a_stage(place: str, by: int, after: list[list[str]]) -> None:
    assert touchpoints(apply(PLAN, move(PLAN, place, by))) == after


def test_a_move_past_the_end_changes_nothing() -> None:
    assert apply(PLAN, move(PLAN, "tools.sheet", 1)) is PLAN
    assert [tool.id for tool in apply(PLAN, move(PLAN, "tools.sheet", -5)).tools or ()] == ["sheet", "phone"]
    assert move(PLAN, "touchpoints.pays", 1).label == 'Move touchpoint "Pays"'


def test_unlinking_takes_one_link() -> None:
    assert apply(PLAN, unlink(PLAN, "processes.shared.owner", "cook")).processes[1].owner == ("driver",)
    assert apply(PLAN, unlink(PLAN, "touchpoints.rings.promises", "on-time")).stages[1].touchpoints[0].promises == ()


def test_labels_say_what_is_set_and_of_what() -> None:
    assert set_field(PLAN, "roles.cook.held_by", "ben") == SetField("roles.cook.held_by", "ben", 'Set holder of "Cook"')
    assert set_field(PLAN, "processes.deliver.steps.2.tool", "phone").label == 'Set tool of step 2 of "Deliver"'
    assert set_field(PLAN, "venture.name", None).label == "Blank name of the venture"


@pytest.mark.parametrize("change", [remove_with_links, duplicate, lambda plan, place: move(plan, place, 1)])
@pytest.mark.parametrize("place", ["roles.nobody", "venture", "processes.deliver.steps.9", "roles.driver.name", ""])
def test_what_is_no_item_is_refused(change: object, place: str) -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        change(PLAN, place)  # type: ignore[operator]


def test_a_new_item_has_an_id_from_its_name() -> None:
    assert dict(new_item(PLAN, "roles", {"name": "Café Lead"}))["id"] == "cafe-lead"
    assert dict(new_item(PLAN, "roles", {"name": "Cook"}))["id"] == "cook-2"
