"""The board of a plan without stages: it says what to do."""

from mvo_tui.blueprint.cell import Cell, hole
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.sheet import Entry, Sheet, Spot

TO_BEGIN = (
    "Nothing is on the board yet. Enter: name the stages of the customer's way, one a line, from first hearing of you"
    " to coming back. Then each stage gets the touchpoints where a customer meets you."
)
_BEGIN = Entry((hole("stages", TO_BEGIN),))


class BlankBoard(Sheet):
    """One cell, whose question fills it."""

    lanes = (Lane.STAGE,)

    @property
    def columns(self) -> int:
        return 1

    def most(self, lane: Lane) -> int:
        return 1

    def many(self, column: int, lane: Lane) -> int:
        return int(lane is Lane.STAGE)

    def make(self, spot: Spot) -> Entry:
        return _BEGIN

    def owner(self, spot: Spot) -> str:
        return "stages"

    def find(self, owner: str, lane: Lane, cell: Cell | None = None) -> Spot | None:
        return Spot(0, Lane.STAGE)
