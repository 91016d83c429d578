"""A conflict in the words of the plan: what it is about, and what each side says there."""

from itertools import takewhile

from mvo_tui.merging.conflict import Conflict, Kind, Side
from mvo_tui.merging.merge import Merge
from mvo_tui.plan.fields import field_spec
from mvo_tui.plan.item_edits import field_in_words
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field
from mvo_tui.plan.places import field_at, item_at, item_place, split_field
from mvo_tui.plan.values import UNDECIDED, value_in_words

_NOTHING = "blank"
_LONGEST = 300  # characters of a text: some lines of a dialog
_BEFORE = 24  # characters that are shown before the place where two texts part


def place_in_words(merge: Merge, conflict: Conflict) -> str:
    """``owner of process "Take an order"``, ``stage of touchpoint "Pays"``, ``process "Pack" was deleted``."""
    match conflict.kind:
        case Kind.DELETED:
            return table_in_words(merge.plan, conflict.place)
        case Kind.STAGE:
            return f"stage of {table_in_words(merge.plan, conflict.place)}"
        case Kind.ORDER if conflict.place == "stages":
            return "order of the stages"
        case Kind.ORDER:
            return f"order of the touchpoints of {table_in_words(merge.plan, split_field(conflict.place)[0])}"
        case Kind.VALUE:
            return _field_in_words(merge.plan, conflict.place)


def side_in_words(merge: Merge, conflict: Conflict, side: Side) -> str:
    """What one side says there, in a line."""
    return _said(merge.mine if side is Side.MINE else merge.theirs, conflict, conflict.value_of(side))


def base_in_words(merge: Merge, conflict: Conflict) -> str:
    """What was there before both."""
    return _said(merge.base, conflict, conflict.base)


def in_a_sentence(merge: Merge, conflict: Conflict) -> str:
    """The conflict on one line, for a terminal: place, both sides, and what was there before."""
    mine, theirs = (side_in_words(merge, conflict, side) for side in Side)
    if conflict.kind is Kind.DELETED:
        kept = "yours" if conflict.kept is Side.MINE else "theirs"
        return f"{place_in_words(merge, conflict)}: {mine} by you, {theirs} by them; {kept} was kept"
    was = base_in_words(merge, conflict)
    return (
        f"{place_in_words(merge, conflict)}: yours is {mine}, theirs is {theirs}, before it was {was}; yours was kept"
    )


def table_in_words(plan: Plan, place: str) -> str:
    """``process "Take an order"``, ``step 2 of process "Take an order"``, ``the review``."""
    table = item_at(plan, place)
    if isinstance(table, Item):
        text = in_a_line(getattr(table, naming_field(type(table)), None) or "")
        return f'{kind_of(type(table))} "{text}"' if text else f"{kind_of(type(table))} {table.id}"
    parent, number = split_field(place)
    if table is not None and number.isdigit():
        return f"{kind_of(type(table))} {number} of {table_in_words(plan, split_field(parent)[0])}"
    return f"the {place}"


def _field_in_words(plan: Plan, place: str) -> str:
    table, field = split_field(place)
    if not table:
        return f"the {field_in_words(field)}"
    if table == "journey.not_applicable":
        return f"why there is no {field}"
    return f"{field_in_words(field)} of {table_in_words(plan, table)}"


def _said(plan: Plan, conflict: Conflict, value: object) -> str:
    match conflict.kind:
        case Kind.DELETED:
            return "deleted" if value is None else "changed"
        case Kind.STAGE:
            return table_in_words(plan, item_place("stages", str(value))) if value else _NOTHING
        case Kind.ORDER:
            collection = conflict.place.rpartition(".")[2]
            names = [item_at(plan, item_place(collection, each)) for each in value] if isinstance(value, tuple) else []
            return in_a_line(", ".join(f'"{called(item)}"' for item in names if isinstance(item, Item))) or _NOTHING
        case Kind.VALUE:
            return _value_said(plan, conflict, value)


def _value_said(plan: Plan, conflict: Conflict, value: object) -> str:
    spec = field_at(conflict.place) or field_spec(Plan, conflict.place)
    if spec.is_free_text and isinstance(value, str) and value:
        return f'"{_excerpt(value, str(conflict.mine), str(conflict.theirs))}"'
    if isinstance(value, tuple) and any(isinstance(row, Table) for row in value):
        rows = [str(getattr(row, "action", None) or getattr(row, "date", None) or "-") for row in value]
        return in_a_line(f"{len(rows)}: {', '.join(rows)}")
    return value_in_words(value, spec, plan) or ("not decided" if spec.name in UNDECIDED else _NOTHING)


def _excerpt(text: str, mine: str, theirs: str) -> str:
    """As much of a long text as a screen bears, from a little before where the two sides part."""
    text, mine, theirs = (" ".join(each.split()) for each in (text, mine, theirs))
    parted = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))
    if parted > _LONGEST - _BEFORE and len(text) > _LONGEST:
        text = f"…{text[parted - _BEFORE :]}"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
