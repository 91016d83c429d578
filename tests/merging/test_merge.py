"""Merging by meaning, told by example: two founders, one plan."""

import pytest

from mvo_tui.merging.choosing import all_for, choices_as_edit, chosen_plan
from mvo_tui.merging.conflict import Conflict, Kind, Side
from mvo_tui.merging.merge import Merge, merge
from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import Plan, Process, Reading, Role, Stage, Step, Touchpoint
from mvo_tui.plan.places import value_at
from tests.plans import plan_from_toml, sample

BASE = plan_from_toml(
    """
[venture]
name = "Rolls"
[[stages]]
id = "decide"
[[stages.touchpoints]]
id = "reads"
[[stages.touchpoints]]
id = "asks"
[[stages.touchpoints]]
id = "orders"
[[stages]]
id = "eat"
[[stages.touchpoints]]
id = "door"
processes = ["ride"]
[[stages]]
id = "again"
[[processes]]
id = "ride"
name = "Ride the round"
owner = "rider"
tools = ["bicycle", "bell"]
[[processes.steps]]
action = "Load"
[[processes.steps]]
action = "Hang"
minutes = 2
[[processes.steps]]
action = "Tick"
[[kpis]]
id = "late"
[[kpis.readings]]
date = 2026-03-01
value = 3
[[roles]]
id = "rider"
name = "Rider"
[[roles]]
id = "baker"
name = "Baker"
"""
)


def after(*edits: Edit, plan: Plan = BASE) -> Plan:
    for edit in edits:
        plan = apply(plan, edit)
    return plan


def merged(mine: Edit | tuple[Edit, ...], theirs: Edit | tuple[Edit, ...]) -> Merge:
    sides = ((side,) if isinstance(side, Edit) else side for side in (mine, theirs))
    return merge(BASE, *(after(*side) for side in sides))


def ids(plan: Plan, stage: str) -> list[str]:
    return [touchpoint.id for each in plan.stages if each.id == stage for touchpoint in each.touchpoints]


def actions(plan: Plan) -> list[str | None]:
    return [step.action for step in plan.processes[0].steps]


def only(found: Merge) -> Conflict:
    assert len(found.conflicts) == 1
    return found.conflicts[0]


def taking_theirs(found: Merge) -> Plan:
    return chosen_plan(found, all_for(found, Side.THEIRS))


# Fields


def test_two_fields_of_one_item_come_together() -> None:
    found = merged(SetField("processes.ride.trigger", "Dawn"), SetField("processes.ride.owner", "baker"))
    assert found.is_clean
    assert (found.plan.processes[0].trigger, found.plan.processes[0].owner) == ("Dawn", "baker")


def test_one_field_that_both_changed_is_a_conflict_and_stays_mine_until_chosen() -> None:
    found = merged(SetField("processes.ride.owner", "baker"), SetField("processes.ride.owner", "driver"))
    assert only(found) == Conflict(Kind.VALUE, "processes.ride.owner", "rider", "baker", "driver")
    assert found.plan.processes[0].owner == "baker"
    assert taking_theirs(found).processes[0].owner == "driver"


def test_a_field_that_both_changed_alike_is_none() -> None:
    assert merged(SetField("venture.name", "Bread"), SetField("venture.name", "Bread")).is_clean


def test_lists_of_ids_take_in_what_was_added_and_lose_what_was_taken_out() -> None:
    found = merged(
        SetField("processes.ride.tools", ("bicycle", "bell", "bag")),
        SetField("processes.ride.tools", ("bicycle", "map")),
    )
    assert found.is_clean
    assert set(found.plan.processes[0].tools or ()) == {"bicycle", "bag", "map"}


@pytest.mark.parametrize("theirs", [None, ()])
def test_a_list_that_one_side_blanked_and_the_other_changed_is_a_conflict(theirs: tuple[()] | None) -> None:
    found = merged(SetField("processes.ride.tools", ("bicycle", "bag")), SetField("processes.ride.tools", theirs))
    assert only(found).place == "processes.ride.tools"
    assert taking_theirs(found).processes[0].tools == theirs


def test_a_list_of_which_each_side_took_out_another_part_is_not_emptied_silently() -> None:
    found = merged(SetField("processes.ride.tools", ("bicycle",)), SetField("processes.ride.tools", ("bell",)))
    assert only(found).place == "processes.ride.tools"


