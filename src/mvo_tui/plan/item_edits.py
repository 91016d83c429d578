"""Edits of whole items, each one step for the founder: rename, move, unlink, delete with all links to it.

Every function takes the plan and a place and returns an edit whose label says what undo would take back.

Raises (all of them):
    PlanError: there is no such item; nothing has changed.
"""

from collections.abc import Collection, Mapping
from typing import cast

from mvo_tui.plan.edits import Batch, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.ids import readable_id
from mvo_tui.plan.links import fields_naming
from mvo_tui.plan.model import Item, Plan, Stage, Table, Touchpoint
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field
from mvo_tui.plan.places import (
    field_place,
    find,
    follow,
    item_at,
    items_of,
    path_of,
    split_field,
    type_at,
    type_of_collection,
    type_of_numbered,
    value_at,
)

_WORDS = {
    "held_by": "holder",
    "times": "frequency",
    "hours_per_week": "hours a week",
    "minutes_per_week": "minutes a week",
    "tool_budget_per_month": "tool budget",
    "new_customers_per_week": "new customers a week",
    "integrates_with": "integrations",
    "exit": "way out",
    "rehearsed_on": "date of the rehearsal",
    "automate_when": "moment to automate",
    "repay_when": "moment to repay",
    "off_track_action": "action when off track",
}
"""What a label calls a field where its key does not read well."""


def set_field(plan: Plan, place: str, value: object) -> SetField:
    """Give a field a value, with a label such as ``Set owner of "Take an order"``."""
    table, field = split_field(place)
    verb = "Blank" if value is None or value == "" else "Set"
    return SetField(place, value, label=f"{verb} {field_in_words(field)} of {described(plan, table)}")


def field_in_words(field: str) -> str:
    """What a label calls a field: ``hours a week``."""
    return _WORDS.get(field, field.replace("_", " "))


def described(plan: Plan, place: str) -> str:
    """What a label calls the table at `place`: its name in quotation marks, else what it is."""
    table = item_at(plan, place)
    if isinstance(table, Item):
        return f'"{called(table)}"'
    if table is not None and (number := place.rpartition(".")[2]).isdigit():
        parent = place.split(".")[0:2]
        return f"{kind_of(type(table))} {number} of {described(plan, '.'.join(parent))}"
    return f"the {place.split('.', maxsplit=1)[0].replace('_', ' ')}"


def new_item(plan: Plan, into: str, values: Mapping[str, object], taken: Collection[str] | None = None) -> Table:
    """A table for the list at `into`, with a readable id that is free.

    `taken`: the ids that are not, where the caller knows them (see `ids_in_use`).
    """
    collection = into.rpartition(".")[2]
    model = (type_of_collection | type_of_numbered).get(collection)
    if model is None:
        raise PlanError(f"{into} is not a list. Nothing was changed.")
    if not issubclass(model, Item):
        return model.model_validate(dict(values))
    used = ids_in_use(plan, collection) if taken is None else taken
    item_id = readable_id(dict(values), collection, len(used) + 1, used)
    return model.model_validate({"id": item_id, **values})


def ids_in_use(plan: Plan, collection: str) -> set[str]:
    """The ids of the items of a collection; none for a list whose items are known by their number."""
    return {item.id for item in items_of(plan, collection)} if collection in type_of_collection else set()


def rename(plan: Plan, place: str, name: str) -> Edit:
    """Give the item another name; its id and all links to it stay."""
    item = existing_item(plan, place)
    edit = set_field(plan, field_place(place, naming_field(type(item))), name)
    return SetField(edit.place, name, label=f'Rename {titled(item, place)} to "{in_a_line(name)}"')


def move(plan: Plan, place: str, by: int) -> Edit:
    """Move the item by that many positions; at the border of its stage a touchpoint goes into the next one."""
    item = existing_item(plan, place)
    path = path_of(plan, place)
    siblings = cast(tuple[Table, ...], follow(plan, path[:-1]))
    index = cast(int, path[-1]) + by
    label = f"Move {titled(item, place)}"
    if isinstance(item, Touchpoint) and not 0 <= index < len(siblings):
        stage = cast(int, path[1]) + (1 if by > 0 else -1)
        if 0 <= stage < len(plan.stages):
            target = plan.stages[stage]
            end = 0 if by > 0 else len(target.touchpoints)
            return MoveItem(place, end, into=f"stages.{target.id}.touchpoints", label=label)
    return MoveItem(place, max(0, min(index, len(siblings) - 1)), label=label)


def unlink(plan: Plan, place: str, item_id: str) -> Edit:
    """Take one link out of the field at `place`. A list that is empty then is not decided, rather than "none"."""
    value = value_at(plan, place)
    rest = tuple(other for other in value if other != item_id) if isinstance(value, tuple) else ()
    return SetField(place, rest or None, label=f'Unlink "{item_id}" from {described(plan, split_field(place)[0])}')


def remove_with_links(plan: Plan, place: str) -> Edit:
    """Delete the item, and every link that leads to it."""
    item = existing_item(plan, place)
    label = f"Delete {titled(item, place)}"
    if not isinstance(item, Item):
        return RemoveItem(place, label=label)
    gone = [item, *(item.touchpoints if isinstance(item, Stage) else ())]
    unlinked = [
        unlink(plan, field, other.id)
        for other in gone
        for field, _ in fields_naming(plan, collection_of(other), other.id)
        if not field.startswith(f"{place}.")
    ]
    return Batch((*unlinked, RemoveItem(place)), label=label)


def existing_item(plan: Plan, place: str) -> Table:
    """The item of a list at `place`."""
    path = find(plan, place)
    table = None if path is None else follow(plan, path)
    if not isinstance(table, Table) or not path or not isinstance(path[-1], int) or type_at(place) is None:
        raise PlanError(f"There is no {place} in this plan. Nothing was changed.")
    return table


def titled(item: Table, place: str) -> str:
    """What a label calls an item: ``process "Take an order"``, ``step "Load"``."""
    if isinstance(item, Item):
        return f'{kind_of(type(item))} "{called(item)}"'
    text = getattr(item, naming_field(type(item)) or "date", None)
    name = f'"{in_a_line(text)}"' if isinstance(text, str) else place.rpartition(".")[2]
    return f"{kind_of(type(item))} {name}"


def collection_of(item: Item) -> str:
    """The collection that the item belongs to."""
    return next(name for name, model in type_of_collection.items() if isinstance(item, model))
