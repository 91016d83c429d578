"""The tables that each table of the format holds, read off the model: the map for walking a parsed document."""

from functools import cache
from typing import NamedTuple, cast

from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered


class Shape(NamedTuple):
    """What a table may hold: all its `keys`, in the order in which they are written, and the tables among them."""

    keys: tuple[str, ...]
    known: frozenset[str]
    lists: dict[str, type[Table]]
    singles: dict[str, type[Table]]
    has_id: bool


@cache
def shape_of(model: type[Table]) -> Shape:
    types = type_of_collection | type_of_numbered
    fields = model.model_fields
    lists = {spec.name: types[spec.name] for spec in field_specs(model) if spec.kind is Kind.ITEMS}
    singles = {name: cast(type[Table], info.annotation) for name, info in fields.items() if _is_table(info.annotation)}
    keys = tuple(fields) if model is Plan else _plain_values_first(tuple(fields), lists)
    return Shape(keys, frozenset(fields), lists, singles, issubclass(model, Item))


def _is_table(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Table)


def _plain_values_first(fields: tuple[str, ...], lists: dict[str, type[Table]]) -> tuple[str, ...]:
    """The id first, notes last of the plain values, then the lists of tables."""

    def rank(name: str) -> int:
        return 0 if name == "id" else 3 if name in lists else 2 if name == "notes" else 1

    return tuple(sorted(fields, key=rank))
