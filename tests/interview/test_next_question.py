"""The next question is a function of the plan: nothing is asked twice, nothing is left out, and back leads back."""

import pytest
from hypothesis import given, settings

from mvo_tui.interview.answers import edit_for
from mvo_tui.interview.next_question import (
    Asked,
    answers_so_far,
    first_of_step,
    next_question,
    previous_question,
    progress,
    question_for,
)
from mvo_tui.plan.edits import apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.plan.model import EMPTY, Person, Plan
from mvo_tui.readiness.report import evaluate
from tests.interview.answering import answered, fitting_answer, to_the_end
from tests.plans import SAMPLES, plan_from_toml, plans, sample

TWO_STAGES = plan_from_toml(
    """
[[stages]]
name = "Decides"
function = "sales"
[[stages.touchpoints]]
name = "Reads the page"
[[stages]]
name = "Gets the box"
function = "delivery"
[[stages.touchpoints]]
name = "Courier rings"
[[stages.touchpoints]]
name = "Unpacks"
"""
)

few = settings(max_examples=15)


def all_open(plan: Plan) -> list[Asked]:
    """Every open question, found by skipping each."""
    found: list[Asked] = []
    skipped: frozenset[str] = frozenset()
    index = PlanIndex(plan)
    while (asked := next_question(index, found[-1] if found else None, skipped)) and asked.place not in skipped:
        found.append(asked)
        skipped |= {asked.place}
    return found


@pytest.mark.parametrize(
    ("position", "ordinal"), [(2, "second"), (7, "seventh"), (12, "twelfth"), (13, "13th"), (21, "21st"), (22, "22nd")]
)
def test_items_are_numbered_in_one_way(position: int, ordinal: str) -> None:
    plan = Plan(people=tuple(Person(id=f"p{number}", name=f"P {number}") for number in range(1, 24)))
    asked = question_for(plan, f"people.p{position}.hours_per_week")
    assert asked.context == f"You have 23 people; this is the {ordinal}."


def test_a_blank_plan_starts_with_the_first_question_of_the_first_step() -> None:
    first = next_question(EMPTY)

    assert first is not None
    assert (first.place, first.step, first.context) == ("venture.name", 1, "")
    assert previous_question(EMPTY, first) is None


def test_the_item_is_named_and_one_sees_where_one_is() -> None:
    asked = question_for(TWO_STAGES, "touchpoints.unpacks.channel")

    assert asked.ask == 'Where does "Unpacks" happen?'
    assert asked.context == 'You have two touchpoints in "Gets the box"; this is the second.'


def test_all_questions_of_an_item_come_together() -> None:
    places = [asked.place for asked in all_open(TWO_STAGES) if asked.place.startswith("touchpoints.")]

    assert places[:6] == [
        "touchpoints.reads-the-page.channel",
        "touchpoints.reads-the-page.promises",
        "touchpoints.reads-the-page.times",
        "touchpoints.courier-rings.channel",
        "touchpoints.courier-rings.promises",
        "touchpoints.courier-rings.times",
    ]


def test_what_people_typed_is_never_read_as_a_slot() -> None:
    plan = plan_from_toml('[[roles]]\nid = "r"\nname = "{name} of {stage} {x}"\n')

    assert question_for(plan, "roles.r.held_by").ask == 'Who wears the hat "{name} of {stage} {x}"?'


def test_a_function_that_no_stage_covers_is_asked_about() -> None:
    places = {asked.place for asked in all_open(TWO_STAGES)}

    assert "journey.not_applicable.billing" in places
    assert "journey.not_applicable.delivery" not in places
    assert "journey.not_applicable.billing" not in {asked.place for asked in all_open(EMPTY)}


def test_skipped_questions_come_again_when_nothing_else_is_open() -> None:
    plan = apply(EMPTY, edit_for(EMPTY, "venture.name", "Sunday Box"))
    everything = frozenset(asked.place for asked in all_open(plan))

    again = next_question(plan, skipped=everything)

    assert again is not None
    assert again.place == "venture.product"


def test_going_on_wraps_round_to_what_was_passed_by() -> None:
    last = first_of_step(EMPTY, 6)
    open_ones = all_open(EMPTY)

    behind = next_question(EMPTY, open_ones[-1])

    assert last.step == 6
    assert behind == open_ones[0]


