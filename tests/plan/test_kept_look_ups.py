"""A look-up is made anew only for what has changed: an edit of one item must not cost a pass over all of them."""

import pytest

from mvo_tui.plan.columns import numbers_of
from mvo_tui.plan.edits import AddItem, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Process, Role, Step

PLAN = Plan(
    processes=tuple(Process(id=name, steps=(Step(action="Bake"), Step(action="Sell"))) for name in ("a", "b", "c")),
    roles=(Role(id="baker"), Role(id="seller")),
)


def test_each_item_is_looked_at_once_while_it_is_the_same() -> None:
    looked_at: list[str] = []

    def build(process: Process) -> str:
        looked_at.append(process.id)
        return process.id.upper()

    index = PlanIndex(PLAN)
    assert index.look_at_each(build, PLAN.processes) == ("A", "B", "C")
    assert index.look_at_each(build, PLAN.processes) is index.look_at_each(build, PLAN.processes)
    looked_at.clear()

    plan = PLAN
    edits = (
        SetField("processes.b.name", "Bread"),
        MoveItem("processes.a", 2),
        AddItem("processes", Process(id="d"), 0),
        RemoveItem("processes.c"),
    )
    found = []
    for edit in edits:
        plan = apply(plan, edit)
        index = PlanIndex(plan, index)
        found.append("".join(index.look_at_each(build, plan.processes)))
    assert found == ["ABC", "BCA", "DBCA", "DBA"]
    assert looked_at == ["b", "d"]


def test_each_item_is_looked_at_again_when_what_it_is_held_against_changes() -> None:
    def build(process: Process, suffix: list[str]) -> str:
        return process.id + suffix[0]

    index = PlanIndex(PLAN)
    assert index.look_at_each(build, PLAN.processes, ["1"]) == ("a1", "b1", "c1")
    assert index.look_at_each(build, PLAN.processes, ["2"]) == ("a2", "b2", "c2")


def test_what_is_equal_stays_the_same() -> None:
    def ids(roles: tuple[Role, ...]) -> frozenset[str]:
        return frozenset(role.id for role in roles)

    index = PlanIndex(PLAN)
    before = index.look_for_same(ids, PLAN.roles)
    renamed = apply(PLAN, SetField("roles.baker.name", "Baker"))
    index = PlanIndex(renamed, index)
    assert index.look_for_same(ids, renamed.roles) is before
    fewer = apply(renamed, RemoveItem("roles.baker"))
    assert PlanIndex(fewer, index).look_for_same(ids, fewer.roles) == {"seller"}


def test_the_steps_of_a_process_are_others_when_it_is_another_one() -> None:
    """What is asked of a step may rest on its process: the role that does it, the name that a finding calls it by."""
    before = PlanIndex(PLAN)
    for edit in (SetField("processes.b.steps.1.minutes", 5), SetField("processes.b.name", "Bread")):
        after = PlanIndex(apply(PLAN, edit), before)
        assert after.stretch(before.steps, after.steps) == (2, 4, 4)
    added = PlanIndex(apply(PLAN, AddItem("processes.b.steps", Step(action="Count"), 1)), before)
    assert added.stretch(before.steps, added.steps) == (2, 4, 5)
    assert before.stretch(added.steps, before.steps) == (2, 5, 4)
    assert before.stretch((), before.steps) == (0, 0, 6)
    assert before.stretch(before.steps, before.steps).is_empty


def test_the_values_of_steps_are_taken_over_and_stay_the_same_object_while_they_are_equal() -> None:
    index = PlanIndex(PLAN)
    roles, minutes = index.step_roles, index.step_minutes
    plan = apply(PLAN, SetField("processes.b.steps.1.minutes", 5))
    index = PlanIndex(plan, index)
    assert index.step_roles is roles
    assert index.step_minutes == (None, None, 5, None, None, None) != minutes
    plan = apply(plan, RemoveItem("processes.a"))
    index = PlanIndex(plan, index)
    assert index.step_minutes == (5, None, None, None)
    plan = apply(plan, AddItem("processes.b.steps", Step(role="baker"), 1))
    assert PlanIndex(plan, index).step_roles == (None, "baker", None, None, None)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", (3, 3, 3)),
        ("abc", "axc", (1, 2, 2)),
        ("abc", "abbc", (2, 2, 3)),
        ("aab", "ab", (1, 2, 1)),
        ("aaa", "aa", (2, 3, 2)),
        ("", "ab", (0, 0, 2)),
        ("abc", "cba", (0, 3, 3)),
    ],
)
def test_two_lists_differ_in_one_stretch(before: str, after: str, expected: tuple[int, int, int]) -> None:
    stretch = PlanIndex(PLAN).difference(tuple(before), tuple(after))
    assert stretch == expected
    assert stretch.is_empty == (before == after)
    start, end_before, end = stretch
    assert before[:start] + after[start:end] + before[end_before:] == after


def test_a_column_holds_a_field_of_each_table() -> None:
    index = PlanIndex(PLAN)
    ids = index.column(PLAN.processes, "id")
    assert list(ids) == ["a", "b", "c"]
    assert ids.cells == tuple(ids) == ("a", "b", "c")
    assert list(index.column((), "id")) == []


def test_a_column_knows_its_values_and_those_that_say_nothing() -> None:
    actions = PlanIndex(PLAN).column((Step(action="Bake"), Step(), Step(action=" tbd "), Step(action="Bake")), "action")
    assert actions.values == {"Bake", None, " tbd "}
    assert actions.unsaid == {None, " tbd "}
    assert list(numbers_of(actions.unsaid, actions)) == [1, 2]
    assert list(numbers_of((), actions)) == []
