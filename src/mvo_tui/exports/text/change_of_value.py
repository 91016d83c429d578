"""The value of a field before and after, in words: ``"Order desk" -> "Packing"``, ``40 -> 45``, ``blank -> yes``."""

import datetime
from itertools import takewhile

from mvo_tui.plan.fields import FieldSpec, field_spec
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import called, in_a_line
from mvo_tui.plan.places import field_at, items_of

_UNDECIDED = ("tools", "integrates_with", "features", "debts")  # an absent list is not an empty one
_BEFORE_THE_CHANGE = 24  # characters of a long text that are shown before what is new in it


def change(place: str, old: object, new: object, before: Plan, after: Plan) -> str:
    """Both values; empty where they mean the same. Ids become the names that they have in `before` and in `after`."""
    old, new = (None if value == "" else value for value in (old, new))
    if old == new or (isinstance(old, tuple) and isinstance(new, tuple) and sorted(old) == sorted(new)):
        return ""
    spec = field_at(place) or field_spec(Plan, place)
    if spec.is_free_text and isinstance(old, str) and isinstance(new, str):
        return _change_of_text(old, new)
    blank = "not decided" if spec.name in _UNDECIDED else "blank"
    return f"{_in_words(old, spec, before) or blank} -> {_in_words(new, spec, after) or blank}"


def _change_of_text(old: str, new: str) -> str:
    """Two texts from a little before where they part, if that is too far on to be seen otherwise."""
    old, new = " ".join(old.split()), " ".join(new.split())
    if old == new:
        return "spaces or line breaks alone"
    if in_a_line(old) == in_a_line(new):
        start = max(0, _length_in_common(old, new) - _BEFORE_THE_CHANGE)
        old, new = f"…{old[start:]}", f"…{new[start:]}"
    return f'"{in_a_line(old)}" -> "{in_a_line(new)}"'


def _length_in_common(old: str, new: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _in_words(value: object, spec: FieldSpec, plan: Plan) -> str:
    """Empty where it is blank."""
    match value:
        case None | "":
            return ""
        case ():
            return "none"
        case tuple():
            return ", ".join(_in_words(part, spec, plan) for part in value)
        case bool():
            return "yes" if value else "no"
        case datetime.time():
            return value.isoformat() if value.second or value.microsecond else value.isoformat("minutes")
        case str() if spec.collection:
            return _name(value, spec.collection, plan)
        case str() if spec.is_free_text:
            return f'"{in_a_line(value)}"'
    return in_a_line(str(value))


def _name(item_id: str, collection: str, plan: Plan) -> str:
    item = next((item for item in items_of(plan, collection) if item.id == item_id), None)
    return f'"{called(item)}"' if item else f"{in_a_line(item_id)} (not in the plan)"
