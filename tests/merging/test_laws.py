"""What holds for every merge, whatever the plans."""

from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.merging.choosing import all_for, choices_as_edit, chosen_plan
from mvo_tui.merging.conflict import Conflict, Kind, Side
from mvo_tui.merging.merge import Merge, merge
from mvo_tui.plan.edits import Batch, apply
from mvo_tui.plan.fields import Kind as FieldKind
from mvo_tui.plan.model import EMPTY, Item, Plan, Table
from mvo_tui.plan.places import SEQUENCES, all_items, find, item_at, item_place, items_of, type_of_collection
from tests.fuzz.bounds import examples
from tests.plans import document_of, edits, leaves, plans, sample_plans


class Sides(NamedTuple):
    base: Plan
    mine: Plan
    theirs: Plan


@st.composite
def grown(draw: st.DrawFn, most: int = 5) -> Sides:
    """A plan and two that grew from it by a few edits each."""
    base = draw(plans() | sample_plans)
    grown = []
    for _ in range(2):
        plan = base
        for _ in range(draw(st.integers(0, most))):
            plan = apply(plan, draw(edits(plan)))
        grown.append(plan)
    return Sides(base, *grown)


any_sides = grown() | st.builds(Sides, plans(), plans(), plans())


def meaning(plan: Plan) -> Any:
    """The plan without what means nothing: the order of lists that are no sequences."""
    return _meaning("", plan)


def _meaning(name: str, value: object) -> Any:
    if isinstance(value, Table):
        return (type(value).__name__, *((key, _meaning(key, getattr(value, key))) for key in type(value).model_fields))
    if isinstance(value, tuple):
        parts = [_meaning("", each) for each in value]
        return parts if name in SEQUENCES else sorted(set(map(repr, parts)))
    return float(value) if type(value) is int else value


@given(plans() | sample_plans, plans())
@examples(40)
def test_two_equal_sides_are_that_side(base: Plan, side: Plan) -> None:
    merged = merge(base, side, Plan.model_validate(document_of(side)))
    assert merged.plan == side
    assert merged.is_clean


@given(any_sides)
@examples(60)
def test_a_side_that_changed_nothing_changes_nothing(sides: Sides) -> None:
    for merged in (merge(sides.base, sides.base, sides.mine), merge(sides.base, sides.mine, sides.base)):
        assert merged.plan == sides.mine
        assert merged.is_clean


@given(any_sides | st.builds(lambda mine, theirs: Sides(EMPTY, mine, theirs), plans(), plans()))
@examples(150)
def test_the_order_of_the_sides_makes_no_difference_except_in_conflicts(sides: Sides) -> None:
    one, other = merge(*sides), merge(sides.base, sides.theirs, sides.mine)
    assert {swapped(conflict) for conflict in one.conflicts} == set(map(told, other.conflicts))
    choices = all_for(one, Side.MINE), all_for(other, Side.THEIRS)
    if not any(conflict.kind in (Kind.ORDER, Kind.STAGE, Kind.DELETED) for conflict in one.conflicts):
        assert meaning(chosen_plan(one, choices[0])) == meaning(chosen_plan(other, choices[1]))


def told(conflict: Conflict) -> tuple[object, ...]:
    values = (conflict.base, conflict.mine, conflict.theirs) if conflict.kind is not Kind.ORDER else ()
    return conflict.kind, conflict.place.rpartition(".")[0] or conflict.place, *map(repr, values)


def swapped(conflict: Conflict) -> tuple[object, ...]:
    other = Conflict(conflict.kind, conflict.place, conflict.base, conflict.theirs, conflict.mine)
    return told(other)


@given(any_sides)
@examples(150)
def test_no_edit_of_a_field_vanishes_without_a_conflict(sides: Sides) -> None:
    merged = merge(*sides)
    places = {conflict.place for conflict in merged.conflicts}
    was = {leaf.place: leaf.value for leaf in leaves(sides.base)}
    now = {leaf.place: leaf.value for leaf in leaves(merged.plan)}
    for side in (sides.mine, sides.theirs):
        for leaf in leaves(side):
            is_numbered = any(part.isdigit() for part in leaf.place.split("."))
            if is_numbered or leaf.value == was.get(leaf.place, leaf.model.model_fields[leaf.spec.name].default):
                continue
            if leaf.place in places or any(leaf.place.startswith(f"{place}.") for place in places):
                continue
            assert leaf.place in now, leaf.place
            if leaf.spec.kind in (FieldKind.LINKS, FieldKind.WORDS) and leaf.value:
                came = set(leaf.value) - set(was.get(leaf.place) or ())
                assert came <= set(now[leaf.place] or ()), leaf.place
            else:
                assert now[leaf.place] == leaf.value, leaf.place


