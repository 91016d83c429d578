"""Places: the address of anything, there and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan, Process, Step, Table, Touchpoint
from mvo_tui.plan.places import (
    all_items,
    field_at,
    field_place,
    find,
    follow,
    item_at,
    item_of,
    items_of,
    split_field,
    type_at,
    value_at,
)
from tests.plans import all_tables, leaves, plan_from_toml, plans, sample_plans

PLAN = plan_from_toml(
    """
[venture]
name = "Rolls"
[journey.not_applicable]
billing = "Cash on Fridays"
[[stages]]
id = "way"
[[stages.touchpoints]]
id = "door"
name = "Finds the bag"
[[stages]]
id = "2"
[[stages.touchpoints]]
id = "1"
[[processes]]
id = "ride"
[[processes.steps]]
action = "Hang"
[[processes.steps]]
action = "Tick"
[[kpis]]
id = "late"
[[kpis.readings]]
value = 3
[review]
day = "mon"
[[review.log]]
decision = "Ring"
"""
)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("venture.name", "Rolls"),
        ("venture.product", None),
        ("journey.not_applicable.billing", "Cash on Fridays"),
        ("touchpoints.door.name", "Finds the bag"),
        ("touchpoints.1.name", None),
        ("stages.2.id", "2"),
        ("processes.ride.steps.2.action", "Tick"),
        ("kpis.late.readings.1.value", 3),
        ("review.day", "mon"),
        ("review.log.1.decision", "Ring"),
        ("features", None),
        ("roles", ()),
    ],
)
def test_what_stands_at_a_place(place: str, value: object) -> None:
    assert value_at(PLAN, place) == value


@pytest.mark.parametrize(
    "place",
    [
        "",
        ".",
        "venture.",
        ".venture",
        "venture.vision",
        "venture.name.first",
        "processes.gone",
        "processes.1",
        "processes.ride.steps.0",
        "processes.ride.steps.3",
        "processes.ride.steps.-1",
        "processes.ride.steps.+1",
        "processes.ride.steps.²",
        "processes.ride.steps.1_0",
        "processes.ride.steps.99999999999999999999999",
        "processes.ride.steps.ride",
        "touchpoints",
        "touchpoints.",
        "touchpoints.gone",
        "journey.billing",
        "journey.first-contact",
        "roles.1",
        "review.log.ride",
        "model_fields",
        "venture.model_fields",
        "__class__",
        "venture.__class__",
    ],
)
def test_where_nothing_stands(place: str) -> None:
    assert find(PLAN, place) is None
    assert item_at(PLAN, place) is None
    with pytest.raises(PlanError, match="Nothing was changed"):
        value_at(PLAN, place)


@given(plans() | sample_plans)
@settings(max_examples=30)
def test_every_table_and_field_is_found_at_its_place(plan: Plan) -> None:
    for place, table in all_tables(plan):
        path = find(plan, place)
        assert path is not None
        assert follow(plan, path) is table
        assert item_at(plan, place) is table
        assert type_at(place) is type(table)
    for leaf in leaves(plan):
        assert field_at(leaf.place) == leaf.spec
        assert split_field(leaf.place) == (leaf.place.rpartition(".")[0], leaf.spec.name)
        assert value_at(plan, leaf.place) == leaf.value


@given(plans())
@settings(max_examples=30)
def test_all_items_are_each_there_once(plan: Plan) -> None:
    found = dict(all_items(plan))
    assert len(found) == len(list(all_items(plan)))
    assert all(item_at(plan, place) is item for place, item in found.items())
    stages = [item.id for stage in plan.stages for item in stage.touchpoints]
    assert [item.id for item in items_of(plan, "touchpoints")] == stages


@given(st.text(alphabet="abpr.12-_ ²", max_size=20))
def test_no_text_is_too_strange_for_a_place(text: str) -> None:
    for place in (text, f"processes.{text}", f"processes.ride.steps.{text}", f"touchpoints.{text}"):
        found = item_at(PLAN, place)
        assert found is None or isinstance(found, Table)
        type_at(place)
        field_at(place)
        item_of(place)


def test_the_type_of_a_table_by_its_address_alone() -> None:
    assert type_at("processes.gone") is Process
    assert type_at("processes.gone.steps.7") is Step
    assert type_at("touchpoints.7") is Touchpoint
    assert type_at("processes") is None
    assert type_at("processes.ride.owner") is None


@pytest.mark.parametrize(
    ("place", "item"),
    [
        ("processes.ride.steps.2.action", "processes.ride"),
        ("processes.ride", "processes.ride"),
        ("touchpoints.door.name", "touchpoints.door"),
        ("venture.name", "venture"),
        ("review.log.1.owner", "review"),
        ("journey.billing", "journey"),
        ("kpis", "kpis"),
        ("", ""),
    ],
)
def test_the_item_that_a_place_lies_in(place: str, item: str) -> None:
    assert item_of(place) == item


def test_a_field_place_is_a_place_and_a_field() -> None:
    assert split_field(field_place("processes.ride", "owner")) == ("processes.ride", "owner")
