"""One order out of two: of keys that stand for the items of a list."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)

MOST_COMPARED = 500
"""The most keys of which each two are compared, which takes the square of their number."""


class Order(NamedTuple):
    """The keys in order. `is_agreed` is False where the sides contradict each other; the order is mine then."""

    keys: list[Hashable]
    is_agreed: bool


def merged_order(
    base: Sequence[Hashable],
    mine: Sequence[Hashable],
    theirs: Sequence[Hashable],
    kept: Collection[Hashable],
    rank: Callable[[Hashable], str],
) -> Order:
    """The order of `kept`, each of which is in `mine` or in `theirs`.

    What only one side has stays behind what it stands behind there. Where both sides put something at one spot, `rank`
    says what comes first, so that the order of the sides makes no difference.
    """
    in_mine, in_theirs = set(mine), set(theirs)
    common_of_mine = [key for key in mine if key in in_theirs and key in kept]
    common_of_theirs = [key for key in theirs if key in in_mine and key in kept]
    common = _common_order(base, common_of_mine, common_of_theirs)
    runs: dict[Hashable, list[list[Hashable]]] = {}
    for side in (mine, theirs):
        _collect_runs(side, set(common_of_mine), kept, runs)
    result: list[Hashable] = []
    for anchor in (_START, *(common or common_of_mine)):
        if anchor is not _START:
            result.append(anchor)
        for run in sorted(runs.get(anchor, ()), key=lambda run: rank(run[0])):
            result += run
    return Order(result, common is not None)


_START = object()
"""Stands for the spot before the first item."""


def _collect_runs(
    side: Sequence[Hashable],
    common: Collection[Hashable],
    kept: Collection[Hashable],
    runs: dict[Hashable, list[list[Hashable]]],
) -> None:
    """Put what only this side has into `runs`, by the common key that it stands behind."""
    anchor: Hashable = _START
    run: list[Hashable] = []
    for key in side:
        if key in common:
            anchor, run = key, []
        elif key in kept:
            if not run:
                runs.setdefault(anchor, []).append(run)
            run.append(key)


def _common_order(base: Sequence[K], mine: list[K], theirs: list[K]) -> list[K] | None:
    """The order of the keys that both sides have; None where they contradict each other."""
    if mine == theirs:
        return mine
    present = set(mine)
    was = [key for key in base if key in present]
    if was == mine:
        return theirs
    if was == theirs:
        return mine
    return _order_of_pairs(was, mine, theirs) if len(mine) <= MOST_COMPARED else None


def _order_of_pairs(base: list[K], mine: list[K], theirs: list[K]) -> list[K] | None:
    """Both sides moved something: for each two keys the side that changed their order has its way."""
    was, there = ({key: index for index, key in enumerate(keys)} for keys in (base, theirs))
    followers = dict.fromkeys(mine, 0)
    for index, one in enumerate(mine):
        for other in mine[index + 1 :]:
            is_first = there[one] < there[other]
            if not is_first:
                if one not in was or other not in was:
                    return None
                is_first = was[other] < was[one]  # mine puts `one` first; that is a change where base did not
            followers[one if is_first else other] += 1
    if sorted(followers.values()) != list(range(len(mine))):
        return None  # in a circle
    return sorted(mine, key=lambda key: -followers[key])
