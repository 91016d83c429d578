"""The board, drawn by row: only what can be seen is made, and a key paints only the cells that changed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from mvo_tui.blueprint.blank import BlankBoard
from mvo_tui.blueprint.going_about import across, along, beside, settled
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.layout import LABELS, Band
from mvo_tui.blueprint.sheet import Entry, Sheet, Spot
from mvo_tui.blueprint.window import Line, Window
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY
from mvo_tui.readiness.report import Report
from mvo_tui.ui.widgets.board_rows import Ink, Piece, Row, cut, painted
from mvo_tui.ui.widgets.jump_letters import JumpTarget, Letters, with_letters
from mvo_tui.ui.widgets.line_list import Span
from mvo_tui.ui.widgets.line_styles import LINE_CLASSES, line_css
from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.quiet_focus import QuietFocus
from mvo_tui.ui.widgets.severity_marks import worst_mark

_WHEEL = 3  # rows
_TONES = {"": "", "hole": "bad", "muted": "muted", "strong": "strong", "moment": "mark"}
_Key = tuple[Spot, int, int]


class BlueprintBoard(Painted[Row], QuietFocus, can_focus=True):
    """Shows a sheet with the cursor on one spot of it.

    Attributes:
        moved: called with the spot that the cursor has just come to, before its frame is painted.
        beyond: called with -1 where the cursor would go left of the first column, with 1 right of the last.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go_along(-1)", "Up", show=False),
        Binding("down,j", "go_along(1)", "Down", show=False),
        Binding("left,h", "go_beside(-1)", "Left", show=False),
        Binding("right,l", "go_beside(1)", "Right", show=False),
        Binding("pageup", "go_across(-1)", "Lane above", show=False),
        Binding("pagedown", "go_across(1)", "Lane below", show=False),
        Binding("home,g", "go_to_end(-1)", "First column", show=False),
        Binding("end,G", "go_to_end(1)", "Last column", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*LINE_CLASSES, "line--rule", "line--shade"}
    DEFAULT_CSS = (
        line_css("BlueprintBoard")
        + """
    BlueprintBoard {
        height: 1fr;
        background: $background;
        & > .line--mark { text-style: bold; }
        & > .line--rule { color: $primary-muted; }
        & > .line--shade { background: $surface; }
    }
    """
    )

    class Chosen(Message):
        """Enter on the spot with the cursor, or a click there."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.moved: Callable[[Spot], None] | None = None
        self.beyond: Callable[[int], None] | None = None
        self.sheet: Sheet = BlankBoard(PlanIndex(EMPTY))
        self.spot = Spot(0, Lane.STAGE)
        self._report: Report | None = None
        self._window = Window(self.sheet, 1, 1, 1)
        self._rows: list[Row] = []
        self._texts: dict[_Key, tuple[tuple[Span, ...], ...]] = {}
        self._letters: Mapping[int, tuple[tuple[int, str], ...]] = {}

    # Showing

    def show(self, sheet: Sheet, report: Report, spot: Spot) -> None:
        """Show `sheet` with the cursor on `spot`; paints the cells that differ."""
        self.sheet, self._report, self.spot = sheet, report, spot
        self._look_through_window()
        self._repaint_changed()

    def on_resize(self) -> None:
        if not self._fits:
            self._look_through_window()
            self._repaint_changed()

    @property
    def _fits(self) -> bool:
        """Whether the window is as large as the widget is by now."""
        return (self._window.width, self._window.height, self._window.room) == self._measures

    @property
    def _measures(self) -> tuple[int, int, int]:
        """The width and the height of the window, and the room for which the lanes share out their lines.

        While a field is edited below, the height is less, and the lanes keep the lines they had.
        """
        around = self.parent
        room = around.size.height if isinstance(around, Widget) else self.size.height
        return self.size.width - 1, self.size.height, max(room, 1)

    def _look_through_window(self) -> None:
        before = self._window
        self._window = Window(self.sheet, *self._measures, before.first, before.up).showing(self.spot)
        self._texts.clear()

    def _repaint_changed(self) -> None:
        before, self._rows = self._rows, [self._row(y) for y in range(self.size.height)]
        if len(before) != len(self._rows):
            self.refresh()
            return
        regions = [
            Region(x, y, min(cells, self.size.width - x), 1)
            for y, (row, other) in enumerate(zip(self._rows, before, strict=True))
            if row != other
            for x, cells in row.regions(other)
        ]
        if regions:
            self.refresh(*regions)

    def look_at(self, y: int) -> Row:
        if not self._fits:  # Textual paints a new size before it tells of it
            self._look_through_window()
            self._rows = [self._row(line) for line in range(self.size.height)]
        return self._rows[y] if y < len(self._rows) else self._row(y)

    def paint(self, look: Row, width: int) -> Strip:
        styles = {name.removeprefix("line--"): self.component_style(name) for name in self.COMPONENT_CLASSES}
        ink = Ink(self.component_style(""), styles)
        return with_letters(painted(look, width, ink), look.letters, ink.of("jump"))

    def watch_has_focus(self, _has_focus: bool) -> None:
        if self._rows:
            self._repaint_changed()

    # What stands in a row

    def _row(self, y: int) -> Row:
        window = self._window
        found = window.line(y)
        bar, letters = self._bar(y), self._letters.get(y, ())
        if found is None or found.band.lane is None:
            widths = () if window.is_below_all(y) else window.widths
            kind = "" if found is None else "line"
            return Row("", tuple(Piece((), width) for width in widths), bar, kind, letters)
        kind = "head" if found.band is window.bands[0] else "shade" if self._is_shaded(found.band) else ""
        return Row(self._label(y, found), tuple(self._pieces(found)), bar, kind, letters)

    def _is_shaded(self, band: Band) -> bool:
        """Every second lane, so that one sees where the next begins; a gap shows it as well."""
        return not band.gap and band.lane is not None and self.sheet.lanes.index(band.lane) % 2 == 1

    def _label(self, y: int, line: Line) -> str:
        """The name of the lane in its first row, or where that has gone up in the first row that is in sight."""
        window = self._window
        if line.band is not window.bands[0]:
            return str(line.band.lane) if (line.entry, line.line) == (0, 0) or y == window.head else ""
        return "" if line.line else column_numbers(window.columns, self.sheet.columns)

    def _pieces(self, line: Line) -> Sequence[Piece]:
        lane, window = line.band.lane, self._window
        assert lane is not None
        if lane is Lane.STAGE and self.sheet.stage_id:  # it spans its cards
            return [self._piece(Spot(self.spot.column, lane), line, sum(window.widths))]
        return [
            self._piece(Spot(column, lane, line.entry), line, width)
            for column, width in zip(window.columns, window.widths, strict=True)
        ]

    def _piece(self, spot: Spot, line: Line, width: int) -> Piece:
        light = ("cursor" if self.has_focus else "cursor-blurred") if spot == self.spot else ""
        return Piece(self._text(spot, width - 2, line.band.lines)[line.line], width, light)

    def _text(self, spot: Spot, width: int, lines: int) -> tuple[tuple[Span, ...], ...]:
        """What stands at `spot`, in lines."""
        key = (spot, width, lines)
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = cut(self._spans(spot), width, lines)
        return found

    def _spans(self, spot: Spot) -> tuple[Span, ...]:
        entry = self.sheet.entry(spot)
        tones = _TONES | {"strong": "head"} if spot.lane is Lane.STAGE else _TONES
        spans = tuple((text, tones[tone]) for text, tone in entry.parts)
        number: tuple[Span, ...] = ((f"{entry.number} ", "muted"),) if entry.number else ()
        return (*number, *self._mark(entry), *spans)

    def _mark(self, entry: Entry) -> tuple[Span, ...]:
        """The gravest finding of what the entry stands for, before its words."""
        if self._report is None:
            return ()
        items = dict.fromkeys(cell.about for cell in entry.cells if cell.about)
        mark, style = worst_mark(chain.from_iterable(map(self._report.findings_at, items)))
        return ((f"{mark.strip()} ", style),) if mark.strip() else ()

    def _bar(self, y: int) -> str:
        """A bar at the right edge, beside the lanes that scroll."""
        window = self._window
        room, most = window.height - window.head, window.most_up
        if most <= 0 or room <= 0 or y < window.head:
            return ""
        thumb = max(1, room * room // (room + most))
        start = round((room - thumb) * window.up / most)
        return "█" if start <= y - window.head < start + thumb else "│"

    # Going about

    def _go(self, spot: Spot) -> None:
        if spot == self.spot:
            return
        self.spot = spot
        self._window = self._window.showing(spot)
        if self.moved is not None:
            self.moved(spot)
        self._repaint_changed()

    def action_go_along(self, step: int) -> None:
        self._go(along(self.sheet, self.spot, step))

    def action_go_across(self, step: int) -> None:
        self._go(across(self.sheet, self.spot, step))

    def action_go_beside(self, step: int) -> None:
        spot = beside(self.sheet, self.spot, step)
        if spot is not None:
            self._go(spot)
        elif self.beyond is not None:
            self.beyond(step)

    def action_go_to_end(self, step: int) -> None:
        column = 0 if step < 0 else self.sheet.columns - 1
        self._go(settled(self.sheet, self.spot._replace(column=column)))

    def action_choose(self) -> None:
        self.post_message(self.Chosen())

    # The mouse

    def on_click(self, event: events.Click) -> None:
        spot = self._window.spot(event.x, event.y)
        if spot == self.spot:
            self.action_choose()
        elif spot is not None:
            self._go(spot)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(1, is_sideways=event.shift or not self._window.most_up)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-1, is_sideways=event.shift or not self._window.most_up)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        event.stop()
        self._scroll(1, is_sideways=True)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        event.stop()
        self._scroll(-1, is_sideways=True)

    def _scroll(self, step: int, *, is_sideways: bool) -> None:
        self._window = self._window.scrolled(step if is_sideways else 0, 0 if is_sideways else step * _WHEEL)
        self._repaint_changed()

    # Letters that lead to cells

    def jump_targets(self) -> Sequence[JumpTarget]:
        """The first line of every cell in sight."""
        window = self._window
        lefts = list(accumulate(window.widths, initial=LABELS + 1))[:-1]
        lines = [(y, line) for y in range(self.size.height) if (line := window.line(y)) and not line.line]
        return [
            JumpTarget(x, y, partial(self._go, spot))
            for y, line in lines
            for x in (lefts[:1] if line.band.lane is Lane.STAGE and self.sheet.stage_id else lefts)
            if (spot := window.spot(x, y)) is not None
        ]

    def show_letters(self, letters: Letters) -> None:
        by_row: dict[int, tuple[tuple[int, str], ...]] = {}
        for (x, y), text in sorted(letters.items()):
            by_row[y] = (*by_row.get(y, ()), (x, text))
        self._letters = by_row
        self._repaint_changed()


def column_numbers(shown: range, columns: int) -> str:
    """Which of how many columns are in sight, in the room of a lane's name: "3-6 of 12", "97-103/143"; "" for all."""
    if len(shown) >= columns:
        return ""
    numbers = f"{shown.start + 1}-{shown.stop}"
    long, short = f"{numbers} of {columns}", f"{numbers}/{columns}"
    return next((text for text in (long, short) if len(text) < LABELS), numbers)
