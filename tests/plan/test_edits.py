"""Edits: what changes, changes; all else is shared; what can't be done says so and does nothing."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Kpi, Plan, Process, Role, Stage, Step, Touchpoint
from mvo_tui.plan.places import find, item_at, items_of, type_of_collection, value_at
from tests.plans import document_of, edits, leaves, plan_from_toml, plans, sample, sample_plans

PLAN = plan_from_toml(
    """
[[stages]]
id = "decide"
[[stages.touchpoints]]
id = "reads"
[[stages.touchpoints]]
id = "orders"
[[stages]]
id = "eat"
[[stages.touchpoints]]
id = "door"
[[processes]]
id = "ride"
owner = "rider"
[[processes.steps]]
action = "Hang"
[[processes.steps]]
action = "Tick"
[[roles]]
id = "rider"
[[roles]]
id = "baker"
"""
)


def touchpoints(plan: Plan) -> list[list[str]]:
    return [[touchpoint.id for touchpoint in stage.touchpoints] for stage in plan.stages]


# Set


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("venture.name", "Rolls by the door"),
        ("venture.notes", "One\nTwo"),
        ("venture.active_customers", 0),
        ("venture.active_customers", 2.5),
        ("journey.not_applicable.billing", "Cash on Fridays"),
        ("touchpoints.door.promises", ("one", "two")),
        ("processes.ride.owner", ("rider", "baker")),
        ("processes.ride.owner", "nobody-here"),
        ("processes.ride.tools", ()),
        ("processes.ride.rehearsed_on", datetime.date(2026, 3, 14)),
        ("processes.ride.steps.2.minutes", 4),
        ("review.time", datetime.time(9, 30)),
        ("tools", ()),
        ("features", ()),
    ],
)
def test_a_field_takes_a_value(place: str, value: object) -> None:
    after = apply(PLAN, SetField(place, value))
    assert value_at(after, place) == value
    assert value_at(PLAN, place) != value


@pytest.mark.parametrize("blank", [None, ""])
def test_a_blanked_field_is_as_if_it_had_never_been_there(blank: object) -> None:
    for place in ("processes.ride.owner", "processes.ride.tools", "touchpoints.door.processes", "venture.name"):
        filled = apply(PLAN, SetField(place, ("x",) if place.endswith("s") else "x"))
        assert apply(filled, SetField(place, blank)) == apply(PLAN, SetField(place, blank))
    assert apply(PLAN, SetField("touchpoints.door.processes", blank)) is PLAN


def test_the_same_value_again_changes_nothing() -> None:
    assert apply(PLAN, SetField("processes.ride.owner", "rider")) is PLAN
    assert apply(PLAN, Batch((SetField("venture.name", "Rolls"), SetField("venture.name", None)))) == PLAN


def test_a_whole_number_and_a_broken_one_are_not_the_same() -> None:
    whole = apply(PLAN, SetField("venture.active_customers", 6))
    after = apply(whole, SetField("venture.active_customers", 6.0))
    assert type(after.venture.active_customers) is float


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("venture.name", 7),
        ("venture.active_customers", -1),
        ("venture.active_customers", "six"),
        ("venture.active_customers", True),
        ("venture.active_customers", float("nan")),
        ("processes.ride.owner", {"id": "rider"}),
        ("processes.ride.rehearsed_on", "yesterday"),
        ("processes.ride.steps", "Hang"),
        ("touchpoints.door.promises", "one"),
        ("touchpoints.door.promises", (1,)),
        ("venture.name", "\udcff"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(place: str, value: object) -> None:
    with pytest.raises(PlanError, match=r"takes .* Nothing was changed\."):
        apply(PLAN, SetField(place, value))


@pytest.mark.parametrize(
    "place",
    [
        "",
        "venture",
        "venture.vision",
        "format",
        "journey",
        "journey.not_applicable",
        "journey.billing",
        "processes.ride",
        "processes.ride.id",
        "processes.gone.owner",
        "processes.ride.steps.3.role",
        "processes.ride.steps.1",
        "touchpoints.gone.name",
        "venture.__class__",
        "venture.model_config",
    ],
)
def test_a_place_that_is_no_field_is_refused(place: str) -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        apply(PLAN, SetField(place, "x"))


def test_a_list_of_tables_is_set_whole_with_ids_of_their_own() -> None:
    after = apply(PLAN, SetField("tools", ({"id": "sheet", "name": "Sheet"},)))
    assert [tool.name for tool in after.tools or ()] == ["Sheet"]
    with pytest.raises(PlanError, match="Nothing was changed"):
        apply(PLAN, SetField("tools", ({"id": "sheet"}, {"id": "sheet"})))
    with pytest.raises(PlanError, match="Nothing was changed"):
        apply(PLAN, SetField("stages.decide.touchpoints", (Touchpoint(id="door"),)))


# Add, remove, move


def test_an_item_is_added_where_it_is_wanted() -> None:
    for index, expected in (
        (None, ["rider", "baker", "x"]),
        (0, ["x", "rider", "baker"]),
        (9, ["rider", "baker", "x"]),
    ):
        after = apply(PLAN, AddItem("roles", Role(id="x"), index))
        assert [role.id for role in after.roles] == expected


def test_an_item_is_added_to_a_list_that_was_not_decided() -> None:
    assert apply(Plan(), AddItem("debts", type_of_collection["debts"](id="x"))).debts == (
        type_of_collection["debts"](id="x"),
    )


def test_a_step_and_a_touchpoint_are_added_in_their_own_list() -> None:
    after = apply(PLAN, AddItem("processes.ride.steps", Step(action="Lock"), 1))
    assert [step.action for step in after.processes[0].steps] == ["Hang", "Lock", "Tick"]
    after = apply(PLAN, AddItem("stages.eat.touchpoints", Touchpoint(id="asks")))
    assert touchpoints(after) == [["reads", "orders"], ["door", "asks"]]


@pytest.mark.parametrize(
    "edit",
    [
        AddItem("roles", Role(id="rider")),
        AddItem("roles", Process(id="x")),
        AddItem("roles", Step()),
        AddItem("stages.eat.touchpoints", Touchpoint(id="reads")),
        AddItem("stages", Stage(id="x", touchpoints=(Touchpoint(id="reads"),))),
        AddItem("stages", Stage(id="x", touchpoints=(Touchpoint(id="y"), Touchpoint(id="y")))),
        AddItem("touchpoints", Touchpoint(id="x")),
        AddItem("stages.gone.touchpoints", Touchpoint(id="x")),
        AddItem("processes.ride.steps", Touchpoint(id="x")),
        AddItem("processes.ride.tools", Role(id="x")),
        AddItem("venture", Role(id="x")),
        AddItem("", Role(id="x")),
        RemoveItem("roles.gone"),
        RemoveItem("roles"),
        RemoveItem("venture"),
        RemoveItem("processes.ride.owner"),
        RemoveItem("processes.ride.steps.3"),
        RemoveItem(""),
        MoveItem("roles.gone", 0),
        MoveItem("review", 0),
        MoveItem("touchpoints.door", 0, "stages.gone.touchpoints"),
        MoveItem("touchpoints.door", 0, "roles"),
        MoveItem("stages.eat", 0, "stages.eat.touchpoints"),
        Batch((SetField("venture.name", "Rolls"), RemoveItem("roles.gone"))),
    ],
    ids=repr,
)
def test_what_can_not_be_done_is_refused_and_nothing_has_changed(edit: Edit) -> None:
    before = Plan.model_validate(document_of(PLAN))
    with pytest.raises(PlanError, match="Nothing was changed"):
        apply(PLAN, edit)
    assert before == PLAN


def test_a_removed_item_leaves_links_to_it() -> None:
    after = apply(PLAN, RemoveItem("roles.rider"))
    assert [role.id for role in after.roles] == ["baker"]
    assert after.processes[0].owner == "rider"
    assert apply(PLAN, RemoveItem("processes.ride.steps.1")).processes[0].steps == (Step(action="Tick"),)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (MoveItem("touchpoints.reads", 1), [["orders", "reads"], ["door"]]),
        (MoveItem("touchpoints.reads", 7), [["orders", "reads"], ["door"]]),
        (MoveItem("touchpoints.reads", -7), [["reads", "orders"], ["door"]]),
        (MoveItem("touchpoints.reads", 0, "stages.eat.touchpoints"), [["orders"], ["reads", "door"]]),
        (MoveItem("touchpoints.reads", 1, "stages.decide.touchpoints"), [["orders", "reads"], ["door"]]),
        (MoveItem("stages.decide", 1), [["door"], ["reads", "orders"]]),
    ],
)
def test_an_item_is_moved(edit: Edit, expected: list[list[str]]) -> None:
    assert touchpoints(apply(PLAN, edit)) == expected


def test_moving_to_where_it_is_changes_nothing() -> None:
    assert apply(PLAN, MoveItem("touchpoints.orders", 1)) is PLAN
    assert apply(PLAN, MoveItem("touchpoints.orders", 9)) is PLAN


# Laws of every edit


@given(st.data(), plans() | sample_plans)
@settings(max_examples=60)
def test_an_edit_leads_to_a_plan_and_shares_what_it_does_not_touch(data: st.DataObject, plan: Plan) -> None:
    before = document_of(plan)
    edit = data.draw(edits(plan))
    after = apply(plan, edit)
    assert document_of(plan) == before
    assert Plan.model_validate(document_of(after)) == after
    assert ids_are_unique(after)
    changed = [name for name in Plan.model_fields if getattr(plan, name) is not getattr(after, name)]
    assert len(changed) <= 1


@given(st.data(), plans())
@settings(max_examples=30)
def test_adding_and_removing_undo_each_other(data: st.DataObject, plan: Plan) -> None:
    into = data.draw(st.sampled_from(("roles", "processes", "kpis", "people")))
    item = type_of_collection[into].model_validate({"id": "unheard-of"})
    added = apply(plan, AddItem(into, item, data.draw(st.integers(0, 4))))
    assert item_at(added, f"{into}.unheard-of") is item
    assert apply(added, RemoveItem(f"{into}.unheard-of")) == plan


PARTS = (
    "processes",
    "stages",
    "touchpoints",
    "venture",
    "review",
    "steps",
    "log",
    "1",
    "0",
    "processes-1",
    "owner",
    "",
)
VALUES: tuple[Any, ...] = (
    None,
    "",
    "x",
    7,
    -1.5,
    True,
    ("x",),
    (),
    [],
    {},
    ({"id": "a"}, {"id": "a"}),
    b"x",
    object(),
    datetime.datetime(2026, 1, 1, 9, 0),
)
ANY_ITEM = (Role(id="roles-1"), Step(), Kpi(id="x"), Stage(id="stages-1"), Touchpoint(id="touchpoints-1"))
places = st.lists(st.sampled_from(PARTS), max_size=5).map(".".join)
any_edit = st.one_of(
    st.builds(SetField, places, st.sampled_from(VALUES)),
    st.builds(AddItem, places, st.sampled_from(ANY_ITEM), st.none() | st.integers(-3, 9)),
    st.builds(RemoveItem, places),
    st.builds(MoveItem, places, st.integers(-3, 9), st.none() | places),
)


@given(plans(), st.lists(any_edit, max_size=20))
@settings(max_examples=60)
def test_any_edit_at_all_is_done_or_refused(plan: Plan, wild: list[Edit]) -> None:
    for edit in wild:
        plan = done_or_refused(plan, edit)
        assert ids_are_unique(plan)
    assert Plan.model_validate(document_of(plan)) == plan


def done_or_refused(plan: Plan, edit: Edit) -> Plan:
    try:
        return apply(plan, edit)
    except PlanError:
        return plan


def ids_are_unique(plan: Plan) -> bool:
    found = [[item.id for item in items_of(plan, collection)] for collection in type_of_collection]
    return all(len(set(ids)) == len(ids) for ids in found)


def test_every_field_of_a_plan_can_be_set_to_what_it_is_and_blanked() -> None:
    plan = sample("sunday-box")
    for leaf in leaves(plan):
        assert apply(plan, SetField(leaf.place, leaf.value)) is plan, leaf.place
        blank = apply(plan, SetField(leaf.place, None))
        assert value_at(blank, leaf.place) == leaf.model.model_fields[leaf.spec.name].default
        assert find(blank, leaf.place) is not None
