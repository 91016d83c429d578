"""The part of a sheet that is in sight: which columns and rows, and what stands in which cell of the screen.

It scrolls sideways by whole columns; the heads of the stages and the names of the lanes stay in sight.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.layout import LABELS, Band, bands_of, widths_of
from mvo_tui.blueprint.sheet import Sheet, Spot


class Line(NamedTuple):
    """What a row of the screen shows: line number `line` of entry number `entry` of a band, all from 0."""

    band: Band
    entry: int
    line: int


@dataclass(frozen=True)
class Window:
    """A window on `sheet`: `width` by `height` cells of the screen.

    Attributes:
        room: the rows for which the lanes share out their lines; while a field is edited below, `height` is less, and
            the lanes keep the lines they had.
        first: the first column that is shown.
        up: the rows of the lanes that have gone up out of sight.
    """

    sheet: Sheet
    width: int
    height: int
    room: int
    first: int = 0
    up: int = 0

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How wide each column in sight is."""
        return widths_of(self.sheet, self.width)

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """All lanes, from top to bottom."""
        return bands_of(self.sheet, self.room, self.widths[0])

    @property
    def columns(self) -> range:
        """The columns in sight."""
        return range(self.first, self.first + len(self.widths))

    @property
    def head(self) -> int:
        """The rows of the heads, which do not scroll."""
        return min(self.bands[0].end, self.height)

    @property
    def most_up(self) -> int:
        """How far it can be scrolled."""
        return max(self._end - self.height, 0)

    @property
    def _end(self) -> int:
        return self.bands[-1].end - self.bands[-1].gap

    def line(self, y: int) -> Line | None:
        """What row `y` of the screen shows; None in a gap, and below all lanes."""
        row = self._row(y)
        band = next((band for band in self.bands if band.top <= row < band.end), None)
        if band is None:
            return None
        entry, line = divmod(row - band.top, band.lines)
        return Line(band, entry, line) if entry < band.entries else None

    def is_below_all(self, y: int) -> bool:
        return self._row(y) >= self._end

    def spot(self, x: int, y: int) -> Spot | None:
        """What can be gone to at that cell of the screen."""
        line = self.line(y)
        if line is None or line.band.lane is None or x < LABELS:
            return None
        left = LABELS
        for column, width in zip(self.columns, self.widths, strict=True):
            if left <= x < left + width or (line.band.lane is Lane.STAGE and self.sheet.stage_id):
                spot = Spot(column, line.band.lane, line.entry)
                return spot if self.sheet.entry(spot).cells else None
            left += width
        return None

    def showing(self, spot: Spot) -> "Window":
        """Scrolled no more than needed, so that `spot` can be seen."""
        first = max(min(self.first, spot.column), spot.column - len(self.widths) + 1)
        up = self.up
        band = next((band for band in self.bands if band.lane is spot.lane), self.bands[0])
        if band is not self.bands[0]:
            top = band.top + spot.entry * band.lines
            up = max(min(up, top - self.head), top + band.lines - self.height)
        return self._at(first, up)

    def scrolled(self, columns: int, rows: int) -> "Window":
        return self._at(self.first + columns, self.up + rows)

    def _at(self, first: int, up: int) -> "Window":
        """As near to these as there is something to see."""
        first = max(0, min(first, self.sheet.columns - len(self.widths)))
        up = max(0, min(up, self.most_up))
        return self if (first, up) == (self.first, self.up) else replace(self, first=first, up=up)

    def _row(self, y: int) -> int:
        return y if y < self.head else y + self.up
