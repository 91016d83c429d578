"""A conflict: one place that both sides changed, each in its own way."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose version: `MINE` is the one that the merge is made for, `THEIRS` the one that comes in."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> "Side":
        return Side.THEIRS if self is Side.MINE else Side.MINE


class Kind(StrEnum):
    """What the two sides do not agree on."""

    VALUE = "value"  # what a field says, or all of a list whose order was changed on both sides
    DELETED = "deleted"  # one side deleted the item, the other changed it
    STAGE = "stage"  # the stage that a touchpoint was moved to
    ORDER = "order"  # the order of stages, or of the touchpoints of a stage


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to be decided.

    Attributes:
        place: where in the merged plan: a field, an item, a list.
        base, mine, theirs: by `kind`: values of the field; the item, None where it is deleted; the id of the stage; the
            ids in their order. `base` is blank where there was nothing.
        kept: the side that the merged plan follows until somebody chooses.
    """

    kind: Kind
    place: str
    base: object
    mine: object
    theirs: object

    @property
    def kept(self) -> Side:
        return Side.THEIRS if self.kind is Kind.DELETED and self.mine is None else Side.MINE

    def value_of(self, side: Side) -> object:
        return self.mine if side is Side.MINE else self.theirs
