"""A text that was pasted, before it changes anything: what it would add, what is made besides, what is left out."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.interview.pasted import Pasted
from mvo_tui.interview.table_items import model_of
from mvo_tui.plan.item_edits import described
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import several
from mvo_tui.plan.places import split_field
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList
from mvo_tui.ui.widgets.table_cells import cell
from mvo_tui.ui.widgets.word_wrap import one_line, wrapped

_WIDTH = 100  # cells of the whole
_AROUND = 8  # cells of the frame, and of the scrollbar
_WIDEST = 24  # cells of a column
_GAP = "  "
_MOST_MADE = 12  # names of what is made besides


class PreviewLines(LineList):
    """Shows the preview."""

    DEFAULT_CSS = """
    PreviewLines { height: auto; max-height: 70vh; background: $panel; }
    """


class PastePreview(ModalScreen[Pasted | None]):
    """Returns what is to be added, or None.

    Args:
        lists: where it may go; Tab goes from one to the next. first: the one to begin with.
        read: what the text would be in a list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f8", "add", "Add", show=False, priority=True),
        Binding("escape", "leave", "Back", show=False, priority=True),
        Binding("tab", "next_list", "Another list", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    PastePreview { align: center middle; }
    PastePreview > Vertical { width: 100; max-width: 96%; height: auto; max-height: 92%; padding: 1 2; }
    PastePreview > Vertical { background: $panel; }
    PastePreview .ask { text-style: bold; }
    PastePreview .keys { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, plan: Plan, lists: Sequence[str], first: str, read: Callable[[str], Pasted]) -> None:
        super().__init__()
        self._plan, self._lists, self._read = plan, tuple(lists), read
        self._found = read(first)
        self._head, self._keys = Static(classes="ask", markup=False), Static(classes="keys", markup=False)
        self._lines = PreviewLines()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield self._head
            yield self._lines
            yield self._keys

    def on_mount(self) -> None:
        self._show()
        self._lines.focus()

    def action_next_list(self) -> None:
        """Read the text as items of the next list."""
        self._found = self._read(self._next)
        self._show()

    def action_add(self) -> None:
        if self._found.edit is not None and self.is_current:
            self.dismiss(self._found)

    def action_leave(self) -> None:
        if self.is_current:  # a second Esc may come while this screen is leaving
            self.dismiss(None)

    @property
    def _next(self) -> str:
        return self._lists[(self._lists.index(self._found.into) + 1) % len(self._lists)]

    def _show(self) -> None:
        found = self._found
        self._head.update(one_line(found.edit.label if found.edit else f"Nothing to add to {self._named(found.into)}"))
        lines = list(lines_of(found, min(self.app.size.width, _WIDTH) - _AROUND))
        self._lines.styles.height = len(lines)
        self._lines.show_lines(lines, 0)
        enter = "Enter adds them   Esc does not" if found.edit else "Esc goes back"
        tab = f"   Tab: as {self._named(self._next)}" if len(self._lists) > 1 else ""
        self._keys.update(one_line(f"{enter}{tab}"))

    def _named(self, into: str) -> str:
        return list_in_words(self._plan, into)


def list_in_words(plan: Plan, into: str) -> str:
    """Such as: the steps of "Bake"."""
    table = split_field(into)[0]
    return several(model_of(into)) + (f" of {described(plan, table)}" if table else "")


def lines_of(found: Pasted, width: int) -> Iterator[Line]:
    """The preview in lines: what is not understood first, for that is what a founder has to know."""
    for note in found.notes:
        for number, line in enumerate(wrapped(note, max(width - 2, 20))):
            yield Line((("  " if number else "! ", "warn"), (line, "")))
    if found.made:
        names = ", ".join(found.made[:_MOST_MADE])
        more = f" and {len(found.made) - _MOST_MADE} more" if len(found.made) > _MOST_MADE else ""
        for number, line in enumerate(wrapped(f"Made besides: {names}{more}", max(width - 2, 20))):
            yield Line((("  " if number else "+ ", "mark"), (line, "")))
    if found.rows and (found.notes or found.made):
        yield BLANK
    if not found.titles:
        yield from (Line(((f"{number:>4}  ", "muted"), (_GAP.join(row), ""))) for number, row in _numbered(found.rows))
        return
    widths = [_width(column) for column in zip(found.titles, *found.rows, strict=True)]
    yield Line((("      ", ""), (_in_columns(found.titles, widths), "head")), is_choice=False)
    for number, row in _numbered(found.rows):
        yield Line(((f"{number:>4}  ", "muted"), (_in_columns(row, widths), "")))


def _numbered(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return enumerate(rows, start=1)


def _width(cells: Sequence[str]) -> int:
    return min(max(cell_len(one_line(text)) for text in cells), _WIDEST)


def _in_columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(cell(text, width) for text, width in zip(cells, widths, strict=True))
