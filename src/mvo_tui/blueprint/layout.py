"""How the board shares the room it has: how many lines each lane gets, and how wide the columns are.

The shares follow from the room and the number of entries alone, never from the texts: while one edits and moves about,
nothing jumps.
"""

from typing import NamedTuple

from mvo_tui.blueprint.lanes import BACKSTAGE, Lane
from mvo_tui.blueprint.sheet import Sheet

LABELS = 11
"""Cells for the names of the lanes, at the left edge."""
_NARROWEST, _NARROWEST_CLOSE = 15, 19
_WIDEST = 48

_GROWING = (
    Lane.TOUCHPOINT,
    Lane.STAGE,
    Lane.CUSTOMER,
    Lane.FRONT,
    Lane.BACK,
    Lane.MEASURED,
    Lane.OWNER,
    Lane.TOOLS,
    Lane.CHANNEL,
)
"""The lanes that take a further line where there is room, those whose texts are longest first."""
_MOST_LINES, _MOST_LINES_CLOSE = 2, 4


class Band(NamedTuple):
    """A lane, or the line of visibility (no lane), from row `top` on: so many entries of so many lines each.

    `gap`: rows left free below it.
    """

    lane: Lane | None
    top: int
    entries: int
    lines: int
    gap: int = 0

    @property
    def end(self) -> int:
        """The first row behind it."""
        return self.top + self.entries * self.lines + self.gap


class Widths(NamedTuple):
    """The columns that can be seen at once: how wide each of them is, the rule at its left edge included."""

    columns: tuple[int, ...]

    @property
    def shown(self) -> int:
        return len(self.columns)


def bands_of(sheet: Sheet, room: int) -> tuple[Band, ...]:
    """The lanes of `sheet` from top to bottom; more than `room` rows only where one line for each entry needs them."""
    most = _MOST_LINES_CLOSE if sheet.stage_id else _MOST_LINES
    entries = {lane: sheet.most(lane) for lane in sheet.lanes}
    lines = dict.fromkeys(sheet.lanes, 1)
    has_line = any(lane.is_backstage for lane in sheet.lanes)
    left = room - sum(entries.values()) - has_line
    if len(sheet.lanes) == 1:  # a single cell, which says what to do
        return (Band(sheet.lanes[0], 0, 1, max(room, 1)),)
    gaps = len(sheet.lanes) + has_line - 1
    gap = 0
    for round_lines in range(2, most + 1):
        for lane in _GROWING:
            if lane in entries and entries[lane] <= left:
                lines[lane] = round_lines
                left -= entries[lane]
        if not gap and sheet.stage_id and left >= gaps:  # close up, lanes are easier to tell apart than to fill
            gap, left = 1, left - gaps
    return _stacked(sheet, entries, lines, gap)


def _stacked(sheet: Sheet, entries: dict[Lane, int], lines: dict[Lane, int], gap: int) -> tuple[Band, ...]:
    bands: list[Band] = []
    top = 0
    for lane in sheet.lanes:
        if lane is BACKSTAGE[0]:
            bands.append(Band(None, top, 1, 1, gap))
            top = bands[-1].end
        bands.append(Band(lane, top, entries[lane], lines[lane], gap))
        top = bands[-1].end
    return tuple(bands)


def widths_of(sheet: Sheet, width: int) -> Widths:
    """As many columns as fit beside the names of the lanes, as wide as they may be."""
    room = max(width - LABELS, 1)
    if len(sheet.lanes) == 1:
        return Widths((width,))
    narrowest = _NARROWEST_CLOSE if sheet.stage_id else _NARROWEST
    shown = max(1, min(sheet.columns, room // narrowest))
    each, over = divmod(room, shown)
    return Widths(tuple(min(each + (number < over), _WIDEST) for number in range(shown)))
