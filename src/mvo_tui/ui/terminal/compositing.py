"""Which lines of which widgets make a frame: of what has changed, only what is seen.

Textual cuts every line that it touches wherever any widget begins or ends, also those of widgets that others cover,
and makes the lines of all that lies between two changes. That was a third of what an answer took.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip

Stretch = tuple[int, int]
"""The columns from the first to before the second."""


class Piece(NamedTuple):
    """What stands in row `y` from column `x` on."""

    y: int
    x: int
    strip: Strip


class Pieces(CompositorUpdate):
    """A part of the screen, in pieces from left to right and from top to bottom.

    Attributes:
        is_followed: more is drawn in a moment, so that the cursor need not be brought to its place.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = sorted(pieces, key=itemgetter(0, 1))
        self.is_followed = False

    def render_segments(self, console: Console) -> str:
        return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for y, x, strip in self.pieces)


class _Band(NamedTuple):
    """Rows `top` to before `bottom`, in which the same is still to be drawn."""

    top: int
    bottom: int
    wanted: tuple[Stretch, ...]
    """What has changed."""
    free: tuple[Stretch, ...]
    """What no widget so far covers, where any of it is wanted."""


class FrontToBack(Compositor):
    """Goes from the widget in front to the one at the back, until all that has changed is covered."""

    def render_partial_update(self) -> Pieces | None:  # type: ignore[override]
        """What has changed since the last time; None where nothing has."""
        regions = {region.intersection(self.size.region) for region in self._dirty_regions}
        self._dirty_regions.clear()
        bands = list(_bands(self._regions_to_spans(filter(None, regions)), self.size.width))
        return Pieces(self._pieces(bands)) if bands else None

    def _pieces(self, bands: list[_Band]) -> Iterator[Piece]:
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            left = list[_Band]()
            for band in bands:
                top, bottom = max(band.top, shown.y), min(band.bottom, shown.bottom)
                if top >= bottom or not _any_meets(shown.column_span, band.free):
                    left.append(band)
                    continue
                visible, free = _covered(band, shown.column_span)
                if visible:
                    lines = widget.render_lines(Region(0, top - region.y, region.width, bottom - top))
                    for y, line in enumerate(lines, top):
                        for start, end in visible:
                            yield Piece(y, start, line.crop(start - region.x, end - region.x))
                left += (_Band(*rows, band.wanted, band.free) for rows in ((band.top, top), (bottom, band.bottom)))
                left.append(_Band(top, bottom, band.wanted, free))
            bands = [band for band in left if band.free and band.top < band.bottom]
            if not bands:
                return


def _bands(spans: Iterable[tuple[int, int, int]], width: int) -> Iterator[_Band]:
    """The bands of `spans`, each a row and the columns from one to before another, with nothing covered yet."""
    rows = ((y, tuple(span[1:] for span in of_row)) for y, of_row in groupby(spans, key=itemgetter(0)))
    top = bottom = 0
    wanted: tuple[Stretch, ...] = ()
    for y, stretches in rows:
        if stretches != wanted or y != bottom:
            if wanted:
                yield _Band(top, bottom, wanted, ((0, width),))
            top, wanted = y, stretches
        bottom = y + 1
    if wanted:
        yield _Band(top, bottom, wanted, ((0, width),))


def _covered(band: _Band, columns: Stretch) -> tuple[list[Stretch], tuple[Stretch, ...]]:
    """What of a widget in `columns` is seen and wanted, in one stretch as far as it is seen; and what is free then."""
    visible, free = list[Stretch](), list[Stretch]()
    for start, end in band.free:
        first, last = max(start, columns[0]), min(end, columns[1])
        if first >= last:
            free.append((start, end))
        else:
            if _any_meets((first, last), band.wanted):
                visible.append((first, last))
            free += ((start, first), (last, end))
    return visible, tuple(stretch for stretch in free if _any_meets(stretch, band.wanted))


def _any_meets(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether `stretch` has a column in common with any of the `others`."""
    start, end = stretch
    return any(start < other_end and other_start < end for other_start, other_end in others if start < end)
