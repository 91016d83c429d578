"""Traces and breakages in words and as JSON, of any plan: nothing falls, no line is too wide, the words add up."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.exports.stand_in_text import duration
from mvo_tui.exports.text.page import WIDTH
from mvo_tui.exports.text.wrapping import columns
from mvo_tui.exports.trace_text import trace_text
from mvo_tui.exports.traces_json import questions_document, trace_document, without_document
from mvo_tui.exports.without_text import questions_text, without_text
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.plan.names import called, counted, some_of
from mvo_tui.plan.places import all_items, item_place, items_of
from mvo_tui.tracing.away import CAN_BE_AWAY
from mvo_tui.tracing.breaks import without
from mvo_tui.tracing.consequences import headline
from mvo_tui.tracing.link import Traced, traced_at
from mvo_tui.tracing.trace import paths_to_promises
from tests.plans import plans, sample_plans
from tests.tracing.bakery import INDEX, PLAN


def assert_it_reads_well(text: str) -> None:
    assert text.endswith("\n")
    assert max(map(columns, text.splitlines())) <= WIDTH
    assert "  :" not in text
    assert ": \n" not in text


@given(plans() | sample_plans)
@settings(max_examples=30, deadline=None)
def test_every_item_of_every_plan_can_be_traced(plan: Plan) -> None:
    index = PlanIndex(plan)
    everything: list[Traced] = [plan.venture, *(item for _place, item in all_items(plan)), *index.steps]
    for item in everything:
        assert_it_reads_well(trace_text(item, index))
        document = json.loads(json.dumps(trace_document(item, index, "x.mvo.toml")))
        assert document["paths"] == paths_to_promises(item, index) >= len(document["promises"])


@given(st.data(), plans() | sample_plans)
@settings(max_examples=60, deadline=None)
def test_whatever_is_away_is_told_in_words_and_numbers_that_agree(data: st.DataObject, plan: Plan) -> None:
    index = PlanIndex(plan)
    every = [item_place(name, item.id) for name in CAN_BE_AWAY for item in items_of(plan, name)]
    away = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=4, unique=True)) if every else []
    items = [item for place in away if (item := traced_at(plan, place)) is not None]
    if items:
        text = without_text(items, index)
        assert_it_reads_well(text)
        document = json.loads(json.dumps(without_document(items, index, "x.mvo.toml")))
        marks = re.findall(r"^  (o |! |!!) ", text, re.MULTILINE)
        told = ("promises", "touchpoints", "processes", "features", "roles", "unanswered")
        assert len(marks) == sum(len(document[key]) for key in told)
        assert ("Nothing depends on" in text) is not document["depended_on"]


@given(plans() | sample_plans)
@settings(max_examples=20, deadline=None)
def test_the_ready_questions_are_answered_for_any_plan(plan: Plan) -> None:
    index = PlanIndex(plan)
    assert_it_reads_well(questions_text(index))
    document = json.loads(json.dumps(questions_document(index, "x.mvo.toml")))
    assert len(document["questions"]) == sum(len(items_of(plan, name)) for name in CAN_BE_AWAY)


def test_an_empty_plan_has_a_trace_too() -> None:
    index = PlanIndex(EMPTY)
    assert "[!] promises nothing yet" in trace_text(EMPTY.venture, index)
    assert questions_text(index).count("There are none in this plan yet.") == 2


@pytest.mark.parametrize(
    ("away", "told"),
    [
        (("people.ida",), "2 promises fall; 2 processes stand still, 1 is carried by its backup"),
        (("people.ben",), "1 promise falls; 1 process stands still, 1 goes on without an owner"),
        (("processes.print",), "1 promise is at risk"),
        (("roles.desk",), "no promise falls; 1 process is carried by its backup"),
        (("roles.spare", "people.uma"), "nothing depends on it"),
    ],
)
def test_all_of_it_in_a_line(away: tuple[str, ...], told: str) -> None:
    assert headline(without(away, INDEX)) == told


def test_every_reason_of_a_process_that_stands_still() -> None:
    text = " ".join(without_text(list(PLAN.people), INDEX).split())
    for sentence in (
        "Bake stands still: Ida does both steps, and its backup, Rider (Ben), is away too",
        "Ride the round stands still: Ida does 1 of 2 steps, Ben does 1 of 2 steps, and no backup is named",
        "Answer stands still: Ida does all of it (it has no steps yet), and is its backup too",
        "Print flyers goes on without an owner: Ben owns it, and no backup is named",
        "Uma: no step to stand in for",
    ):
        assert sentence in text


def test_names_numbers_and_times_are_told_as_people_tell_them() -> None:
    assert some_of(map(called, PLAN.people)) == "Ida, Ben and Uma"
    assert some_of(map(called, PLAN.processes)) == "Bake, Ride the round and 3 more"
    assert some_of(map(called, PLAN.people[:1])) == "Ida"
    assert some_of(()) == ""
    assert [counted(1, "process"), counted(2, "process"), counted(0, "step")] == ["1 process", "2 processes", "0 steps"]
    assert [duration(minutes) for minutes in (0, 0.4, 35, 60, 250)] == ["0 min", "0 min", "35 min", "1 h", "4 h 10 min"]
