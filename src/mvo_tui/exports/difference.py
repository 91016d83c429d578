"""What differs between two plans, a line a difference, in the words of the plan: names for ids, old and new values.

The order of keys and tables, of ids in a list, and a whole number written with a point mean nothing; the order of
stages, touchpoints and steps does.
"""

from collections.abc import Iterator

from mvo_tui.exports.text.change_of_value import change
from mvo_tui.exports.text.wrapping import visible
from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.item_edits import field_in_words
from mvo_tui.plan.model import Item, Plan, Stage, Table, Touchpoint
from mvo_tui.plan.names import in_a_line, kind_of, naming_field
from mvo_tui.plan.places import SEQUENCES, follow, item_at, path_of, split_field, value_at


def differences(before: Plan, after: Plan) -> Iterator[str]:
    """The lines, such as ``~ owner of process "Take an order": "Order desk" -> "Packing"``."""
    here = before
    for edit in diff(before, after):
        line = _line(edit, here, after)
        here = apply(here, edit)
        if line:
            yield " ".join(visible(line).split())


def _line(edit: Edit, here: Plan, after: Plan) -> str:
    """What `edit` does to `here`; empty where it means nothing."""
    match edit:
        case SetField(place, value):
            changed = change(place, value_at(here, place), value, here, after)
            return f"~ {field_called(here, place)}: {changed}" if changed else ""
        case AddItem(into, item):
            return f"+ {_added(here, into, item)}"
        case RemoveItem(place):
            return f"- {_removed(here, place)}"
        case MoveItem(place, index, into):
            return _moved(here, place, index, into)
    raise AssertionError(edit)


def field_called(plan: Plan, place: str) -> str:
    """A field or list in the words of the plan: ``owner of process "Take an order"``."""
    table, field = split_field(place)
    if not table:
        return field_in_words(field)
    if table == "journey.not_applicable":
        return f"why there is no {field}"
    return f"{field_in_words(field)} of {_called(plan, table)}"


def _called(plan: Plan, place: str) -> str:
    """A table by its kind and name or number: ``process "Take an order"``, ``step 2 of process "Take an order"``."""
    table = item_at(plan, place)
    if isinstance(table, Item):
        return _name(table)
    parent, number = split_field(place)
    if table is not None and number.isdigit():
        return f"{kind_of(type(table))} {number} of {_called(plan, split_field(parent)[0])}"
    return f"the {place}"


def _name(item: Item) -> str:
    text = in_a_line(getattr(item, naming_field(type(item)), None) or "")
    return f'{kind_of(type(item))} "{text}"' if text else f"{kind_of(type(item))} {item.id}"


def _added(here: Plan, into: str, item: Table) -> str:
    if isinstance(item, Stage) and item.touchpoints:
        return f"{_name(item)} with {', '.join(map(_name, item.touchpoints))}"
    if isinstance(item, Touchpoint):
        return f"{_name(item)} in {_called(here, split_field(into)[0])}"
    if isinstance(item, Item):
        return _name(item)
    return f"{kind_of(type(item))} of {_called(here, split_field(into)[0])}: {_content(item)}"


def _removed(here: Plan, place: str) -> str:
    item = item_at(here, place)
    if isinstance(item, Touchpoint):
        return f"{_name(item)} of {_stage_of(here, place)}"
    return (
        _called(here, place) if item is None or isinstance(item, Item) else f"{_called(here, place)}: {_content(item)}"
    )


def _content(table: Table) -> str:
    """What a step, a reading or a decision says."""
    said = (getattr(table, field) for field in ("date", "value", "action", "decision") if hasattr(table, field))
    return in_a_line(", ".join(str(value) for value in said if value is not None)) or "blank"


def _moved(here: Plan, place: str, index: int, into: str | None) -> str:
    """Where it was and where it is now; empty where the order of the list means nothing."""
    if into is not None:
        return f"> {_called(here, place)}: from {_stage_of(here, place)} to {_called(here, split_field(into)[0])}"
    if place.split(".")[-2] not in SEQUENCES:
        return ""
    was = path_of(here, place)[-1]
    assert isinstance(was, int)
    return f"> {_called(here, place)}: from place {was + 1} to place {index + 1}"


def _stage_of(plan: Plan, place: str) -> str:
    stage = follow(plan, path_of(plan, place)[:2])
    assert isinstance(stage, Stage)
    return _name(stage)
