"""What an answer does to the plan: an answer goes in as it was typed or chosen, an edit comes out."""

import datetime
from collections.abc import Sequence

from mvo_tui.interview.catalogue import question_at
from mvo_tui.plan.edits import Edit, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan

Answer = str | Sequence[str]
"""Typed text, a chosen value, several chosen values, or the lines of a list."""


def edit_for(plan: Plan, place: str, answer: Answer, today: datetime.date | None = None) -> Edit:
    """The edit that gives `answer` at `place`. An empty text blanks the field.

    Raises:
        PlanError: the answer can't be read; the sentence says what is expected.
    """
    question_at(place)
    return SetField(place, answer)


def create_and_link(plan: Plan, place: str, name: str) -> Edit:
    """Make the item that a link at `place` is missing, by its name, and link it there."""
    raise PlanError(f"{place} is no link.")


def add_item(plan: Plan, into: str, name: str, index: int | None = None) -> tuple[Edit, str]:
    """Put a new item into the list at `into`; also returns its place."""
    raise PlanError(f"{into} is not a list.")


def not_applicable(plan: Plan, function: str, reason: str) -> Edit:
    """Say that the venture truly lacks a function, and why."""
    raise PlanError(f"{function} is no function.")
