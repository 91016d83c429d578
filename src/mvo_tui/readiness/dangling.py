"""Links that lead nowhere: ids of items that the plan does not hold. Source: plan format, law 3.

Most plans have none, and that must be told at every key press. So what was found in an item is kept for as long as the
item is the same object and the ids that there are have not changed.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from operator import attrgetter
from typing import NamedTuple

from mvo_tui.plan.back_references import in_one
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import ParkedItem, Plan, Table
from mvo_tui.plan.places import field_at, type_at, type_of_collection
from mvo_tui.plan.vocabulary import FUNCTION
from mvo_tui.readiness.tables import Row, name_of, nested_lists, place_of, rows, top_tables

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
    found: set[DanglingLink] = set()
    for key, find_in in _FINDERS.items():
        tables = top_tables(getattr(index.plan, key))
        found.update(*filter(None, index.look_at_each(find_in, tables, ids, at_once=partial(_dangling_in_each, index))))
    return tuple(sorted(found))


def all_ids(index: PlanIndex) -> Ids:
    """The same object for as long as the ids are the same."""
    return index.look(_by_collection, *map(index.ids, type_of_collection))


def _dangling_in_each(index: PlanIndex, tables: tuple[Table, ...], ids: Ids) -> tuple[tuple[DanglingLink, ...], ...]:
    """Of all tables of a part of the plan: in columns, as most parts have no link that leads nowhere."""
    lists = [tables]
    for field in nested_lists(type(tables[0])) if tables else ():
        together = {"steps": index.all_steps, "touchpoints": index.touchpoints}.get(field)
        lists.append(in_one(map(attrgetter(field), tables)) if together is None else together)
    if all(_are_sound(items, ids, index) for items in lists):
        return ((),) * len(tables)
    return tuple(dangling_in(table, ids) for table in tables)


def dangling_in(table: Table, ids: Ids) -> tuple[DanglingLink, ...]:
    """The links of a table, and of those within it, that lead nowhere."""
    if _are_sound((table,), ids) and all(_are_sound(getattr(table, field), ids) for field in nested_lists(type(table))):
        return ()
    return tuple(
        DanglingLink(f"{place_of(row)}.{field}", name_of(row), collection, link)
        for row in rows(table)
        for field, collection, link in _links(row)
        if not _is_there(link, collection, ids)
    )


def _are_sound(tables: tuple[Table, ...], ids: Ids, index: PlanIndex | None = None) -> bool:
    """Whether each link of these tables, all of one type, leads somewhere. The usual case, told quickly."""
    for field, collection in _link_fields(type(tables[0])) if tables else ():
        known = ids[collection]
        for value in set(index.column(tables, field) if index else map(attrgetter(field), tables)):
            if value and not (value in known if isinstance(value, str) else known.issuperset(value)):
                return False
    return not (tables and isinstance(tables[0], ParkedItem))


def _links(row: Row) -> Iterator[tuple[str, str, str]]:
    """Field, collection and id of each link of a table; a blank one is none."""
    for field, collection in _link_fields(type(row.table)):
        value = getattr(row.table, field)
        yield from ((field, collection, link) for link in ((value,) if isinstance(value, str) else value or ()) if link)
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
def _link_fields(model: type[Table]) -> tuple[tuple[str, str], ...]:
    links = (Kind.LINK, Kind.LINKS)
    return tuple((spec.name, spec.collection) for spec in field_specs(model) if spec.kind in links)


def _by_collection(*ids: frozenset[str]) -> Ids:
    return dict(zip(type_of_collection, ids, strict=True))


# One function for each part of the plan, because a look-up is kept under the function that made it.
_FINDERS = {key: partial(dangling_in) for key in Plan.model_fields if key not in ("format", "journey")}
