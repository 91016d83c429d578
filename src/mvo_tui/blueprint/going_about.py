"""From spot to spot: the arrow keys on a sheet, from card to card and from lane to lane."""

from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.sheet import Sheet, Spot


def settled(sheet: Sheet, spot: Spot) -> Spot:
    """The nearest spot that there is: the column, then the lane, then the entry give way."""
    column = max(0, min(spot.column, sheet.columns - 1))
    lane = spot.lane if spot.lane in sheet.lanes else sheet.lanes[0]
    if not sheet.many(column, lane):
        here = sheet.lanes.index(lane)
        lanes = sorted(sheet.lanes, key=lambda other: abs(sheet.lanes.index(other) - here))
        lane = next(other for other in lanes if sheet.many(column, other))
    return Spot(column, lane, max(0, min(spot.entry, sheet.many(column, lane) - 1)))


def beside(sheet: Sheet, spot: Spot, step: int) -> Spot | None:
    """The same lane of the column `step` further to the right; None where there is no such column."""
    column = spot.column + step
    return settled(sheet, spot._replace(column=column)) if 0 <= column < sheet.columns else None


def along(sheet: Sheet, spot: Spot, step: int) -> Spot:
    """One entry down (`step` 1) or up (-1), from lane to lane; the same spot at the end."""
    entry = spot.entry + step
    if 0 <= entry < sheet.many(spot.column, spot.lane):
        return spot._replace(entry=entry)
    lane = _lane_beyond(sheet, spot, step)
    if lane is None:
        return spot
    return Spot(spot.column, lane, 0 if step > 0 else sheet.many(spot.column, lane) - 1)


def across(sheet: Sheet, spot: Spot, step: int) -> Spot:
    """The same card in the lane below (`step` 1) or above (-1)."""
    lane = _lane_beyond(sheet, spot, step)
    return spot if lane is None else settled(sheet, spot._replace(lane=lane))


def _lane_beyond(sheet: Sheet, spot: Spot, step: int) -> Lane | None:
    here = sheet.lanes.index(spot.lane)
    beyond = sheet.lanes[here + 1 :] if step > 0 else sheet.lanes[:here][::-1]
    return next((lane for lane in beyond if sheet.many(spot.column, lane)), None)
