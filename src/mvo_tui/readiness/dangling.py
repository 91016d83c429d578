"""Links that lead nowhere: ids of items that the plan does not hold. Source: plan format, law 3.

The ids that a part of the plan links to are collected once and kept while that part is the same object; what is left
for every edit is the difference of two sets. Where a link stands is looked for only when it leads nowhere.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple, cast

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.places import find, type_of_collection
from mvo_tui.plan.vocabulary import FUNCTION
from mvo_tui.readiness.names import called
from mvo_tui.readiness.tables import name_of, place_of, rows, tables_by_type, values

ANYWHERE = "anywhere"
"""The collection of a parked thought's `about`, which may name any place of the plan."""

_LOOK_UP = {"promises": "promise", "processes": "process", "tools": "tool", "roles": "role", "people": "person"}

_STILL_MISSING = frozenset(f"journey.{part}" for part in (*FUNCTION, "first-contact", "value", "after-value"))
"""Places that stand for what is not there yet; a parked thought may be about one."""


class DanglingLink(NamedTuple):
    """A link to `id` of `collection`, where there is no such item. `place` is the field, `name` whose field it is."""

    place: str
    name: str
    collection: str
    id: str


def dangling_links(index: PlanIndex) -> tuple[DanglingLink, ...]:
    """Each link that leads nowhere, once, in the order of places and ids."""
    found = {*_links_to_no_item(index), *_thoughts_about_nothing(index)}
    return tuple(sorted(found))


def known_ids(index: PlanIndex, collection: str) -> Mapping[str, object]:
    """The items that a link may lead to, by id."""
    return cast(Mapping[str, object], getattr(index, _LOOK_UP[collection]))


def _links_to_no_item(index: PlanIndex) -> Iterator[DanglingLink]:
    for key in _KEYS:
        part = getattr(index.plan, key)
        used = index.look(_USED[key], part)
        if any(not ids <= known_ids(index, collection).keys() for collection, ids in used.items()):
            links = index.look(_LINKS[key], part)
            yield from (link for link in links if link.id not in known_ids(index, link.collection))


def _thoughts_about_nothing(index: PlanIndex) -> Iterator[DanglingLink]:
    for parked in index.plan.parking_lot:
        if parked.about and not _is_there(parked.about, index):
            yield DanglingLink(f"parking_lot.{parked.id}.about", called(parked), ANYWHERE, parked.about)


def _is_there(place: str, index: PlanIndex) -> bool:
    collection, _, rest = place.partition(".")
    if rest and "." not in rest and collection in type_of_collection:
        part = index.plan.stages if collection == "touchpoints" else getattr(index.plan, collection)
        return rest in index.look(_IDS[collection], part)
    return place in _STILL_MISSING or find(index.plan, place) is not None


def used_ids(part: object) -> dict[str, set[str]]:
    """The ids that a part of the plan links to, by collection."""
    used: dict[str, set[str]] = {}
    for model, tables in tables_by_type(part).items():
        for field in _link_fields(model):
            links = (link for value in values(tables, field.name) for link in _ids(value))
            used.setdefault(field.collection, set()).update(links)
    return used


def all_links(part: object) -> tuple[DanglingLink, ...]:
    """Every link of a part of the plan, as if it led nowhere."""
    return tuple(
        DanglingLink(f"{place_of(row)}.{field.name}", name_of(row), field.collection, link)
        for row in rows(part)
        for field in _link_fields(type(row.table))
        for link in _ids(getattr(row.table, field.name))
    )


def _ids_of(model: type[Table], part: object) -> set[object]:
    return values(tables_by_type(part).get(model, ()), "id")


def _ids(value: object) -> Iterator[str]:
    """The ids in a field that holds one or several; a blank one is no link."""
    links = (value,) if isinstance(value, str) else cast(tuple[str, ...], value or ())
    return (link for link in links if link)


@cache
def _link_fields(model: type[Table]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in field_specs(model) if spec.kind in (Kind.LINK, Kind.LINKS))


_KEYS = tuple(key for key in Plan.model_fields if key not in ("format", "journey"))
# One function for each key of the plan, because a look-up is kept under the function that made it.
_USED = {key: partial(used_ids) for key in _KEYS}
_LINKS = {key: partial(all_links) for key in _KEYS}
_IDS = {name: partial(_ids_of, model) for name, model in type_of_collection.items()}
