"""Places: the address of anything in a plan, as text.

``venture.customer``, ``review.day``, ``journey.not_applicable.billing``; a list ``processes``, an item
``processes.take-order``, a field ``processes.take-order.owner``; nested lists ``stages.decide.touchpoints``,
``processes.take-order.steps``, ``kpis.on-time.readings``, ``review.log``; what is known by its number, from 1,
``processes.take-order.steps.1.action``. A touchpoint is ``touchpoints.order-page``, whatever its stage. What is missing
has a place too: ``kpis``, ``journey.billing``, ``journey.first-contact``; such a place holds nothing.
"""

from collections.abc import Iterator

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import FieldSpec, field_spec
from mvo_tui.plan.model import (
    Debt,
    Feature,
    Item,
    Journey,
    Kpi,
    NotApplicable,
    ParkedItem,
    Person,
    Plan,
    Process,
    Promise,
    Reading,
    Review,
    ReviewEntry,
    Role,
    Stage,
    Step,
    Table,
    Tool,
    Touchpoint,
    Venture,
)

type_of_collection: dict[str, type[Item]] = {
    "promises": Promise,
    "features": Feature,
    "stages": Stage,
    "touchpoints": Touchpoint,
    "processes": Process,
    "tools": Tool,
    "roles": Role,
    "people": Person,
    "kpis": Kpi,
    "debts": Debt,
    "parking_lot": ParkedItem,
}
"""Every collection whose items are known by an id."""

type_of_numbered: dict[str, type[Table]] = {"steps": Step, "readings": Reading, "log": ReviewEntry}
"""Every list whose items are known by their number."""

type_of_single: dict[str, type[Table]] = {"venture": Venture, "review": Review, "journey": Journey}

SEQUENCES = frozenset({"stages", "touchpoints", "steps"})
"""The lists whose order is content."""

Path = tuple[str | int, ...]
"""The attribute names and indexes that lead to a value: ("processes", 2, "steps", 0, "action")."""


def item_place(collection: str, item_id: str) -> str:
    return f"{collection}.{item_id}"


def field_place(place: str, field: str) -> str:
    return f"{place}.{field}"


def split_field(place: str) -> tuple[str, str]:
    """The place of the table, and the field: ``("processes.take-order", "owner")``."""
    table, _, field = place.rpartition(".")
    return table, field


def item_of(place: str) -> str:
    """The item or single table that `place` lies in: ``processes.take-order`` for one of its steps' fields."""
    parts = place.split(".", 2)
    return parts[0] if parts[0] in type_of_single else ".".join(parts[:2])


def type_at(place: str) -> type[Table] | None:
    """The type of the table at `place`; None where the place is a field, a list or nothing of the format."""
    parts = place.split(".")
    if place == "journey.not_applicable":
        return NotApplicable
    if len(parts) >= 3 and parts[-1].isdigit():
        return type_of_numbered.get(parts[-2])
    if len(parts) == 2:
        return type_of_collection.get(parts[0])
    return type_of_single.get(place)


def field_at(place: str) -> FieldSpec | None:
    """The declaration of the field at `place`, or None where it is none."""
    table, field = split_field(place)
    if table and (model := type_at(table)):
        try:
            return field_spec(model, field)
        except KeyError:
            return None
    return None


def find(plan: Plan, place: str) -> Path | None:
    """The path to `place`, or None where the plan has nothing of that address."""
    parts = place.split(".")
    if parts[0] == "touchpoints" and len(parts) > 1:
        found = _find_touchpoint(plan, parts[1])
        return None if found is None else _descend(plan, found, parts[2:])
    return _descend(plan, (), parts)


def path_of(plan: Plan, place: str) -> Path:
    """The path to `place`.

    Raises:
        PlanError: the plan has nothing of that address.
    """
    path = find(plan, place)
    if path is None:
        raise PlanError(f"There is no {place} in this plan. Nothing was changed.")
    return path


def value_at(plan: Plan, place: str) -> object:
    """The value at `place`: a table, a tuple or a plain value.

    Raises:
        PlanError: the plan has nothing of that address.
    """
    return follow(plan, path_of(plan, place))


def follow(table: object, path: Path) -> object:
    for part in path:
        table = table[part] if isinstance(table, tuple) and isinstance(part, int) else getattr(table, str(part))
    return table


def item_at(plan: Plan, place: str) -> Table | None:
    """The table at `place`, or None."""
    path = find(plan, place)
    value = None if path is None else follow(plan, path)
    return value if isinstance(value, Table) else None


def all_items(plan: Plan) -> Iterator[tuple[str, Item]]:
    """Every item with an id, with its place, in the order of the format."""
    for collection in type_of_collection:
        for item in items_of(plan, collection):
            yield item_place(collection, item.id), item


def items_of(plan: Plan, collection: str) -> tuple[Item, ...]:
    """The items of a collection; those of ``touchpoints`` over all stages, in order; () where it is undecided."""
    if collection == "touchpoints":
        return tuple(touchpoint for stage in plan.stages for touchpoint in stage.touchpoints)
    found: tuple[Item, ...] | None = getattr(plan, collection)
    return found or ()


def _find_touchpoint(plan: Plan, item_id: str) -> Path | None:
    for number, stage in enumerate(plan.stages):
        for index, touchpoint in enumerate(stage.touchpoints):
            if touchpoint.id == item_id:
                return ("stages", number, "touchpoints", index)
    return None


def _descend(plan: Plan, path: Path, parts: list[str]) -> Path | None:
    """Follow `parts` from the value at `path`; ids and numbers become indexes."""
    here = follow(plan, path)
    for part in parts:
        key: str | int | None
        if isinstance(here, tuple):
            key = _position(here, part)
            if key is None:
                return None
            here = here[key]
        elif isinstance(here, Table) and part in type(here).model_fields:
            key, here = part, getattr(here, part)
        else:
            return None
        path = (*path, key)
    return path


def _position(items: tuple[object, ...], part: str) -> int | None:
    if items and isinstance(items[0], Item):
        return next((index for index, item in enumerate(items) if isinstance(item, Item) and item.id == part), None)
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 10 else 0
    return number - 1 if 1 <= number <= len(items) and isinstance(items[0], Table) else None
