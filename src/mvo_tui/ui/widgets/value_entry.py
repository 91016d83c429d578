"""One line for the next value of a KPI: typed, entered, and the next one is asked for."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.text_line import TextLine


class ValueEntry(Vertical):
    """Asks for one value at a time; whoever shows it says which is next. `about`: the id of the KPI it is of."""

    DEFAULT_CSS = """
    ValueEntry { height: auto; padding: 0 1; background: $surface; }
    ValueEntry TextField { background: $background; }
    ValueEntry .hint { color: $text-muted; }
    """

    class Typed(Message):
        """`text` stands in the field, for the KPI `about`."""

        def __init__(self, about: str, text: str) -> None:
            super().__init__()
            self.about, self.text = about, text

    class Entered(Typed):
        """Enter, or an arrow to the neighbouring KPI (`step` 1 or -1)."""

        def __init__(self, about: str, text: str, step: int) -> None:
            super().__init__(about, text)
            self.step = step

    class Left(Message):
        """Esc: nothing more is to be entered now."""

    def __init__(self) -> None:
        super().__init__()
        self.about = ""
        self._ask, self._hint = TextLine(), TextLine()
        self._hint.add_class("hint")
        on, back = partial(self._enter, 1), partial(self._enter, -1)
        self._field = TextField(
            {"enter": on, "down": on, "up": back, "escape": self._leave},
            self._tell_typed,
        )

    def compose(self) -> ComposeResult:
        yield self._ask
        yield self._field
        yield self._hint

    def ask(self, about: str, ask: str, hint: str, text: str) -> None:
        """Ask for the value of the KPI `about`; `text` was typed for it before."""
        self.about = about
        self._ask.show_text(ask)
        self._hint.show_text(hint)
        self._field.start(text)
        self._field.focus()

    def refuse(self, sentence: str) -> None:
        """Say why what was typed can't be taken; it stays in the field."""
        self._hint.show_text(sentence)

    @property
    def text(self) -> str:
        return self._field.value

    def _tell_typed(self) -> None:
        self.post_message(self.Typed(self.about, self._field.value))

    def _enter(self, step: int) -> bool:
        self.post_message(self.Entered(self.about, self._field.value, step))
        return True

    def _leave(self) -> bool:
        self.post_message(self.Left())
        return True
