"""One line of text that is typed: an Input with undo, whole pastes, and keys that are heard in their order.

Textual runs the bindings of a field only after the key has travelled up to the app; what was typed after it may be in
the field by then. On a connection that stalls, Enter would come after the words of the next answer. So this field
runs its own keys itself, in the order in which they come, and can hold what comes until the next question stands.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.widgets.input import Selection

from mvo_tui.ui.widgets.editors.plain_text import MOST_CHARACTERS, TOO_LONG, is_text, lines_of, one_line
from mvo_tui.ui.widgets.editors.typing_history import Typed, TypingHistory
from mvo_tui.ui.widgets.editors.wrapped_input import WrappedInput

Handlers = Mapping[str, Callable[[], bool]]
"""What an editor does with a key before the field does: it returns whether it has used the key up."""

_LONGEST_WAIT = 0.5  # seconds that keys are held; nobody answers a question that slowly, and no key may be lost


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
        self._held: list[events.Event] | None = None
        self._patience: Timer | None = None

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
        if self._passes_on(event):
            return
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
        if self._passes_on(event):
            return
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

    def _passes_on(self, event: events.Event) -> bool:
        """Whether the event is not for now, or not for this field any more."""
        if self._held is not None:
            self._held.append(_anew(event))
        elif self.screen.focused is not self and self.screen.focused is not None:
            self.screen.focused.post_message(_anew(event))
        else:
            return False
        self._used_up(event)
        return True

    def hold(self) -> None:
        """Keep what is typed from now on until it is known for which question it is meant."""
        if self._held is None:
            self._held = []
            self._patience = self.set_timer(_LONGEST_WAIT, self._lose_patience)

    def release(self) -> Iterable[events.Event]:
        """What was typed meanwhile, to be posted to the field that it is meant for."""
        held, self._held = self._held, None
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        return held or ()

    def _lose_patience(self) -> None:
        for event in self.release():
            self.post_message(event)


def _anew(event: events.Event) -> events.Event:
    """The same key or paste, as if it had not been handled yet."""
    if isinstance(event, events.Paste):
        return events.Paste(event.text)
    return event.copy() if isinstance(event, events.Key) else event


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
