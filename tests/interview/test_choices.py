"""What is offered: words with meanings, items by name with a hint, starters that are not there yet."""

import pytest
from hypothesis import given, settings

from mvo_tui.interview.catalogue import all_questions
from mvo_tui.interview.choices import Choices, choices
from mvo_tui.interview.next_question import question_for
from mvo_tui.interview.walk import forward, index_of
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.model import EMPTY, Plan
from tests.interview.answering import answered
from tests.plans import plan_from_toml, plans

PLAN = plan_from_toml(
    """
[[promises]]
id = "on-time"
statement = "Every bag is back within 24 hours"
core = true
[[stages]]
name = "Gets it"
[[stages.touchpoints]]
id = "rings"
name = "Courier rings"
moment = "first contact"
[[stages.touchpoints]]
id = "opens"
name = "Opens the bag"
[[processes]]
id = "deliver"
name = "Deliver"
owner = "driver"
[[tools]]
id = "phone"
name = "Phone"
category = "other"
[[tools]]
id = "inbox"
name = "Shared inbox"
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
hours_per_week = 20
"""
)


def labels(found: Choices) -> list[str]:
    return [choice.label for choice in found.options]


def test_words_come_with_their_meanings() -> None:
    found = choices(PLAN, "review.cadence")

    assert [(choice.value, choice.hint) for choice in found.options] == [
        ("weekly", "every week"),
        ("bi-weekly", "every second week"),
    ]
    assert not found.is_many
    assert not found.can_be_own_word


def test_a_category_may_be_a_word_of_ones_own() -> None:
    assert choices(PLAN, "tools.phone.category").can_be_own_word


def test_roles_come_by_name_with_who_holds_them_and_then_the_starters() -> None:
    found = choices(PLAN, "processes.deliver.owner")

    assert [(choice.value, choice.label, choice.hint) for choice in found.options[:3]] == [
        ("driver", "Driver", "Ben"),
        ("cook", "Cook", "held by nobody yet"),
        ("Customer support lead", "Customer support lead", "new"),
    ]
    assert found.can_create
    assert "Billing manager" in labels(found)


@pytest.mark.parametrize(
    ("place", "label", "hint"),
    [
        ("touchpoints.rings.processes", "Deliver", "owner: Driver"),
        ("processes.deliver.tools", "Phone", "other"),
        ("roles.cook.held_by", "Ben", "20 h a week"),
        ("touchpoints.rings.promises", "Every bag is back within 24 hours", "core promise"),
    ],
)
def test_a_hint_tells_items_apart(place: str, label: str, hint: str) -> None:
    assert next(choice.hint for choice in choices(PLAN, place).options if choice.label == label) == hint


def test_what_is_there_is_not_offered_again() -> None:
    found = labels(choices(PLAN, "processes.deliver.tools"))

    assert found.count("Shared inbox") == 1
    assert "Payment page" in found


def test_a_tool_does_not_work_with_itself() -> None:
    assert "Phone" not in labels(choices(PLAN, "tools.phone.integrates_with"))


def test_none_is_offered_where_it_is_a_decision() -> None:
    assert choices(PLAN, "processes.deliver.tools").none == "It needs no tool"
    assert choices(PLAN, "touchpoints.rings.processes").none == ""


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("stages", ["Hears of us", "Decides to try it", "Gets started", "Pays", "Signs up for the free trial"]),
        ("processes", ["Onboard a new customer", "Answer a support question", "Send an invoice and see it paid"]),
        ("tools", ["Customer spreadsheet", "Payment page", "Shared inbox"]),
        ("roles", ["Customer support lead", "Billing manager"]),
        ("kpis", ["Time to onboard", "Support satisfaction", "Order accuracy", "Support response time"]),
    ],
)
def test_a_list_starts_with_what_most_ventures_need(place: str, wanted: list[str]) -> None:
    found = choices(EMPTY, place)

    assert set(wanted) <= set(labels(found))
    assert found.is_many


def test_the_moment_is_chosen_among_touchpoints_that_carry_none() -> None:
    found = choices(PLAN, "journey.value")

    assert [(choice.value, choice.hint) for choice in found.options] == [("opens", "Gets it")]
    assert [choice.value for choice in choices(PLAN, "journey.first-contact").options] == ["rings", "opens"]


@pytest.mark.parametrize(("moment", "is_offered"), [("truth", True), ("nonsense", True), ("first contact", False)])
def test_a_moment_of_truth_gives_way_to_the_value(moment: str, is_offered: bool) -> None:
    plan = apply(PLAN, SetField("touchpoints.opens.moment", moment))

    assert ("opens" in [choice.value for choice in choices(plan, "journey.value").options]) == is_offered


def test_a_promise_with_a_time_in_it_says_how_to_count_it() -> None:
    assert labels(choices(PLAN, "promises.on-time.measure")) == [
        "share kept within 24 hours: at least 95 %",
        "the longest that a customer waited: at most 24 hours",
    ]


def test_a_question_and_its_place_offer_the_same() -> None:
    place = "processes.deliver.owner"

    assert choices(PLAN, question_for(PLAN, place)) == choices(PLAN, place)
    with pytest.raises(PlanError):
        choices(PLAN, "processes.deliver.colour")


def test_every_kind_of_question_says_what_may_be_answered() -> None:
    typed = (Kind.LINE, Kind.PROSE, Kind.NUMBER, Kind.DATE, Kind.TIME)
    for question in all_questions():
        if question.place.count("*") == 0 and question.spec is not None:
            found = choices(PLAN, question.place)
            assert found.can_be_own_word == (question.spec.kind in (*typed, Kind.ITEMS)), question.id


@settings(max_examples=20)
@given(plan=plans())
def test_whatever_is_offered_is_taken(plan: Plan) -> None:
    index = index_of(plan)
    for slot in forward(index):
        asked = question_for(plan, slot.place)
        found = choices(index, asked)
        for choice in found.options:
            after = answered(plan, asked, (choice.value,) if found.is_many else choice.value)
            assert isinstance(after, Plan)
