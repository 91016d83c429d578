"""A field to paste into, for terminals in which a paste is not told from typing, and for typing many lines."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.editors.prose_editor import ProseField
from mvo_tui.ui.widgets.word_wrap import one_line


class PasteField(ProseField):
    """Takes a text of any length when it is pasted as a whole; else it is typed in, and Tab goes on."""

    def __init__(self, go_on: Callable[[str], None], leave: Callable[[], None]) -> None:
        super().__init__(lambda: go_on(self.text), leave)
        self._go_on = go_on

    def put(self, text: str) -> None:
        if self.text or "\n" not in text.strip():
            super().put(text)
        else:
            self._go_on(text)


class PasteScreen(ModalScreen[str | None]):
    """Asks for a text to paste; returns it, or None.

    Args:
        into: what lines become, in a few words. is_one_of_many: a table may become something else.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8,ctrl+j", "go_on", "Next", show=False, priority=True)]
    DEFAULT_CSS = """
    PasteScreen { align: center middle; }
    PasteScreen > Vertical { width: 80; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    PasteScreen .ask { text-style: bold; }
    PasteScreen ProseField, PasteScreen ProseField:focus { background: $background; }
    PasteScreen .why, PasteScreen .keys { color: $text-muted; }
    PasteScreen .keys { margin: 1 0 0 0; }
    """

    def __init__(self, into: str, *, is_one_of_many: bool) -> None:
        super().__init__()
        self._into, self._is_one_of_many = into, is_one_of_many
        self._field = PasteField(self._leave_with, self._leave)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(one_line(f"Paste or type {self._into}"), classes="ask", markup=False)
            why = "A line each, or a table: from a spreadsheet, as CSV or in Markdown, with the names of fields on top."
            others = " Before anything is added, Tab chooses another list." if self._is_one_of_many else ""
            yield Static(f"{why}{others}", classes="why", markup=False)
            yield self._field
            yield Static("Tab or F8 shows what becomes of it   Esc goes back", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._field.focus()

    def action_go_on(self) -> None:
        self._leave_with(self._field.text)

    def _leave_with(self, text: str) -> None:
        if self.is_current:
            self.dismiss(text if text.strip() else None)

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss(None)
