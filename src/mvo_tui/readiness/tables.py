"""Every table of a part of the plan, with where it stands and what a finding calls it.

For rules that look at fields of one kind wherever they are. A part is what the plan holds under one key.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast

from mvo_tui.plan.columns import numbers_of
from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from mvo_tui.readiness.names import called

T = TypeVar("T")

_COLLECTION = {model: name for name, model in type_of_collection.items()}
_LIST = {model: name for name, model in type_of_numbered.items()}
_SINGLE = {model: name for name, model in type_of_single.items()}
_TYPE_OF: dict[str, type[Table]] = {**type_of_collection, **type_of_numbered, **type_of_single}
_ONE_OF = {"steps": "step", "readings": "reading", "log": "entry"}


class Row(NamedTuple):
    """A table, and for a nested one the table that holds it and its number there, from 1."""

    table: Table
    parent: Table | None
    number: int


def rows(table: Table) -> Iterator[Row]:
    """A table, and the tables within it."""
    yield Row(table, None, 0)
    for field in nested_lists(type(table)):
        for number, nested in enumerate(getattr(table, field), start=1):
            yield Row(nested, table, number)


def found_in(
    key: str,
    index: PlanIndex,
    find: Callable[..., tuple[T, ...]],
    doubtful: Callable[..., Iterable[int]],
    *others: object,
) -> Iterator[T]:
    """What `find` finds in each table of a part of the plan and in the tables within it; it is given `others` as well.

    Found anew only in tables that have changed, which is why a `find` serves one key of the plan and no other.
    `doubtful` is given many tables of one type, the index and `others`, and tells by their numbers in which there may
    be something, as sieves do.
    """

    def in_all(tables: tuple[Table, ...], *others: object) -> list[tuple[T, ...]]:
        found: list[tuple[T, ...]] = [()] * len(tables)
        for number in sorted(_doubtful_with_nested(tables, index, doubtful, *others)):
            found[number] = find(tables[number], *others)
        return found

    part = getattr(index.plan, key)
    tables = cast(tuple[Table, ...], part if isinstance(part, tuple) else () if part is None else (part,))
    return chain.from_iterable(filter(None, index.look_at_each(find, tables, *others, at_once=in_all)))


def _doubtful_with_nested(
    tables: tuple[Table, ...], index: PlanIndex, doubtful: Callable[..., Iterable[int]], *others: object
) -> set[int]:
    found = set(doubtful(tables, index, *others)) if tables else set()
    for field in nested_lists(type(tables[0])) if tables else ():
        nested = index.within(tables, field)
        numbers = tuple(doubtful(nested, index, *others)) if nested else ()
        ends = tuple(accumulate(map(len, map(attrgetter(field), tables)))) if numbers else ()
        found.update(bisect_right(ends, number) for number in numbers)
    return found


_BLANK = (None, "")


def numbers_beyond(
    known: Collection[str], field: FieldSpec, tables: tuple[Table, ...], index: PlanIndex
) -> Iterator[int]:
    """The numbers of the tables that hold something else than what is known: a text, or one in a list of texts."""
    column = index.column(tables, field.name)
    if field.kind in (Kind.LINK, Kind.WORD):
        return numbers_of(column.values.difference(known).difference(_BLANK), column)
    those = frozenset(known)
    if those.issuperset(index.named_in(type(tables[0]), field.name, column.cells)):  # as nearly always
        return iter(())
    return (number for number, texts in enumerate(column) if texts and not those.issuperset(texts))


def keys_with(fields: Callable[[type[Table]], object]) -> tuple[str, ...]:
    """The keys of the plan under which there are tables, or tables within those, that have such fields."""
    return tuple(
        key
        for key in Plan.model_fields
        if (model := _TYPE_OF.get(key)) and any(map(fields, (model, *map(_TYPE_OF.__getitem__, nested_lists(model)))))
    )


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
