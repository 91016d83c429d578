"""From a blank plan to the level Owned in less than 45 minutes: the questions are counted on a believable business.

The seconds are stated, not measured: 8 for a choice or a number, 25 for a short line, 60 for a list. What they come to
stands in docs/interview.md, and this test holds the two together.
"""

from pathlib import Path
from typing import NamedTuple

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import Asked, next_question
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.readiness.level import Level, level
from mvo_tui.readiness.report import evaluate
from tests.interview.answering import answered
from tests.interview.bicycle_workshop import SKIP, answer_to

SECONDS = {"choice": 8, "number": 8, "line": 25, "list": 60}
DOCS = Path(__file__).parents[2] / "docs" / "interview.md"


class Turn(NamedTuple):
    """One question with the kind of work that its answer was, and the level of the plan afterwards."""

    place: str
    step: int
    kind: str
    level: Level


def kind_of_work(plan: Plan, asked: Asked, answer: Answer) -> str:
    offered = choices(plan, asked)
    ready = {text.casefold() for choice in offered.options for text in (choice.value, choice.label)}
    chosen = {text.casefold() for text in ([answer] if isinstance(answer, str) else answer)}
    spec = asked.question.spec
    if spec is not None and spec.kind is Kind.ITEMS and asked.question.field != "readings":
        return "list"
    if spec is not None and spec.kind in (Kind.NUMBER, Kind.TIME, Kind.DATE, Kind.ITEMS):
        return "choice" if chosen <= ready else "number"
    return "choice" if chosen <= ready else "line"


def the_interview() -> tuple[Plan, list[Turn]]:
    plan, turns, skipped = EMPTY, list[Turn](), frozenset[str]()
    asked = next_question(plan)
    while asked is not None and asked.place not in skipped:
        answer = answer_to(plan, asked)
        if answer == SKIP:
            skipped |= {asked.place}
            turns.append(Turn(asked.place, asked.step, "choice", level(PlanIndex(plan))))
        else:
            kind = kind_of_work(plan, asked, answer)
            plan = answered(plan, asked, answer)
            turns.append(Turn(asked.place, asked.step, kind, level(PlanIndex(plan))))
        asked = next_question(plan, asked, skipped)
    return plan, turns


def minutes(turns: list[Turn]) -> float:
    return sum(SECONDS[turn.kind] for turn in turns) / 60


def up_to(turns: list[Turn], wanted: Level) -> list[Turn]:
    """The turns until the plan reached the level for good."""
    first = next(n for n in range(len(turns)) if all(turn.level is wanted for turn in turns[n : n + 8]))
    return turns[: first + 1]


def test_a_founder_who_knows_the_business_reaches_owned_in_less_than_45_minutes() -> None:
    plan, turns = the_interview()
    to_owned = up_to(turns, Level.OWNED)

    assert len(PlanIndex(plan).touchpoints) == 7
    assert (len(plan.processes), len(plan.people)) == (6, 3)
    assert minutes(to_owned) < 45
    assert minutes(turns) < 45  # and the rest still fits in
    assert evaluate(plan).level is Level.MEASURED
    assert evaluate(plan).score > 90


def test_no_question_comes_twice() -> None:
    _, turns = the_interview()
    places = [turn.place for turn in turns]

    assert len(places) == len(set(places))


def test_the_docs_count_the_same_questions() -> None:
    _, turns = the_interview()
    text = DOCS.read_text("utf-8")
    to_owned = up_to(turns, Level.OWNED)

    assert f"**{len(to_owned)} questions, {minutes(to_owned):.0f} minutes**" in text
    assert f"**{len(turns)} questions, {minutes(turns):.0f} minutes**" in text
    for step in range(1, 7):
        own = [turn for turn in turns if turn.step == step]
        counts = [sum(turn.kind == kind for turn in own) for kind in SECONDS]
        cells = (*counts, len(own), f"{minutes(own):.1f}")
        row = f"| {step} {all_steps()[step - 1].title} | {' | '.join(map(str, cells))} |"
        assert row in text, row
