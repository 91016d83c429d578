"""A founder for tests: says something fitting to any question."""

import datetime

from mvo_tui.interview.answers import Answer, edit_for
from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import Asked, next_question
from mvo_tui.plan.edits import apply
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.model import Plan

TODAY = datetime.date(2026, 11, 9)

_BY_KIND: dict[Kind, str] = {
    Kind.LINE: "Ring the bell twice",
    Kind.PROSE: "Ring the bell twice",
    Kind.NUMBER: "4",
    Kind.DATE: "2 Nov 2026",
    Kind.TIME: "9:30",
    Kind.YES_NO: "yes",
}


def fitting_answer(plan: Plan, asked: Asked) -> Answer:
    """The first choice where there is one, else a text of the right kind."""
    offered = choices(plan, asked)
    if offered.options:
        return (offered.options[0].value,) if offered.is_many else offered.options[0].value
    if offered.none:
        return ()
    if asked.question.spec is None:
        return ("Ring the bell twice",)
    if asked.question.spec.kind is Kind.ITEMS:
        return ("4",) if asked.question.field == "readings" else ("Ring the bell twice", "Open the door")
    if asked.question.spec.kind in (Kind.LINK, Kind.LINKS):
        return ("Somebody new",) if offered.is_many else "Somebody new"
    return _BY_KIND[asked.question.spec.kind]


def answered(plan: Plan, asked: Asked, answer: Answer) -> Plan:
    return apply(plan, edit_for(plan, asked.place, answer, TODAY))


def to_the_end(plan: Plan, at_most: int) -> tuple[Plan, list[Asked]]:
    """The plan after every open question was answered, and the questions in the order in which they came."""
    asked: list[Asked] = []
    while (question := next_question(plan, asked[-1] if asked else None)) is not None:
        assert len(asked) < at_most, f"still asking {question.place}"
        plan = answered(plan, question, fitting_answer(plan, question))
        asked.append(question)
    return plan, asked
