"""A field in the founder's own editor: the text that it is given, and what becomes of the text that comes back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.places import field_at, type_at
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.doing import Doing
from mvo_tui.ui.screens.plan_screen import NOT_CHANGED
from mvo_tui.ui.widgets.requests import EditorRequested

if TYPE_CHECKING:
    from mvo_tui.plan.model import Plan

_NO_FIELD = "Go to a field first: {key} opens one field, or one list, in your own editor."
_CHOSEN = (Kind.WORD, Kind.WORDS, Kind.LINK, Kind.LINKS)  # what is typed there looks for a choice


def editor_for(plan: "Plan", place: str, typed: str, take: Callable[[str, str], None]) -> EditorRequested:
    """The request to edit what is said at `place`, with what is `typed` there and not entered.

    `take` is called with the place and the text that comes back.

    Raises:
        PlanError: there is no text to edit.
    """
    from mvo_tui.interview.edited_text import text_to_edit

    if type_at(place) is not None:
        raise PlanError(_NO_FIELD.format(key=spoken_key_of("editor")))
    text, spec = text_to_edit(plan, place), field_at(place)
    if spec is None or spec.kind is Kind.ITEMS:
        text = "\n".join(filter(None, (text, typed)))
    elif spec.kind not in _CHOSEN:
        text = typed or text
    return EditorRequested(text, place, partial(take, place))


class OwnEditor(Doing, is_part=True):
    """A view whose fields may be edited in the founder's own editor."""

    def action_editor(self) -> None:
        """Lend the field that is open, or that one stands on, to the editor."""
        if self.says_read_only():
            return
        asked = self._editor().asked if self.is_asking else None
        place, typed = (asked.place, self._editor().typed) if asked else (self.target, "")
        try:
            self.post_message(editor_for(self._session.plan, place, typed, self._take_edited))
        except PlanError as error:
            self.status_line.show_text(str(error))

    def _take_edited(self, place: str, text: str) -> None:
        """Take the text as the answer. Where it can't be one it stands in the field, with the reason."""
        from mvo_tui.interview.edited_text import edit_of_text

        self.holder.keep_draft(place, text)
        try:
            edit = edit_of_text(self._session.plan, place, text, self.holder.today())
            self.leave_field()
            if not self.do(edit):
                raise PlanError(NOT_CHANGED)
        except PlanError as error:
            self._open_question(place, text)
            self.call_after_refresh(self._editor().refuse, str(error))
            return
        self.holder.keep_draft(place, "")
