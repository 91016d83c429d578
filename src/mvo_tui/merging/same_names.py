"""Two plans without a base: items of one name that came to different ids get one id, and the links follow."""

from collections.abc import Mapping
from typing import cast

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.links import fields_naming
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import item_place, items_of, type_of_collection


def with_shared_ids(mine: Plan, theirs: Plan) -> tuple[Plan, Plan]:
    """Both plans, in which what has one name has one id: the shorter, or the first in the alphabet.

    Only names that a side has once count, and only items whose id the other side does not know.
    """
    for collection in type_of_collection:
        here, there = _ids_by_name(mine, theirs, collection), _ids_by_name(theirs, mine, collection)
        for name in here.keys() & there.keys():
            wanted = min(here[name], there[name], key=lambda item_id: (len(item_id), item_id))
            mine = _with_id(mine, collection, here[name], wanted)
            theirs = _with_id(theirs, collection, there[name], wanted)
    return mine, theirs


def _ids_by_name(plan: Plan, other: Plan, collection: str) -> Mapping[str, str]:
    """The ids that `other` does not have, by the name of the item."""
    known = {item.id for item in items_of(other, collection)}
    found: dict[str, list[str]] = {}
    for item in items_of(plan, collection):
        name = " ".join(str(getattr(item, naming_field(type(item))) or "").casefold().split())
        if name:
            found.setdefault(name, []).append(item.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1 and ids[0] not in known}


def _with_id(plan: Plan, collection: str, old: str, new: str) -> Plan:
    """`plan` with another id for one item, in the item and in every link to it."""
    if old == new:
        return plan
    for place, value in list(fields_naming(plan, collection, old)):
        plan = apply(plan, SetField(place, _renamed(value, collection, old, new)))
    if collection == "touchpoints":
        stages = tuple(
            stage.model_copy(update={"touchpoints": _items_renamed(stage.touchpoints, old, new)})
            for stage in plan.stages
        )
        return plan.model_copy(update={"stages": stages})
    items = cast(tuple[Item, ...], getattr(plan, collection))
    return plan.model_copy(update={collection: _items_renamed(items, old, new)})


def _renamed(value: object, collection: str, old: str, new: str) -> object:
    if isinstance(value, tuple):
        return tuple(new if each == old else each for each in value)
    return item_place(collection, new) if value == item_place(collection, old) else new


def _items_renamed(items: tuple[Item, ...], old: str, new: str) -> tuple[Table, ...]:
    return tuple(item.model_copy(update={"id": new}) if item.id == old else item for item in items)
