"""The tables that each table of the format holds, read off the model: the map for walking a parsed document."""

from functools import cache
from typing import NamedTuple

from mvo_tui.plan.model import Item, Plan, Table


class Shape(NamedTuple):
    """What a table may hold: all its `keys`, in the order in which they are written, and the tables among them."""

    keys: tuple[str, ...]
    known: frozenset[str]
    lists: dict[str, type[Table]]
    singles: dict[str, type[Table]]
    has_id: bool


@cache
def shape_of(model: type[Table]) -> Shape:
    fields = model.model_fields
    lists = {name: field.table for name, field in fields.items() if field.table and field.spec}
    singles = {name: field.table for name, field in fields.items() if field.table and field.spec is None}
    keys = tuple(fields) if model is Plan else _plain_values_first(tuple(fields), lists)
    return Shape(keys, frozenset(fields), lists, singles, issubclass(model, Item))


def _plain_values_first(fields: tuple[str, ...], lists: dict[str, type[Table]]) -> tuple[str, ...]:
    """The id first, notes last of the plain values, then the lists of tables."""

    def rank(name: str) -> int:
        return 0 if name == "id" else 3 if name in lists else 2 if name == "notes" else 1

    return tuple(sorted(fields, key=rank))
