"""Changing the plan from a view, and saying in the line below it what came of that."""

from collections.abc import Callable

from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.ui.screens.visiting import Visiting
from mvo_tui.ui.widgets.outcome import outcome_of


class Doing(Visiting, is_part=True):
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

    def change(self, make: Callable[[Plan], Edit], go_to: str = "") -> Edit | None:
        """`do` the edit that `make` makes of the plan of now, and return it; None where it can't be, which is said."""
        try:
            edit = make(self._session.plan)
        except PlanError as error:
            self.status_line.show_text(str(error))
            return None
        return edit if self.do(edit, go_to) else None
