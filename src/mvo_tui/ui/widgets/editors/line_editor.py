"""An answer of one line: text, a number, a date."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.text_field import TextField


class LineEditor(Editor):
    """One line. Enter enters it; several pasted lines become one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._field = TextField({"enter": self._enter_pressed, "escape": self._escape_pressed})

    def compose(self) -> ComposeResult:
        yield self._field

    def start_text(self, value: str, draft: str = "") -> None:
        """Show `value`, or the `draft` that was left over, ready to be typed on."""
        self._field.start(draft or value)

    @property
    def typed(self) -> str:
        return self._field.value

    @property
    def field(self) -> TextField:
        return self._field

    def enter(self, *, is_done: bool = False) -> None:
        self.post_message(self.Entered(self._field.value.strip()))

    def undo_typing(self) -> bool:
        return self._field.undo_typing()

    def redo_typing(self) -> bool:
        return self._field.redo_typing()

    def hold(self) -> None:
        self._field.hold()

    def release(self) -> Iterable[events.Event]:
        return self._field.release()

    def _enter_pressed(self) -> bool:
        self.enter()
        return True

    def _escape_pressed(self) -> bool:
        self.post_message(self.Left())
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Drafted(event.value))

    def on_text_field_cut(self, event: TextField.Cut) -> None:
        event.stop()
        self.post_message(self.Told(event.sentence))
