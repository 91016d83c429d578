"""How a row of the board looks, and how it is painted: the name of a lane, then a piece of each column."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from mvo_tui.blueprint.lanes import LINE_OF_VISIBILITY
from mvo_tui.blueprint.layout import LABELS
from mvo_tui.ui.widgets.line_list import Span
from mvo_tui.ui.widgets.word_wrap import one_line, rows_of

RULE = "│"


class Piece(NamedTuple):
    """One line of one cell, in a column of `width` cells, the rule at its left edge included.

    `spans`: as `cut` has made them, fit for the terminal. `light`: how strongly the cursor shows on it: "", "cursor",
    or "cursor-blurred" while the keys go elsewhere.
    """

    spans: tuple[Span, ...]
    width: int
    light: str = ""


class Row(NamedTuple):
    """One row of the screen.

    `bar`: the cell at the right edge that tells how far one has scrolled, "" where all is in sight. `letters`: what
    leads there, each painted at its column.
    """

    label: str
    pieces: tuple[Piece, ...]
    bar: str = ""
    kind: str = ""
    """Of what it is a row: "" as it is, "shade" of every second lane, "head" of the stages, "line" of visibility."""
    letters: tuple[tuple[int, str], ...] = ()

    def regions(self, before: "Row") -> Iterator[tuple[int, int]]:
        """Where it differs from the row before: the first cell and how many; all of it where that is simpler."""
        if self._replace(pieces=()) != before._replace(pieces=()) or len(self.pieces) != len(before.pieces):
            yield 0, 1_000
            return
        x = LABELS
        for piece, other in zip(self.pieces, before.pieces, strict=True):
            if piece != other:
                yield (x, piece.width) if piece.width == other.width else (x, 1_000)
            x += piece.width


@lru_cache(maxsize=4096)
def cut(spans: tuple[Span, ...], width: int, lines: int) -> tuple[tuple[Span, ...], ...]:
    """The text of `spans` in `lines` lines of `width` cells, broken between words; an ellipsis where it goes on."""
    spans = tuple((one_line(text), style) for text, style in spans)
    text = "".join(text for text, _style in spans)
    rows = rows_of(text, max(width, 1))
    found = [tuple(_slice(spans, *row)) for row in rows[:lines]]
    if len(rows) > lines:
        start = rows[lines - 1].start
        found[-1] = (*_slice(spans, start, _fitting(text, start, width - 1)), ("…", "muted"))
    return (*found, *(() for _ in range(lines - len(found))))


def _fitting(text: str, start: int, width: int) -> int:
    """The end of as much of the text from `start` on as takes `width` cells."""
    end = start
    while end < len(text) and width >= cell_len(text[end]):
        width -= cell_len(text[end])
        end += 1
    return end


def _slice(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    position = 0
    for text, style in spans:
        part = text[max(start - position, 0) : max(end - position, 0)]
        if part:
            yield part, style
        position += len(text)


class Ink(NamedTuple):
    """The styles that a row is painted with, by their names, and the ground below them."""

    ground: Style
    styles: Mapping[str, Style]

    def of(self, name: str) -> Style:
        return self.ground + self.styles[name] if name else self.ground

    def on(self, name: str) -> "Ink":
        """The same on another ground."""
        return self._replace(ground=self.of(name))


def painted(row: Row, width: int, ink: Ink) -> Strip:
    """The row, `width` cells wide."""
    ink = ink.on("shade") if row.kind in ("shade", "head") else ink
    bar = [Segment(row.bar, ink.of("muted"))] if row.bar else []
    segments = [Segment(f" {row.label:<{LABELS - 1}.{LABELS - 1}}", ink.of("muted"))]
    if row.kind == "line":
        segments += _line_of_visibility(sum(piece.width for piece in row.pieces), ink)
    else:
        segments += [segment for piece in row.pieces for segment in _piece(piece, ink)]
    return Strip([*Strip(segments).adjust_cell_length(width - len(bar), ink.ground), *bar])


def _piece(piece: Piece, ink: Ink) -> Strip:
    """The rule, a blank, and the text; the light of the cursor begins behind the rule."""
    rule, ink = ink.of("rule"), ink.on(piece.light)
    edge = [Segment(RULE, rule), Segment(" ", ink.ground)] if piece.light else [Segment(f"{RULE} ", rule)]
    words = [Segment(text, ink.ground if piece.light else ink.of(style)) for text, style in piece.spans]
    return Strip([*edge, *words]).adjust_cell_length(piece.width, ink.ground)


def _line_of_visibility(width: int, ink: Ink) -> list[Segment]:
    words = f" {LINE_OF_VISIBILITY} "
    left = max((width - len(words)) // 4 * 2, 0)
    dashes = "- " * (width // 2)
    right = dashes[: max(width - left - len(words), 0)]
    rule = ink.of("rule")
    return [Segment(dashes[:left], rule), Segment(words[:width], ink.of("head")), Segment(right, rule)]
