"""Changing the plan from a view, and saying in the line below it what came of that."""

from mvo_tui.plan.edits import Edit
from mvo_tui.ui.screens.visiting import Visiting
from mvo_tui.ui.widgets.outcome import outcome_of


class Doing(Visiting):
    """A view that tells of each edit what it brought."""

    def do(self, edit: Edit, go_to: str = "") -> bool:
        """Apply `edit`, look at `go_to` if it is given, and say what came of it. False where it was refused."""
        before = self.report
        if not self.holder.edit(edit):
            return False
        if go_to:
            self.go_to(go_to)
        if self._session.plan is before.plan:
            self.status_line.show_text("That is how it is already.")
        else:
            self.status_line.show_text(outcome_of(edit.label, before, self.report))
        return True
