"""A trace drawn by line: what leads up or down from an item, indented, with folds, and holes that read as holes."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from mvo_tui.exports.trace_text import AGAIN
from mvo_tui.readiness.report import Report
from mvo_tui.tracing.link import Traced, kind_of_traced, name_of, place_of
from mvo_tui.tracing.trace import Row, Way, trace
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList
from mvo_tui.ui.widgets.severity_marks import worst_mark

QUESTIONS = {Way.UP: "Why does it exist?", Way.DOWN: "What carries it?"}


class Told(NamedTuple):
    """A line that is no row of a trace: a heading, or the traced item itself where it stands between the two ways."""

    line: Line
    place: str = ""


Entry = Row | Told


class TraceList(LineList):
    """Shows the trace of an item one way, or both ways with the item between them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "unfold", "Unfold", show=False),
        Binding("left,h", "fold", "Fold", show=False),
        Binding("space", "toggle_fold", "Fold", show=False),
    ]
    DEFAULT_CSS = """
    TraceList { padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._report: Report | None = None
        self._shown: tuple[Traced, tuple[Way, ...]] | None = None
        self._none: dict[Way, str] = {}
        self._folded: set[str] = set()

    @property
    def count(self) -> int:
        return len(self._entries)

    @property
    def entry(self) -> Entry | None:
        """What the cursor stands on."""
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    @property
    def place(self) -> str:
        """The place of what the cursor stands on, "" where that is a heading."""
        return _place(self.entry)

    @property
    def has_rows(self) -> bool:
        return any(isinstance(entry, Row) for entry in self._entries)

    def show(self, report: Report, item: Traced, ways: tuple[Way, ...], none: dict[Way, str]) -> None:
        """Show where `item` leads in `ways`; `none`: what to say where it leads nowhere."""
        is_other = self._shown is None or place_of(self._shown[0]) != place_of(item)
        here = self.place
        if is_other:
            self._folded.clear()
        self._report, self._shown, self._none = report, (item, ways), none
        self._make_entries()
        self.lines_changed(self._first_row() if is_other else self._line_of(here))

    def _make_entries(self) -> None:
        assert self._report is not None
        assert self._shown is not None
        item, ways = self._shown
        parts = {way: [*_heading(way), *self._rows(item, way)] for way in ways}
        itself = Told(_line_of_item(item), place_of(item))
        between = [Told(BLANK), itself, Told(BLANK)] if len(ways) > 1 else []
        self._entries = [entry for way, part in parts.items() for entry in (between if way is Way.DOWN else []) + part]

    def _rows(self, item: Traced, way: Way) -> Iterable[Entry]:
        assert self._report is not None
        rows = trace(item, way, self._report.index, self._folded)
        return rows or [Told(Line((("  ", ""), (self._none[way], "muted")), is_choice=False))]

    def _first_row(self) -> int:
        return next((number for number, entry in enumerate(self._entries) if isinstance(entry, Row)), 0)

    def _line_of(self, place: str) -> int | None:
        """The line of `place` next to the cursor."""
        found = [number for number, entry in enumerate(self._entries) if place and _place(entry) == place]
        return min(found, key=lambda number: abs(number - self.cursor), default=None)

    def line_at(self, number: int) -> Line:
        entry = self._entries[number]
        return entry.line if isinstance(entry, Told) else self._line_of_row(entry)

    def _line_of_row(self, row: Row) -> Line:
        indent, item = "  " * row.depth, row.link.item
        if item is None:
            return Line(((indent, ""), ("! ", "warn"), (row.link.words, "warn")))
        fold = "▸ " if row.is_folded else "▾ " if row.has_more and not row.is_again else "• "
        again = f" {AGAIN}" if row.is_again else ""
        left = ((indent, ""), (fold, "muted"), (f"{row.link.words} ", "muted"), (name_of(item), ""), (again, "muted"))
        findings = self._report.findings_at(row.link.place) if self._report else ()
        return Line(left, (worst_mark(findings),))

    def go_to_other_side(self) -> None:
        """Where both ways stand in one column: to the first row of the way on the other side of the item."""
        middle = next((n for n, entry in enumerate(self._entries) if isinstance(entry, Told) and entry.place), 0)
        rows = [number for number, entry in enumerate(self._entries) if isinstance(entry, Row)]
        above, below = [n for n in rows if n < middle], [n for n in rows if n > middle]
        there = above if self.cursor >= middle and above else below or above
        if there:
            self._go(there[0])

    # Folding

    def action_unfold(self) -> None:
        if isinstance(self.entry, Row) and self.entry.is_folded:
            self._set_fold(is_folded=False)
        else:
            self.action_cursor_down()

    def action_fold(self) -> None:
        entry = self.entry
        if not isinstance(entry, Row):
            return
        if _is_open(entry):
            self._set_fold(is_folded=True)
            return
        above = (n for n in range(self.cursor - 1, -1, -1) if not _is_below(self._entries[n], entry.depth))
        if (number := next(above, None)) is not None:
            self._go(number, -1)

    def action_toggle_fold(self) -> None:
        entry = self.entry
        if isinstance(entry, Row) and (_is_open(entry) or entry.is_folded):
            self._set_fold(is_folded=not entry.is_folded)

    def _set_fold(self, *, is_folded: bool) -> None:
        (self._folded.add if is_folded else self._folded.discard)(self.place)
        here = self.place
        self._make_entries()
        self.lines_changed(self._line_of(here))


def _heading(way: Way) -> list[Told]:
    return [Told(Line(((QUESTIONS[way], "head"),), is_choice=False))]


def _line_of_item(item: Traced) -> Line:
    return Line(((title_of_traced(item), "strong"),))


def title_of_traced(item: Traced) -> str:
    """Its kind and its name: "Tool: Order spreadsheet"."""
    kind = kind_of_traced(item)
    return f"{kind[0].upper()}{kind[1:]}: {name_of(item)}"


def _place(entry: Entry | None) -> str:
    return "" if entry is None else entry.place if isinstance(entry, Told) else entry.link.place


def _is_open(row: Row) -> bool:
    return row.has_more and not row.is_again and not row.is_folded


def _is_below(entry: Entry, depth: int) -> bool:
    """Whether the entry lies as deep as `depth` or deeper."""
    return isinstance(entry, Row) and entry.depth >= depth
