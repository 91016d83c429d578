"""Editing a field below what shows it: the editor opens, takes the answer, and closes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mvo_tui.plan.edits import AddItem, Batch, Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Item
from mvo_tui.plan.places import field_at, item_place
from mvo_tui.session.session import Session
from mvo_tui.ui.screens.plan_screen import NOT_CHANGED, PlanHolder, PlanScreen
from mvo_tui.ui.widgets.requests import DraftChanged
from mvo_tui.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from mvo_tui.ui.widgets.question_panel import QuestionPanel

READ_ONLY = "Open for reading only: nothing can be changed here."


class FieldEditing(PlanScreen, is_part=True):
    """A screen where fields are edited in the container ``#middle``, with a line to say things in.

    It says how one goes about.
    """

    status_line: StatusLine
    _session: Session

    def __init__(self, holder: PlanHolder) -> None:
        super().__init__(holder)
        self._question: QuestionPanel | None = None

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Look at `place`: an item, a field of one, or a list."""
        raise NotImplementedError

    def take_keys_back(self) -> None:
        """Give the keys to what stands above the editor, which has just closed."""
        raise NotImplementedError

    def says_read_only(self) -> bool:
        """Whether nothing can be changed; then it says so, before a question is asked in vain."""
        if self.holder.is_read_only:
            self.status_line.show_text(READ_ONLY)
        return self.holder.is_read_only

    def say(self, sentence: str) -> bool:
        """Show what was done, in the question while a field is open; False where there is no room for it."""
        if self.is_asking:
            self._editor().tell(sentence, is_good=False)
            return True
        return self.is_mounted and self.status_line.show_whole(sentence)

    def meant(self, edit: Edit, place: str) -> Edit:
        """What `edit`, the answer at `place`, means here: a view may know where in a list something new belongs."""
        return edit

    def _open_question(self, place: str, draft: str = "") -> None:
        """Open the editor for the field or list at `place` with what was typed there before."""
        from mvo_tui.ui.screens.asking import ask_at

        if self.says_read_only():
            return
        panel = self._editor()
        try:
            ask_at(panel, self._session.report.index, place, draft or self.holder.draft_at(place))
        except PlanError as error:
            self.status_line.show_text(str(error))
            return
        panel.display = True
        if panel.is_mounted:
            panel.focus()
        else:
            self.call_after_refresh(panel.focus)

    def _editor(self) -> "QuestionPanel":
        """The editor, made when it is first needed or shortly after the first look."""
        from mvo_tui.ui.widgets.question_panel import QuestionPanel

        if self._question is None:
            self._question = QuestionPanel(is_compact=True)
            self._question.display = False  # not by a class of the screen, which would restyle all of it
            self.query_one("#middle").mount(self._question)
        return self._question

    @property
    def has_editor(self) -> bool:
        """Whether a field opens without a wait."""
        return self._question is not None and self._question.is_mounted

    @property
    def is_asking(self) -> bool:
        """Whether a field is open."""
        return self._question is not None and self._question.display

    @property
    def draft(self) -> tuple[str, str]:
        return self._question.draft if self._question is not None and self._question.display else ("", "")

    def leave_field(self) -> bool:
        """Close the field that is open, wherever the keys are; what was typed waits. False where none is open."""
        was_open = self.is_asking
        if was_open:
            self._close_question()
        return was_open

    def _close_question(self) -> None:
        self._editor().display = False
        self.take_keys_back()

    def on_question_panel_answered(self, event: "QuestionPanel.Answered") -> None:
        from mvo_tui.ui.screens.asking import edit_for_answer

        event.stop()
        place, plan, today = event.asked.place, self._session.plan, self.holder.today()
        edit = self._take_answer(lambda: self.meant(edit_for_answer(plan, place, event.answer, today), place))
        if edit is None:
            return
        self.holder.keep_draft(place, "")
        if not event.is_done:
            self._renew_question(place)
            return
        self._close_question()
        if field_at(place) is None and (added := added_place(edit)):
            self.go_to(added)

    def on_question_panel_created(self, event: "QuestionPanel.Created") -> None:
        from mvo_tui.ui.screens.asking import edit_for_new

        event.stop()
        place, plan = event.asked.place, self._session.plan
        if self._take_answer(lambda: self.meant(edit_for_new(plan, place, event.names), place)) is not None:
            self.holder.keep_draft(place, "")
            if event.is_done:
                self._close_question()
            else:
                self._renew_question(place)

    def on_question_panel_list_changed(self, event: "QuestionPanel.ListChanged") -> None:
        event.stop()
        if self._take_answer(lambda: event.edit(self._session.plan, self.holder.today())) is not None:
            self._renew_question(event.asked.place)

    def _take_answer(self, make: Callable[[], Edit]) -> Edit | None:
        """Change the plan by the edit that an answer is; None where it can't be, and the question says why."""
        try:
            edit = make()
            if not self.holder.edit(edit):
                raise PlanError(NOT_CHANGED)
        except PlanError as error:
            self._editor().refuse(str(error))
            return None
        return edit

    def _renew_question(self, place: str) -> None:
        from mvo_tui.ui.screens.asking import renew_at

        renew_at(self._editor(), self._session.report.index, place)

    def on_question_panel_passed(self, event: "QuestionPanel.Passed") -> None:
        event.stop()
        self._close_question()

    def on_question_panel_left(self, event: "QuestionPanel.Left") -> None:
        event.stop()
        self._close_question()

    def on_draft_changed(self, event: DraftChanged) -> None:
        event.stop()
        self.holder.keep_draft(event.place, event.text)


def added_place(edit: Edit) -> str:
    """The place of the first item with an id that `edit` adds, or an empty text."""
    match edit:
        case AddItem(into=into, item=Item(id=item_id)):
            return item_place(into.rpartition(".")[2], item_id)
        case Batch(edits=edits):
            return next(filter(None, map(added_place, edits)), "")
    return ""
