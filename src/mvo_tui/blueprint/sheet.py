"""What is drawn at one zoom: columns from left to right, and in each lane of a column its entries from top to bottom.

Entries are made when they are asked for, and kept: a board of thousands shows some dozens.
"""

from abc import ABC, abstractmethod
from typing import NamedTuple

from mvo_tui.blueprint.cell import Cell, Part, joined
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint


class Entry(NamedTuple):
    """One line of a lane in one column: a cell, or what several cells say together.

    `number`: that of the card in its stage, from 1, where the column has several cards; else 0. `card`: its id.
    """

    cells: tuple[Cell, ...]
    number: int = 0
    card: str = ""
    between: str = ", "

    @property
    def cell(self) -> Cell | None:
        """The cell that it is about: a hole first, since holes are there to be filled."""
        holes = (cell for cell in self.cells if cell.is_hole)
        return next(holes, self.cells[0] if self.cells else None)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.cells[0].parts if len(self.cells) == 1 else joined(self.cells, self.between)

    @property
    def text(self) -> str:
        return "".join(text for text, _tone in self.parts)


class Spot(NamedTuple):
    """Where one stands on a sheet."""

    column: int
    lane: Lane
    entry: int = 0


NO_ENTRY = Entry(())


class Sheet(ABC):
    """The board at one zoom."""

    lanes: tuple[Lane, ...]
    stage_id: str = ""
    """The stage that is shown alone; "" where all are."""

    def __init__(self, index: PlanIndex) -> None:
        self.index = index
        self._made: dict[tuple[int, Lane, int], Entry] = {}

    @property
    @abstractmethod
    def columns(self) -> int:
        """How many columns there are; at least one."""

    @abstractmethod
    def most(self, lane: Lane) -> int:
        """How many entries the lane has in the column with the most."""

    @abstractmethod
    def many(self, column: int, lane: Lane) -> int:
        """How many entries the lane has in that column."""

    @abstractmethod
    def make(self, spot: Spot) -> Entry:
        """The entry of a spot that there is."""

    @abstractmethod
    def owner(self, spot: Spot) -> str:
        """The place of the card or stage that stands there; ``journey`` or ``stages`` where there is neither."""

    @abstractmethod
    def find(self, owner: str, lane: Lane, cell: Cell | None = None) -> Spot | None:
        """The spot of that lane of a card or stage, and of that cell of it; None where the sheet does not show it."""

    def entry(self, spot: Spot) -> Entry:
        """What stands at `spot`; nothing where the sheet has no such spot."""
        found = self._made.get(spot)
        if found is None:
            is_there = 0 <= spot.column < self.columns and 0 <= spot.entry < self.many(spot.column, spot.lane)
            found = self._made[spot] = self.make(spot) if is_there else NO_ENTRY
        return found

    def card(self, spot: Spot) -> Touchpoint | None:
        """The card that the spot belongs to."""
        collection, _, item_id = self.owner(spot).partition(".")
        return self.index.touchpoint.get(item_id) if collection == "touchpoints" else None
