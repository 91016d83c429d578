"""Edits: what changes. A small frozen value with a label; `apply` makes the next plan and shares all that is untouched.

Everything that changes a plan is an edit: the form, the interview, a paste, ``mvo-tui set``. Undo keeps the plans
between them, a save writes them into the text of the file, `diff` finds them between two plans.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, cast

from mvo_tui.plan.checker import ValidationError
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind, declared_fields, field_spec
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import in_a_line
from mvo_tui.plan.places import (
    Path,
    follow,
    item_at,
    item_place,
    path_of,
    split_field,
    type_at,
    type_of_collection,
    type_of_numbered,
)

Value = object
"""What a field may hold: text, a number, a truth value, a date, a time, a tuple of ids, or None for blank."""


class SetField(NamedTuple):
    """Give one field a value; None or an empty text blanks it."""

    place: str
    value: Value
    label: str = "Edit"


class AddItem(NamedTuple):
    """Put `item` into the list at `into` (``processes``, ``stages.decide.touchpoints``), at `position` or last."""

    into: str
    item: Table
    position: int | None = None
    label: str = "Add"


class RemoveItem(NamedTuple):
    """Take the item at `place` out of its list. Links to it stay, leading nowhere (`item_edits.remove_with_links`)."""

    place: str
    label: str = "Delete"


class MoveItem(NamedTuple):
    """Bring the item at `place` to `position` of its list, or of the list at `into`."""

    place: str
    position: int
    into: str | None = None
    label: str = "Move"


class Batch(NamedTuple):
    """Several edits that are one for the founder, applied in order."""

    edits: tuple["Edit", ...]
    label: str = "Edit"


Edit = SetField | AddItem | RemoveItem | MoveItem | Batch


_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, as broken bytes on a command line become. No file can hold it."""

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
"""The whole numbers that every reader of TOML takes. No file can hold others."""

_WANTED = {
    Kind.LINE: "text",
    Kind.PROSE: "text",
    Kind.NUMBER: "a number (0 or more where it counts something)",
    Kind.YES_NO: "true or false",
    Kind.WORD: "a word",
    Kind.WORDS: "a list of words",
    Kind.LINK: "an id",
    Kind.LINKS: "a list of ids",
    Kind.DATE: "a date such as 2026-11-02",
    Kind.TIME: "a time such as 09:30:00",
    Kind.ITEMS: "a list of tables",
}


def apply(plan: Plan, edit: Edit) -> Plan:
    """The plan after `edit`. The same object comes back where nothing changes.

    Raises:
        PlanError: the place does not exist, the value has the wrong type, or an id is taken; nothing has changed.
    """
    match edit:
        case SetField():
            return _set_field(plan, edit)
        case AddItem():
            return _add_item(plan, edit)
        case RemoveItem():
            return _remove_item(plan, edit)
        case MoveItem():
            return _move_item(plan, edit)
        case Batch():
            for part in edit.edits:
                plan = apply(plan, part)
            return plan


def _set_field(plan: Plan, edit: SetField) -> Plan:
    place, field = split_field(edit.place)
    table = item_at(plan, place) if place else plan
    if table is None or field not in declared_fields(type(table)):
        raise PlanError(f"There is no {edit.place} in this plan. Nothing was changed.")
    value = checked(type(table), field, edit.value)
    if value == getattr(table, field) and type(value) is type(getattr(table, field)):
        return plan
    path = path_of(plan, place) if place else ()
    if field in type_of_collection and field_spec(type(table), field).kind is Kind.ITEMS:
        rest = _replaced(plan, (*path, field), ())
        _refuse_taken_ids(rest, field, cast(tuple[Table, ...], value or ()))
    return _replaced(plan, path, table.model_copy(update={field: value}))


