"""One tool, role or person in the place of another, everywhere: the links stay, and lead to the new one."""

from collections import Counter

from mvo_tui.plan.edits import AddItem, Batch, Edit, RemoveItem, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.item_edits import new_item
from mvo_tui.plan.links import all_tables, fields_naming, link_fields
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import called, counted, kind_of, naming_field
from mvo_tui.plan.places import field_at, item_at, split_field, type_of_collection

REPLACEABLE = ("tools", "roles", "people")
"""The collections whose items do what another of their kind could do as well."""


def places_naming(plan: Plan, place: str) -> tuple[str, ...]:
    """The fields that name the item at `place`: what changes when it is replaced."""
    collection, item_id = split_field(place)
    return tuple(field for field, _ in fields_naming(plan, collection, item_id))


def uses(plan: Plan, collection: str) -> Counter[str]:
    """How many fields name each item of the collection, by its id."""
    found: Counter[str] = Counter()
    for _, table in all_tables(plan):
        for field in link_fields(type(table), collection):
            value = getattr(table, field)
            found.update({value} if isinstance(value, str) else set(value or ()))
    return found


def replace_everywhere(plan: Plan, place: str, by: str, *, delete: bool) -> Edit:
    """Let every link to the item at `place` lead to `by` instead; `by` is the id of another of its kind, or a new name.

    With `delete` the old one goes; else it stays, named by nothing.

    Raises:
        PlanError: there is no such item, it is of a kind that is not replaced, or `by` is the item itself.
    """
    collection, old = split_field(place)
    item = item_at(plan, place)
    if not isinstance(item, Item) or collection not in REPLACEABLE:
        raise PlanError("Only a tool, a role or a person is replaced by another. Nothing was changed.")
    if by == old or not by.strip():
        raise PlanError(f'"{called(item)}" can only be replaced by another one. Nothing was changed.')
    new, first = _the_other(plan, collection, by)
    fields = tuple(fields_naming(plan, collection, old))
    edits: list[Edit] = [*first]
    for field, value in fields:
        if not (delete and field.startswith(f"{place}.")):
            edits.append(SetField(field, _led_on(field, value, collection, old, new.id)))
    edits += [RemoveItem(place)] if delete else []
    verb = "Replace and delete" if delete else "Replace"
    label = f'{verb} {kind_of(type(item))} "{called(item)}" by "{called(new)}" in {counted(len(fields), "place")}'
    return Batch(tuple(edits), label=label)


def _the_other(plan: Plan, collection: str, by: str) -> tuple[Item, tuple[Edit, ...]]:
    """The item of that id, or a new one of that name with the edit that adds it."""
    found = item_at(plan, f"{collection}.{by}")
    if isinstance(found, Item):
        return found, ()
    made = new_item(plan, collection, {naming_field(type_of_collection[collection]): " ".join(by.split())})
    assert isinstance(made, Item)
    return made, (AddItem(collection, made),)


def _led_on(field: str, value: object, collection: str, old: str, new: str) -> object:
    """What a field says with `new` in the place of `old`: each once, and no item named by itself."""
    if not isinstance(value, tuple):
        return f"{collection}.{new}" if value == f"{collection}.{old}" else new  # an address where something is parked
    is_own = field.startswith(f"{collection}.{new}.")
    ids = dict.fromkeys(new if each == old else each for each in value)
    rest = tuple(each for each in ids if not (is_own and each == new))
    spec = field_at(field)
    return rest[0] if len(rest) == 1 and spec is not None and spec.kind is Kind.LINK else rest or None
