"""From a plan to the board: the sheet of a zoom, and where a place of the plan stands on it."""

from typing import NamedTuple

from mvo_tui.blueprint.blank import BlankBoard
from mvo_tui.blueprint.cards import cells_of
from mvo_tui.blueprint.cell import Cell
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.missing import holes_of_journey
from mvo_tui.blueprint.one_stage import OneStage
from mvo_tui.blueprint.overview import WHOLE_WAY, Overview
from mvo_tui.blueprint.sheet import Sheet
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.plan.places import item_place

_LANES = {
    "stages": {"function": Lane.FUNCTION, "touchpoints": Lane.TOUCHPOINT},
    "touchpoints": {
        "moment": Lane.MOMENT,
        "customer_action": Lane.CUSTOMER,
        "channel": Lane.CHANNEL,
        "frontstage": Lane.FRONT,
        "processes": Lane.BACK,
    },
    "processes": {"owner": Lane.OWNER, "tools": Lane.TOOLS},
    "kpis": {},
}
"""The lane in which a field of an item shows."""
_LANE = {"stages": Lane.STAGE, "touchpoints": Lane.TOUCHPOINT, "processes": Lane.BACK, "kpis": Lane.MEASURED}
"""The lane in which the item shows itself, and every field that has no lane of its own."""


class Whereabouts(NamedTuple):
    """Where a place of the plan stands: in that lane of a card or stage (`owner`), in that cell of it if told."""

    owner: str
    lane: Lane
    cell: Cell | None = None


def sheet_of(index: PlanIndex, stage_id: str = "") -> Sheet:
    """The board of `index`: that stage alone, or all of them where it is "" or gone."""
    if not index.plan.stages:
        return BlankBoard(index)
    stage = next((stage for stage in index.plan.stages if stage.id == stage_id), None)
    return OneStage(index, stage) if stage else Overview(index)


def whereabouts(place: str, index: PlanIndex) -> Whereabouts | None:
    """Where `place` stands, or None where it is on no card, as a role or a process behind no touchpoint is not.

    What several cards share, as a process may be, is found at the first of them.
    """
    collection, _, rest = place.partition(".")
    item_id, _, field = rest.partition(".")
    if collection == "journey":
        return _in_journey(place, index)
    lane = _LANES.get(collection, {}).get(field.partition(".")[0], _LANE.get(collection))
    owner = item_place(collection, item_id)
    if lane is None:
        return None
    if collection == "touchpoints":
        return Whereabouts(owner, lane) if item_id in index.touchpoint else None
    if collection == "stages":
        is_there = any(stage.id == item_id for stage in index.plan.stages)
        return Whereabouts(owner, lane) if is_there else None
    if collection == "processes":
        card = next(iter(index.touchpoints_behind.get(item_id, ())), None)
        return _behind(card, item_id, lane, index) if card and item_id in index.process else None
    return _measured(owner, index)


def _behind(card: Touchpoint, process_id: str, lane: Lane, index: PlanIndex) -> Whereabouts:
    known = [key for key in dict.fromkeys(card.processes) if lane is Lane.BACK or key in index.process]
    cells = cells_of(card, lane, index)
    return Whereabouts(item_place("touchpoints", card.id), lane, cells[known.index(process_id)])


def _measured(kpi_place: str, index: PlanIndex) -> Whereabouts | None:
    """The first card at which the KPI is shown."""
    kpi = index.kpi.get(kpi_place.partition(".")[2])
    if kpi is None:
        return None
    by_process = (card for key in kpi.processes for card in index.touchpoints_behind.get(key, ()))
    cards = (*by_process, *index.touchpoints_serving.get(kpi.promise or "", ()))
    for card in cards:
        for cell in cells_of(card, Lane.MEASURED, index):
            if cell.about == kpi_place:
                return Whereabouts(item_place("touchpoints", card.id), Lane.MEASURED, cell)
    return None


def _in_journey(place: str, index: PlanIndex) -> Whereabouts | None:
    name = place.rpartition(".")[2]
    holes = holes_of_journey(index)
    cell = next((cell for cell in holes if cell.place.rpartition(".")[2] == name), None)
    return Whereabouts(WHOLE_WAY, Lane.TOUCHPOINT, cell) if cell else None
