"""A copy of an item, as a start for another one of its kind."""

import re
from itertools import chain, count
from typing import cast

from mvo_tui.plan.edits import AddItem, Edit
from mvo_tui.plan.ids import unused_id
from mvo_tui.plan.item_edits import collection_of, existing_item, ids_in_use, titled
from mvo_tui.plan.model import Item, Plan, Stage, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import items_of, path_of, split_field


def duplicate(plan: Plan, place: str) -> Edit:
    """Put a copy right behind the item, as a start for another one.

    What is true of the first alone stays with it: the core promise, a moment, the rehearsal, the readings.

    Raises:
        PlanError: there is no such item; nothing has changed.
    """
    item = existing_item(plan, place)
    behind = cast(int, path_of(plan, place)[-1]) + 1
    return AddItem(_list_of(plan, place), _copy(plan, item), behind, label=f"Duplicate {titled(item, place)}")


def _list_of(plan: Plan, place: str) -> str:
    """The list that the item at `place` stands in; a touchpoint's is that of its stage."""
    if place.startswith("touchpoints."):
        return f"stages.{plan.stages[cast(int, path_of(plan, place)[1])].id}.touchpoints"
    return split_field(place)[0]


def _copy(plan: Plan, item: Table) -> Table:
    if not isinstance(item, Item):
        return item
    changes: dict[str, object] = {"id": _free_id(plan, item, set())}
    if isinstance(item, Stage):
        taken: set[str] = set()
        copies = []
        for touchpoint in item.touchpoints:
            fresh = _free_id(plan, touchpoint, taken)
            taken.add(fresh)
            copies.append(touchpoint.model_copy(update={"id": fresh, "moment": None}))
        changes["touchpoints"] = tuple(copies)
    for of_the_first in ("core", "moment", "rehearsed_on", "readings"):
        if of_the_first in type(item).model_fields:
            changes[of_the_first] = type(item).model_fields[of_the_first].default
    field = naming_field(type(item))
    if name := getattr(item, field):
        changes[field] = _name_of_copy(name, {getattr(other, field) for other in items_of(plan, collection_of(item))})
    return item.model_copy(update=changes)


def _name_of_copy(name: str, taken: set[str]) -> str:
    """The name with "(copy)" behind it, "(copy 2)" where there is one."""
    plain = re.sub(r" \(copy(?: \d+)?\)$", "", name)
    names = chain([f"{plain} (copy)"], (f"{plain} (copy {number})" for number in count(2)))
    return next(copy for copy in names if copy not in taken)


def _free_id(plan: Plan, item: Item, taken: set[str]) -> str:
    return unused_id(item.id, ids_in_use(plan, collection_of(item)) | taken)
