"""Whether a text that is about to replace a file says what it should."""

import math
from typing import Any

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import RawTable
from mvo_tui.storage.parsing_in_pieces import parse_in_pieces
from mvo_tui.storage.problems import TomlError
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.tidying import filled
from mvo_tui.storage.toml_values import document_text


def says(text: str, expected: RawTable, old: RawTable, after: Plan) -> bool:
    """Whether `text` says `expected`, unknown keys and all, and is read as `after`.

    What is the same object in `expected` and in `old` has been read as a plan before, and is not read once more.
    """
    try:
        raw = parse_in_pieces(text)
    except TomlError:
        return False
    is_same = _is_equal(raw, expected) or _is_same(raw, expected)
    _let_go(raw)
    if not is_same:
        return False
    part, wanted = _changed_part(expected, old, after)
    read = _plan_of(part, text)
    return read is not None and (read == wanted or _as_read(read) == _as_read(wanted))


def _changed_part(expected: RawTable, old: RawTable, after: Plan) -> tuple[RawTable, Plan]:
    """What is not the same object in `expected` as in `old`, and the plan that it should be read as."""
    part: RawTable = {"format": after.format}
    wanted: dict[str, Any] = {"format": after.format}
    for name in Plan.model_fields:
        here, before, value = expected.get(name), old.get(name), getattr(after, name)
        if here is before:
            continue
        if isinstance(here, list) and isinstance(before, list) and len(filled(here)) == len(value or ()):
            known = set(map(id, before))
            pairs = [(row, item) for row, item in zip(filled(here), value or (), strict=True) if id(row) not in known]
            if pairs:
                here, value = [row for row, _ in pairs], tuple(item for _, item in pairs)
        if here is not None:
            part[name] = here
        wanted[name] = value
    return part, Plan.model_construct(**wanted)


def _plan_of(raw: RawTable, text: str) -> Plan | None:
    try:
        return load(raw, text, "").plan
    except PlanError:
        return None


def _as_read(plan: Plan) -> Plan | None:
    """`plan` without what says nothing to a reader: empty texts, blank steps, control characters."""
    raw = raw_from_plan(plan)
    return _plan_of(raw, document_text(raw))


# Equality of a whole document and forgetting it are one step each for Python, during which no key is heard: 5 to 10 ms
# with 10,000 items. So both go row by row.


def _is_equal(one: RawTable, other: RawTable) -> bool:
    return one.keys() == other.keys() and all(_are_equal(value, other[key]) for key, value in one.items())


def _are_equal(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(row == same for row, same in zip(one, other, strict=True))
    return bool(one == other)


def _let_go(raw: RawTable) -> None:
    for value in raw.values():
        while isinstance(value, list) and value:
            value.pop()


def _is_same(one: Any, other: Any) -> bool:
    """Equality in which an empty table is what an absent one is, and not-a-number equals itself."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_is_same(one.get(key, {}), other.get(key, {})) for key in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list):
        one, other = filled(one), filled(other)
        return len(one) == len(other) and all(map(_is_same, one, other))
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return type(one) is type(other) and bool(one == other)
