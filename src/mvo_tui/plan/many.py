"""Edits of many items, each one step for the founder: set or blank a field of all, delete all, move all to a stage.

Every function takes the plan and the places of the items; what is not in the plan (any more) is left out.

Raises (all of them):
    PlanError: there is nothing left to do; nothing has changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from mvo_tui.plan.edits import Batch, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.item_edits import field_in_words, remove_with_links
from mvo_tui.plan.links import all_tables
from mvo_tui.plan.model import Item, Plan, Table, Touchpoint
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field, several
from mvo_tui.plan.places import (
    field_place,
    find,
    follow,
    item_at,
    item_of,
    item_place,
    path_of,
    split_field,
    type_at,
)
from mvo_tui.plan.values import value_in_words

GONE = "What was marked is not in the plan any more. Nothing was changed."


class _FieldKind(NamedTuple):
    """What has to be the same so that two fields of that name take the same answer."""

    name: str
    kind: Kind
    words: tuple[str, ...]
    collection: str


def common_fields(models: Iterable[type[Table]]) -> tuple[FieldSpec, ...]:
    """The fields that tables of all `models` have and that may hold the same in each: neither names nor lists."""
    kinds = list(dict.fromkeys(models))
    if not kinds:
        return ()
    shared = set.intersection(*({_kind(spec) for spec in _fields(model)} for model in kinds))
    return tuple(spec for spec in _fields(kinds[0]) if _kind(spec) in shared)


def _fields(model: type[Table]) -> Iterator[FieldSpec]:
    name = naming_field(model)
    return (spec for spec in field_specs(model) if spec.kind is not Kind.ITEMS and spec.name != name)


def _kind(spec: FieldSpec) -> _FieldKind:
    return _FieldKind(spec.name, spec.kind, tuple(spec.words), spec.collection)


def counted(places: Sequence[str]) -> str:
    """How many of what: "4 processes", "1 role", "3 items" where the kinds differ."""
    models = {model for place in places if (model := type_at(place))}
    kind = models.pop() if len(models) == 1 else None
    one, many = (kind_of(kind), several(kind)) if kind else ("item", "items")
    return f"{len(places)} {one if len(places) == 1 else many}"


def items_in(plan: Plan, place: str) -> tuple[str, ...]:
    """The places of the items of the list at `place`; none where it is no list or there is nothing in it."""
    path = find(plan, place)
    items = follow(plan, path) if path else ()
    tables = [table for table in items if isinstance(table, Table)] if isinstance(items, tuple) else []
    collection = split_field(place)[1]
    return tuple(
        item_place(collection, table.id) if isinstance(table, Item) else field_place(place, str(number))
        for number, table in enumerate(tables, start=1)
    )


def set_all(plan: Plan, places: Iterable[str], field: str, value: object) -> Edit:
    """Give a field of all items a value."""
    present = _present(plan, places)
    edits = tuple(SetField(field_place(place, field), value) for place in present)
    return Batch(edits, label=label_of_setting(plan, present, field, value))


def blank_all(plan: Plan, places: Iterable[str], field: str) -> Edit:
    """Take the answer out of a field of all items."""
    return set_all(plan, places, field, None)


def label_of_setting(plan: Plan, places: Sequence[str], field: str, value: object) -> str:
    """What undo will show: ``Set owner of 4 processes to "Driver"``."""
    what = f"{field_in_words(field)} of {counted(places)}"
    spec = _spec(places[0], field)
    words = value_in_words(value, spec, plan) if spec and value not in (None, "") else ""
    return f"Set {what} to {in_a_line(words)}" if words else f"Blank {what}"


def _spec(place: str, field: str) -> FieldSpec | None:
    model = type_at(place)
    return next((spec for spec in field_specs(model) if spec.name == field), None) if model else None


def remove_all(plan: Plan, places: Iterable[str]) -> Edit:
    """Delete the items and every link that leads to them; what goes along with another needs no edit of its own."""
    present = _present(plan, places)
    if len(present) == 1:
        return remove_with_links(plan, present[0])
    removed = set(present)
    alone = [place for place in present if not (place.startswith("touchpoints.") and _stage_of(plan, place) in removed)]
    gone = removed.union(*(items_in(plan, f"{place}.touchpoints") for place in present if place.startswith("stages.")))
    edits: list[Edit] = [*_unlinked(plan, gone)]
    edits += [RemoveItem(place) for place in sorted(alone, key=_last_numbers_first)]
    return Batch(tuple(edits), label=f"Delete {counted(present)}")


def _stage_of(plan: Plan, place: str) -> str:
    """The place of the stage that a touchpoint stands in."""
    return item_place("stages", plan.stages[cast(int, path_of(plan, place)[1])].id)


def _unlinked(plan: Plan, gone: set[str]) -> Iterator[SetField]:
    """The links to what is gone, taken out of what stays, in one round however many there are."""
    for place, table in all_tables(plan):
        if place in gone or item_of(place) in gone:
            continue
        for spec in field_specs(type(table)):
            value = getattr(table, spec.name) if spec.collection else None
            linked = value if isinstance(value, tuple) else (value,) if value else ()
            rest = tuple(other for other in linked if item_place(spec.collection, other) not in gone)
            if rest != linked:
                yield SetField(field_place(place, spec.name), rest or None)
    for parked in plan.parking_lot:
        if parked.about in gone and item_place("parking_lot", parked.id) not in gone:
            yield SetField(f"parking_lot.{parked.id}.about", None)


def _last_numbers_first(place: str) -> tuple[bool, int]:
    """What is known by its number goes from the end on, so that the numbers before it stay true."""
    number = place.rpartition(".")[2]
    return (False, -int(number)) if place.count(".") > 1 and number.isdigit() else (True, 0)


def move_to_stage(plan: Plan, places: Iterable[str], stage_id: str) -> Edit:
    """Move the touchpoints to the end of another stage, in the customer's order."""
    stage = item_at(plan, item_place("stages", stage_id))
    if not isinstance(stage, Item):
        raise PlanError(f"There is no stage {stage_id} in this plan. Nothing was changed.")
    wanted = set(places)
    moved = [
        touchpoint
        for other in plan.stages
        for touchpoint in other.touchpoints
        if other is not stage and item_place("touchpoints", touchpoint.id) in wanted
    ]
    if not moved:
        raise PlanError(f'Nothing of that can go to "{called(stage)}". Nothing was changed.')
    into = f"stages.{stage_id}.touchpoints"
    end = len(getattr(stage, "touchpoints", ()))
    edits = (MoveItem(item_place("touchpoints", touchpoint.id), end + n, into) for n, touchpoint in enumerate(moved))
    what = f'touchpoint "{called(moved[0])}"' if len(moved) == 1 else f"{len(moved)} {several(Touchpoint)}"
    return Batch(tuple(edits), label=f'Move {what} to "{called(stage)}"')


def _present(plan: Plan, places: Iterable[str]) -> tuple[str, ...]:
    found = tuple(place for place in dict.fromkeys(places) if item_at(plan, place) is not None)
    if not found:
        raise PlanError(GONE)
    return found