def checked(model: type[Table], field: str, value: Value) -> Value:
    """`value` as the field stores it.

    Raises:
        PlanError: the value has the wrong type.
    """
    if value is None or value == "":
        return model.model_fields[field].default
    identity = {"id": "x"} if issubclass(model, Item) else {}
    if _HALF_CHARACTER.search(str(value)):
        raise PlanError(f"{field} takes whole characters; one here is broken. Nothing was changed.")
    if isinstance(value, int) and not _SMALLEST <= value <= _LARGEST:
        raise PlanError(f"{field} takes numbers of at most 18 digits. Nothing was changed.")
    try:
        return cast(Value, getattr(model.model_validate({**identity, field: value}), field))
    except ValidationError as error:
        wanted = _WANTED[field_spec(model, field).kind]
        raise PlanError(f"{field} takes {wanted}, not {_as_typed(value)}. Nothing was changed.") from error


def _as_typed(value: Value) -> str:
    """`value` in a message: short, and a list in the brackets that people know."""
    return in_a_line(repr(list(value) if isinstance(value, tuple) else value))


def _add_item(plan: Plan, edit: AddItem) -> Plan:
    path = path_of(plan, edit.into)
    items = _list_at(plan, path, edit.into)
    name = edit.into.rpartition(".")[2]
    if not isinstance(edit.item, (type_of_collection | type_of_numbered)[name]):
        raise PlanError(f"That does not belong in {edit.into}. Nothing was changed.")
    _refuse_taken_ids(plan, name, (edit.item,))
    index = len(items) if edit.position is None else max(0, min(edit.position, len(items)))
    return _replaced(plan, path, (*items[:index], edit.item, *items[index:]))


def _refuse_taken_ids(plan: Plan, collection: str, items: Iterable[Table]) -> None:
    """Raise PlanError where an id that comes with `items` is taken, by something in the plan or by another of them."""
    seen: set[str] = set()
    for place in (place for item in items for place in _ids_in(collection, item)):
        if place in seen or item_at(plan, place):
            raise PlanError(f"There is a {place} already. Nothing was changed.")
        seen.add(place)


def _ids_in(collection: str, item: Table) -> list[str]:
    """The places that come with an item: its own, and those of the touchpoints that a stage brings."""
    own = [item_place(collection, item.id)] if isinstance(item, Item) else []
    return own + [item_place("touchpoints", touchpoint.id) for touchpoint in getattr(item, "touchpoints", ())]


def _remove_item(plan: Plan, edit: RemoveItem) -> Plan:
    *parent, index = _item_path(plan, edit.place)
    items = _list_at(plan, tuple(parent), edit.place)
    position = cast(int, index)
    return _replaced(plan, tuple(parent), items[:position] + items[position + 1 :])


def _move_item(plan: Plan, edit: MoveItem) -> Plan:
    path = _item_path(plan, edit.place)
    item = cast(Table, follow(plan, path))
    without = _remove_item(plan, RemoveItem(edit.place))
    if edit.into is None:
        rest = _list_at(without, path[:-1], edit.place)
        index = max(0, min(edit.position, len(rest)))
        return plan if index == path[-1] else _replaced(without, path[:-1], (*rest[:index], item, *rest[index:]))
    return _add_item(without, AddItem(edit.into, item, edit.position))


def _item_path(plan: Plan, place: str) -> Path:
    path = path_of(plan, place)
    if not path or not isinstance(path[-1], int) or type_at(place) is None:
        raise PlanError(f"{place} is not an item of a list. Nothing was changed.")
    return path


def _list_at(plan: Plan, path: Path, place: str) -> tuple[Table, ...]:
    """The items of the list at `path`; an undecided list is an empty one."""
    items = follow(plan, path)
    name = path[-1] if path else ""
    if name not in type_of_collection and name not in type_of_numbered:
        raise PlanError(f"{place} is not a list. Nothing was changed.")
    return cast(tuple[Table, ...], items or ())


def _replaced(plan: Plan, path: Path, value: object) -> Plan:
    """The plan with `value` at `path`. What lies beside the path is shared, not copied.

    `value` has been validated by the caller, which is why copying without validation is right here.
    """
    return cast(Plan, _rebuilt(plan, path, value))


def _rebuilt(here: object, path: Path, value: object) -> object:
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(here, tuple) and isinstance(key, int):
        return (*here[:key], _rebuilt(here[key], rest, value), *here[key + 1 :])
    table, name = cast(Table, here), str(key)
    return table.model_copy(update={name: _rebuilt(getattr(table, name), rest, value)})
