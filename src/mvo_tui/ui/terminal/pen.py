"""Writes for a terminal: moves the cursor and changes the look with as few bytes as it can."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mvo_tui.ui.terminal.looks import PLAIN, Look, change, for_blanks

# To erase takes four or five bytes, and to step over what was erased five more.
_LONG_BLANKS = re.compile(" {11,}| {6,}$")
_WAY_BACK = 15
"""What a change of the ground costs besides its codes: most grounds are gone back to."""


class Piece(NamedTuple):
    """Text in one look, each character of which takes one cell; row and column count from 0."""

    row: int
    column: int
    text: str
    look: Look
    is_blank: bool

    @property
    def end(self) -> int:
        return self.column + len(self.text)


class Pen:
    """Begins anywhere.

    Args:
        look: in which the terminal draws so far; then the one in which it is left.
        can_erase: the terminal leaves the ground of the look where it erases, so that many blanks take few bytes.
        width: the columns of the terminal, 0 where it is not known.
    """

    def __init__(self, look: Look = PLAIN, *, can_erase: bool = False, width: int = 0) -> None:
        self._can_erase, self._width = can_erase, width
        self._written: list[str] = []
        self._row = self._column = -1
        self.look = look
        self._kept: dict[tuple[Look, bool], list[Piece]] = {}
        self._runs: list[Sequence[Piece]] = []

    def draw(self, pieces: Sequence[Piece]) -> None:
        """Draw `pieces` at the end, one after the other."""
        if len(pieces) == 1:
            self.keep(pieces)
        elif pieces:
            self._runs.append(pieces)

    def _draw(self, pieces: Iterable[Piece]) -> None:
        write = self._written.append
        for row, column, text, look, is_blank in pieces:
            if column != self._column or row != self._row:
                write(self._way(row, column))
            if look is not self.look:
                wanted = for_blanks(self.look, look) if is_blank else look
                write(change(self.look, wanted))
                self.look = wanted
            self._row = row
            if self._can_erase and look.hides_blanks:
                self._write_or_erase(column, text)
            else:
                write(text)
                self._column = column + len(text)

    def keep(self, pieces: Iterable[Piece]) -> None:
        """Draw `pieces` at the end, those of one look together.

        A movement of the cursor takes eight bytes, a change of colour nineteen.
        """
        for piece in pieces:
            look = piece.look.on_blank if piece.is_blank else piece.look
            self._kept.setdefault((look, piece.is_blank), []).append(piece)

    def repeat(self, row: int, column: int, output: str) -> None:
        """Write `output`, which begins and ends in the terminal's own look, as it is."""
        self._written += (change(self.look, PLAIN), absolute(row, column), output)
        self._row = self._column = -1
        self.look = PLAIN

    def end(self) -> str:
        """Everything that was written, in an order in which few codes lead from each look to the next."""
        waiting: list[tuple[Look, bool, Sequence[Piece]]] = [(*kind, pieces) for kind, pieces in self._kept.items()]
        waiting += [(run[0].look, run[0].is_blank, run) for run in self._runs]
        while waiting:
            nearest = min(range(len(waiting)), key=lambda number: self._distance(*waiting[number][:2]))
            self._draw(waiting.pop(nearest)[2])
        return "".join(self._written)

    def _distance(self, look: Look, is_blank: bool) -> int:
        """How far it is from the look of now to this one, in bytes."""
        codes = change(self.look, for_blanks(self.look, look) if is_blank else look)
        return len(codes) + (_WAY_BACK if look.ground != self.look.ground else 0)

    def _write_or_erase(self, column: int, text: str) -> None:
        """Write `text`, its long blanks by erasing, which leaves the cursor where it is."""
        at = 0
        for blanks in _LONG_BLANKS.finditer(text):
            self._written += (text[at : blanks.start()], f"\x1b[{len(blanks[0])}X")
            self._column = column + blanks.start()
            if (at := blanks.end()) < len(text):
                self._written.append(self._way(self._row, column + at))
        if at < len(text):
            self._written.append(text[at:])
            self._column = column + len(text)

    def _way(self, row: int, column: int) -> str:
        rows, cells = row - self._row, column - self._column
        if self._row >= 0 and rows in (1, 2) and self._column < self._width:  # behind the last column terminals differ
            return "\n" * rows + f"\x1b[{column + 1}G"
        if row != self._row or cells < 0:
            return absolute(row, column)
        return f"\x1b[{cells}C" if cells > 1 else "\x1b[C"


def absolute(row: int, column: int) -> str:
    """What moves the cursor there, from wherever it is."""
    return f"\x1b[{row + 1};{column + 1}H"
