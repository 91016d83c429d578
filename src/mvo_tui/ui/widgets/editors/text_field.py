"""One line of text that is typed: an Input with undo, whole pastes, and keys that are heard in their order.

Textual runs the bindings of a field only after the key has travelled up to the app; what was typed after it may be in
the field by then. So this field runs its own keys itself, in the order in which they come. That a key waits for what
the one before it set off outside the field is the part of `keys_in_turn`.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from mvo_tui.ui.widgets.editors.plain_text import MOST_CHARACTERS, TOO_LONG, is_text, lines_of, one_line
from mvo_tui.ui.widgets.editors.typing_history import Typed, TypingHistory
from mvo_tui.ui.widgets.editors.wrapped_input import WrappedInput

Handlers = Mapping[str, Callable[[], bool]]
"""What an editor does with a key before the field does: it returns whether it has used the key up."""


class TextField(WrappedInput):
    """A line of text.

    Args:
        handlers: what the editor does with its keys.
        on_edit: called at once after each change by typing, pasting, undo or redo, not by `start`.
        on_lines: what to do with several pasted lines; without it they are joined with blanks.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+w,alt+backspace,ctrl+backspace", "delete_left_word", "Delete the word before", show=False),
    ]

    class Cut(Message):
        """Something was too long; `sentence` says so."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        handlers: Handlers,
        on_edit: Callable[[], None],
        on_lines: Callable[[tuple[str, ...]], None] | None = None,
    ) -> None:
        super().__init__()
        self.cursor_blink = False  # a blinking cursor writes to the terminal for ever
        self._on_edit, self._on_lines = on_edit, on_lines
        self._handlers = handlers
        self._history = TypingHistory()

    # Text

    def start(self, text: str) -> None:
        """Begin anew with `text`, the cursor behind it, nothing to undo."""
        text = one_line(text)[:MOST_CHARACTERS]
        if text != self.value:
            self.value = text
        self.cursor_position = len(text)
        self._history.clear()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of what stands from `start` to `end`; every way of typing comes through here."""
        before = self._typed
        room = MOST_CHARACTERS - len(self.value) + abs(end - start)
        if len(text) > room:
            text = text[: max(room, 0)]
            self.post_message(self.Cut(TOO_LONG))
        super().replace(text, start, end)
        self._history.record(before, self._typed)
        self._on_edit()

    def undo_typing(self) -> bool:
        """Take back the last word typed, cut or pasted; whether there was one."""
        return self._go_to(self._history.undone(self._typed))

    def redo_typing(self) -> bool:
        return self._go_to(self._history.redone(self._typed))

    @property
    def _typed(self) -> Typed:
        return Typed(self.value, self.cursor_position)

    def _go_to(self, state: Typed | None) -> bool:
        if state is None:
            return False
        self.value = state.text
        self.selection = Selection.cursor(state.cursor)
        self._on_edit()
        return True

    # Keys and pastes, in the order in which they come

    async def _on_key(self, event: events.Key) -> None:
        handler, action = self._handlers.get(event.key), _ACTIONS.get(event.key)
        if (event.key in _ROWS and self.move_row(_ROWS[event.key])) or (handler is not None and handler()):
            self._used_up(event)
        elif action is not None:
            self._used_up(event)
            await self.run_action(action)
        elif is_text(event.character):
            self._used_up(event)
            self.replace(str(event.character), *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        self._used_up(event)
        self.paste(event.text)

    def action_paste(self) -> None:
        self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Put pasted text in; no word of it is lost, up to the most that a field holds."""
        if len(text) > MOST_CHARACTERS:
            text = text[:MOST_CHARACTERS]
            self.post_message(self.Cut(TOO_LONG))
        lines = lines_of(text) if self._on_lines else ()
        if self._on_lines and len(lines) > 1:
            self._on_lines(lines)
        elif plain := one_line(text):
            self.replace(plain, *self.selection)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return is_text(character)

    def _used_up(self, event: events.Event) -> None:
        event.stop()
        event.prevent_default()


_ROWS = {"up": -1, "down": 1}
_ACTIONS = {
    key: binding.action
    for source in (Input.BINDINGS, TextField.BINDINGS)
    for binding in source
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
    if key != "enter"
}
"""The keys of the field itself. Enter belongs to its editor."""
