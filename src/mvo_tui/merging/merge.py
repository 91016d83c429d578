"""Three-way merge of plans by meaning: a base, mine that grew from it, and theirs that grew from it.

What only one side changed is taken; what both changed alike is taken once; what both changed differently is a conflict,
in which the plan follows mine until somebody chooses (where one side deleted what the other changed: it is kept).
Items are the same by their id, touchpoints in whatever stage; steps, readings and decisions by what they say (`rows`).
Lists of ids and of days are sets: what one side added comes in, what one side took out goes. No item added on both
sides gets another id: ids are made from names, so one id is one thing, and the next merge relies on that.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from mvo_tui.merging.conflict import Conflict, Kind
from mvo_tui.merging.order import merged_order
from mvo_tui.merging.rows import keyed_rows, rank_of
from mvo_tui.merging.same_names import with_shared_ids
from mvo_tui.merging.stages import StagesMerge
from mvo_tui.plan import fields
from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.fields import field_spec
from mvo_tui.plan.model import EMPTY, Item, Plan, Stage, Table
from mvo_tui.plan.places import SEQUENCES, field_place, item_place, type_of_collection, type_of_numbered

_SETS = frozenset({fields.Kind.LINKS, fields.Kind.WORDS})


@dataclass(frozen=True)
class Merge:
    """What became of two plans.

    Attributes:
        base: the plan that both grew from, the empty one where none is known.
        mine, theirs: the two sides, under the ids that `plan` has for their items.
        plan: both in one, a valid plan.
        conflicts: what is to be decided, in the order of the format; `choosing` makes edits of choices.
    """

    base: Plan
    mine: Plan
    theirs: Plan
    plan: Plan
    conflicts: tuple[Conflict, ...]

    @property
    def is_clean(self) -> bool:
        return not self.conflicts

    def came_in(self) -> tuple[Edit, ...]:
        """The edits that lead from mine to the merged plan."""
        return diff(self.mine, self.plan)


def merge(base: Plan | None, mine: Plan, theirs: Plan) -> Merge:
    """Mine and theirs in one. Without a base all is as if each side had added it to an empty plan.

    Without a base, items of one name are one as well, whatever their ids.
    """
    if base is None:
        mine, theirs = with_shared_ids(mine, theirs)
    merging = _Merging()
    plan = cast(Plan, merging.table("", base or EMPTY, mine, theirs))
    return Merge(base or EMPTY, mine, theirs, plan, tuple(merging.conflicts))


class _Merging:
    """Goes through the three plans together and collects the conflicts."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def table(self, place: str, base: Table, mine: Table, theirs: Table) -> Table:
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        changes: dict[str, object] = {}
        for name in type(mine).model_fields:
            values = (getattr(base, name), getattr(mine, name), getattr(theirs, name))
            if name not in ("id", "touchpoints") and values[1] is not values[2]:
                merged = self._field(type(mine), field_place(place, name) if place else name, name, values)
                if merged is not values[1]:
                    changes[name] = merged
        return mine.model_copy(update=changes) if changes else mine

    def _field(self, model: type[Table], place: str, name: str, values: tuple[object, object, object]) -> object:
        base, mine, theirs = values
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        if isinstance(mine, Table):
            return self.table(place, cast(Table, base), mine, cast(Table, theirs))
        if name in type_of_numbered:
            return self._numbered(place, *cast(tuple[tuple[Table, ...], ...], values))
        if name in type_of_collection and field_spec(model, name).kind is fields.Kind.ITEMS:
            base, mine, theirs = (cast(tuple[Item, ...], value or ()) for value in values)
            return self._stages(base, mine, theirs) if name == "stages" else self._items(name, base, mine, theirs)
        if place != "format" and field_spec(model, name).kind in _SETS and (found := _set_merge(base, mine, theirs)):
            return found
        self.conflicts.append(Conflict(Kind.VALUE, place, base, mine, theirs))
        return mine

    # Lists of items

    def _items(
        self, name: str, base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item]
    ) -> tuple[Table, ...]:
        was, here, there = ({cast(Hashable, item.id): item for item in items} for items in (base, mine, theirs))
        return self._rows(
            was, here, there, self._kept(was, here, there), lambda key, _number: item_place(name, str(key))
        )[0]

    def _numbered(
        self, place: str, base: tuple[Table, ...], mine: tuple[Table, ...], theirs: tuple[Table, ...]
    ) -> tuple[Table, ...]:
        """Steps, readings, decisions. Where both sides put them in another order, all of the list is one conflict."""
        was, here, there = keyed_rows(base, mine, theirs)
        before = len(self.conflicts)
        kept = self._kept(was, here, there)
        rows, is_agreed = self._rows(was, here, there, kept, lambda _key, number: f"{place}.{number}")
        if is_agreed or place.rpartition(".")[2] not in SEQUENCES:
            return rows
        del self.conflicts[before:]
        self.conflicts.append(Conflict(Kind.VALUE, place, base, mine, theirs))
        return mine

    def _kept(
        self, base: Mapping[Hashable, Table], mine: Mapping[Hashable, Table], theirs: Mapping[Hashable, Table]
    ) -> set[Hashable]:
        """What stays: all that both sides have, that one added, or that one changed while the other deleted it."""
        either = mine.keys() ^ theirs.keys()
        return (mine.keys() & theirs.keys()) | {
            key for key in either if key not in base or base[key] != (mine.get(key) or theirs.get(key))
        }

    def _rows(
        self,
        base: Mapping[Hashable, Table],
        mine: Mapping[Hashable, Table],
        theirs: Mapping[Hashable, Table],
        kept: set[Hashable],
        place_of: Callable[[Hashable, int], str],
    ) -> tuple[tuple[Table, ...], bool]:
        """The rows of `kept` in their order, each merged; and whether the sides agree on the order."""

        def rank(key: Hashable) -> str:
            row = mine.get(key) or theirs[key]
            return row.id if isinstance(row, Item) else rank_of(row)

        keys, is_agreed = merged_order(list(base), list(mine), list(theirs), kept, rank)
        rows = [
            self.row(place_of(key, number), base.get(key), mine.get(key), theirs.get(key))
            for number, key in enumerate(keys, start=1)
        ]
        return tuple(rows), is_agreed

    def row(self, place: str, base: Table | None, mine: Table | None, theirs: Table | None) -> Table:
        """One item that is kept; at least one side has it."""
        if mine is not None and theirs is not None:
            blank = base if base is not None else _blank(mine)
            return self.table(place, blank, mine, theirs)
        if base is not None:
            self.conflicts.append(Conflict(Kind.DELETED, place, base, mine, theirs))
        found = mine if mine is not None else theirs
        assert found is not None
        return found

    def _stages(self, base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item]) -> tuple[Stage, ...]:
        stages = (cast(Sequence[Stage], side) for side in (base, mine, theirs))
        return StagesMerge(*stages, row=self.row, conflicts=self.conflicts).merged()


def _blank(row: Table) -> Table:
    """A table of the same type that says nothing: what an item that both sides added was before."""
    return type(row).model_validate({"id": row.id} if isinstance(row, Item) else {})


def _set_merge(base: object, mine: object, theirs: object) -> tuple[str, ...] | None:
    """The ids or words of both; None where one side blanked the field, or nothing would be left: that is a conflict."""
    if not (isinstance(mine, tuple) and isinstance(theirs, tuple) and mine and theirs):
        return None
    was = set(base) if isinstance(base, tuple) else set()
    gone = (was - set(mine)) | (was - set(theirs))
    merged = [each for each in mine if each not in gone]
    merged += [each for each in theirs if each not in gone and each not in mine]
    return tuple(merged) or None
