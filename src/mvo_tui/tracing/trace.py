"""A trace: all paths from an item, up to the promises or down to people and tools, as an indented list.

Paths meet again: ten steps use one tool, and one person holds five roles. An item that was opened once is not opened
again, so that a trace is as long as the plan has links and not as it has paths; every path can still be read in it.
"""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import ParkedItem, Promise
from mvo_tui.tracing.carried_by import links_down
from mvo_tui.tracing.link import Link, Traced
from mvo_tui.tracing.why import links_up


class Way(StrEnum):
    """The direction of a trace."""

    UP = "why"
    DOWN = "carried by"


class Row(NamedTuple):
    """A line of a trace: a link, how deep it lies, from 0, and whether more lies under it.

    `is_again`: what lies under it was told further up. `is_folded`: it is there and not shown.
    """

    link: Link
    depth: int
    has_more: bool = False
    is_again: bool = False
    is_folded: bool = False


def trace(item: Traced, way: Way, index: PlanIndex, folded: Collection[str] = ()) -> list[Row]:
    """The rows below `item` in depth-first order; those under the places `folded` are left out."""
    rows: list[Row] = []
    _add_rows(rows, item, _links(item, way, index), 0, _Walk(way, index, folded, {}))
    return rows


class _Walk(NamedTuple):
    """What all rows of a trace have in common. `opened`: whether anything lies under the items that were met."""

    way: Way
    plan_index: PlanIndex
    folded: Collection[str]
    opened: dict[str, bool]


def _add_rows(rows: list[Row], above: Traced, links: Iterable[Link], depth: int, walk: _Walk) -> None:
    for link in links:
        known = walk.opened.get(link.place) if link.item else False
        if known is not None:
            rows.append(Row(link, depth, has_more=known, is_again=known))
            continue
        assert link.item is not None
        below = tuple(_links(link.item, walk.way, walk.plan_index, above))
        walk.opened[link.place] = bool(below)
        is_folded = bool(below) and link.place in walk.folded
        rows.append(Row(link, depth, bool(below), is_folded=is_folded))
        if not is_folded:
            _add_rows(rows, link.item, below, depth + 1, walk)


def _links(item: Traced, way: Way, index: PlanIndex, above: Traced | None = None) -> Iterator[Link]:
    if above is not None and isinstance(item, ParkedItem):  # traces begin there; it may be about itself
        return iter(())
    return links_up(item, index) if way is Way.UP else links_down(item, index, above)


def promises_in(rows: Iterable[Row]) -> tuple[Promise, ...]:
    """The promises that a trace upwards reaches, each once, in its order."""
    found = {row.link.place: row.link.item for row in rows if isinstance(row.link.item, Promise)}
    return tuple(found.values())


def paths_to_promises(item: Traced, index: PlanIndex) -> int:
    """How many paths lead from `item` up to a promise."""
    known: dict[str, int] = {}

    def paths(above: Traced, link: Link) -> int:
        if link.item is None or isinstance(link.item, Promise):
            return int(link.item is not None)
        if link.place not in known:
            below = _links(link.item, Way.UP, index, above)
            known[link.place] = sum(paths(link.item, each) for each in below)
        return known[link.place]

    return sum(paths(item, link) for link in _links(item, Way.UP, index))
