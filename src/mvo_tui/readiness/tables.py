"""Every table of a part of the plan, with where it stands and what a finding calls it.

For rules that look at fields of one kind wherever they are. A part is what the plan holds under one key.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, cast

from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Item, Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from mvo_tui.readiness.names import called

_COLLECTION = {model: name for name, model in type_of_collection.items()}
_LIST = {model: name for name, model in type_of_numbered.items()}
_SINGLE = {model: name for name, model in type_of_single.items()}
_TYPE_OF: dict[str, type[Table]] = {**type_of_collection, **type_of_numbered}
_ONE_OF = {"steps": "step", "readings": "reading", "log": "entry"}


class Row(NamedTuple):
    """A table, and for a nested one the table that holds it and its number there, from 1."""

    table: Table
    parent: Table | None
    number: int


def rows(part: object) -> Iterator[Row]:
    """The tables of a part of the plan: of a list, of a single table, or of a list that is not decided (none)."""
    for table in top_tables(part):
        yield Row(table, None, 0)
        for field in nested_lists(type(table)):
            for number, nested in enumerate(getattr(table, field), start=1):
                yield Row(nested, table, number)


def tables_by_type(
    part: object, is_wanted: Callable[[type[Table]], object]
) -> Iterator[tuple[type[Table], tuple[Table, ...]]]:
    """The tables of a part of the plan that are of a wanted type, those of one type together. Quicker than `rows`."""
    tables = top_tables(part)
    if not tables:
        return
    if is_wanted(type(tables[0])):
        yield type(tables[0]), tables
    for field in nested_lists(type(tables[0])):
        if is_wanted(_TYPE_OF[field]):
            yield _TYPE_OF[field], tuple(chain.from_iterable(map(attrgetter(field), tables)))


def values(tables: tuple[Table, ...], field: str) -> set[object]:
    """The values that a field has in tables of one type."""
    return set(map(attrgetter(field), tables))


def top_tables(part: object) -> tuple[Table, ...]:
    """The tables of a part of the plan that lie in no other."""
    return cast(tuple[Table, ...], part if isinstance(part, tuple) else () if part is None else (part,))


@cache
def nested_lists(model: type[Table]) -> tuple[str, ...]:
    """The fields of a table that hold tables."""
    return tuple(spec.name for spec in field_specs(model) if spec.kind is Kind.ITEMS)


def place_of(row: Row) -> str:
    """``processes.take-order.steps.2``, ``touchpoints.order-page``, ``review``."""
    table = row.table
    if isinstance(table, Item):
        return f"{_COLLECTION[type(table)]}.{table.id}"
    if row.parent is None:
        return _SINGLE[type(table)]
    return f"{place_of(Row(row.parent, None, 0))}.{_LIST[type(table)]}.{row.number}"


def name_of(row: Row) -> str:
    """`Take an order`, or `Take an order, step 2`, or `The review`."""
    if isinstance(row.table, Item):
        return called(row.table)
    if row.parent is None:
        return f"The {_SINGLE[type(row.table)]}"
    return f"{name_of(Row(row.parent, None, 0))}, {_ONE_OF[_LIST[type(row.table)]]} {row.number}"
