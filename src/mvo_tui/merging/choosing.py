"""Choices as edits: what has to be done to a merged plan so that each conflict goes the way that was chosen."""

from collections.abc import Iterator, Mapping
from typing import cast

from mvo_tui.merging.conflict import Conflict, Kind, Side
from mvo_tui.merging.merge import Merge
from mvo_tui.plan.edits import Batch, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import Plan, Stage
from mvo_tui.plan.places import find, follow, item_at, item_place


def choices_as_edit(merge: Merge, choices: Mapping[int, Side], label: str = "Choose") -> Batch:
    """One edit of `merge.plan`. `choices`: sides by the number of the conflict; what is missing stays as it is."""
    here = merge.plan
    edits: list[Edit] = []
    for number in sorted(choices, key=lambda number: _turn(merge.conflicts[number], number)):
        for edit in _edits(merge, merge.conflicts[number], choices[number], here):
            after = apply(here, edit)
            if after is not here:
                edits.append(edit)
                here = after
    return Batch(tuple(edits), label)


def chosen_plan(merge: Merge, choices: Mapping[int, Side]) -> Plan:
    """The merged plan after the choices."""
    return apply(merge.plan, choices_as_edit(merge, choices))


def all_for(merge: Merge, side: Side) -> dict[int, Side]:
    """The choice of one side everywhere."""
    return dict.fromkeys(range(len(merge.conflicts)), side)


def _turn(conflict: Conflict, number: int) -> tuple[int, int]:
    """Deletions last and from the end, so that the numbers of steps hold until then; stages before what is in them."""
    last = (Kind.VALUE, Kind.STAGE, Kind.ORDER, Kind.DELETED).index(conflict.kind)
    return (last, -number if conflict.kind is Kind.DELETED else number)


def _edits(merge: Merge, conflict: Conflict, side: Side, here: Plan) -> Iterator[Edit]:
    """The edits of `here` for one choice; none where it holds already, or where what it is about is gone."""
    value = conflict.value_of(side)
    match conflict.kind:
        case Kind.VALUE:
            if find(here, conflict.place) is not None:
                yield SetField(conflict.place, value)
        case Kind.DELETED:
            if value is None and item_at(here, conflict.place) is not None:
                yield from _moves_out_of(merge, conflict, side, here)
                yield RemoveItem(conflict.place)
        case Kind.STAGE:
            into = item_place("stages", str(value))
            if item_at(here, into) is not None and side is not conflict.kept:
                yield MoveItem(conflict.place, _position(_side(merge, side), conflict.place), f"{into}.touchpoints")
        case Kind.ORDER:
            yield from _moves_into_order(here, conflict.place, cast(tuple[str, ...], value))


def _moves_out_of(merge: Merge, conflict: Conflict, side: Side, here: Plan) -> Iterator[Edit]:
    """A stage that is deleted after all: what the side that deleted it has elsewhere goes there first."""
    stage = item_at(here, conflict.place)
    if not isinstance(stage, Stage):
        return
    there = _side(merge, side)
    for touchpoint in stage.touchpoints:
        place = item_place("touchpoints", touchpoint.id)
        path = find(there, place)
        if path is not None:
            into = item_place("stages", there.stages[cast(int, path[1])].id)
            if item_at(here, into) is not None:
                yield MoveItem(place, cast(int, path[3]), f"{into}.touchpoints")


def _moves_into_order(here: Plan, place: str, wanted: tuple[str, ...]) -> Iterator[Edit]:
    """Bring the items of the list at `place` into an order; those that it does not name come last."""
    path = find(here, place)
    if path is None:
        return
    present = [item.id for item in cast(tuple[Stage, ...], follow(here, path))]
    collection = place.rpartition(".")[2]
    for index, item_id in enumerate([item_id for item_id in wanted if item_id in present]):
        yield MoveItem(item_place(collection, item_id), index)


def _side(merge: Merge, side: Side) -> Plan:
    return merge.mine if side is Side.MINE else merge.theirs


def _position(plan: Plan, place: str) -> int:
    path = find(plan, place)
    return cast(int, path[-1]) if path else 0
