"""Undo and redo by keeping the plans themselves: they share all that did not change, so a step costs next to nothing.

Edits of the same place in quick succession are one step, so that undo takes back an answer and not its last touch.
Structural edits (add, delete, move) always make a step of their own.
"""

from typing import NamedTuple

from mvo_tui.plan.edits import Edit, SetField
from mvo_tui.plan.model import Plan

MOST_STEPS = 200
SAME_BREATH = 2.0
"""Seconds within which two edits of one place are one step."""


class Step(NamedTuple):
    """One step back or forward: the plan to return to, what the founder did, and where."""

    plan: Plan
    label: str
    place: str


class History(NamedTuple):
    """Steps to undo (`past`, newest last) and to redo (`future`, next last).

    `touched` is the place of the last edit if it may still grow, `at` when it was made (seconds of any clock).
    """

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    touched: str = ""
    at: float = 0.0

    def record(self, before: Plan, edit: Edit, place: str, now: float) -> "History":
        """The history after `edit` has led away from the plan `before`."""
        touched = edit.place if isinstance(edit, SetField) else ""
        if touched and touched == self.touched and now - self.at <= SAME_BREATH and self.past:
            return self._replace(future=(), at=now)
        past = (*self.past, Step(before, edit.label, place))[-MOST_STEPS:]
        return History(past=past, touched=touched, at=now)

    def undone(self, here: Plan) -> tuple[Step, "History"] | None:
        """The step to return to from `here` and the history after it, or None at the beginning."""
        if not self.past:
            return None
        step = self.past[-1]
        return step, History(self.past[:-1], (*self.future, step._replace(plan=here)))

    def redone(self, here: Plan) -> tuple[Step, "History"] | None:
        """The step to go forward to from `here` and the history after it, or None at the end."""
        if not self.future:
            return None
        step = self.future[-1]
        return step, History((*self.past, step._replace(plan=here)), self.future[:-1])
