"""Doing the last change again, for the item that one stands on."""

from mvo_tui.plan.edits import MoveItem
from mvo_tui.plan.errors import PlanError
from mvo_tui.ui.screens.doing import Doing


class Repeating(Doing, is_part=True):
    """A view in which the last change can be made once more."""

    def action_repeat(self) -> None:
        """The same answer, the same step, the same move; after a new item the question for one more of its kind."""
        from mvo_tui.plan.repeating import kind_added, repeated

        change, target = self.holder.last_change, self.target
        if change is None:
            self.status_line.show_text("Nothing was changed yet that could be done again.")
        elif collection := kind_added(change):
            self._open_question(collection)
        else:
            try:
                edit = repeated(change, self._session.plan, target)
            except PlanError as error:
                self.status_line.show_text(str(error))
            else:
                self.do(edit, target if isinstance(edit, MoveItem) else "")
