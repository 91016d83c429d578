"""Links that lead nowhere: ids of items that the plan does not hold. Source: plan format, law 3.

The links of each part of the plan are collected once and kept while that part is the same object; what is left for
every edit is the difference of two sets of ids.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple, cast

from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.places import find
from mvo_tui.plan.vocabulary import FUNCTION
from mvo_tui.readiness.names import called
from mvo_tui.readiness.tables import Row, name_of, place_of, rows

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


Holders = list[tuple[Row, str]]
"""The fields that hold a certain link: the table, and the name of the field."""


def dangling_links(index: PlanIndex) -> tuple[DanglingLink, ...]:
    """Each link that leads nowhere, once, in the order of places and ids."""
    found = {*_links_to_no_item(index), *_thoughts_about_nothing(index.plan)}
    return tuple(sorted(found))


def known_ids(index: PlanIndex, collection: str) -> Mapping[str, object]:
    """The items that a link may lead to, by id."""
    return cast(Mapping[str, object], getattr(index, _LOOK_UP[collection]))


def _links_to_no_item(index: PlanIndex) -> Iterator[DanglingLink]:
    for key, collect in _COLLECTORS.items():
        for collection, holders in index.look(collect, getattr(index.plan, key)).items():
            for link in holders.keys() - known_ids(index, collection).keys():
                for row, field in holders[link]:
                    yield DanglingLink(f"{place_of(row)}.{field}", name_of(row), collection, link)


def _thoughts_about_nothing(plan: Plan) -> Iterator[DanglingLink]:
    for parked in plan.parking_lot:
        about = parked.about
        if about and about not in _STILL_MISSING and find(plan, about) is None:
            yield DanglingLink(f"parking_lot.{parked.id}.about", called(parked), ANYWHERE, about)


def links_in(part: object) -> dict[str, dict[str, Holders]]:
    """The links in a part of the plan: the fields that hold each, by collection and by id."""
    found: dict[str, dict[str, Holders]] = {}
    for row in rows(part):
        for field, collection in _link_fields(type(row.table)):
            value = getattr(row.table, field)
            for link in (value,) if isinstance(value, str) else value or ():
                if link:
                    found.setdefault(collection, {}).setdefault(link, []).append((row, field))
    return found


@cache
def _link_fields(model: type[Table]) -> tuple[tuple[str, str], ...]:
    links = (Kind.LINK, Kind.LINKS)
    return tuple((spec.name, spec.collection) for spec in field_specs(model) if spec.kind in links)


# One collector for each key of the plan, because a look-up is kept under the function that made it.
_COLLECTORS = {key: partial(links_in) for key in Plan.model_fields if key not in ("format", "journey")}
