"""The lanes of one card: what each says of a touchpoint."""

from mvo_tui.blueprint.backstage import back_cells, owner_cell, processes_behind, tools_cell
from mvo_tui.blueprint.cell import HOLE, MOMENT, STRONG, Cell
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.measured import measured_cells
from mvo_tui.blueprint.words import in_one, needed, optional
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.plan.places import field_place, item_place

MOMENTS = {"first contact": "first contact", "truth": "truth", "value": "VALUE"}
"""The moments that count most, as the board marks them: in words, and the one of value in capitals."""


def cells_of(touchpoint: Touchpoint, lane: Lane, index: PlanIndex) -> tuple[Cell, ...]:
    """What `lane` says of the card: one cell, or backstage one for each process or KPI; there is always one.

    A lane that rests on a process says nothing where the card has none: the hole is drawn once.
    """
    place = item_place("touchpoints", touchpoint.id)
    match lane:
        case Lane.MOMENT:
            return (_moment(touchpoint, place),)
        case Lane.TOUCHPOINT:
            return (needed(field_place(place, "name"), touchpoint.name, "no name yet", tone=STRONG, about=place),)
        case Lane.CUSTOMER:
            return (optional(field_place(place, "customer_action"), touchpoint.customer_action),)
        case Lane.CHANNEL:
            return (needed(field_place(place, "channel"), touchpoint.channel, "no channel"),)
        case Lane.FRONT:
            return (optional(field_place(place, "frontstage"), touchpoint.frontstage),)
        case Lane.BACK:
            return back_cells(touchpoint, index)
        case Lane.MEASURED:
            return measured_cells(touchpoint, index)
    make = owner_cell if lane is Lane.OWNER else tools_cell
    cells = tuple(make(process, index) for process in processes_behind(touchpoint, index))
    return cells or (Cell(field_place(place, "processes"), ()),)


def count_of(touchpoint: Touchpoint, lane: Lane, index: PlanIndex) -> int:
    """How many cells `lane` has for the card, without making them."""
    if lane is Lane.BACK:
        return len(set(touchpoint.processes)) or 1
    if lane in (Lane.TOOLS, Lane.OWNER):
        return len(set(touchpoint.processes) & index.process_ids) or 1
    return len(measured_cells(touchpoint, index)) if lane is Lane.MEASURED else 1


def _moment(touchpoint: Touchpoint, place: str) -> Cell:
    place = field_place(place, "moment")
    word = touchpoint.moment
    if not word:
        return Cell(place, (), field=place)
    if word in MOMENTS:
        return Cell(place, ((MOMENTS[word], MOMENT),), field=place)
    return Cell(place, ((f"{in_one(word)}?", HOLE),), is_hole=True, field=place)  # no word of its list
