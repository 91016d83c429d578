"""A table in a text: the cells that a spreadsheet puts on the clipboard, CSV, or a table in Markdown.

What is in the cells is data and stays as it was typed; only the cells are found here.
"""

import csv
import re
from enum import StrEnum
from typing import NamedTuple

MOST_ROWS = 1_000
"""More are left out, and the founder is told."""
MOST_COLUMNS = 40

_RULE = re.compile(r":?-+:?")  # what stands in each cell of the line below the head
_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # other ends of lines are part of a cell
_BORDER = re.compile(r"(?<!\\)\|")


class Written(StrEnum):
    """How a table is written."""

    TABS = "tabs"
    MARKDOWN = "markdown"
    COMMAS = "commas"  # or semicolons


class Grid(NamedTuple):
    """A table: the cells of its head, those of each row (as many), and how much was left out at the end."""

    written: Written
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rows_left_out: int = 0
    columns_left_out: int = 0

    def without_head(self) -> "Grid":
        """The same where the first line is a row like the others."""
        return self._replace(head=("",) * len(self.head), rows=(self.head, *self.rows))


def grid_of(text: str) -> Grid | None:
    """The table that `text` is; None where it is none.

    Lines with commas may as well be plain sentences: whether they are a table is told by what the head says.
    """
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    if _is_markdown(lines):
        return _grid(Written.MARKDOWN, [_cells(line) for line in lines if not _is_rule(line)])
    if "\t" in lines[0]:
        return _grid(Written.TABS, _separated(text, "\t"))
    for comma in (";", ","):
        if comma in lines[0] and (rows := _separated(text, comma)) and _are_even(rows):
            return _grid(Written.COMMAS, rows)
    return None


def _is_markdown(lines: list[str]) -> bool:
    return all("|" in line for line in lines) and (_is_rule(lines[1]) or all(x.lstrip().startswith("|") for x in lines))


def _is_rule(line: str) -> bool:
    return "|" in line and all(map(_RULE.fullmatch, _cells(line)))


def _cells(line: str) -> list[str]:
    """The cells of a line in Markdown; a bar within a cell is written with a backslash."""
    plain = line.strip()
    plain = plain[1:] if plain.startswith("|") else plain
    plain = plain[:-1] if plain.endswith("|") and not plain.endswith("\\|") else plain
    return [cell.replace("\\|", "|").strip() for cell in _BORDER.split(plain)]


def _separated(text: str, mark: str) -> list[list[str]]:
    """The cells of a text in which `mark` parts them; one in quotation marks may hold line ends."""
    try:
        rows = list(csv.reader(_LINE.findall(text), delimiter=mark))
    except csv.Error:  # a cell longer than the reader takes
        rows = [line.split(mark) for line in text.split("\n")]
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _are_even(rows: list[list[str]]) -> bool:
    """Whether each row has the cells of the head, as lines of prose with commas seldom have."""
    return len(rows) > 1 and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows)


def _grid(written: Written, rows: list[list[str]]) -> Grid | None:
    if len(rows) < 2:
        return None
    head = tuple(rows[0][:MOST_COLUMNS])
    body = (tuple((*row, *("",) * len(head))[: len(head)]) for row in rows[1 : MOST_ROWS + 1])
    widest = max(map(len, rows))
    return Grid(
        written,
        head,
        tuple(row for row in body if any(row)),
        rows_left_out=max(len(rows) - 1 - MOST_ROWS, 0),
        columns_left_out=max(widest - len(head), 0),
    )
