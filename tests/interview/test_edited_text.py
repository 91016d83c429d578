"""Answers that were edited as a text, in a program of the founder's own."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mvo_tui.interview.edited_text import edit_of_text, text_to_edit
from mvo_tui.plan.edits import AddItem, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Kpi, Person, Plan, Process, Reading, Role, Stage, Step, Tool, Touchpoint, Venture
from mvo_tui.plan.places import value_at
from tests.plans import lists, plans

TODAY = datetime.date(2026, 11, 9)
BAKERY = Plan(
    venture=Venture(name="Crumb", notes="Rent\nis due"),
    stages=(
        Stage(
            id="wakes",
            name="Wakes up",
            touchpoints=(
                Touchpoint(id="sill", name="Finds the bag", processes=("ride",), moment="value"),
                Touchpoint(id="crumbs", name="Shakes out the crumbs"),
            ),
        ),
    ),
    processes=(
        Process(
            id="bake",
            name="Bake",
            owner="baker",
            tools=("oven",),
            steps=(Step(action="Knead", minutes=12), Step(action="Bake", notes="Hot"), Step(action="Cool")),
        ),
        Process(id="ride", name="Ride"),
    ),
    tools=(Tool(id="oven", name="Oven", purpose="Bakes"), Tool(id="bike", name="Bike")),
    roles=(Role(id="baker", name="Baker"), Role(id="rider", name="Rider")),
    people=(Person(id="ida", name="Ida", hours_per_week=20), Person(id="ola", name="Ola")),
    kpis=(
        Kpi(id="k", name="On time", readings=(Reading(date=datetime.date(2026, 5, 10), value=93.5, note="Holiday"),)),
    ),
)


def edited(place: str, text: str, plan: Plan = BAKERY) -> Plan:
    return apply(plan, edit_of_text(plan, place, text, TODAY))


def test_texts_stand_there_as_they_are_and_lists_an_item_a_line() -> None:
    assert text_to_edit(BAKERY, "venture.notes") == "Rent\nis due"
    assert text_to_edit(BAKERY, "venture.product") == ""
    assert text_to_edit(BAKERY, "processes.bake.owner") == "Baker"
    assert text_to_edit(BAKERY, "processes.bake.steps") == "Knead, 12 min\nBake\nCool"
    assert text_to_edit(BAKERY, "processes.bake.tools") == "Oven"
    assert text_to_edit(BAKERY, "people") == "Ida, 20 h\nOla"
    assert text_to_edit(BAKERY, "kpis.k.readings") == "2026-05-10 93.5 Holiday"


def test_a_text_comes_back_as_an_ordinary_answer_with_its_checks() -> None:
    assert edited("venture.notes", "Rent\n\nis paid\n").venture.notes == "Rent\n\nis paid"
    assert edited("venture.name", " Crumb\n& Co\n").venture.name == "Crumb & Co"
    assert edited("processes.bake.owner", "rider\n").processes[0].owner == "rider"
    assert edited("venture.notes", "\n").venture.notes is None
    with pytest.raises(PlanError, match="cannot be read"):
        edited("people.ida.hours_per_week", "many")


def test_links_are_lines_and_a_new_name_makes_an_item() -> None:
    plan = edited("processes.bake.tools", "Bike\nScale\n")
    assert plan.processes[0].tools == ("bike", "scale")
    assert plan.tools is not None
    assert [tool.name for tool in plan.tools] == ["Oven", "Bike", "Scale"]
    assert edited("processes.bake.tools", "").processes[0].tools is None


def test_an_owner_is_one_line() -> None:
    with pytest.raises(PlanError, match="Only one can stand here"):
        edited("processes.bake.owner", "Baker\nRider\n")


def test_namesakes_stand_there_by_their_ids_and_stay_who_they_are() -> None:
    plan = apply(BAKERY, AddItem("tools", Tool(id="oven-2", name="oven")))
    plan = apply(plan, SetField("processes.bake.tools", ("oven-2",)))
    assert text_to_edit(plan, "processes.bake.tools") == "oven-2"
    assert edited("processes.bake.tools", "oven-2\nBike", plan).processes[0].tools == ("oven-2", "bike")


def test_a_changed_line_changes_its_item_and_keeps_the_rest_of_it() -> None:
    points = edited("stages.wakes.touchpoints", "Finds the warm bag\nShakes out the crumbs").stages[0].touchpoints
    assert (points[0].id, points[0].name, points[0].processes) == ("sill", "Finds the warm bag", ("ride",))
    steps = edited("processes.bake.steps", "Knead, 15 min\nBake it\nCool").processes[0].steps
    assert [(step.action, step.minutes, step.notes) for step in steps] == [
        ("Knead", 15, None),
        ("Bake it", None, "Hot"),
        ("Cool", None, None),
    ]
    assert edited("processes.bake.steps", "Knead\nBake\nCool").processes[0].steps[0].minutes is None


def test_lines_are_moved_added_and_taken_away_in_one_edit() -> None:
    plan = edited("processes.bake.steps", "Cool\nKnead, 12 min\n- Weigh, 3 min\nBake\n")
    steps = plan.processes[0].steps
    assert [(step.action, step.minutes) for step in steps] == [
        ("Cool", None),
        ("Knead", 12),
        ("Weigh", 3),
        ("Bake", None),
    ]
    assert steps[3].notes == "Hot"
    assert edit_of_text(BAKERY, "processes.bake.steps", "Cool", TODAY).label == 'Edit steps of "Bake"'


def test_a_line_that_is_gone_takes_the_links_to_its_item_away() -> None:
    plan = edited("tools", "Bike")
    assert plan.tools is not None
    assert [tool.id for tool in plan.tools] == ["bike"]
    assert plan.processes[0].tools is None


def test_a_line_between_others_that_changed_is_still_the_same_item() -> None:
    plan = edited("roles", "Baker of bread\nRider\nPacker")
    assert [(role.id, role.name) for role in plan.roles] == [
        ("baker", "Baker of bread"),
        ("rider", "Rider"),
        ("packer", "Packer"),
    ]


def test_new_items_are_given_ids_that_are_free() -> None:
    plan = edited("roles", "Baker\nBaker 2\nRider\nRider\nRider")
    assert len({role.id for role in plan.roles}) == len(plan.roles) == 5


def test_what_is_chosen_among_several_items_has_no_text() -> None:
    with pytest.raises(PlanError, match="answered by choosing"):
        text_to_edit(BAKERY, "journey.first-contact")


@given(plans(), st.data())
def test_a_list_that_comes_back_as_it_was_changes_nothing(plan: Plan, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, _ in lists(plan)]))
    assume(value_at(plan, place))
    assert edited(place, text_to_edit(plan, place), plan) == plan


@given(plans(), st.data())
def test_lines_in_another_order_are_the_same_items_in_another_order(plan: Plan, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, _ in lists(plan)]))
    lines = text_to_edit(plan, place).splitlines()
    assume(lines)
    shuffled = data.draw(st.permutations(lines))
    after = value_at(edited(place, "\n".join(shuffled), plan), place)
    before = value_at(plan, place)
    assert isinstance(before, tuple)
    assert isinstance(after, tuple)
    assert len(after) == len(before)
    assert all(item in after for item in before)
