"""One stage up close: a column for each of its cards, and in each lane a line for each cell of the card."""

from mvo_tui.blueprint.cards import cells_of, count_of
from mvo_tui.blueprint.cell import Cell
from mvo_tui.blueprint.heads import head_cell, no_card
from mvo_tui.blueprint.lanes import LANES, Lane
from mvo_tui.blueprint.sheet import Entry, Sheet, Spot
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Stage
from mvo_tui.plan.places import item_place


class OneStage(Sheet):
    """The cards of `stage`. Its head spans them all, so it stands in each column."""

    lanes = tuple(lane for lane in LANES if lane is not Lane.FUNCTION)

    def __init__(self, index: PlanIndex, stage: Stage) -> None:
        super().__init__(index)
        self.stage, self.stage_id = stage, stage.id

    @property
    def columns(self) -> int:
        return len(self.stage.touchpoints) or 1

    def most(self, lane: Lane) -> int:
        return max((self.many(column, lane) for column in range(self.columns)), default=1) or 1

    def many(self, column: int, lane: Lane) -> int:
        if lane is Lane.STAGE:
            return 1
        if not self.stage.touchpoints:
            return int(lane is Lane.TOUCHPOINT)
        return count_of(self.stage.touchpoints[column], lane, self.index)

    def make(self, spot: Spot) -> Entry:
        if spot.lane is Lane.STAGE:
            return Entry((head_cell(self.stage, is_with_function=True),))
        if not self.stage.touchpoints:
            return Entry((no_card(self.stage),))
        card = self.stage.touchpoints[spot.column]
        return Entry((cells_of(card, spot.lane, self.index)[spot.entry],), card=card.id)

    def owner(self, spot: Spot) -> str:
        if spot.lane is Lane.STAGE or not self.stage.touchpoints:
            return item_place("stages", self.stage.id)
        return item_place("touchpoints", self.stage.touchpoints[spot.column].id)

    def find(self, owner: str, lane: Lane, cell: Cell | None = None) -> Spot | None:
        if owner == item_place("stages", self.stage.id):
            return Spot(0, lane if lane is Lane.TOUCHPOINT else Lane.STAGE)
        ids = [item_place("touchpoints", card.id) for card in self.stage.touchpoints]
        if owner not in ids:
            return None
        column = ids.index(owner)
        if lane.is_of_stage:
            return Spot(column, Lane.STAGE)
        keys = [other.key for other in cells_of(self.stage.touchpoints[column], lane, self.index)]
        return Spot(column, lane, keys.index(cell.key) if cell and cell.key in keys else 0)