# Items


def test_items_that_each_side_added_are_both_there() -> None:
    found = merged(AddItem("roles", Role(id="driver", name="Driver")), AddItem("roles", Role(id="clerk", name="Clerk")))
    assert found.is_clean
    assert [role.id for role in found.plan.roles] == ["rider", "baker", "clerk", "driver"]


def test_an_item_of_one_id_that_both_added_is_one_item() -> None:
    found = merged(
        AddItem("roles", Role(id="driver", name="Driver", duties="Drives")),
        AddItem("roles", Role(id="driver", name="Driver", held_by="ana")),
    )
    assert found.is_clean
    assert found.plan.roles[2] == Role(id="driver", name="Driver", duties="Drives", held_by="ana")


def test_an_item_of_one_id_that_both_added_differently_is_told_field_by_field() -> None:
    found = merged(
        AddItem("roles", Role(id="driver", name="Driver")), AddItem("roles", Role(id="driver", name="Van driver"))
    )
    assert only(found) == Conflict(Kind.VALUE, "roles.driver.name", None, "Driver", "Van driver")


def test_what_one_side_deleted_and_the_other_left_alone_is_gone() -> None:
    found = merged(RemoveItem("roles.baker"), SetField("venture.name", "Bread"))
    assert found.is_clean
    assert [role.id for role in found.plan.roles] == ["rider"]


def test_what_mine_deleted_and_theirs_changed_is_kept_until_chosen() -> None:
    found = merged(RemoveItem("roles.baker"), SetField("roles.baker.duties", "Bakes"))
    conflict = only(found)
    assert (conflict.kind, conflict.mine, conflict.kept) == (Kind.DELETED, None, Side.THEIRS)
    assert found.plan.roles[1].duties == "Bakes"
    assert taking_theirs(found) == found.plan
    assert [role.id for role in chosen_plan(found, {0: Side.MINE}).roles] == ["rider"]


def test_what_theirs_deleted_and_mine_changed_is_kept_until_chosen() -> None:
    found = merged(SetField("roles.baker.duties", "Bakes"), RemoveItem("roles.baker"))
    assert (only(found).theirs, only(found).kept) == (None, Side.MINE)
    assert found.plan.roles[1].duties == "Bakes"
    assert [role.id for role in taking_theirs(found).roles] == ["rider"]


# Order


def test_what_each_side_moved_is_moved() -> None:
    mine, theirs = MoveItem("touchpoints.orders", 0), MoveItem("stages.again", 0)
    found = merged(mine, theirs)
    assert found.is_clean
    assert [stage.id for stage in found.plan.stages] == ["again", "decide", "eat"]
    assert ids(found.plan, "decide") == ["orders", "reads", "asks"]


def test_two_moves_in_one_list_go_together_where_they_can() -> None:
    longer = after(AddItem("stages", Stage(id="tell")))
    found = merge(
        longer, after(MoveItem("stages.eat", 0), plan=longer), after(MoveItem("stages.again", 3), plan=longer)
    )
    assert found.is_clean
    assert [stage.id for stage in found.plan.stages] == ["eat", "decide", "tell", "again"]


def test_orders_that_contradict_each_other_are_one_conflict() -> None:
    longer = after(AddItem("roles", Role(id="x")))
    mine = after(MoveItem("touchpoints.reads", 1), plan=longer)
    theirs = after(MoveItem("touchpoints.orders", 0), MoveItem("touchpoints.reads", 1), plan=longer)
    assert merge(longer, mine, theirs).is_clean, "both put asks before reads or left it"
    mine = after(AddItem("stages.decide.touchpoints", Touchpoint(id="new"), 0))
    theirs = after(AddItem("stages.decide.touchpoints", Touchpoint(id="new")))
    found = merge(BASE, mine, theirs)
    assert only(found).kind is Kind.ORDER
    assert ids(found.plan, "decide") == ["new", "reads", "asks", "orders"]
    assert ids(taking_theirs(found), "decide") == ["reads", "asks", "orders", "new"]


def test_additions_stand_behind_what_they_were_put_behind() -> None:
    found = merged(
        AddItem("stages.decide.touchpoints", Touchpoint(id="looks"), 0),
        AddItem("stages.decide.touchpoints", Touchpoint(id="pays"), 3),
    )
    assert ids(found.plan, "decide") == ["looks", "reads", "asks", "orders", "pays"]


