"""Options to choose from, one a line: a mark, a label and what it means."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.message import Message

from mvo_tui.ui.widgets.line_list import Line, LineList

_LONGEST_LABEL = 32  # cells; hints stand in a column behind the labels


class Option(NamedTuple):
    """One line to choose. `mark`: ``[x]``, ``[ ]``, ``(x)``, ``( )``, or ``+`` for something new."""

    mark: str
    label: str
    hint: str = ""


class OptionLines(LineList, can_focus=False):
    """Shows options; the keys belong to the line above them, so this never has the focus.

    Attributes:
        is_resting: the cursor stands elsewhere and is not to be seen here.
    """

    DEFAULT_CSS = """
    OptionLines { height: auto; max-height: 36vh; }
    OptionLines > .line--cursor-blurred { background: $primary; color: $background; }
    OptionLines:ansi > .line--cursor-blurred { background: ansi_default; color: ansi_default; text-style: reverse; }
    OptionLines:nocolor > .line--cursor-blurred { text-style: reverse; }
    """

    class Clicked(Message):
        """The option of this number, from 0, was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self.disable_messages(events.Show, events.Hide)  # which nobody hears
        self.display = False
        self.is_resting = False
        self.options: Sequence[Option] = ()
        self._label_width = 0

    @property
    def count(self) -> int:
        return len(self.options)

    def line_at(self, number: int) -> Line:
        mark, label, hint = self.options[number]
        head = f"{'>' if number == self.cursor and not self.is_resting else ' '} {mark:<3} "
        gap = " " * max(self._label_width - cell_len(label), 0)
        return Line(((head, ""), (label, ""), (f"{gap}  {hint}" if hint else "", "muted")))

    def is_lit(self, y: int) -> bool:
        return super().is_lit(y) and not self.is_resting

    def make_room(self, lines: int) -> None:
        """Take `lines` lines, as far as the screen allows, so that narrowing the options down moves nothing."""
        self.display = lines > 0
        self.styles.height = max(lines, 1)

    def take_at_most(self, lines: int) -> None:
        """Take no more than `lines` lines, and scroll when there are more."""
        self.styles.max_height = max(lines, 1)

    def show_options(self, options: Sequence[Option], cursor: int | None = None) -> None:
        """Show `options`; the cursor goes to number `cursor`, or stays as far as it can."""
        self.options = options
        self._label_width = min(max((cell_len(option.label) for option in options), default=0), _LONGEST_LABEL)
        self.lines_changed(cursor)

    def move(self, step: int) -> None:
        """Move the cursor by `step` lines, as far as there are any."""
        self.cursor = max(0, min(self.cursor + step, self.count - 1))

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        event.stop()
        number = event.y + self.scroll_offset.y
        if number < self.count:
            self.cursor = number
            self.post_message(self.Clicked(number))
