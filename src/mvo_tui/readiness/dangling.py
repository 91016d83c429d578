"""Links that lead nowhere: ids of items that the plan does not hold. Source: plan format, law 3.

Most plans have none, and that must be told at every key press. So what was found in an item is kept for as long as the
item is the same object and the ids that there are have not changed.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import ParkedItem, Plan, Table
from mvo_tui.plan.places import field_at, type_at, type_of_collection
from mvo_tui.plan.vocabulary import FUNCTION
from mvo_tui.readiness.tables import Row, found_in, keys_with, name_of, numbers_beyond, place_of, rows

Ids = Mapping[str, frozenset[str]]
"""The ids that there are, by collection."""

ANYWHERE = ""
"""The collection of a link that names a place of any kind (`about` of what is parked)."""

_STILL_MISSING = frozenset(f"journey.{part}" for part in (*FUNCTION, "first-contact", "value", "after-value"))
"""Places that stand for what is not there yet; something parked may be about one."""


class DanglingLink(NamedTuple):
    """A link to `id` of `collection`, where there is no such item. `place` is the field, `name` whose field it is."""

    place: str
    name: str
    collection: str
    id: str


def dangling_links(index: PlanIndex) -> tuple[DanglingLink, ...]:
    """Each link that leads nowhere, once, in the order of places and ids."""
    ids = all_ids(index)
    found = {link for key, find in _FINDERS.items() for link in found_in(key, index, find, _doubtful, ids)}
    return tuple(sorted(found))


def all_ids(index: PlanIndex) -> Ids:
    """The same object for as long as the ids are the same."""
    return index.look(_by_collection, *map(index.ids, type_of_collection))


def dangling_in(table: Table, ids: Ids) -> tuple[DanglingLink, ...]:
    """The links of a table, and of those within it, that lead nowhere."""
    return tuple(
        DanglingLink(f"{place_of(row)}.{field}", name_of(row), collection, link)
        for row in rows(table)
        for field, collection, link in _links(row)
        if not _is_there(link, collection, ids)
    )


def _doubtful(tables: tuple[Table, ...], index: PlanIndex, ids: Ids) -> Iterator[int]:
    """The numbers of the tables in which a link may lead nowhere."""
    for field in _link_fields(type(tables[0])):
        yield from numbers_beyond(ids[field.collection], field, tables, index)
    if isinstance(tables[0], ParkedItem):
        about = enumerate(index.column(tables, "about"))
        yield from (number for number, place in about if place and not _is_there(place, ANYWHERE, ids))


def _links(row: Row) -> Iterator[tuple[str, str, str]]:
    """Field, collection and id of each link of a table; a blank one is none."""
    for field in _link_fields(type(row.table)):
        value = getattr(row.table, field.name)
        links = (value,) if isinstance(value, str) else value or ()
        yield from ((field.name, field.collection, link) for link in links if link)
    if isinstance(row.table, ParkedItem) and row.table.about:
        yield "about", ANYWHERE, row.table.about


def _is_there(link: str, collection: str, ids: Ids) -> bool:
    if collection != ANYWHERE:
        return link in ids[collection]
    first, dot, rest = link.partition(".")
    if dot and first in ids:
        return rest.partition(".")[0] in ids[first]
    return (
        link in Plan.model_fields or link in _STILL_MISSING or type_at(link) is not None or field_at(link) is not None
    )


@cache
def _link_fields(model: type[Table]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in field_specs(model) if spec.kind in (Kind.LINK, Kind.LINKS))


def _by_collection(*ids: frozenset[str]) -> Ids:
    return dict(zip(type_of_collection, ids, strict=True))


# One function for each part of the plan, because a look-up is kept under the function that made it.
_FINDERS = {key: partial(dangling_in) for key in (*keys_with(_link_fields), "parking_lot")}
