"""Edits as JSON and back, for the journal: ``from_json(to_json(edit)) == edit`` for every edit that a plan takes.

An edit is an object whose first key says its kind: ``set``, ``add``, ``remove``, ``move`` or ``batch``. Dates and times
stand as ``{"date": "2026-11-02"}`` and ``{"time": "09:30:00"}``, lists of ids as lists, and a table as the object of
its fields that are not as the format leaves them. Text stays text, whatever characters are in it.
"""

import datetime
from collections.abc import Mapping
from typing import Any, cast

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.model import Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered

Json = dict[str, Any]

_TYPES: dict[str, type[Table]] = {**type_of_collection, **type_of_numbered}
_DEEPEST = 8
"""Batches in batches; the program makes two."""


def to_json(edit: Edit) -> Json:
    """`edit` as what `json.dumps` takes."""
    match edit:
        case SetField(place, value, label):
            return {"set": place, "to": _value_to_json(value), "label": label}
        case AddItem(into, item, position, label):
            return {"add": into, "item": _table_to_json(item), "index": position, "label": label}
        case RemoveItem(place, label):
            return {"remove": place, "label": label}
        case MoveItem(place, position, into, label):
            return {"move": place, "index": position, "into": into, "label": label}
        case Batch(edits, label):
            return {"batch": [to_json(part) for part in edits], "label": label}


def from_json(found: object, depth: int = 0) -> Edit:
    """The edit that `found` stands for.

    Raises:
        ValueError: it stands for none.
    """
    try:
        return _edit_of(cast(Json, found), depth)
    except (KeyError, TypeError, AttributeError, ValueError) as error:  # a ValidationError is a ValueError
        raise ValueError("this is no edit") from error


def _edit_of(found: Json, depth: int) -> Edit:
    label = _text(found["label"])
    if "set" in found:
        place = _text(found["set"])
        return SetField(place, _value_from_json(found["to"], place.rpartition(".")[2]), label)
    if "add" in found:
        into = _text(found["add"])
        item = _table_from_json(found["item"], _TYPES[into.rpartition(".")[2]])
        return AddItem(into, item, None if found["index"] is None else _number(found["index"]), label)
    if "remove" in found:
        return RemoveItem(_text(found["remove"]), label)
    if "move" in found:
        target = None if found["into"] is None else _text(found["into"])
        return MoveItem(_text(found["move"]), _number(found["index"]), target, label)
    if depth >= _DEEPEST:
        raise ValueError("batches in batches in batches")
    return Batch(tuple(from_json(part, depth + 1) for part in found["batch"]), label)


def _value_to_json(value: object) -> object:
    match value:
        case datetime.date():
            return {"date": value.isoformat()}
        case datetime.time():
            return {"time": value.isoformat()}
        case Table():
            return _table_to_json(value)
        case tuple() | list():
            return [_value_to_json(part) for part in value]
    return value


def _table_to_json(table: Table) -> Json:
    fields = type(table).model_fields
    return {
        name: _value_to_json(value)
        for name, value in table
        if name == "id" or value != fields[name].default or type(value) is not type(fields[name].default)
    }


def _value_from_json(found: object, field: str) -> object:
    match found:
        case {"date": str(day)}:
            return datetime.date.fromisoformat(day)
        case {"time": str(hour)}:
            return datetime.time.fromisoformat(hour)
        case list():
            return tuple(_table_from_json(part, _TYPES[field]) if isinstance(part, dict) else part for part in found)
    return found


def _table_from_json(found: Mapping[str, object], model: type[Table]) -> Table:
    return model.model_validate({name: _value_from_json(value, name) for name, value in found.items()})


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def _number(found: object) -> int:
    if not isinstance(found, int):
        raise TypeError(found)
    return found
