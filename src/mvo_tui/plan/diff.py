"""The edits that lead from one plan to another: items by their id, steps and readings by what they say.

``apply(before, Batch(diff(before, after))) == after`` for every two plans. Used by a save (the edits go into the text
of the file) and by ``mvo-tui diff``.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import cast

from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import Item, Plan, Stage, Table, Touchpoint
from mvo_tui.plan.places import field_place, item_place, type_of_collection, type_of_numbered

_LISTS = type_of_collection | type_of_numbered


def diff(before: Plan, after: Plan) -> tuple[Edit, ...]:
    """The edits, in the order in which they have to be applied."""
    return tuple(_Difference(before, after).edits())


class _Difference:
    """Collects edits and applies each at once: the next is found on the plan as it then is."""

    def __init__(self, before: Plan, after: Plan) -> None:
        self.here, self.after = before, after

    def edits(self) -> Iterator[Edit]:
        for name in Plan.model_fields:
            old, new = getattr(self.here, name), getattr(self.after, name)
            if old is new or old == new:
                continue
            if name == "stages":
                yield from self._stages()
            elif name in _LISTS:
                yield from self._items(name, name, old, new)
            elif isinstance(new, Table):
                yield from self._fields(name, old, new)

    def _do(self, edit: Edit) -> Edit:
        self.here = apply(self.here, edit)
        return edit

    def _fields(self, place: str, old: Table, new: Table) -> Iterator[Edit]:
        for name in type(new).model_fields:
            was, now = getattr(old, name), getattr(new, name)
            if name in ("id", "touchpoints") or was is now or (was == now and type(was) is type(now)):
                continue
            here = field_place(place, name)
            if name in _LISTS and _holds_tables(was, now):
                yield from self._items(here, name, was, now)
            elif isinstance(now, Table):
                yield from self._fields(here, was, now)
            else:
                yield self._do(SetField(here, now))

    def _items(
        self, place: str, name: str, old: tuple[Table, ...] | None, new: tuple[Table, ...] | None
    ) -> Iterator[Edit]:
        if not old or not new:  # also tells "not decided" from "none, decided"
            for number in range(len(old or ()), 0, -1):
                yield self._do(RemoveItem(_item_place(place, name, (old or ())[number - 1], number)))
            if not new and new != (() if old else old):
                yield self._do(SetField(place, new))
            for item in new or ():
                yield self._do(AddItem(place, item))
            return
        keys_before, keys_after = _keys(old, new)
        items = dict(zip(keys_after, new, strict=True))
        was = dict(zip(keys_before, old, strict=True))
        yield from self._sequence(place, name, keys_before, keys_after, items, was)
        for number, key in enumerate(keys_after, start=1):
            if key in was and was[key] is not items[key]:
                yield from self._fields(_item_place(place, name, items[key], number), was[key], items[key])

    def _sequence(
        self,
        place: str,
        name: str,
        before: Sequence[Hashable],
        after: Sequence[Hashable],
        items: dict[Hashable, Table],
        was: dict[Hashable, Table],
    ) -> Iterator[Edit]:
        """Remove, add and move until the list at `place` holds the keys of `after` in their order."""
        for number in range(len(before), 0, -1):
            if before[number - 1] not in items:
                yield self._do(RemoveItem(_item_place(place, name, was[before[number - 1]], number)))
        here = [key for key in before if key in items]
        if here == after:
            return
        staying = longest_run(here, after)
        for index, key in enumerate(after):
            target = index
            if index and here[index - 1] != after[index - 1]:  # what moves away still stands between
                target = here.index(after[index - 1]) + 1
            if key not in was:
                yield self._do(AddItem(place, items[key], target))
                here.insert(target, key)
            elif key not in staying:
                position = here.index(key)
                target -= position < target
                if position != target:
                    yield self._do(MoveItem(_item_place(place, name, was[key], position + 1), target))
                    here.insert(target, here.pop(position))

    def _stages(self) -> Iterator[Edit]:
        """Stages, then their touchpoints, which may have moved from one stage to another."""
        old, new = self.here.stages, self.after.stages
        kept = {stage.id for stage in old} & {stage.id for stage in new}
        known = {touchpoint.id: touchpoint for stage in old for touchpoint in stage.touchpoints}
        for index, stage in enumerate(new):
            if stage.id not in kept:
                fresh = tuple(touchpoint for touchpoint in stage.touchpoints if touchpoint.id not in known)
                yield self._do(AddItem("stages", stage.model_copy(update={"touchpoints": fresh}), index))
        yield from self._touchpoints(known)
        for stage in old:
            if stage.id not in {stage.id for stage in new}:
                yield self._do(RemoveItem(item_place("stages", stage.id)))
        wanted: dict[Hashable, Table] = {stage.id: stage for stage in new}
        present: dict[Hashable, Table] = {stage.id: stage for stage in self.here.stages}
        yield from self._sequence("stages", "stages", list(present), list(wanted), wanted, present)
        for stage in new:
            yield from self._fields(item_place("stages", stage.id), present[stage.id], stage)

    def _touchpoints(self, known: dict[str, Touchpoint]) -> Iterator[Edit]:
        wanted = {touchpoint.id for stage in self.after.stages for touchpoint in stage.touchpoints}
        for item_id in [item_id for item_id in known if item_id not in wanted]:
            yield self._do(RemoveItem(item_place("touchpoints", item_id)))
        for stage in self.after.stages:
            if stage.touchpoints != self._stage(stage.id).touchpoints:
                yield from self._touchpoints_of(stage, known)

    def _touchpoints_of(self, stage: Stage, known: dict[str, Touchpoint]) -> Iterator[Edit]:
        place = field_place(item_place("stages", stage.id), "touchpoints")
        here = [item.id for item in self._stage(stage.id).touchpoints]
        staying = longest_run(here, [item.id for item in stage.touchpoints])
        for index, touchpoint in enumerate(stage.touchpoints):
            target = here.index(stage.touchpoints[index - 1].id) + 1 if index else 0
            if touchpoint.id not in known and touchpoint.id not in here:
                yield self._do(AddItem(place, touchpoint, target))
                here.insert(target, touchpoint.id)
            elif touchpoint.id not in here:
                yield self._do(MoveItem(item_place("touchpoints", touchpoint.id), target, into=place))
                here.insert(target, touchpoint.id)
            elif touchpoint.id not in staying:
                position = here.index(touchpoint.id)
                target -= position < target
                if position != target:
                    yield self._do(MoveItem(item_place("touchpoints", touchpoint.id), target))
                    here.insert(target, here.pop(position))
            if touchpoint.id in known:
                yield from self._fields(item_place("touchpoints", touchpoint.id), known[touchpoint.id], touchpoint)

    def _stage(self, stage_id: str) -> Stage:
        return next(stage for stage in self.here.stages if stage.id == stage_id)


def _holds_tables(*lists: object) -> bool:
    return any(isinstance(items, tuple) and items and isinstance(items[0], Table) for items in lists)


def _item_place(place: str, name: str, item: Table, number: int) -> str:
    if isinstance(item, Touchpoint):
        return item_place("touchpoints", item.id)
    return item_place(name, item.id) if isinstance(item, Item) else f"{place}.{number}"


def _keys(old: Sequence[Table], new: Sequence[Table]) -> tuple[list[Hashable], list[Hashable]]:
    """A key for each item, the same on both sides for what is the same item: its id, or else what it says."""
    if new and isinstance(new[0], Item):
        return [cast(Item, item).id for item in old], [cast(Item, item).id for item in new]
    pairs = _pairs(old, new)
    return list(range(len(old))), [pairs.get(index, ("new", index)) for index in range(len(new))]


def _pairs(old: Sequence[Table], new: Sequence[Table]) -> dict[int, int]:
    """By index in `new`, which of `old` it is: an equal one, one told alike, the one between the same neighbours, any.

    No pairing is wrong, but the better it is the fewer lines of the file change.
    """
    pairs: dict[int, int] = {}
    free = list(range(len(old)))

    def pair(is_same: Callable[[int, int], bool]) -> None:
        for index in range(len(new)):
            if index not in pairs and free:
                found = next((number for number in free if is_same(number, index)), None)
                if found is not None:
                    pairs[index] = found
                    free.remove(found)

    pair(lambda number, index: old[number] == new[index])
    pair(lambda number, index: _told(old[number]) == _told(new[index]) != (None, None))
    pair(lambda number, index: pairs.get(index - 1, -1) + 1 == number or pairs.get(index + 1, -1) - 1 == number)
    pair(lambda _number, _index: True)
    return pairs


def _told(table: Table) -> tuple[object, object]:
    """What stays most likely while the rest of a step, a reading or an entry is edited: its action or its date."""
    return getattr(table, "action", None), getattr(table, "date", None)


def longest_run(before: Sequence[Hashable], after: Sequence[Hashable]) -> set[Hashable]:
    """The most keys that can stay where they are: the longest increasing subsequence (patience sorting)."""
    position = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in position]
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, key in enumerate(common):
        pile = bisect_left(tails, position[key])
        previous.append(ends[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [position[key]]
        ends[pile : pile + 1] = [index]
    staying: set[Hashable] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        staying.add(common[index])
        index = previous[index]
    return staying
