"""The options below a type-ahead line: which are ticked, where the cursor stands, and what each one means."""

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
    """Shows options; the keys belong to the line above them, so this never has the focus."""

    DEFAULT_CSS = """
    OptionLines { height: auto; max-height: 44vh; }
    OptionLines > .line--cursor-blurred { background: $primary; color: $background; }
    OptionLines.-resting > .line--cursor-blurred { background: $background; color: $foreground; }
    App:nocolor OptionLines > .line--cursor-blurred { text-style: reverse; }
    App:nocolor OptionLines.-resting > .line--cursor-blurred { text-style: none; }
    """

    class Clicked(Message):
        """The option of this number, from 0, was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self.options: Sequence[Option] = ()
        self._label_width = 0
        self._is_resting = False

    @property
    def count(self) -> int:
        return len(self.options)

    def line_at(self, number: int) -> Line:
        mark, label, hint = self.options[number]
        head = f"{'>' if number == self.cursor and not self._is_resting else ' '} {mark:<3} "
        gap = " " * max(self._label_width - cell_len(label), 0)
        return Line(((head, ""), (label, ""), (f"{gap}  {hint}" if hint else "", "muted")))

    def show_options(self, options: Sequence[Option], cursor: int | None = None) -> None:
        """Show `options`; the cursor goes to number `cursor`, or stays as far as it can."""
        self.options = options
        self._label_width = min(max((cell_len(option.label) for option in options), default=0), _LONGEST_LABEL)
        self.display = bool(options)
        self.styles.height = max(len(options), 1)
        self.lines_changed(cursor)

    def rest(self, is_resting: bool) -> None:
        """While it rests the cursor is not to be seen, since it stands elsewhere."""
        self._is_resting = is_resting
        self.set_class(is_resting, "-resting")
        self.lines_changed()

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
