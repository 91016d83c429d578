"""The value of a field before and after, in words: ``"Order desk" -> "Packing"``, ``40 -> 45``, ``blank -> yes``."""

from itertools import takewhile

from mvo_tui.plan.fields import field_spec
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import in_a_line
from mvo_tui.plan.places import field_at
from mvo_tui.plan.values import UNDECIDED, value_in_words

_BEFORE_THE_CHANGE = 24  # characters of a long text that are shown before what is new in it


def change(place: str, old: object, new: object, before: Plan, after: Plan) -> str:
    """Both values; empty where they mean the same. Ids become the names that they have in `before` and in `after`."""
    old, new = (None if value == "" else value for value in (old, new))
    if old == new or (isinstance(old, tuple) and isinstance(new, tuple) and sorted(old) == sorted(new)):
        return ""
    spec = field_at(place) or field_spec(Plan, place)
    if spec.is_free_text and isinstance(old, str) and isinstance(new, str):
        return _change_of_text(old, new)
    blank = "not decided" if spec.name in UNDECIDED else "blank"
    return f"{value_in_words(old, spec, before) or blank} -> {value_in_words(new, spec, after) or blank}"


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
