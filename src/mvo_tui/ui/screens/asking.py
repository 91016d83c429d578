"""From a place to its question, and from an answer to its edit: what the workbench needs of the interview.

A module of its own because it is imported when a field is first opened: most starts are for a look.
"""

from datetime import date

from mvo_tui.interview.answers import Answer, create_and_link, edit_for
from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import question_for
from mvo_tui.plan.edits import Batch, Edit, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.ui.widgets.asked_values import value_of
from mvo_tui.ui.widgets.question_panel import QuestionPanel


def ask_at(panel: QuestionPanel, index: PlanIndex, place: str, draft: str = "") -> None:
    """Ask the question for the field or list at `place`; `draft` was typed there before and not entered.

    Raises:
        PlanError: there is no question for it.
    """
    asked = question_for(index, place)
    panel.ask(asked, choices(index, asked), value_of(index, asked), draft)


def renew_at(panel: QuestionPanel, index: PlanIndex, place: str) -> None:
    """Show what the plan says at `place` now; the question stays."""
    asked = question_for(index, place)
    panel.renew(value_of(index, asked), choices(index, asked), asked)


def edit_for_answer(plan: Plan, place: str, answer: Answer, today: date) -> Edit:
    """The edit that an answer is.

    Raises:
        PlanError: it can't be understood; the sentence says what is expected.
    """
    return edit_for(plan, place, answer, today)


def edit_for_new(plan: Plan, place: str, names: tuple[str, ...]) -> Edit:
    """New items of these names, linked from `place`, as one edit."""
    edits = []
    for name in names:
        edits.append(create_and_link(plan, place, name))
        plan = apply(plan, edits[-1])
    return edits[0] if len(edits) == 1 else Batch(tuple(edits), label="Add what was missing")
