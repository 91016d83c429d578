"""The parsed document as it has to be after the edits: what was between two plans, written into plain dicts.

Only what differs between the plans is touched, so unknown keys, blanks and spellings of the file stay. What is not
touched is the same object as before; a table that is touched is an `Amended`, which remembers the one it comes from.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Any

from mvo_tui.plan.model import Item, Plan, Table, Touchpoint
from mvo_tui.storage.control_characters import without_control_characters
from mvo_tui.storage.parsing import RawTable
from mvo_tui.storage.shapes import shape_of
from mvo_tui.storage.tidying import filled

_DECIDED = frozenset(name for name in shape_of(Plan).lists if Plan.model_fields[name].default is None)
"""The lists that say "none, decided" where they are empty, and nothing where they are absent."""


class Amended(dict[str, Any]):
    """A table after the edits. `was` is the table of the document that it comes from, None for a new one."""

    def __init__(self, table: Mapping[str, Any], was: RawTable | None) -> None:
        super().__init__(table)
        self.was = was


def raw_from_plan(plan: Plan) -> RawTable:
    """The document of a plan that has none yet."""
    return {"format": plan.format, **_Changes({}, Plan()).table({}, None, plan)}


def amended(raw: RawTable, before: Plan, after: Plan) -> RawTable:
    """`raw`, which stands for `before`, as it is when it stands for `after`. Ids that are missing in it are written."""
    return _Changes(raw, before).table(raw, before, after)


class _Changes:
    def __init__(self, raw: RawTable, before: Plan) -> None:
        self._touchpoints: dict[str, tuple[RawTable, Table]] = {}
        for row, stage in zip(filled(raw.get("stages", [])), before.stages, strict=True):
            for inner, touchpoint in zip(filled(row.get("touchpoints", [])), stage.touchpoints, strict=True):
                self._touchpoints[touchpoint.id] = inner, touchpoint
        self._has_all_ids = _has_all_ids(raw)

    def table(self, raw: RawTable, before: Table | None, after: Table) -> RawTable:
        """`raw`, which stands for `before` (None: for nothing), as it is when it stands for `after`."""
        if before is after and self._has_all_ids:
            return raw
        shape = shape_of(type(after))
        changed: dict[str, Any] = {}
        for name in shape.keys:
            old, new = getattr(before, name, None), getattr(after, name)
            if name in shape.singles:
                changed |= self._single(raw, name, old, new)
            elif name in shape.lists:
                if old is not new or not self._has_all_ids:
                    changed |= self._list(raw, name, old, new)
            elif name == "id":
                if not raw.get("id"):
                    changed["id"] = new
            elif before is None or not _is_same(old, new):
                changed |= self._plain(raw, name, new, type(after).model_fields[name].default)
        return Amended(_with(raw, changed, shape.keys), raw if before else None) if changed else raw

    def _plain(self, raw: RawTable, name: str, value: Any, default: Any) -> dict[str, Any]:
        if value in (default, "") and name != "format":  # which a file always says
            return {name: None} if name in raw else {}
        return {name: _raw_value(value)}

    def _single(self, raw: RawTable, name: str, before: Table | None, after: Table) -> dict[str, Any]:
        old = raw.get(name)
        here = old if isinstance(old, dict) else {}
        new = self.table(here, before or type(after)(), after)
        return {} if new is here else {name: new}

    def _list(self, raw: RawTable, name: str, before: Any, after: Any) -> dict[str, Any]:
        here: list[Any] = raw.get(name) or []
        rows = self._rows(here, before or (), after or ())
        if filled(rows):
            return {} if len(rows) == len(here) and all(map(is_, rows, here)) else {name: rows}
        if after is not None and name in _DECIDED:
            return {} if raw.get(name) == [] else {name: []}
        is_emptied = bool(before) or (before == () and after is None)
        return {name: None} if name in raw and is_emptied else {}

    def _rows(self, here: list[Any], before: Sequence[Table], after: Sequence[Table]) -> list[RawTable]:
        """The rows that stand for `after`. An empty row says nothing and stays where it is."""
        said = filled(here)
        empty_rows = _empty_rows(here)
        rows = empty_rows.get(-1, [])
        for index, item in zip(_pairs(before, after), after, strict=True):
            if index is not None:
                rows.append(self.table(said[index], before[index], item))
                rows += empty_rows.get(index, [])
            elif isinstance(item, Touchpoint) and item.id in self._touchpoints:
                raw, was = self._touchpoints[item.id]
                rows.append(self.table(raw, was, item))
            elif row := self.table({}, None, item):
                rows.append(Amended(row, None))
        return rows


def _has_all_ids(raw: RawTable) -> bool:
    rows = [row for name in shape_of(Plan).lists for row in raw.get(name) or []]
    touchpoints = [inner for stage in raw.get("stages") or [] for inner in stage.get("touchpoints") or []]
    return all(row.get("id") for row in (*rows, *touchpoints) if row)


def _empty_rows(here: Iterable[RawTable]) -> dict[int, list[RawTable]]:
    """The empty rows, by the number of the filled row that they follow; -1 for those before the first."""
    found: dict[int, list[RawTable]] = {}
    number = -1
    for row in here:
        if row:
            number += 1
        else:
            found.setdefault(number, []).append(row)
    return found


def _is_same(old: object, new: object) -> bool:
    return old is new or (type(old) is type(new) and old == new)


def _raw_value(value: Any) -> Any:
    if isinstance(value, str):
        return without_control_characters(value)
    return [without_control_characters(each) for each in value] if isinstance(value, tuple) else value


def _with(raw: RawTable, changed: Mapping[str, Any], order: Sequence[str]) -> RawTable:
    """`raw` with `changed` (None: without the key). A new key comes after the one that it follows in `order`."""
    keys = [key for key in raw if changed.get(key, raw) is not None]
    for number, name in enumerate(order):
        if name in changed and name not in keys and changed[name] is not None:
            before = [keys.index(key) for key in order[:number] if key in keys]
            after = [keys.index(key) for key in order[number + 1 :] if key in keys]
            keys.insert(before[-1] + 1 if before else min(after, default=len(keys)), name)
    return {key: changed.get(key, raw.get(key)) for key in keys}


def _pairs(before: Sequence[Table], after: Sequence[Table]) -> list[int | None]:
    """For each item of `after` the index of the same item in `before`: by id, else by what it says, else in order."""
    if after and isinstance(after[0], Item):
        index_of = {item.id: index for index, item in enumerate(before) if isinstance(item, Item)}
        return [index_of.get(item.id) if isinstance(item, Item) else None for item in after]
    pairs = _equal_pairs(before, after)
    paired = set(pairs)
    free = iter([index for index in range(len(before)) if index not in paired])
    return [
        next(free, None) if index is None and item != type(item)() else index
        for index, item in zip(pairs, after, strict=True)
    ]


def _equal_pairs(before: Sequence[Table], after: Iterable[Table]) -> list[int | None]:
    places: dict[Table, list[int]] = {}
    for index in range(len(before) - 1, -1, -1):
        places.setdefault(before[index], []).append(index)
    return [places[item].pop() if places.get(item) else None for item in after]