@given(any_sides)
@examples(100)
def test_items_are_there_that_should_be_and_no_others(sides: Sides) -> None:
    merged = merge(*sides)
    base, mine, theirs, now = (dict(all_items(plan)) for plan in (*sides, merged.plan))
    conflicts = {conflict.place for conflict in merged.conflicts}
    for place in base.keys() | mine.keys() | theirs.keys():
        if place in mine and place in theirs:
            assert place in now
        elif place not in base:
            assert place in now, f"{place} was added by one side"
        elif (side := mine.get(place) or theirs.get(place)) is None:
            assert place not in now, f"{place} was deleted by both"
        elif place in now:
            stage = home_of(merged.plan, place)
            assert place in conflicts or item_place("stages", stage) in conflicts, f"{place} was deleted by one side"
        else:
            assert without_touchpoints(side) == without_touchpoints(base[place]), f"{place} was changed by one side"
    assert now.keys() <= mine.keys() | theirs.keys()


def home_of(plan: Plan, place: str) -> str:
    return next((s.id for s in plan.stages if place in {f"touchpoints.{t.id}" for t in s.touchpoints}), "")


def without_touchpoints(item: Item) -> Item:
    return item.model_copy(update={"touchpoints": ()}) if "touchpoints" in type(item).model_fields else item


def rows_of(plan: Plan) -> list[tuple[str, Table]]:
    found: list[tuple[str, Table]] = [("review", row) for row in plan.review.log]
    found += [(f"processes.{process.id}", row) for process in plan.processes for row in process.steps]
    return found + [(f"kpis.{kpi.id}", row) for kpi in plan.kpis for row in kpi.readings]


@given(any_sides)
@examples(100)
def test_no_step_reading_or_decision_vanishes_without_a_conflict(sides: Sides) -> None:
    """What a side wrote into a row stands in some row there, unless there is a conflict about it."""
    merged = merge(*sides)
    places = [conflict.place for conflict in merged.conflicts]
    before, now = rows_of(sides.base), rows_of(merged.plan)
    for side in (sides.mine, sides.theirs):
        for row in rows_of(side):
            if row in before or any(place.startswith(row[0]) for place in places):
                continue
            others = {
                value
                for place, other in (*now,)
                if place == row[0]
                for value in (getattr(other, name) for name in type(other).model_fields)
            }
            was = {
                getattr(other, name) for place, other in before if place == row[0] for name in type(other).model_fields
            }
            said = {getattr(row[1], name) for name in type(row[1]).model_fields} - was - {None}
            assert said <= others, row


@given(any_sides, st.data())
@examples(100)
def test_the_merged_plan_is_valid_whatever_is_chosen(sides: Sides, data: st.DataObject) -> None:
    merged = merge(*sides)
    numbers = range(len(merged.conflicts))
    choices = {number: data.draw(st.sampled_from(Side)) for number in numbers}
    chosen = chosen_plan(merged, choices)
    for plan in (merged.plan, chosen):
        assert Plan.model_validate(document_of(plan)) == plan
        for collection in type_of_collection:
            ids = [item.id for item in items_of(plan, collection)]
            assert len(ids) == len(set(ids)), collection
    for number, conflict in enumerate(merged.conflicts):
        check_choice(merged, conflict, choices[number], chosen)


def check_choice(merged: Merge, conflict: Conflict, side: Side, plan: Plan) -> None:
    """What was chosen holds; numbers of steps move with deletions, so those are looked at elsewhere."""
    if any(part.isdigit() for part in conflict.place.split(".")):
        return
    if conflict.kind is Kind.DELETED:
        if conflict.value_of(side) is None:
            assert item_at(plan, conflict.place) is None
    elif conflict.kind is Kind.VALUE and find(plan, conflict.place) is not None:
        assert {leaf.place: leaf.value for leaf in leaves(plan)}.get(
            conflict.place, conflict.value_of(side)
        ) == conflict.value_of(side)


@given(any_sides)
@examples(60)
def test_what_came_in_is_one_edit_of_mine(sides: Sides) -> None:
    merged = merge(*sides)
    assert apply(sides.mine, Batch(merged.came_in())) == merged.plan
    assert choices_as_edit(merged, {}).edits == ()


@given(any_sides)
@examples(60)
def test_choices_of_what_holds_already_change_nothing(sides: Sides) -> None:
    merged = merge(*sides)
    as_it_is = {number: conflict.kept for number, conflict in enumerate(merged.conflicts)}
    assert chosen_plan(merged, as_it_is) == merged.plan


@given(plans(), plans())
@examples(80)
def test_without_a_base_nothing_of_either_side_is_deleted(mine: Plan, theirs: Plan) -> None:
    merged = merge(None, mine, theirs)
    here = {place for place, _ in all_items(merged.plan)}
    for side in (merged.mine, merged.theirs):
        assert {place for place, _ in all_items(side)} <= here

    assert len(list(all_items(merged.mine))) == len(list(all_items(mine)))
    assert len(list(all_items(merged.theirs))) == len(list(all_items(theirs)))


@given(plans() | sample_plans)
@examples(30)
def test_without_a_base_a_plan_and_itself_are_itself(plan: Plan) -> None:
    merged = merge(None, plan, Plan.model_validate(document_of(plan)))
    assert merged.plan == plan
    assert merged.is_clean
