"""Look-ups that are kept: made once for the objects that they rest on, and shared with the next plan.

Frozen values make this safe: what a look-up was made of is the same object only while nothing in it has changed.
"""

from collections.abc import Callable, Iterable
from itertools import compress, count, repeat
from operator import is_, is_not
from typing import NamedTuple, TypeVar, cast

T = TypeVar("T")
Items = tuple[object, ...]


class Stretch(NamedTuple):
    """Where two lists differ: from `start` up to `end_before` of the one and `end_after` of the other."""

    start: int
    end_before: int
    end_after: int

    @property
    def is_empty(self) -> bool:
        """Whether they do not differ."""
        return self.start == self.end_before == self.end_after


class KeptLookUps:
    """What was made of which objects, by the function that made it. So a function serves one look-up and no other."""

    def __init__(self, previous: "KeptLookUps | None" = None) -> None:
        self._known: dict[Callable[..., object], tuple[Items, object]] = dict(previous._known) if previous else {}
        self._differences: dict[tuple[int, int], tuple[Items, Items, Stretch]] = {}

    def look(self, build: Callable[..., T], *parts: object) -> T:
        """What `build` makes of `parts`, taken over where it was made of the very same objects before."""
        known = self._known.get(build)
        if known is None or not all(map(is_, known[0], parts)):
            known = self._known[build] = (parts, build(*parts))
        return cast(T, known[1])

    def look_for_same(self, build: Callable[..., T], *parts: object) -> T:
        """Like `look`, but what equals the value before is the value before, for look-ups that rest on this one."""
        known = self._known.get(build)
        found = self.look(build, *parts)
        if known is not None and known[1] is not found and known[1] == found:
            found = known[1]
            self._known[build] = (parts, found)
        return found

    def look_at_each(
        self,
        build: Callable[..., T],
        items: Items,
        *others: object,
        at_once: Callable[..., Iterable[T]] | None = None,
        key: Callable[..., object] | None = None,
    ) -> tuple[T, ...]:
        """What `build` makes of each item and `others`, taken over where it was made of the very same objects before.

        What equals the value before *is* the value before, so that what rests on it stays as well. `at_once` makes the
        same of all items together, for what is much quicker so when nothing is known yet. `key` is the function under
        which it is kept, where `build` is another one each time.
        """
        key = key or build
        known = self._known.get(key)
        if known is not None and all(map(is_, known[0], (items, *others))):
            return cast(tuple[T, ...], known[1])
        if known is not None and all(map(is_, known[0][1:], others)):
            found = self._made_of_changed(build, items, others, known)
        else:
            found = tuple(at_once(items, *others) if at_once else map(build, items, *map(repeat, others)))
            if known is not None and known[1] == found:
                found = cast(tuple[T, ...], known[1])
        self._known[key] = ((items, *others), found)
        return found

    def look_within_each(
        self,
        build: Callable[..., tuple[T, ...]],
        items: Items,
        lists: Callable[..., Items],
        at_once: Callable[[], tuple[T, ...]] | None = None,
    ) -> tuple[T, ...]:
        """What `build` makes of items that each hold a list (`lists`): one value for each entry of all lists, in order.

        Made anew for the items that are others than before, and the same object where all values equal those before.
        `at_once` is a quicker way to all of them.
        """
        known = self._known.get(build)
        if known is not None and known[0][0] is items:
            return cast(tuple[T, ...], known[1])
        if known is not None:
            found = self._made_within_changed(build, items, lists, known)
        else:
            found = at_once() if at_once else build(items)
        self._known[build] = ((items,), found)
        return found

    def difference(self, before: Items, after: Items) -> Stretch:
        """The stretch outside of which both hold the very same objects. Told once for all who ask for it."""
        if before is after:
            return Stretch(len(before), len(before), len(before))
        known = self._differences.get((id(before), id(after)))
        if known is None:  # both are held, so that no others get their identities
            known = self._differences[id(before), id(after)] = (before, after, _difference(before, after))
        return known[2]

    def _made_of_changed(
        self, build: Callable[..., T], items: Items, others: Items, known: tuple[Items, object]
    ) -> tuple[T, ...]:
        before, values = cast(Items, known[0][0]), cast(tuple[T, ...], known[1])
        start, end_before, end = self.difference(before, items)
        made = dict(zip(map(id, before[start:end_before]), values[start:end_before], strict=True))
        changed = tuple(made[id(item)] if id(item) in made else build(item, *others) for item in items[start:end])
        if changed == values[start:end_before]:
            return values
        return (*values[:start], *changed, *values[end_before:])

    def _made_within_changed(
        self,
        build: Callable[..., tuple[T, ...]],
        items: Items,
        lists: Callable[..., Items],
        known: tuple[Items, object],
    ) -> tuple[T, ...]:
        before, values = cast(Items, known[0][0]), cast(tuple[T, ...], known[1])
        start, end_before, end = self.difference(before, items)
        first = sum(map(len, map(lists, before[:start])))
        last = len(values) - sum(map(len, map(lists, before[end_before:])))
        changed = build(items[start:end])
        return values if changed == values[first:last] else (*values[:first], *changed, *values[last:])


def _difference(before: Items, after: Items) -> Stretch:
    shorter = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), shorter)
    same_behind = next(compress(count(), map(is_not, reversed(before), reversed(after))), shorter)
    same_behind = min(same_behind, shorter - start)
    return Stretch(start, len(before) - same_behind, len(after) - same_behind)
