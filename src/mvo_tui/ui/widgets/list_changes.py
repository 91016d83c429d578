"""What may happen to an item that is in a list already, and the edit that it is."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from mvo_tui.interview.answers import edit_for
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import move, remove_with_links
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import field_place, item_place, split_field, value_at
from mvo_tui.ui.widgets.typed_values import text_of

_WITHOUT_A_NAME = "value"  # what a reading is known by


class ListedItem(NamedTuple):
    """An item of a list: as it is shown, and the text of it that is corrected."""

    shown: str
    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """Item number `item`, from 0, says `text` now."""

    item: int
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Item number `item`, from 0, goes, with all links to it."""

    item: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Item number `item`, from 0, goes `by` places down."""

    item: int
    by: int


ListChange = Corrected | Removed | Moved


def listed(value: object) -> tuple[ListedItem, ...]:
    """The items of a list of tables; none where `value` is no such list."""
    items = value if isinstance(value, tuple) else ()
    return tuple(_listed(item) for item in items if isinstance(item, Table))


def edit_of(plan: Plan, place: str, change: ListChange, today: datetime.date) -> Edit:
    """The edit for `change` of the list at `place`.

    Raises:
        PlanError: the item is not there any more, or its text can't be read.
    """
    items = value_at(plan, place)
    if not isinstance(items, tuple) or change.item >= len(items):
        raise PlanError("That item is gone. Nothing was changed.")
    item = items[change.item]
    collection = split_field(place)[1]
    at = item_place(collection, item.id) if isinstance(item, Item) else f"{place}.{change.item + 1}"
    match change:
        case Corrected(text=text):
            return edit_for(plan, field_place(at, _naming(item)), text, today)
        case Moved(by=by):
            return move(plan, at, by)
        case Removed():
            return remove_with_links(plan, at)


def _naming(item: Table) -> str:
    return naming_field(type(item)) or _WITHOUT_A_NAME


def _listed(item: Table) -> ListedItem:
    text = text_of(getattr(item, _naming(item)))
    minutes = getattr(item, "minutes", None)
    return ListedItem(f"{text}, {text_of(minutes)} min" if minutes is not None else text, text)
