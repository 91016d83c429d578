"""What stands on the terminal, and so what of an output it need not be told again.

Textual writes every line of a widget that has changed anywhere, each piece with all its colours. A key changes a tenth
of these cells. What goes to the terminal passes through here, and only the cells that differ go on. See
``docs/decisions/`` on writing what differs.
"""

import re
from collections.abc import Sequence
from operator import ne
from typing import NamedTuple

from mvo_tui.ui.terminal.looks import PLAIN, change
from mvo_tui.ui.terminal.pen import Pen, Piece, absolute
from mvo_tui.ui.terminal.spans import Cells, cells_of, in_doubt

_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
# Frame begins, frame ends, bell, and what is told to the window (clipboard, pointer): no cell changes.
_LEAVES_CELLS_ALONE = re.compile(r"\x1b\[\?2026[hl]|\x07|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
# Cells that differ, with up to four between them that don't: to write these again is no longer than to step over them.
_STRETCH = re.compile(b"\1+(?:\0{1,4}\1+)*")


class Span(NamedTuple):
    """One span of a frame: the column that it begins in, what was written for it, and its cells."""

    column: int
    output: str
    cells: Cells


class Row:
    """A row of the terminal, as `Cells` are; a cell that is not known holds a character that is never drawn."""

    __slots__ = ("marks", "text")

    def __init__(self) -> None:
        self.text = self.marks = ""

    def reach(self, end: int) -> None:
        """Have cells up to before `end`."""
        missing = end - len(self.text)
        if missing > 0:
            self.text += "\0" * missing
            self.marks += "\0" * missing


class Known:
    """All that is known of the terminal at one time."""

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.cursor = ""
        """What was written to bring the cursor to where it is."""


class TerminalMemory:
    """Passes on output to the terminal, as much of it as is needed. In any doubt it passes on all, and forgets.

    Args:
        can_erase: whether the terminal leaves the ground of the look where it erases.
        width: its columns, 0 where they are not known.
    """

    def __init__(self, *, can_erase: bool = False, width: int = 0) -> None:
        self._known = Known()
        self._look = PLAIN  # in which the terminal draws now
        self._can_erase = can_erase
        self.width = width

    def forget(self) -> None:
        """To be called when the terminal may have changed by itself. May come in the middle of all else: a signal."""
        self._known = Known()

    def needed(self, output: str) -> str:
        """What to write instead of `output`, so that the same is seen."""
        if _LEAVES_CELLS_ALONE.fullmatch(output):
            return output
        _, *parts = _MOVE.split(output) if _MOVE.match(output) else ("",)
        rows = _spans(parts) if parts else None
        if rows is None:
            self.forget()
            return self._plain() + output
        return self._drawn(rows, f"\x1b[{parts[-3]};{parts[-2]}H")

    def drawn(self, pieces: Sequence[tuple[int, int, str]], cursor: tuple[int, int] | None = None) -> str:
        """What to write so that `pieces` are seen: row, column and text in its styles, in their order.

        `cursor`: row and column where it is left; None where more is drawn in a moment.
        """
        rows: dict[int, list[Span]] = {}
        for row, column, output in pieces:
            if (cells := cells_of(output)) is None:
                self.forget()
                return self._plain() + "".join(f"{absolute(row, column)}{output}" for row, column, output in pieces)
            rows.setdefault(row, []).append(Span(column, output, cells))
        return self._drawn(rows, absolute(*cursor) if cursor else "")

    def _drawn(self, rows: dict[int, list[Span]], cursor: str) -> str:
        known = self._known
        pen = Pen(self._look, can_erase=self._can_erase, width=self.width)
        _draw(pen, known, rows)
        drawn = pen.end()
        self._look = pen.look
        if not drawn and cursor in (known.cursor, ""):
            return ""
        known.cursor = cursor
        return drawn + cursor

    def _plain(self) -> str:
        """What leads to the terminal's own look."""
        before, self._look = self._look, PLAIN
        return change(before, PLAIN)


def _spans(parts: list[str]) -> dict[int, list[Span]] | None:
    """The spans of a frame by row; `parts` are row, column and output, again and again. None: it holds something else.

    The last of them is where the cursor is left, and nothing is written there. Spans stand beside each other.
    """
    if parts[-1]:
        return None
    rows: dict[int, list[Span]] = {}
    for row, column, output in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if output and output != "\n":  # a line end follows each row, and the cursor is moved behind it
            written = output.removesuffix("\n")
            cells, start = cells_of(written), int(column) - 1
            spans = rows.setdefault(int(row) - 1, [])
            if cells is None or (spans and start < spans[-1].column + len(spans[-1].cells.text)):
                return None
            spans.append(Span(start, written, cells))
    return rows


def _draw(pen: Pen, known: Known, rows: dict[int, list[Span]]) -> None:
    """Draw what brings the terminal from what is `known` of it to these spans, and remember them."""
    for number, spans in rows.items():
        if all(span.cells.is_sure for span in spans):
            row = known.rows.setdefault(number, Row())
            for span in spans:
                _draw_differences(pen, number, row, span)
        else:  # a wide character may cover its neighbour, a mark sits on it, and what runs from the right may turn it
            known.rows.pop(number, None)
            for span in spans:
                pen.repeat(number, span.column, span.output)


def _draw_differences(pen: Pen, number: int, row: Row, span: Span) -> None:
    """Draw what of `span` is not in `row` yet, which then has it."""
    start, cells = span.column, span.cells
    end = start + len(cells.text)
    row.reach(end)
    text, marks = row.text[start:end], row.marks[start:end]
    if text == cells.text and marks == cells.marks:
        return
    row.text = row.text[:start] + cells.text + row.text[end:]
    row.marks = row.marks[:start] + cells.marks + row.marks[end:]
    changed = _changed(text, cells.text)
    if marks != cells.marks:
        changed = _either(changed, _changed(marks, cells.marks))
    before, after = in_doubt(text), in_doubt(cells.text)
    doubt = min((*before, *after), default=len(changed))
    is_doubtful = 1 in changed[doubt:]
    for stretch in _STRETCH.finditer(changed[:doubt] if is_doubtful else changed):
        pen.keep(_pieces(number, span, *stretch.span(), changed))
    if is_doubtful:  # what is behind the doubt may stand elsewhere, so it is written as one
        last = changed.rfind(1) + 1 if before == after else len(changed)
        pen.draw(_pieces(number, span, doubt, last, b"\1" * last))


def _changed(before: str, after: str) -> bytes:
    """1 for each character that differs, else 0."""
    return bytes(map(ne, before, after))


def _either(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) | int.from_bytes(other)).to_bytes(len(one))


def _pieces(number: int, span: Span, start: int, end: int, changed: bytes) -> list[Piece]:
    """The cells from `start` to before `end`, the first and the last changed ones, in pieces of one look."""
    pieces: list[Piece] = []
    for run in span.cells.runs:
        first, last = max(start, run.start), min(end, run.end)
        if first < last:
            if first != start:
                first = changed.find(1, first, last)
            if last != end:
                last = changed.rfind(1, first, last) + 1
            if 0 <= first < last:
                text = span.cells.text[first:last]
                _add(pieces, Piece(number, span.column + first, text, run.look, text.isspace()))
        elif run.start >= end:
            break
    return pieces


def _add(pieces: list[Piece], piece: Piece) -> None:
    """Add `piece`; or make it one with the last where one look does for both, since it is not seen on blanks."""
    if pieces:
        last = pieces[-1]
        if last.end == piece.column and (last.is_blank or piece.is_blank) and last.look.on_blank is piece.look.on_blank:
            look = piece.look if last.is_blank else last.look
            both = last.is_blank and piece.is_blank
            pieces[-1] = Piece(last.row, last.column, last.text + piece.text, look, both)
            return
    pieces.append(piece)
