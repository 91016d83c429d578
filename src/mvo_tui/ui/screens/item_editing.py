"""What is done to the item that one looks at: deleted, copied, moved, a field of it blanked."""

from collections.abc import Callable

from mvo_tui.plan.edits import Edit, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import duplicate, move, remove_with_links
from mvo_tui.plan.places import field_at, item_at, type_at
from mvo_tui.ui.screens.field_editing import added_place
from mvo_tui.ui.screens.plan_view import PlanView


class ItemEditing(PlanView):
    """A view whose items can be changed one by one."""

    def action_delete(self) -> None:
        target = self.target
        if type_at(target) is None or item_at(self._session.plan, target) is None:
            self.action_blank()
        elif target in ("venture", "review", "journey"):
            self.status_line.show_text("This part of the plan is always there; its fields can be blanked one by one.")
        else:
            edit = remove_with_links(self._session.plan, target)
            if self.holder.edit(edit):
                self.status_line.show_text(f"{edit.label}: done. Ctrl+Z takes it back.")

    def action_blank(self) -> None:
        place = self.target
        field = field_at(place)
        if field is not None:
            self.holder.edit(SetField(place, None, label=f"Blank {field.title.lower()}"))

    def action_duplicate(self) -> None:
        self._change_item(lambda place: duplicate(self._session.plan, place))

    def action_move_up(self) -> None:
        self._change_item(lambda place: move(self._session.plan, place, -1))

    def action_move_down(self) -> None:
        self._change_item(lambda place: move(self._session.plan, place, 1))

    def _change_item(self, change: Callable[[str], Edit]) -> None:
        """Duplicate or move what the cursor stands on and stay with it."""
        target = self.target
        try:
            edit = change(target)
        except PlanError as error:
            self.status_line.show_text(str(error))
            return
        if self.holder.edit(edit):
            self.go_to(added_place(edit) or target)
