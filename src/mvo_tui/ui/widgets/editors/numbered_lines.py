"""The items of a list so far, numbered, long ones wrapped; pasted ones not added yet are marked with a plus."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from mvo_tui.ui.widgets.line_list import Line, LineList
from mvo_tui.ui.widgets.word_wrap import wrapped

_SHARE = 36  # percent of the height of the screen that the items may take
_MARGIN = 6  # cells for the mark and the number


class NumberedLines(LineList, can_focus=False):
    """Shows items; the keys belong to the line below them, so this never has the focus."""

    DEFAULT_CSS = f"""
    NumberedLines {{ height: auto; max-height: {_SHARE}vh; }}
    NumberedLines > .line--cursor-blurred {{ background: $primary; color: $background; }}
    NumberedLines:nocolor > .line--cursor-blurred {{ text-style: reverse; }}
    """

    class Clicked(Message):
        """The item of this number, from 0, was clicked."""

        def __init__(self, item: int) -> None:
            super().__init__()
            self.item = item

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._shown: tuple[Sequence[str], Sequence[str], int | None] = ((), (), None)
        self._item_of_line: list[int] = []
        self._most = 0  # lines that it may take; 0 for its share of the screen

    def is_lit(self, y: int) -> bool:
        # All lines of a wrapped item are lit; with the cursor on the line that is typed in, none is.
        at = self._shown[2]
        return at is not None and y < len(self._item_of_line) and self._item_of_line[y] == at

    def show_items(self, items: Sequence[str], pasted: Sequence[str], at: int | None) -> None:
        """Show `items`, then those that were `pasted`; the cursor stands on item `at`, if any."""
        self._shown = (items, pasted, at)
        lines: list[Line] = []
        self._item_of_line.clear()
        for number, text in enumerate((*items, *pasted)):
            mark = "+" if number >= len(items) else ">" if number == at else " "
            wrapped = self._wrapped(text)
            lines += [_line(mark, number, part, is_first=not index) for index, part in enumerate(wrapped)]
            self._item_of_line += [number] * len(wrapped)
        self.display = bool(lines)
        self.styles.height = max(len(lines), 1)
        self.show_lines(lines, len(lines) - 1 if at is None else self._item_of_line.index(at))

    def take_at_most(self, lines: int) -> None:
        """Take no more than `lines` lines, and scroll when there are more."""
        self._most = self.styles.max_height = max(lines, 1)

    def keep_in_view(self, number: int) -> None:
        """While all lines fit there is nothing to scroll, even before the next layout has made the room."""
        if self.count > (self._most or self.screen.size.height * _SHARE // 100):
            super().keep_in_view(number)

    def _wrapped(self, text: str) -> list[str]:
        room = max(self.size.width - _MARGIN - 1, 20) if self.size.width else 60
        return wrapped(text, room)

    def on_resize(self) -> None:
        self.show_items(*self._shown)

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        event.stop()
        number = event.y + self.scroll_offset.y
        if number < len(self._item_of_line):
            self.post_message(self.Clicked(self._item_of_line[number]))


def _line(mark: str, number: int, text: str, *, is_first: bool) -> Line:
    head = f"{mark}{number + 1:>3}" if is_first else ""
    return Line(((f"{head:<{_MARGIN}}", "muted"), (text, "")), is_choice=True)
