"""The session: plan, report, history and focus as one frozen value. Every change makes the next session."""

from typing import NamedTuple

from mvo_tui.plan.edits import Edit, apply
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.session.history import History, Step


class Session(NamedTuple):
    """A plan being worked on.

    Attributes:
        saved: the plan as the file has it; `is_saved` is whether that is this plan.
        focus: the place that the founder looks at, "" for none.
    """

    plan: Plan
    report: Report
    saved: Plan
    history: History = History()
    focus: str = ""

    @classmethod
    def start(cls, plan: Plan, focus: str = "") -> "Session":
        """A session on a plan that was just read from its file, or on an empty one."""
        return cls(plan=plan, report=evaluate(plan), saved=plan, focus=focus)

    @property
    def is_saved(self) -> bool:
        return self.plan is self.saved

    def apply(self, edit: Edit, now: float) -> "Session":
        """The session after `edit`; the same object where the edit changes nothing. `now`: seconds of any clock.

        Raises:
            PlanError: the edit does not fit the plan; nothing has changed.
        """
        plan = apply(self.plan, edit)
        if plan is self.plan:
            return self
        history = self.history.record(self.plan, edit, self.focus, now)
        return self._replace(plan=plan, report=evaluate(plan, self.report), history=history)

    def undo(self) -> "tuple[Session, Step] | None":
        """The session one step back and the step that was taken back, or None where there is none."""
        return self._step(self.history.undone(self.plan))

    def redo(self) -> "tuple[Session, Step] | None":
        """The session one step forward and the step that was done again, or None where there is none."""
        return self._step(self.history.redone(self.plan))

    def _step(self, found: tuple[Step, History] | None) -> "tuple[Session, Step] | None":
        if found is None:
            return None
        step, history = found
        report = evaluate(step.plan, self.report)
        return self._replace(plan=step.plan, report=report, history=history, focus=step.place or self.focus), step

    def looking_at(self, place: str) -> "Session":
        return self._replace(focus=place)

    def replaced(self, plan: Plan) -> "Session":
        """The session on another plan altogether, as one step that can be undone."""
        step = Step(self.plan, "Take the plan from the disk", self.focus)
        history = History(past=(*self.history.past, step))
        return self._replace(plan=plan, saved=plan, report=evaluate(plan), history=history)

    def with_saved(self, plan: Plan) -> "Session":
        """The session after `plan` has been written to the file; it may have moved on meanwhile."""
        return self._replace(saved=plan)
