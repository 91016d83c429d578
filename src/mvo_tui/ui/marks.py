"""Marks: the items that an action is to be about, all at once."""

from collections.abc import Iterable
from typing import NamedTuple

from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import item_at


class Marks(NamedTuple):
    """Places of items, in the order in which they were marked."""

    places: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places)

    def toggled(self, places: Iterable[str]) -> "Marks":
        """Mark `places`; where all of them are marked already, take their marks away."""
        wanted = dict.fromkeys(places)
        if wanted.keys() <= set(self.places):
            return Marks(tuple(place for place in self.places if place not in wanted))
        return Marks(tuple(dict.fromkeys((*self.places, *wanted))))

    def still_there(self, before: Plan, after: Plan) -> "Marks":
        """The marks of items that `after` has as well.

        A step is known by its number only, so that it keeps its mark as long as it is called the same.
        """
        kept = tuple(place for place in self.places if _is_same(item_at(before, place), item_at(after, place)))
        return self if kept == self.places else Marks(kept)


def _is_same(before: Table | None, after: Table | None) -> bool:
    if before is None or after is None:
        return False
    if isinstance(after, Item):
        return True
    field = naming_field(type(after)) or "date"
    return bool(getattr(before, field) == getattr(after, field))
