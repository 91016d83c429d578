"""Textual's Input with its text wrapped over several lines, so that a whole sentence can be read while it is typed.

It overrides how Input draws, where it thinks the cursor is, and what it does with the mouse; the rest is Input's. It
posts no `Changed`: that would come after the keys that follow.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.quiet_focus import QuietFocus
from mvo_tui.ui.widgets.word_wrap import Row, drawn, rows_of

_LARGE = 1 << 30


class InputRow(NamedTuple):
    """One row as it is drawn: its text, which characters of it are selected, and the one that the cursor is on."""

    text: str = ""
    start: int = 0
    end: int = 0
    cursor: int = -1
    """-1 where it is elsewhere; behind the last character where it stands there."""


class WrappedInput(QuietFocus, Input, Painted[InputRow], inherit_css=False, can_focus=True):
    """One paragraph, `MOST_ROWS` lines of it to be seen at a time."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"input--cursor", "input--selection"}
    DEFAULT_CSS = """
    WrappedInput {
        width: 1fr; height: 1; padding: 0 1; scrollbar-size: 0 0;
        background: $panel; color: $foreground;
        & > .input--cursor { background: $foreground; color: $background; }
        & > .input--selection { background: $primary; color: $background; }
    }
    WrappedInput:nocolor { text-style: underline; }
    WrappedInput:nocolor > .input--cursor { text-style: reverse; }
    WrappedInput:nocolor > .input--selection { text-style: reverse; }
    """

    MOST_ROWS: ClassVar[int] = 6

    # What watches them asks for what has to be painted; by default each has all of the field painted once more.
    value: Reactive[str] = Reactive("", init=False, repaint=False)
    selection: Reactive[Selection] = Reactive(Selection.cursor(0), repaint=False)

    def __init__(self) -> None:
        self._text = ""  # the value as it is drawn
        self._rows: tuple[Row, ...] = (Row(0, 0),)
        self._width = 0  # that the rows were made for
        self._top = 0  # the first row that is seen
        super().__init__(select_on_focus=False, validate_on=())

    def _watch_value(self, value: str) -> None:
        self._wrap()
        self._initial_value = False
        self.selection = self.selection  # it may reach beyond the text now

    def _watch_selection(self, selection: Selection) -> None:
        self._keep_cursor_in_view()
        if self.is_attached:
            self.app.clear_selection()
            self.app.cursor_position = self.cursor_screen_offset
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The cursor comes or goes. No style depends on the focus, so none is looked up anew."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        self.refresh()

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        """Find the rows anew; the height changes only with their number."""
        if (self._width, self._text) == (self.size.width, text := drawn(self.value)):
            return
        self._width, self._text = self.size.width, text
        self._rows = tuple(rows_of(self._text, max(self._width - 1, 1) if self._width else _LARGE))
        height = min(len(self._rows), self.MOST_ROWS)
        if self._width and self.styles.height is not None and self.styles.height.value != height:
            self.styles.height = height
        self._keep_cursor_in_view()
        self.refresh()

    def _keep_cursor_in_view(self) -> None:
        row = self._row_of(self.cursor_position)
        last = max(len(self._rows) - self.MOST_ROWS, 0)
        self._top = min(max(self._top, row - self.MOST_ROWS + 1), row, last)

    def _row_of(self, position: int) -> int:
        for number, row in enumerate(self._rows):
            if position < row.end:
                return number
        return len(self._rows) - 1

    @property
    def _cursor_cell(self) -> Offset:
        """The row and the cell of the cursor, as x and y, in the whole text."""
        number = self._row_of(self.cursor_position)
        return Offset(cell_len(self._text[self._rows[number].start : self.cursor_position]), number)

    @property
    def cursor_screen_offset(self) -> Offset:
        return self.content_region.offset + self._cursor_cell - Offset(0, self._top)

    def move_row(self, step: int) -> bool:
        """Move the cursor a row up or down within the text; whether there is one."""
        cell = self._cursor_cell
        if not 0 <= cell.y + step < len(self._rows):
            return False
        self.cursor_position = self._position_at(cell.x, cell.y + step)
        return True

    def _position_at(self, x: int, number: int) -> int:
        """The position in the text that is drawn in cell `x` of row `number`."""
        row = self._rows[max(0, min(number, len(self._rows) - 1))]
        used = 0
        for position in range(row.start, row.end):
            used += cell_len(self._text[position])
            if used > x:
                return position
        is_last = row.end == len(self._text)
        return row.end if is_last else max(row.end - 1, row.start)

    # Drawing

    def _scroll_update(self, virtual_size: Size) -> None:
        """It has no scrollbars to be told of a new size."""

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def look_at(self, y: int) -> InputRow:
        number = y + self._top
        if number >= len(self._rows):
            return InputRow()
        start, end = self._rows[number]
        text = self._text[start:end]
        if not self.has_focus:
            return InputRow(text)
        first, last = sorted(self.selection)
        cursor = self.cursor_position - start
        is_here = 0 <= cursor < len(text) or (cursor == len(text) and end == len(self._text))
        return InputRow(text, max(first - start, 0), max(last - start, 0), cursor if is_here else -1)

    def paint(self, look: InputRow, width: int) -> Iterable[Segment]:
        """The row, cut where the selection and the cursor begin and end."""
        text, start, end, cursor = look
        cuts = sorted({0, len(text)} | {cut for cut in (start, end, cursor, cursor + 1) if 0 < cut < len(text)})
        segments = [
            Segment(text[a:b], self._style("cursor" if a == cursor else "selection" if start <= a < end else ""))
            for a, b in pairwise(cuts)
        ]
        if cursor == len(text):
            segments.append(Segment(" ", self._style("cursor")))
        return segments

    def _style(self, name: str) -> Style:
        """The style of plain text, of the cursor or of the selection."""
        plain = self.component_style("")
        return plain + self.component_style(f"input--{name}") if name else plain

    # The mouse

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        event.prevent_default()
        self.selection = Selection.cursor(self._position_under(event))
        self._selecting = True
        self.capture_mouse()

    async def _on_mouse_move(self, event: events.MouseMove) -> None:
        event.prevent_default()
        if self._selecting:
            self.selection = Selection(self.selection.start, self._position_under(event))

    def _position_under(self, event: events.MouseEvent) -> int:
        offset = event.get_content_offset_capture(self)
        return self._position_at(max(offset.x, 0), offset.y + self._top)