# Stages and touchpoints


def test_a_touchpoint_that_one_side_moved_and_the_other_edited_is_moved_and_edited() -> None:
    found = merged(
        MoveItem("touchpoints.orders", 0, "stages.eat.touchpoints"), SetField("touchpoints.orders.channel", "web")
    )
    assert found.is_clean
    assert ids(found.plan, "eat") == ["orders", "door"]
    assert value_at(found.plan, "touchpoints.orders.channel") == "web"


def test_a_touchpoint_that_went_two_ways_is_a_conflict() -> None:
    found = merged(
        MoveItem("touchpoints.orders", 0, "stages.eat.touchpoints"),
        MoveItem("touchpoints.orders", 0, "stages.again.touchpoints"),
    )
    assert only(found) == Conflict(Kind.STAGE, "touchpoints.orders", "decide", "eat", "again")
    assert ids(found.plan, "eat") == ["orders", "door"]
    assert ids(taking_theirs(found), "again") == ["orders"]


def test_a_stage_that_was_deleted_and_filled_is_one_conflict_and_stays_whole() -> None:
    found = merged(RemoveItem("stages.decide"), SetField("touchpoints.asks.channel", "phone"))
    assert (only(found).kind, only(found).place, only(found).mine) == (Kind.DELETED, "stages.decide", None)
    assert ids(found.plan, "decide") == ["reads", "asks", "orders"]
    assert [stage.id for stage in chosen_plan(found, {0: Side.MINE}).stages] == ["eat", "again"]


def test_a_stage_may_go_whose_touchpoints_moved_on() -> None:
    mine = (MoveItem("touchpoints.door", 0, "stages.again.touchpoints"), RemoveItem("stages.eat"))
    found = merged(mine, SetField("touchpoints.door.channel", "hook"))
    assert found.is_clean
    assert [stage.id for stage in found.plan.stages] == ["decide", "again"]
    assert value_at(found.plan, "touchpoints.door.channel") == "hook"


def test_a_stage_that_is_deleted_after_all_leaves_what_the_other_side_has_elsewhere() -> None:
    found = merged(MoveItem("touchpoints.asks", 0, "stages.eat.touchpoints"), RemoveItem("stages.eat"))
    assert only(found).place == "stages.eat"
    assert ids(found.plan, "eat") == ["asks", "door"]
    plan = taking_theirs(found)
    assert [stage.id for stage in plan.stages] == ["decide", "again"]
    assert ids(plan, "decide") == ["reads", "asks", "orders"]


def test_a_touchpoint_that_was_moved_and_deleted_is_a_conflict() -> None:
    found = merged(MoveItem("touchpoints.asks", 0, "stages.eat.touchpoints"), RemoveItem("touchpoints.asks"))
    assert (only(found).kind, only(found).place) == (Kind.DELETED, "touchpoints.asks")
    assert ids(found.plan, "eat") == ["asks", "door"]


# Steps, readings, decisions


def test_steps_that_each_side_added_stand_where_they_were_put() -> None:
    found = merged(
        AddItem("processes.ride.steps", Step(action="Ring"), 1), AddItem("processes.ride.steps", Step(action="Rest"))
    )
    assert found.is_clean
    assert actions(found.plan) == ["Load", "Ring", "Hang", "Tick", "Rest"]


def test_two_fields_of_one_step_come_together() -> None:
    found = merged(SetField("processes.ride.steps.2.minutes", 5), SetField("processes.ride.steps.2.tool", "bag"))
    assert found.is_clean
    assert found.plan.processes[0].steps[1] == Step(action="Hang", minutes=5, tool="bag")


def test_a_step_that_was_reworded_is_the_same_step() -> None:
    found = merged(
        (
            SetField("processes.ride.steps.2.action", "Hang the bag"),
            AddItem("processes.ride.steps", Step(action="x"), 0),
        ),
        SetField("processes.ride.steps.2.minutes", 5),
    )
    assert found.is_clean
    assert found.plan.processes[0].steps[2] == Step(action="Hang the bag", minutes=5)


