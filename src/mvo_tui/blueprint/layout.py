"""How the board shares the room it has: how many lines each lane gets, and how wide the columns are.

The shares follow from the room and the number of entries alone, never from the texts: while one edits and moves about,
nothing jumps.
"""

from typing import NamedTuple

from mvo_tui.blueprint.lanes import BACKSTAGE, Lane
from mvo_tui.blueprint.sheet import Sheet

LABELS = 11
"""Cells for the names of the lanes, at the left edge."""
_NARROWEST, _NARROWEST_CLOSE_UP = 15, 20
_WIDEST = 48
_WIDE = 30
"""From here on two lines are enough for nearly every text."""

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
_MOST_LINES = {Lane.STAGE: 3, Lane.CHANNEL: 2, Lane.BACK: 3, Lane.TOOLS: 3, Lane.OWNER: 3}
_MOST = 4  # of all other lanes


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


def widths_of(sheet: Sheet, width: int) -> tuple[int, ...]:
    """The columns that are seen at once, as wide as they may be; the rule at the left edge of each is included."""
    room = max(width - LABELS, 1)
    narrowest = _NARROWEST_CLOSE_UP if sheet.stage_id else _NARROWEST
    shown = max(1, min(sheet.columns, room // narrowest))
    if len(sheet.lanes) == 1:  # a single cell, which says what to do
        return (room,)
    each, over = divmod(room, shown)
    return tuple(min(each + (number < over), _WIDEST) for number in range(shown))


def bands_of(sheet: Sheet, room: int, width: int) -> tuple[Band, ...]:
    """The lanes from top to bottom, in columns of `width`; in `room` rows, if one line for each entry fits in there."""
    entries = {lane: sheet.most(lane) for lane in sheet.lanes}
    if len(sheet.lanes) == 1:
        return (Band(sheet.lanes[0], 0, 1, max(room, 1)),)
    lines = dict.fromkeys(sheet.lanes, 1)
    left, gap, gaps = room - sum(entries.values()) - 1, 0, len(sheet.lanes)
    for round_lines in (2, 3, 4):
        for lane in _GROWING:
            if lane in entries and entries[lane] <= left and round_lines <= _most_lines(sheet, lane, width):
                lines[lane] = round_lines
                left -= entries[lane]
        if not gap and sheet.stage_id and left >= gaps:  # close up, lanes that stand apart say more than longer ones
            gap, left = 1, left - gaps
    return _stacked(sheet, entries, lines, gap)


def _most_lines(sheet: Sheet, lane: Lane, width: int) -> int:
    if lane is Lane.STAGE and sheet.stage_id:  # it spans all columns
        return 1
    most = _MOST_LINES.get(lane, _MOST)
    return most if width < _WIDE else min(most, 2)


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
