"""Whether a text that is about to replace a file says what it should."""

import math
from typing import Any

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import RawTable, parse
from mvo_tui.storage.problems import TomlError
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.tidying import filled
from mvo_tui.storage.toml_values import document_text


def says(text: str, expected: RawTable, old: RawTable, before: Plan, after: Plan) -> bool:
    """Whether `text` is read as `after`, and says `expected`: unknown keys and all.

    What is the same in `expected` and in `old`, which was read as `before`, is not read as a plan once more.
    """
    try:
        raw = parse(text)
    except TomlError:
        return False
    if raw != expected and not _is_same(raw, expected):
        return False
    changed = [
        name
        for name in Plan.model_fields
        if name != "format" and (getattr(before, name) is not getattr(after, name) or raw.get(name) != old.get(name))
    ]
    part = {name: raw[name] for name in changed if name in raw}
    read = _plan_of({"format": after.format, **part}, text)
    wanted = Plan.model_construct(**{name: getattr(after, name) for name in changed})
    return read is not None and (_agree(read, wanted, changed) or _agree(read, _as_read(wanted), changed))


def _plan_of(raw: RawTable, text: str) -> Plan | None:
    try:
        return load(raw, text, "").plan
    except PlanError:
        return None


def _as_read(plan: Plan) -> Plan | None:
    """`plan` without what a file can't hold: empty texts, steps that say nothing, control characters."""
    raw = raw_from_plan(plan)
    return _plan_of(raw, document_text(raw))


def _agree(read: Plan, wanted: Plan | None, names: list[str]) -> bool:
    return wanted is not None and all(getattr(read, name) == getattr(wanted, name) for name in names)


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
