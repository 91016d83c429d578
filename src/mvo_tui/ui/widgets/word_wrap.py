"""Where the lines of a text break, by words, as slices of the text; every character is in exactly one line."""

import re
from typing import NamedTuple

from rich.cells import cell_len

_WORD = re.compile(r"\S*\s*")
_JOINERS = "\u200c\u200d"  # they shape the letters beside them


class Row(NamedTuple):
    """The text from `start` to `end`, drawn in one line."""

    start: int
    end: int


def drawn(text: str) -> str:
    """`text` as it may be drawn: what has no shape, or turns the direction of all that follows, becomes a dot."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _JOINERS else "\u00b7" for char in text)


def one_line(text: str) -> str:
    """Text as it may go to the terminal in one line: no line ends, no control characters."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else " " for character in text)


def rows_of(text: str, width: int) -> list[Row]:
    """The rows of `text` (as `drawn`) at `width` cells. Blanks at the end of a row may hang over."""
    if cell_len(text) <= width:
        return [Row(0, len(text))]
    rows: list[Row] = []
    start = used = 0
    for word in _WORD.finditer(text):
        body = cell_len(word[0].rstrip())
        if used and used + body > width:
            rows.append(Row(start, word.start()))
            start, used = word.start(), 0
        if body > width:
            start, used = _break(rows, text, word.start(), word.end(), width)
        else:
            used += cell_len(word[0])
    rows.append(Row(start, len(text)))
    return rows


def wrapped(text: str, width: int, most: int = 0) -> list[str]:
    """`text` in lines as they are read; `most` lines of it and a mark that there is more, 0 for all."""
    plain = one_line(text)
    lines = [plain[row.start : row.end].rstrip() for row in rows_of(plain, width)]
    if 0 < most < len(lines):
        last = lines[most - 1]
        return [*lines[: most - 1], f"{last[: rows_of(last, width - 2)[0].end].rstrip()} …"]
    return lines


def _break(rows: list[Row], text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Break a word that is longer than a row; the start of the last row and the cells used in it."""
    used = 0
    for position in range(start, end):
        cells = cell_len(text[position])
        if used + cells > width and not text[position].isspace():
            rows.append(Row(start, position))
            start, used = position, 0
        used += cells
    return start, used
