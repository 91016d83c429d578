"""One in the place of another: every link leads to the new one, and nothing else changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import RemoveItem, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.links import fields_naming
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import item_at, item_place, items_of
from mvo_tui.plan.replacing import REPLACEABLE, places_naming, replace_everywhere, uses
from tests.plans import plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[processes]]
id = "pay"
name = "Take a payment"
owner = ["clerk", "boss"]
backup = "clerk"
tools = ["stripe", "sheet", "mollie"]
[[processes.steps]]
action = "Charge"
role = "clerk"
tool = "stripe"
[[tools]]
id = "stripe"
name = "Stripe"
[[tools]]
id = "mollie"
name = "Mollie"
integrates_with = ["stripe"]
[[tools]]
id = "sheet"
name = "Sheet"
integrates_with = ["stripe"]
[[roles]]
id = "clerk"
name = "Clerk"
held_by = "ana"
[[roles]]
id = "boss"
name = "Boss"
held_by = "ben"
[[people]]
id = "ana"
name = "Ana"
[[people]]
id = "ben"
name = "Ben"
[review]
attendees = ["ana", "ben"]
[[parking_lot]]
id = "later"
text = "Cards only?"
about = "tools.stripe"
"""
)


def test_a_tool_is_swapped_and_every_link_stays() -> None:
    edit = replace_everywhere(PLAN, "tools.stripe", "mollie", delete=True)
    after = apply(PLAN, edit)
    process = after.processes[0]
    assert edit.label == 'Replace and delete tool "Stripe" by "Mollie" in 5 places'
    assert process.tools == ("mollie", "sheet")
    assert process.steps[0].tool == "mollie"
    assert after.parking_lot[0].about == "tools.mollie"
    assert [(tool.id, tool.integrates_with) for tool in after.tools or ()] == [("mollie", None), ("sheet", ("mollie",))]


def test_the_old_one_may_stay() -> None:
    after = apply(PLAN, replace_everywhere(PLAN, "tools.stripe", "mollie", delete=False))
    assert [tool.id for tool in after.tools or ()] == ["stripe", "mollie", "sheet"]
    assert places_naming(after, "tools.stripe") == ()


def test_two_owners_of_which_one_replaces_the_other_are_one() -> None:
    after = apply(PLAN, replace_everywhere(PLAN, "roles.clerk", "boss", delete=True))
    assert after.processes[0].owner == "boss"
    assert after.processes[0].backup == "boss"


def test_a_person_is_replaced_by_somebody_new() -> None:
    edit = replace_everywhere(PLAN, "people.ana", " Eva  Lund ", delete=True)
    after = apply(PLAN, edit)
    assert [person.name for person in after.people] == ["Ben", "Eva Lund"]
    assert after.roles[0].held_by == "eva-lund"
    assert after.review.attendees == ("eva-lund", "ben")
    assert edit.label == 'Replace and delete person "Ana" by "Eva Lund" in 2 places'


def test_how_often_each_is_named() -> None:
    assert uses(PLAN, "tools") == {"stripe": 4, "sheet": 1, "mollie": 1}


@pytest.mark.parametrize(
    ("place", "by"),
    [
        ("tools.stripe", "stripe"),
        ("tools.stripe", " "),
        ("tools.none", "mollie"),
        ("processes.pay", "x"),
        ("tools", "x"),
    ],
)
def test_what_cannot_be_replaced_is_a_sentence(place: str, by: str) -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        replace_everywhere(PLAN, place, by, delete=True)


@settings(max_examples=60)
@given(plan=plans(), data=st.data())
def test_nothing_names_the_old_one_and_what_named_it_names_the_new_one(plan: Plan, data: st.DataObject) -> None:
    collection = data.draw(st.sampled_from(REPLACEABLE))
    items = items_of(plan, collection)
    if not items:
        return
    old = data.draw(st.sampled_from(items))
    by = data.draw(st.sampled_from([item.id for item in items if item is not old] + ["Somebody new"]))
    place, is_deleted = item_place(collection, old.id), data.draw(st.booleans())
    fields = [field for field in places_naming(plan, place) if not field.startswith(f"{place}.")]
    after = apply(plan, replace_everywhere(plan, place, by, delete=is_deleted))
    known = {item.id for item in items} - {by}
    new = next(item.id for item in items_of(after, collection) if item.id not in known)
    if is_deleted:
        assert item_at(after, place) is None
        assert not list(fields_naming(after, collection, old.id))
    now = set(places_naming(after, item_place(collection, new)))
    assert {field for field in fields if not field.startswith(f"{collection}.{new}.")} <= now


@settings(max_examples=40)
@given(plan=plans(), data=st.data())
def test_where_nothing_names_it_only_the_item_itself_goes(plan: Plan, data: st.DataObject) -> None:
    unnamed = [
        (collection, item.id)
        for collection in REPLACEABLE
        for item in items_of(plan, collection)
        if not places_naming(plan, item_place(collection, item.id)) and len(items_of(plan, collection)) > 1
    ]
    if not unnamed:
        return
    collection, item_id = data.draw(st.sampled_from(unnamed))
    other = next(item.id for item in items_of(plan, collection) if item.id != item_id)
    place = item_place(collection, item_id)
    assert apply(plan, replace_everywhere(plan, place, other, delete=False)) == plan
    assert apply(plan, replace_everywhere(plan, place, other, delete=True)) == apply(plan, RemoveItem(place))
