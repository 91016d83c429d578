"""The whole way at a glance: a column for each stage, a line for each card in each lane, and what is missing."""

from collections.abc import Mapping
from functools import cached_property

from mvo_tui.blueprint.cards import cells_of
from mvo_tui.blueprint.cell import HOLE, Cell
from mvo_tui.blueprint.heads import function_cell, head_cell, no_card
from mvo_tui.blueprint.lanes import LANES, Lane
from mvo_tui.blueprint.missing import holes_of_journey
from mvo_tui.blueprint.sheet import Entry, Sheet, Spot
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Stage
from mvo_tui.plan.places import item_place

WHOLE_WAY = "journey"
_ONCE = (Lane.STAGE, Lane.FUNCTION, Lane.MOMENT)  # the lanes with one line for the whole stage
_STILL_MISSING = Cell(WHOLE_WAY, (("still missing", HOLE),), is_hole=True)


class Overview(Sheet):
    """All stages. Behind the last one stands what the journey lacks, where it lacks something."""

    lanes = LANES

    def __init__(self, index: PlanIndex) -> None:
        super().__init__(index)
        self._stages = index.plan.stages

    @cached_property
    def missing(self) -> tuple[Cell, ...]:
        """What the journey as a whole lacks."""
        return holes_of_journey(self.index)

    @property
    def columns(self) -> int:
        return len(self._stages) + bool(self.missing)

    @cached_property
    def _most_cards(self) -> int:
        return max((len(stage.touchpoints) for stage in self._stages), default=1) or 1

    @cached_property
    def _missing_at(self) -> Mapping[tuple[Lane, int], Cell]:
        """Where each hole stands in the column of what is missing: one below the other, whatever the lanes."""
        lanes = self.lanes[self.lanes.index(Lane.MOMENT) :]
        spots = ((lane, number) for lane in lanes for number in range(self.most(lane)))
        return dict(zip(spots, self.missing, strict=False))

    def most(self, lane: Lane) -> int:
        return 1 if lane in _ONCE else self._most_cards

    def many(self, column: int, lane: Lane) -> int:
        if column >= len(self._stages):
            return sum(other is lane for other, _number in self._missing_at) or int(lane is Lane.STAGE)
        cards = len(self._stages[column].touchpoints)
        if lane.is_of_stage or (lane is Lane.TOUCHPOINT and not cards):
            return 1
        return min(cards, 1) if lane in _ONCE else cards

    def make(self, spot: Spot) -> Entry:
        column, lane, number = spot
        if column >= len(self._stages):
            return Entry((_STILL_MISSING if lane is Lane.STAGE else self._missing_at[lane, number],))
        stage = self._stages[column]
        if lane.is_of_stage:
            return Entry((head_cell(stage) if lane is Lane.STAGE else function_cell(stage),))
        if lane is Lane.MOMENT:
            return self._moments(stage)
        if not stage.touchpoints:
            return Entry((no_card(stage),))
        card = stage.touchpoints[number]
        between = " > " if lane is Lane.BACK else ", "
        shown_number = number + 1 if len(stage.touchpoints) > 1 else 0
        return Entry(cells_of(card, lane, self.index), shown_number, card.id, between)

    def _moments(self, stage: Stage) -> Entry:
        """The moments of all its cards in one line; that of its only card, also where it is none yet."""
        cells = [(cells_of(card, Lane.MOMENT, self.index)[0], card.id) for card in stage.touchpoints]
        said = cells if len(cells) == 1 else [(cell, card) for cell, card in cells if cell.parts]
        return Entry(tuple(cell for cell, _card in said), card=said[0][1] if said else "")

    def owner(self, spot: Spot) -> str:
        if spot.column >= len(self._stages):
            return WHOLE_WAY
        card = "" if spot.lane.is_of_stage else self.entry(spot).card
        return item_place("touchpoints", card) if card else item_place("stages", self._stages[spot.column].id)

    def find(self, owner: str, lane: Lane, cell: Cell | None = None) -> Spot | None:
        if owner == WHOLE_WAY:
            return self._find_missing(cell)
        column, entry = self._position(owner)
        if column is None:
            return None
        return Spot(column, lane, 0 if lane in _ONCE else entry)

    def _find_missing(self, cell: Cell | None) -> Spot | None:
        spots = [spot for spot, missing in self._missing_at.items() if cell and missing.key == cell.key] or [
            *self._missing_at
        ]
        return Spot(len(self._stages), *spots[0]) if spots else None

    def _position(self, owner: str) -> tuple[int | None, int]:
        collection, _, item_id = owner.partition(".")
        stage = self.index.stage_of.get(item_id) if collection == "touchpoints" else None
        stage_id = stage.id if stage else item_id
        column = next((number for number, other in enumerate(self._stages) if other.id == stage_id), None)
        if stage is None or column is None:
            return (column if collection == "stages" else None), 0
        return column, next(n for n, card in enumerate(stage.touchpoints) if card.id == item_id)
