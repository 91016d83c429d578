"""An answer of several lines of free text. Enter begins a new line; Tab or F8 enters the answer."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from mvo_tui.storage.control_characters import without_control_characters
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.plain_text import MOST_CHARACTERS, TOO_LONG, is_text


class ProseField(TextArea):
    """Textual's text area for words instead of code, without control characters, and not without end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+backspace,ctrl+backspace", "delete_word_left", "Delete the word before", show=False),
    ]
    DEFAULT_CSS = """
    ProseField, ProseField:focus { height: 8; border: none; padding: 0 1; background: $panel; color: $foreground; }
    ProseField:nocolor { text-style: underline; }
    """

    class Cut(Message):
        """Something was too long; `sentence` says so."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, on_tab: Callable[[], None], on_escape: Callable[[], None]) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, compact=True)
        self.cursor_blink = False
        self._keys = {"tab": on_tab, "escape": on_escape}

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self._keys:
            self._keys[event.key]()
        elif event.key != "enter" and event.character and is_text(event.character) and not event.is_printable:
            self.put(event.character)  # joiners and wide blanks, which Textual leaves out
        else:
            return
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.put(event.text)

    def action_paste(self) -> None:
        self.put(self.app.clipboard)

    def put(self, text: str) -> None:
        """Put `text` in the place of the selection, as far as there is room."""
        room = MOST_CHARACTERS - len(self.text) + len(self.selected_text)
        if len(text) > room:
            text = text[: max(room, 0)]
            self.post_message(self.Cut(TOO_LONG))
        text = without_control_characters(text)
        result = self._replace_via_keyboard(text, *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)


class ProseEditor(Editor):
    """Several lines of free text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._value = ""  # the answer so far
        self._field = ProseField(self.enter, self._leave)

    def compose(self) -> ComposeResult:
        yield self._field

    def start(self, value: str, draft: str = "") -> None:
        """Show `value`, or the `draft` that was left over, the cursor behind it."""
        self._value = value
        self._field.load_text(without_control_characters(draft or value)[:MOST_CHARACTERS])
        self._field.move_cursor(self._field.document.end)

    @property
    def typed(self) -> str:
        return self._field.text

    @property
    def field(self) -> ProseField:
        return self._field

    def enter(self, *, is_next: bool = False) -> None:
        text = self._field.text.strip()
        if text or self._value:
            self.tell(self.Entered(text))
        else:
            self.tell(self.Done(is_blank=True, is_next=is_next))

    def undo_typing(self) -> bool:
        before = self._field.text
        self._field.undo()
        return self._field.text != before

    def redo_typing(self) -> bool:
        before = self._field.text
        self._field.redo()
        return self._field.text != before

    def _leave(self) -> None:
        self.tell(self.Left())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.tell(self.Drafted())

    def on_prose_field_cut(self, event: ProseField.Cut) -> None:
        event.stop()
        self.tell(self.Told(event.sentence))
