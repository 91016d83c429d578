"""The last change once more, somewhere else."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import move, remove_with_links, set_field
from mvo_tui.plan.model import Plan, Process, Promise, Role, Stage, Step, Tool, Touchpoint, Venture
from mvo_tui.plan.repeating import Change, kind_added, repeated
from tests.plans import all_tables, edits, leaves, lists, plans

BAKERY = Plan(
    venture=Venture(name="Crumb"),
    promises=(Promise(id="warm", statement="Warm"), Promise(id="early", statement="Early")),
    stages=(
        Stage(id="wakes", name="Wakes up", touchpoints=(Touchpoint(id="sill", name="Sill"), Touchpoint(id="bag"))),
        Stage(id="pays", name="Pays", touchpoints=(Touchpoint(id="bill", name="Bill"),)),
    ),
    processes=(
        Process(id="bake", name="Bake", tools=("oven",), steps=(Step(action="Knead"), Step(action="Wait"))),
        Process(id="ride", name="Ride", tools=("bike",)),
        Process(id="call", name="Call"),
    ),
    tools=(Tool(id="oven", name="Oven"), Tool(id="bike", name="Bike")),
    roles=(Role(id="baker", name="Baker"),),
)


def again(edit: Edit, place: str, plan: Plan = BAKERY) -> tuple[Edit, Plan]:
    """What is done at `place` after `edit`, and the plan then."""
    after = apply(plan, edit)
    found = repeated(Change(edit, plan), after, place)
    return found, apply(after, found)


@pytest.mark.parametrize("place", ["processes.ride", "processes.ride.trigger", "processes.ride.steps"])
def test_the_same_answer_is_given_for_the_item_that_one_stands_on(place: str) -> None:
    edit, plan = again(set_field(BAKERY, "processes.bake.owner", "baker"), place)
    assert plan.processes[1].owner == "baker"
    assert edit.label == 'Set owner of "Ride"'


def test_of_a_step_it_is_the_step() -> None:
    plan = again(SetField("processes.bake.steps.1.minutes", 4), "processes.bake.steps.2")[1]
    assert [step.minutes for step in plan.processes[0].steps] == [4, 4]


def test_a_link_that_was_added_is_added_to_what_is_there() -> None:
    edit = SetField("processes.bake.tools", ("oven", "bike"))
    assert again(edit, "processes.call")[1].processes[2].tools == ("bike",)
    taken_away = SetField("processes.ride.tools", None)
    assert again(taken_away, "processes.bake", apply(BAKERY, edit))[1].processes[0].tools == ("oven",)


def test_what_was_made_for_a_link_is_not_made_again() -> None:
    made = Batch((AddItem("roles", Role(id="rider", name="Rider")), SetField("processes.ride.owner", "rider")))
    plan = again(made, "processes.call")[1]
    assert plan.processes[2].owner == "rider"
    assert len(plan.roles) == 2


def test_several_fields_of_one_answer_go_together() -> None:
    edit = Batch((SetField("promises.warm.target", 95), SetField("promises.warm.unit", "%")))
    promise = again(edit, "promises.early")[1].promises[1]
    assert (promise.target, promise.unit) == (95, "%")


def test_what_was_given_to_many_items_is_given_to_one_more() -> None:
    many = Batch((SetField("processes.bake.owner", "baker"), SetField("processes.ride.owner", "baker")))
    assert again(many, "processes.call")[1].processes[2].owner == "baker"


def test_the_same_step_is_added_to_another_process() -> None:
    edit, plan = again(AddItem("processes.bake.steps", Step(action="Wash hands", minutes=1)), "processes.ride")
    assert plan.processes[1].steps == (Step(action="Wash hands", minutes=1),)
    assert edit.label == 'Add step "Wash hands" to "Ride"'


def test_a_touchpoint_that_is_added_again_has_an_id_of_its_own_and_no_moment() -> None:
    edit = AddItem("stages.wakes.touchpoints", Touchpoint(id="card", name="Gets a card", moment="value"))
    point = again(edit, "touchpoints.bill.channel")[1].stages[1].touchpoints[1]
    assert (point.name, point.moment) == ("Gets a card", None)
    assert point.id not in ("card", "bill")


def test_the_same_move_is_made() -> None:
    back = again(move(BAKERY, "processes.bake.steps.1", 1), "processes.bake.steps.1")[1]
    assert [step.action for step in back.processes[0].steps] == ["Knead", "Wait"]
    down = again(move(BAKERY, "processes.bake", 1), "processes.bake")[1]
    assert [process.id for process in down.processes] == ["ride", "call", "bake"]
    away = MoveItem("touchpoints.sill", 0, into="stages.pays.touchpoints")
    edit, plan = again(away, "touchpoints.bag")
    assert [point.id for point in plan.stages[1].touchpoints] == ["sill", "bill", "bag"]
    assert edit.label == 'Move touchpoint "Touchpoint bag" to "Pays"'


@pytest.mark.parametrize(("edit", "place", "why"), [
    (remove_with_links(BAKERY, "tools.oven"), "tools.bike", "one item at a time"),
    (SetField("processes.bake.name", "Bread"), "processes.ride", "A name is given to one item"),
    (SetField("promises.warm.core", True), "promises.early", "only one of that"),
    (SetField("touchpoints.sill.moment", "value"), "touchpoints.bag", "only one of that"),
    (SetField("processes.bake.owner", "baker"), "roles.baker", "was to a process"),
    (SetField("venture.product", "Bread"), "processes.bake", "was to a venture"),
    (SetField("tools.oven.integrates_with", ("bike",)), "tools.bike", "to itself"),
    (AddItem("roles", Role(id="rider", name="Rider")), "roles.baker", 'added role "Rider"'),
    (AddItem("stages.wakes.touchpoints", Touchpoint(id="x", name="X")), "stages.wakes", "Go to another stage"),
    (move(BAKERY, "processes.bake", 1), "processes.call", "at the end already"),
])  # fmt: skip
def test_what_makes_no_sense_is_said(edit: Edit, place: str, why: str) -> None:
    with pytest.raises(PlanError, match=why):
        again(edit, place)


def test_an_item_on_its_own_is_followed_by_another_of_its_kind() -> None:
    assert kind_added(Change(AddItem("roles", Role(id="rider")), BAKERY)) == "roles"
    assert kind_added(Change(AddItem("processes.bake.steps", Step()), BAKERY)) == ""
    assert kind_added(Change(SetField("venture.name", "x"), BAKERY)) == ""


@given(plans(), st.data())
def test_whatever_it_is_it_can_be_applied_or_there_is_a_sentence(plan: Plan, data: st.DataObject) -> None:
    edit = data.draw(edits(plan))
    after = apply(plan, edit)
    places = [place for places in (all_tables(after), lists(after), leaves(after)) for place, *_ in places]
    place = data.draw(st.sampled_from(places))
    found: Edit | None = None
    with suppress(PlanError):
        found = repeated(Change(edit, plan), after, place)
    if found is not None:
        apply(after, found)
