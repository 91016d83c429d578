"""One answer for many items."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.interview.answers import edit_for
from mvo_tui.interview.many import edit_for_all, question_for_all, value_of_all
from mvo_tui.plan.edits import apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import field_place, item_place, items_of
from tests.plans import plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[processes]]
id = "bake"
name = "Bake"
[[processes]]
id = "ride"
name = "Ride"
owner = "rider"
[[tools]]
id = "oven"
name = "Oven"
[[tools]]
id = "bell"
name = "Bell"
[[roles]]
id = "rider"
name = "Rider"
[[kpis]]
id = "warm"
name = "Warm"
[[kpis]]
id = "early"
name = "Early"
"""
)
BOTH = ("processes.bake", "processes.ride")


def test_it_is_asked_once_for_all_of_them() -> None:
    asked, choices = question_for_all(PLAN, BOTH, "owner")
    assert "each of these 2 processes" in asked.ask
    assert [choice.label for choice in choices.options][:1] == ["Rider"]


def test_a_role_that_is_not_there_yet_is_made_once() -> None:
    edit = edit_for_all(PLAN, BOTH, "owner", "Baker")
    after = apply(PLAN, edit)
    assert [role.name for role in after.roles] == ["Rider", "Baker"]
    assert {process.owner for process in after.processes} == {"baker"}
    assert edit.label == 'Set owner of 2 processes to "Baker"'


def test_an_answer_is_read_as_everywhere_else() -> None:
    after = apply(PLAN, edit_for_all(PLAN, ("kpis.warm", "kpis.early"), "target", "at least 98 %"))
    assert {(kpi.direction, kpi.target, kpi.unit) for kpi in after.kpis} == {("at least", 98, "%")}
    day = datetime.date(2026, 11, 9)
    after = apply(PLAN, edit_for_all(PLAN, BOTH, "rehearsed_on", "today", day))
    assert {process.rehearsed_on for process in after.processes} == {day}


def test_nothing_is_linked_to_itself() -> None:
    after = apply(PLAN, edit_for_all(PLAN, ("tools.oven", "tools.bell"), "integrates_with", ("oven", "bell")))
    assert [tool.integrates_with for tool in after.tools or ()] == [("bell",), ("oven",)]


def test_what_they_all_say_so_far() -> None:
    assert value_of_all(PLAN, BOTH, "owner") is None
    assert value_of_all(PLAN, ("processes.ride",), "owner") == "rider"


@pytest.mark.parametrize("answer", ["monthly", ""])
def test_an_answer_that_cannot_be_read_is_a_sentence(answer: str) -> None:
    if answer:
        with pytest.raises(PlanError, match="is not one of"):
            edit_for_all(PLAN, BOTH, "mode", answer)
    else:
        assert apply(PLAN, edit_for_all(PLAN, BOTH, "mode", answer)) == PLAN


def test_no_items_is_a_sentence() -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        edit_for_all(PLAN, (), "mode", "manual")


@settings(max_examples=30)
@given(plan=plans(), data=st.data())
def test_one_answer_for_all_is_the_answer_given_to_one_after_the_other(plan: Plan, data: st.DataObject) -> None:
    collection, field, answer = data.draw(
        st.sampled_from(
            (
                ("processes", "owner", "A new one"),
                ("processes", "mode", "manual"),
                ("touchpoints", "processes", ("Ring", "Knock")),
                ("roles", "held_by", "Ida"),
                ("tools", "monthly_cost", "12"),
            )
        )
    )
    places = [item_place(collection, item.id) for item in items_of(plan, collection)]
    if not places:
        return
    one_by_one = plan
    for place in places:
        one_by_one = apply(one_by_one, edit_for(one_by_one, field_place(place, field), answer))
    assert apply(plan, edit_for_all(plan, places, field, answer)) == one_by_one
