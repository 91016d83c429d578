"""The edits that lead from one plan to another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.diff import diff, longest_run
from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import EMPTY, Plan, Reading, Role, Stage, Step, Touchpoint
from tests.plans import SAMPLES, document_of, edits, plan_from_toml, plans, sample, sample_plans

PLAN = plan_from_toml(
    """
[venture]
name = "Rolls"
[[stages]]
id = "decide"
[[stages.touchpoints]]
id = "reads"
[[stages.touchpoints]]
id = "orders"
[[stages]]
id = "eat"
[[stages.touchpoints]]
id = "door"
[[processes]]
id = "ride"
[[processes.steps]]
action = "Load"
[[processes.steps]]
action = "Hang"
[[processes.steps]]
action = "Tick"
[[kpis]]
id = "late"
[[kpis.readings]]
date = 2026-03-01
value = 3
[[kpis.readings]]
date = 2026-03-08
value = 2
[[roles]]
id = "rider"
[[roles]]
id = "baker"
[[roles]]
id = "clerk"
"""
)


@given(plans() | sample_plans, plans() | sample_plans)
@settings(max_examples=80)
def test_the_difference_applied_to_the_one_is_the_other(before: Plan, after: Plan) -> None:
    assert apply(before, Batch(diff(before, after))) == after


@given(st.data(), plans() | sample_plans)
@settings(max_examples=80)
def test_what_was_edited_is_found_again(data: st.DataObject, plan: Plan) -> None:
    after = plan
    for _ in range(data.draw(st.integers(1, 6))):
        after = apply(after, data.draw(edits(after)))
    assert apply(plan, Batch(diff(plan, after))) == after
    assert apply(after, Batch(diff(after, plan))) == plan


@given(plans())
@settings(max_examples=20)
def test_no_difference_is_no_edit(plan: Plan) -> None:
    assert diff(plan, plan) == ()
    assert diff(plan, Plan.model_validate(document_of(plan))) == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_made_from_nothing_and_taken_apart(name: str) -> None:
    plan = sample(name)
    assert apply(EMPTY, Batch(diff(EMPTY, plan))) == plan
    assert apply(plan, Batch(diff(plan, EMPTY))) == EMPTY


@pytest.mark.parametrize(
    "edit",
    [
        SetField("venture.name", "Bread"),
        SetField("venture.name", None),
        SetField("journey.not_applicable.sales", "They ask"),
        SetField("processes.ride.owner", ("rider", "baker")),
        SetField("processes.ride.tools", ()),
        SetField("processes.ride.steps.2.action", "Throw"),
        SetField("touchpoints.door.name", "Finds it"),
        SetField("kpis.late.readings.1.value", 9),
        SetField("review.day", "mon"),
        SetField("tools", ()),
        AddItem("roles", Role(id="cook"), 3),
        AddItem("roles", Role(id="cook"), 1),
        AddItem("processes.ride.steps", Step(action="Lock"), 3),
        AddItem("processes.ride.steps", Step(action="Lock"), 0),
        AddItem("stages.eat.touchpoints", Touchpoint(id="asks"), 1),
        AddItem("stages", Stage(id="leave"), 2),
        AddItem("stages", Stage(id="leave", touchpoints=(Touchpoint(id="goes"),)), 0),
        AddItem("kpis.late.readings", Reading(value=1), 2),
        RemoveItem("roles.baker"),
        RemoveItem("processes.ride.steps.1"),
        RemoveItem("processes.ride.steps.3"),
        RemoveItem("touchpoints.reads"),
        RemoveItem("kpis.late.readings.1"),
        MoveItem("roles.rider", 2),
        MoveItem("roles.clerk", 0),
        MoveItem("processes.ride.steps.3", 0),
        MoveItem("touchpoints.orders", 0),
        MoveItem("touchpoints.reads", 1, "stages.eat.touchpoints"),
        MoveItem("stages.eat", 0),
    ],
    ids=repr,
)
def test_one_edit_is_found_as_one_edit(edit: Edit) -> None:
    """A save changes only the lines of what was edited, so the difference must not be larger than the edit."""
    after = apply(PLAN, edit)
    found = diff(PLAN, after)
    assert len(found) == 1
    assert apply(PLAN, found[0]) == after
    assert type(found[0]) is type(edit) or isinstance(found[0], MoveItem)


def test_a_removed_stage_takes_its_touchpoints_along() -> None:
    found = diff(PLAN, apply(PLAN, RemoveItem("stages.eat")))
    assert RemoveItem("stages.eat") in found
    assert all(isinstance(edit, RemoveItem) for edit in found)


def test_a_touchpoint_that_moves_stays_the_same_touchpoint() -> None:
    """It is never removed and added anew: its comments in the file would be lost."""
    moved = apply(PLAN, MoveItem("touchpoints.reads", 0, "stages.eat.touchpoints"))
    after = apply(moved, SetField("touchpoints.reads.channel", "web"))
    kinds = [type(edit) for edit in diff(PLAN, after)]
    assert sorted(kinds, key=str) == sorted([MoveItem, SetField], key=str)


def test_a_touchpoint_survives_the_stage_that_it_was_in() -> None:
    after = apply(apply(PLAN, MoveItem("touchpoints.door", 0, "stages.decide.touchpoints")), RemoveItem("stages.eat"))
    assert [type(edit) for edit in diff(PLAN, after)] == [MoveItem, RemoveItem]


def test_equal_steps_are_the_same_step_wherever_they_stand() -> None:
    after = apply(apply(PLAN, RemoveItem("processes.ride.steps.1")), SetField("processes.ride.steps.2.minutes", 2))
    found = diff(PLAN, after)
    assert [type(edit) for edit in found] == [RemoveItem, SetField]
    assert found[1].place == "processes.ride.steps.2.minutes"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([RemoveItem("processes.ride.steps.1"), SetField("processes.ride.steps.2.action", "Check")], 2),
        ([MoveItem("processes.ride.steps.3", 0), SetField("processes.ride.steps.1.action", "Check")], 2),
        ([MoveItem("processes.ride.steps.3", 0), SetField("processes.ride.steps.1.role", "baker")], 2),
        ([AddItem("processes.ride.steps", Step(action="Lock"), 0), SetField("processes.ride.steps.2.role", "x")], 2),
        ([RemoveItem("kpis.late.readings.1"), SetField("kpis.late.readings.1.note", "Rain")], 2),
    ],
)
def test_two_edits_of_steps_are_found_as_two(made: list[Edit], expected: int) -> None:
    after = apply(PLAN, Batch(tuple(made)))
    found = diff(PLAN, after)
    assert len(found) == expected
    assert apply(PLAN, Batch(found)) == after


@given(st.permutations("abcdefg"))
def test_the_longest_run_stays_in_order(after: list[str]) -> None:
    staying = longest_run("abcdefg", after)
    kept = [key for key in after if key in staying]
    assert kept == sorted(kept)
    assert staying


def test_moving_one_of_many_moves_one() -> None:
    ids = [f"r{number}" for number in range(50)]
    before = Plan(roles=tuple(Role(id=item_id) for item_id in ids))
    after = Plan(roles=tuple(Role(id=item_id) for item_id in (*ids[1:], ids[0])))
    assert diff(before, after) == (MoveItem("roles.r0", 49),)
