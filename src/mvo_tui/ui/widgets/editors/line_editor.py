"""An answer of one line: text, a number, a date. Below it may stand suggestions."""

from collections.abc import Sequence

from textual.app import ComposeResult

from mvo_tui.interview.choices import Choice
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.offers import Offers
from mvo_tui.ui.widgets.editors.option_lines import OptionLines
from mvo_tui.ui.widgets.editors.text_field import TextField


class LineEditor(Editor):
    """One line. Enter enters it; several pasted lines become one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._value = ""  # the answer so far
        self._offers = Offers()
        self._field = TextField(
            {
                "enter": self._enter_pressed,
                "escape": self._escape_pressed,
                "up": lambda: self._offers.go(-1),
                "down": lambda: self._offers.go(1),
            },
            self._edited,
        )

    def compose(self) -> ComposeResult:
        yield self._field
        yield self._offers

    def start(self, value: str, draft: str = "", offers: Sequence[Choice] = ()) -> None:
        """Show `value`, or the `draft` that was left over, ready to be typed on, and `offers` below it."""
        self._value = value
        self._field.start(draft or value)
        self._offers.start(offers)

    def share_room(self, lines: int) -> None:
        self._offers.take_at_most(lines)

    @property
    def typed(self) -> str:
        return self._field.value

    @property
    def field(self) -> TextField:
        return self._field

    def enter(self, *, is_next: bool = False) -> None:
        """Enter the line, or the offer that the cursor stands on."""
        text = self._offers.current.value if self._offers.is_active else self._field.value.strip()
        if text or self._value:
            self.tell(self.Entered(text))
        else:
            self.tell(self.Done(is_blank=True, is_next=is_next))

    def undo_typing(self) -> bool:
        return self._field.undo_typing()

    def redo_typing(self) -> bool:
        return self._field.redo_typing()

    def _enter_pressed(self) -> bool:
        self.enter()
        return True

    def _escape_pressed(self) -> bool:
        if self._offers.is_active:
            self._offers.rest()
        else:
            self.tell(self.Left())
        return True

    def _edited(self) -> None:
        self._offers.rest()
        self.tell(self.Drafted())

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self.tell(self.Entered(self._offers.at(event.number).value))

    def on_text_field_cut(self, event: TextField.Cut) -> None:
        event.stop()
        self.tell(self.Told(event.sentence))
