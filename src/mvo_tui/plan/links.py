"""Links: which fields name which items. The fields are read from the model, so a new link field is found here too."""

from collections.abc import Iterator
from functools import cache

from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.places import all_items, field_place

_LINKS = frozenset({Kind.LINK, Kind.LINKS})


def fields_naming(plan: Plan, collection: str, item_id: str) -> Iterator[tuple[str, object]]:
    """The place and the value of every field that names the item, in the order of the format."""
    for place, table in all_tables(plan):
        for field in link_fields(type(table), collection):
            value = getattr(table, field)
            if value == item_id or (isinstance(value, tuple) and item_id in value):
                yield field_place(place, field), value
    address = f"{collection}.{item_id}"
    for parked in plan.parking_lot:
        if parked.about == address:
            yield f"parking_lot.{parked.id}.about", parked.about


@cache
def link_fields(model: type[Table], collection: str) -> tuple[str, ...]:
    """The fields of `model` that point to items of `collection`."""
    return tuple(spec.name for spec in field_specs(model) if spec.kind in _LINKS and spec.collection == collection)


def all_tables(plan: Plan) -> Iterator[tuple[str, Table]]:
    """Every table that may hold a link, with its place: items, what is numbered within them, the review and its log."""
    for place, item in all_items(plan):
        yield place, item
        yield from _numbered(place, item)
    yield "review", plan.review
    yield from _numbered("review", plan.review)


def _numbered(place: str, table: Table) -> Iterator[tuple[str, Table]]:
    for spec in field_specs(type(table)):
        if spec.kind is Kind.ITEMS:
            for number, row in enumerate(getattr(table, spec.name), start=1):
                if not isinstance(row, Item):
                    yield f"{place}.{spec.name}.{number}", row
