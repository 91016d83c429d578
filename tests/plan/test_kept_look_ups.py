"""A look-up is made anew only for what has changed: an edit of one item must not cost a pass over all of them."""

import pytest

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


def test_the_steps_of_the_other_processes_are_taken_over() -> None:
    index = PlanIndex(PLAN)
    before = index.steps
    plan = apply(PLAN, SetField("processes.b.steps.1.minutes", 5))
    after = PlanIndex(plan, index).steps
    assert [(step.place, step.step.minutes) for step in after[2:4]] == [
        ("processes.b.steps.1", 5),
        ("processes.b.steps.2", None),
    ]
    assert [now is then for now, then in zip(after, before, strict=True)] == [True, True, False, False, True, True]


def test_the_values_of_steps_are_taken_over_and_stay_the_same_object_while_they_are_equal() -> None:
    index = PlanIndex(PLAN)
    actions, minutes = index.step_actions, index.step_minutes
    plan = apply(PLAN, SetField("processes.b.steps.1.minutes", 5))
    index = PlanIndex(plan, index)
    assert index.step_actions is actions
    assert index.step_minutes == (None, None, 5, None, None, None) != minutes
    plan = apply(plan, RemoveItem("processes.a"))
    index = PlanIndex(plan, index)
    assert index.step_minutes == (5, None, None, None)
    plan = apply(plan, AddItem("processes.b.steps", Step(action="Count"), 1))
    assert PlanIndex(plan, index).step_actions == ("Bake", "Count", "Sell", "Bake", "Sell")


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
    assert index.column(PLAN.processes, "id") == ("a", "b", "c")
    assert index.column((), "id") == ()
