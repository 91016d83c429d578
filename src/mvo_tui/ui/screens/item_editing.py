"""What is done to the item that one looks at: deleted, copied, moved, a field of it blanked."""

from collections.abc import Callable

from mvo_tui.plan.copying import duplicate
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.item_edits import move, remove_with_links, set_field
from mvo_tui.plan.making import make_process_for
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import field_at, field_place, item_at, item_of, split_field, type_at
from mvo_tui.ui.screens.field_editing import added_place
from mvo_tui.ui.screens.plan_view import PlanView


class ItemEditing(PlanView, is_part=True):
    """A view whose items can be changed one by one."""

    _named = ""
    """The copy whose name was opened last."""

    def action_delete(self) -> None:
        target = self.target
        if type_at(target) is None or item_at(self._session.plan, target) is None:
            self.action_blank()
        elif target in ("venture", "review", "journey"):
            self.status_line.show_text("This part of the plan is always there; its fields can be blanked one by one.")
        else:
            self.do(remove_with_links(self._session.plan, target))

    def action_blank(self) -> None:
        place = self.target
        field = field_at(place)
        if field is None or field.kind is Kind.ITEMS:
            self.says_no_field()
        else:
            self.do(set_field(self._session.plan, place, None))

    def action_duplicate(self) -> None:
        """Copy the item and open the name of the copy, since that is what has to be another one."""
        self._change_item(duplicate, self._open_name)

    def _open_name(self, place: str) -> None:
        table = type_at(place)
        if table is None or place.count(".") > 1:  # a step is opened by hand: more of them may be copied
            return
        self._named = place
        self.go_to(field_place(place, naming_field(table)), is_editing=True)
        if self.is_asking:
            self._editor().select_all()

    def close_name_of_copy(self, plan: Plan) -> None:
        """Close the name of a copy that was taken back, unless something was typed there."""
        is_open = self._named and self.is_asking and not self._editor().typed
        if is_open and item_at(plan, self._named) is None:
            self._named = ""
            self._close_question()

    def action_make_process(self) -> None:
        """Make the touchpoint's process and go on with its steps."""
        self._change_item(lambda plan, place: make_process_for(plan, item_of(place)), self._open_steps)

    def _open_steps(self, place: str) -> None:
        self.go_to(field_place(place, "steps"), is_editing=True)

    def action_replace(self) -> None:
        """Put another tool, role or person in the place of this one, everywhere."""
        from mvo_tui.ui.screens.replacing import replace

        replace(self, item_of(self.target))

    def action_move_up(self) -> None:
        self._change_item(lambda plan, place: move(plan, place, -1))

    def action_move_down(self) -> None:
        self._change_item(lambda plan, place: move(plan, place, 1))

    def _change_item(self, change: Callable[[Plan, str], Edit], then: Callable[[str], None] | None = None) -> None:
        """Change the item that the cursor stands on, also by a field of it, and stay; go on with what was made."""
        target = self.target
        field = field_at(target)
        is_of_item = field is not None and field.kind is not Kind.ITEMS
        item = split_field(target)[0] if is_of_item else target
        edit = self.change(lambda plan: change(plan, item), target)
        made = added_place(edit) if edit is not None else ""
        if made:
            self.go_to(made)
        if made and then is not None:
            then(made)