def test_conflicts_about_steps_are_chosen_by_their_numbers_in_the_merged_plan() -> None:
    found = merged(
        (
            AddItem("processes.ride.steps", Step(action="Ring"), 0),
            SetField("processes.ride.steps.2.minutes", 1),
            SetField("processes.ride.steps.3.minutes", 5),
            SetField("processes.ride.steps.4.minutes", 9),
        ),
        (
            SetField("processes.ride.steps.2.minutes", 7),
            SetField("processes.ride.steps.3.minutes", 8),
            RemoveItem("processes.ride.steps.1"),
        ),
    )
    assert [conflict.place for conflict in found.conflicts] == [
        "processes.ride.steps.2",
        "processes.ride.steps.3.minutes",
        "processes.ride.steps.4.minutes",
    ]
    assert [(step.action, step.minutes) for step in taking_theirs(found).processes[0].steps] == [
        ("Ring", None),
        ("Hang", 7),
        ("Tick", 8),
    ]


def test_steps_that_were_put_in_contradicting_orders_are_one_conflict_of_the_whole_list() -> None:
    found = merged(
        AddItem("processes.ride.steps", Step(action="Ring"), 0), AddItem("processes.ride.steps", Step(action="Ring"), 3)
    )
    assert only(found).place == "processes.ride.steps"
    assert actions(found.plan) == ["Ring", "Load", "Hang", "Tick"]
    assert actions(taking_theirs(found)) == ["Load", "Hang", "Tick", "Ring"]


def test_readings_of_two_days_come_in_by_date_and_of_one_day_are_one() -> None:
    def reading(day: str, value: float) -> Reading:
        return plan_from_toml(f"[[kpis]]\nid='x'\n[[kpis.readings]]\ndate={day}\nvalue={value}").kpis[0].readings[0]

    def add(day: str, value: float) -> AddItem:
        return AddItem("kpis.late.readings", reading(day, value))

    found = merged(add("2026-03-15", 1), add("2026-03-08", 2))
    assert found.is_clean
    assert [row.value for row in found.plan.kpis[0].readings] == [3, 2, 1]
    found = merged(add("2026-03-08", 1), add("2026-03-08", 2))
    assert only(found) == Conflict(Kind.VALUE, "kpis.late.readings.2.value", None, 1, 2)


# Without a base


def test_two_plans_that_grew_from_one_sample_are_united() -> None:
    start = sample("sunday-box")
    ours = start.processes[0].id
    mine = after(SetField(f"processes.{ours}.trigger", "A"), AddItem("roles", Role(id="new-a", name="A")), plan=start)
    theirs = after(SetField(f"processes.{ours}.trigger", "B"), AddItem("roles", Role(id="new-b", name="B")), plan=start)
    found = merge(None, mine, theirs)
    assert only(found) == Conflict(Kind.VALUE, f"processes.{ours}.trigger", None, "A", "B")
    assert [role.id for role in found.plan.roles][-2:] == ["new-a", "new-b"]


def test_items_of_one_name_are_one_and_their_links_follow() -> None:
    mine = Plan(
        roles=(Role(id="driver-2", name="Driver", duties="Drives"),), processes=(Process(id="p", owner="driver-2"),)
    )
    theirs = Plan(
        roles=(Role(id="driver", name=" driver", held_by="ana"),), processes=(Process(id="q", owner="driver"),)
    )
    found = merge(None, mine, theirs)
    assert [role.id for role in found.plan.roles] == ["driver"]
    assert (found.plan.roles[0].duties, found.plan.roles[0].held_by) == ("Drives", "ana")
    assert [process.owner for process in found.plan.processes] == ["driver", "driver"]


def test_what_only_one_side_said_is_no_conflict() -> None:
    mine = plan_from_toml('[venture]\nname = "Rolls"')
    theirs = plan_from_toml('[venture]\nproduct = "Bread"\n[review]\ncadence = "weekly"')
    found = merge(None, mine, theirs)
    assert found.is_clean
    assert (found.plan.venture.name, found.plan.venture.product, found.plan.review.cadence) == (
        "Rolls",
        "Bread",
        "weekly",
    )


def test_a_choice_is_an_edit_with_a_label() -> None:
    found = merged(SetField("venture.name", "A"), SetField("venture.name", "B"))
    edit = choices_as_edit(found, {0: Side.THEIRS}, label="Merge")
    assert (edit.label, [part.place for part in edit.edits if isinstance(part, SetField)]) == (
        "Merge",
        ["venture.name"],
    )
