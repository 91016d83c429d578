"""Lines and tables that are pasted become items of the list one stands in, after a look at what they would be."""

from textual import events

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import without_control_characters
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.widgets.line_list import LineList


class Pasting(PlanView, is_part=True):
    """A view into whose lists one pastes."""

    def on_paste(self, event: events.Paste) -> None:
        """A text that is pasted where nothing is typed: show what it would be. Fields take theirs themselves."""
        if isinstance(self.focused, LineList) and not self.is_asking and event.text.strip():
            event.stop()
            if self.says_read_only():
                return
            self._look_at_pasted(event.text)

    def action_paste(self) -> None:
        """Ask for the text, for terminals in which a paste is not told from typing."""
        from mvo_tui.ui.screens.paste_preview import list_in_words
        from mvo_tui.ui.screens.paste_screen import PasteScreen

        lists = () if self.says_read_only() else self._lists_here()
        if lists:
            screen = PasteScreen(list_in_words(self._session.plan, lists[0]), is_one_of_many=len(lists) > 1)
            self.app.push_screen(screen, lambda text: self._look_at_pasted(text) if text else None)

    def _lists_here(self) -> tuple[str, ...]:
        """The lists that a text may be meant for; where there is none, that is said."""
        from mvo_tui.ui.widgets.asked_values import lists_here

        try:
            return lists_here(self.report.index, self.target)
        except PlanError:
            self.status_line.show_text("There is no list here to paste into. Nothing was changed.")
            return ()

    def _look_at_pasted(self, text: str) -> None:
        from mvo_tui.interview.pasted import Pasted, best_list, read_pasted
        from mvo_tui.ui.screens.paste_preview import PastePreview

        plain, lists = without_control_characters(text), self._lists_here()
        if not lists:
            return

        def read(into: str) -> Pasted:
            return read_pasted(self._session.plan, into, plain, self.holder.today())

        def add(found: Pasted | None) -> None:
            now = read(found.into) if found is not None else None  # the plan may have changed meanwhile
            if now is not None and now.edit is not None:
                self.do(now.edit, now.first)
            elif now is not None:
                self.status_line.show_text(now.notes[0])

        preview = PastePreview(self._session.plan, lists, best_list(lists, plain), read)
        self.app.push_screen(preview, add)