def test_going_on_from_a_deleted_item_stays_in_its_neighbourhood() -> None:
    after = question_for(TWO_STAGES, "touchpoints.courier-rings.channel")
    plan = apply(TWO_STAGES, remove_with_links(TWO_STAGES, "touchpoints.courier-rings"))

    asked = next_question(plan, after)

    assert asked is not None
    assert asked.place == "touchpoints.reads-the-page.channel"


def test_going_on_from_a_question_of_the_form_stays_at_its_item() -> None:
    after = question_for(TWO_STAGES, "touchpoints.courier-rings.frontstage")

    asked = next_question(TWO_STAGES, after)

    assert asked is not None
    assert asked.place == "touchpoints.courier-rings.promises"


def test_an_item_stands_for_its_first_open_question() -> None:
    assert question_for(TWO_STAGES, "touchpoints.unpacks").place == "touchpoints.unpacks.channel"
    assert question_for(TWO_STAGES, "review").place == "review.cadence"
    assert question_for(sample("sunday-box"), "venture").place == "venture.name"


@pytest.mark.parametrize("place", ["nonsense", "touchpoints.nobody.channel", "processes.x.steps.3.action", "kpis.x"])
def test_a_place_that_is_not_there_is_a_sentence(place: str) -> None:
    with pytest.raises(PlanError, match="no "):
        question_for(TWO_STAGES, place)


@pytest.mark.parametrize(
    ("step", "place"),
    [(1, "venture.name"), (2, "stages"), (3, "processes"), (4, "venture.tool_budget_per_month"), (5, "people")],
)
def test_every_step_can_be_jumped_to_in_a_blank_plan(step: int, place: str) -> None:
    assert first_of_step(EMPTY, step).place == place


@few
@given(plan=plans())
def test_every_step_can_be_jumped_to(plan: Plan) -> None:
    assert [first_of_step(plan, step).step for step in range(1, 7)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("step", [0, 7])
def test_there_are_six_steps(step: int) -> None:
    with pytest.raises(PlanError, match="1 to 6"):
        first_of_step(EMPTY, step)


def test_a_plan_without_gaps_has_all_its_answers() -> None:
    plan = sample("sunday-box")

    answers = {said.place: said.answer for said in answers_so_far(plan)}

    assert answers["venture.core-promise"] == "Your box is at your door by 18:00 on Sunday"
    assert answers["touchpoints.first-order.processes"] == "Take a first order"
    assert answers["review.time"] == f"{plan.review.time:%H:%M}"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_leads_to_a_question(name: str) -> None:
    plan = sample(name)

    for finding in evaluate(plan).findings:
        if finding.place:
            assert question_for(plan, finding.place).ask


@few
@given(plan=plans())
def test_every_open_question_is_asked_once_and_counted(plan: Plan) -> None:
    found = all_open(plan)

    assert len({asked.place for asked in found}) == len(found) == sum(step.open for step in progress(plan))
    for step in progress(plan):
        assert step.open == sum(asked.step == step.step for asked in found)


@few
@given(plan=plans())
def test_a_question_is_the_same_from_wherever_one_comes(plan: Plan) -> None:
    for asked in all_open(plan):
        assert question_for(plan, asked.place) == asked


@few
@given(plan=plans())
def test_back_leads_through_all_questions_to_the_first(plan: Plan) -> None:
    seen = []
    asked: Asked | None = first_of_step(plan, 6)
    while asked is not None:
        seen.append(asked.place)
        asked = previous_question(plan, asked)

    assert len(seen) == len(set(seen))
    assert seen[-1] == "venture.name"


@few
@given(plan=plans())
def test_an_answer_closes_its_question(plan: Plan) -> None:
    for asked in all_open(plan):
        after = answered(plan, asked, fitting_answer(plan, asked))
        assert asked.place not in {other.place for other in all_open(after)}, asked.place


@few
@given(plan=plans())
def test_an_interview_comes_to_an_end(plan: Plan) -> None:
    done, _ = to_the_end(plan, at_most=600)

    assert all(step.open == 0 for step in progress(done))


@few
@given(plan=plans())
def test_progress_over_a_shared_index_is_the_same_as_anew(plan: Plan) -> None:
    index = PlanIndex(plan)
    progress(index)
    for asked in all_open(plan)[:6]:
        after = answered(plan, asked, fitting_answer(plan, asked))
        assert progress(PlanIndex(after, index)) == progress(after)
