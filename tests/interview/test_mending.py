"""Mending what a finding is about by one question, or by an edit that is plain already."""

import datetime

import pytest
from hypothesis import given, settings

from mvo_tui.interview.mending import one_question, ready_mends
from mvo_tui.plan.edits import apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.readiness.dangling import dangling_links
from mvo_tui.readiness.report import evaluate
from tests.plans import plan_from_toml, plans, sample

TODAY = datetime.date(2026, 11, 9)
PLAN = plan_from_toml(
    """
[[promises]]
id = "warm"
statement = "Warm by seven"
[[processes]]
id = "ride"
name = "Ride"
owner = "rdier"
mode = "manul"
tools = ["bell", "bycicle"]
[[processes]]
id = "bake"
name = "Bake"
owner = ["baker", "rider"]
backup = "team"
[[tools]]
id = "bell"
name = "Bell"
[[tools]]
id = "bicycle"
name = "Bicycle"
[[roles]]
id = "rider"
name = "Rider"
[[roles]]
id = "baker"
name = "Baker"
[[parking_lot]]
id = "later"
text = "A second oven"
about = "roles.bakr"
[review]
day = "Friday"
"""
)
INDEX = PlanIndex(PLAN)


def labels(place: str, plan: Plan = PLAN) -> list[str]:
    return [mend.label for mend in ready_mends(PlanIndex(plan), place, TODAY)]


def mended(place: str, number: int = 0) -> Plan:
    return apply(PLAN, ready_mends(INDEX, place, TODAY)[number].edit)


def test_a_link_to_nothing_is_led_to_what_was_meant_made_or_taken_out() -> None:
    assert labels("processes.ride.owner") == [
        'Link to "Rider" and not to "rdier"',
        'Make a role "Rdier", which it leads to',
        'Take the link to "rdier" out',
    ]
    assert mended("processes.ride.owner").processes[0].owner == "rider"
    assert [role.id for role in mended("processes.ride.owner", 1).roles] == ["rider", "baker", "rdier"]
    assert mended("processes.ride.owner", 2).processes[0].owner is None


def test_one_of_several_links_is_mended_and_the_others_stay() -> None:
    assert mended("processes.ride.tools").processes[0].tools == ("bell", "bicycle")
    assert mended("processes.ride.tools", 2).processes[0].tools == ("bell",)


def test_of_two_owners_one_is_chosen() -> None:
    assert labels("processes.bake.owner") == ['Only "Baker"', 'Only "Rider"']
    assert mended("processes.bake.owner", 1).processes[1].owner == "rider"


def test_nobody_in_particular_is_no_role_to_be_made() -> None:
    assert labels("processes.bake.backup") == []
    assert one_question(INDEX, "processes.bake.backup") is not None


def test_a_word_that_is_not_on_its_list_is_led_to_the_nearest() -> None:
    assert mended("processes.ride.mode").processes[0].mode == "manual"
    assert mended("review.day").review.day == "fri"


def test_today_is_the_ready_answer_for_a_day() -> None:
    assert labels("processes.ride.rehearsed_on") == ["Today, 9 November 2026"]
    assert mended("processes.ride.rehearsed_on").processes[0].rehearsed_on == TODAY


def test_a_thought_is_about_what_was_meant() -> None:
    assert mended("parking_lot.later.about").parking_lot[0].about == "roles.baker"
    assert mended("parking_lot.later.about", 1).parking_lot[0].about is None


def test_that_there_are_none_is_an_answer_to_a_list_that_is_not_decided() -> None:
    assert labels("tools", EMPTY) == ["No process needs a tool"]
    assert apply(EMPTY, ready_mends(PlanIndex(EMPTY), "tools", TODAY)[0].edit).tools == ()
    assert labels("tools") == labels("processes", EMPTY) == []


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("promises", "venture.core-promise"),
        ("review", "review.cadence"),
        ("journey.value", "journey.value"),
        ("journey.billing", "journey.not_applicable.billing"),
        ("processes.ride.tools", "processes.ride.tools"),
    ],
)
def test_a_place_asks_its_one_question(place: str, field: str) -> None:
    asked = one_question(INDEX, place)
    assert asked is not None
    assert asked.place == field


@pytest.mark.parametrize("place", ["kpis", "processes.ride.steps", "processes.ride", "roles.rider", "nowhere", ""])
def test_what_takes_more_than_one_answer_has_none(place: str) -> None:
    assert one_question(INDEX, place) is None


def test_no_promise_at_all_is_not_a_question_of_which_is_the_core() -> None:
    assert one_question(PlanIndex(EMPTY), "promises") is None


def test_most_findings_of_a_messy_plan_are_mended_where_one_stands() -> None:
    report = evaluate(sample("messy-draft"))
    mendable = [finding for finding in report.findings if one_question(report.index, finding.place)]
    assert len(mendable) > 0.7 * len(report.findings)


@settings(max_examples=40)
@given(plan=plans())
def test_every_ready_mend_of_every_finding_changes_the_plan_and_leaves_no_new_link_to_nothing(plan: Plan) -> None:
    report = evaluate(plan)
    before = {(link.place, link.id) for link in dangling_links(report.index)}
    for finding in report.findings:
        one_question(report.index, finding.place)
        for mend in ready_mends(report.index, finding.place, TODAY):
            after = apply(plan, mend.edit)
            assert after != plan
            assert {(link.place, link.id) for link in dangling_links(PlanIndex(after))} <= before


@settings(max_examples=20)
@given(plan=plans())
def test_hostile_places_ask_nothing(plan: Plan) -> None:
    index = PlanIndex(plan)
    for place in (
        "processes.",
        ".",
        "processes..owner",
        "[b].x",
        "processes.nowhere.rehearsed_on",
        "touchpoints",
        "journey",
    ):
        assert ready_mends(index, place, TODAY) == ()
        one_question(index, place)
