"""What breaks without it: the rules one by one, and what must hold of any plan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import Edit, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import item_place, items_of
from mvo_tui.tracing.away import CAN_BE_AWAY, can_be_away
from mvo_tui.tracing.breaks import decisive_touchpoints, without
from mvo_tui.tracing.broken import Breakage, ProcessState
from tests.plans import plans, sample, sample_plans
from tests.tracing.bakery import INDEX, PLAN


def processes(*places: str, edit: Edit | None = None) -> dict[str, str]:
    """How each process fares, by its id."""
    index = PlanIndex(apply(PLAN, edit)) if edit else INDEX
    return {each.process.id: each.state.name for each in without(places, index).processes}


def promises(*places: str, edit: Edit | None = None) -> dict[str, str]:
    index = PlanIndex(apply(PLAN, edit)) if edit else INDEX
    return {each.promise.id: each.state.name for each in without(places, index).promises}


def test_a_role_stands_empty_when_its_person_is_away() -> None:
    assert [role.id for role in without(["people.ida"], INDEX).roles] == ["baker", "desk"]
    assert without(["roles.baker"], INDEX).roles == ()  # it was taken away itself: the cause and no consequence


def test_the_backup_steps_in_for_the_owner_and_for_steps() -> None:
    assert processes("people.ida") == {"bake": "CARRIED", "ride": "STILL", "answer": "STILL"}
    ride, _answer, bake = without(["people.ida"], INDEX).processes  # the gravest first
    assert [(missed.step.number, missed.stops) for missed in bake.steps] == [(1, False), (2, False)]
    assert [(missed.step.number, missed.doer_cause) for missed in ride.steps] == [(1, "people.ida")]


def test_a_backup_who_is_away_too_is_none() -> None:
    assert processes("people.ida", "people.ben")["bake"] == "STILL"
    assert processes("people.ida", edit=SetField("roles.rider.held_by", "ida"))["bake"] == "STILL"
    assert processes("people.ida", edit=SetField("roles.rider.held_by", "gone"))["bake"] == "STILL"
    assert processes("people.ida", edit=SetField("processes.bake.backup", None))["bake"] == "STILL"


def test_only_the_backup_stands_in_and_not_an_owner_who_is_there() -> None:
    assert processes("roles.baker") == {"bake": "CARRIED", "ride": "STILL"}


def test_a_process_goes_on_without_an_owner_where_others_do_its_steps() -> None:
    edit = SetField("processes.ride.steps.2.role", "baker")
    assert processes("people.ben", edit=edit) == {"ride": "UNOWNED", "print": "UNOWNED"}


def test_an_automated_process_misses_nobody_but_a_role_that_a_step_names() -> None:
    assert processes("people.ben") == {"ride": "STILL", "print": "UNOWNED"}
    assert processes("people.ben", edit=SetField("processes.print.steps.1.role", "rider"))["print"] == "STILL"
    assert processes("people.ben", edit=SetField("processes.print.steps", ()))["print"] == "UNOWNED"


def test_a_process_without_steps_is_all_its_owners() -> None:
    assert processes("people.ida")["answer"] == "STILL"
    assert processes("roles.desk") == {"answer": "CARRIED"}


def test_no_backup_replaces_a_tool() -> None:
    assert processes("tools.oven") == {"bake": "STILL"}
    (bake,) = without(["tools.oven"], INDEX).processes
    assert [(missed.step.number, missed.stops) for missed in bake.steps] == [(2, True)]
    assert bake.tools_away == ()  # its list names the oven too, and the step tells for what
    (ride,) = without(["tools.bike"], INDEX).processes
    assert (ride.state, ride.tools_away, ride.causes) == (ProcessState.STILL, ("tools.bike",), ("tools.bike",))


def test_what_a_backup_makes_up_for_is_no_cause_of_what_a_tool_stops() -> None:
    (bake, *_) = (each for each in without(["people.ida", "tools.oven"], INDEX).processes if each.process.id == "bake")
    assert (bake.state, bake.causes) == (ProcessState.STILL, ("tools.oven",))
    assert [(missed.step.number, bake.causes_of(missed)) for missed in bake.steps] == [
        (1, ("people.ida",)),
        (2, ("tools.oven",)),
    ]


def test_a_process_that_is_away_itself_stops_what_rests_on_it() -> None:
    found = without(["processes.answer"], INDEX)
    assert found.processes == ()
    assert [each.touchpoint.id for each in found.touchpoints] == ["asks"]
    assert promises("processes.answer") == {"refund": "FALLS"}


def test_a_touchpoint_lacks_all_of_its_work_or_a_part() -> None:
    found = without(["people.ida"], INDEX)
    assert [(each.touchpoint.id, each.state.name) for each in found.touchpoints] == [("door", "PART"), ("asks", "ALL")]


def test_a_promise_falls_at_the_moment_that_decides_and_is_at_risk_elsewhere() -> None:
    assert promises("people.ida") == {"rolls": "FALLS", "refund": "FALLS"}
    assert promises("processes.print") == {"rolls": "AT_RISK"}


def test_where_no_moment_is_marked_every_touchpoint_decides() -> None:
    assert promises("processes.print", edit=SetField("touchpoints.door.moment", None)) == {"rolls": "FALLS"}
    assert promises("processes.print", edit=SetField("touchpoints.door.moment", "first contact")) == {"rolls": "FALLS"}
    assert promises("processes.print", edit=SetField("touchpoints.door.moment", "truth")) == {"rolls": "AT_RISK"}


def test_a_decisive_touchpoint_without_work_is_a_hole_and_decides_nothing() -> None:
    bare = PlanIndex(apply(PLAN, SetField("touchpoints.door.processes", ("gone",))))
    assert decisive_touchpoints(bare.plan.promises[0], bare) == {"flyer"}


def test_features_lose_their_support_and_numbers_their_reader() -> None:
    found = without(["people.ben"], INDEX)
    assert [each.feature.id for each in found.features] == ["page"]
    assert [item.id for item in found.unanswered] == ["late"]
    assert [item.id for item in without(["roles.desk"], INDEX).unanswered] == ["by-hand"]


@pytest.mark.parametrize("place", ["people.uma", "tools.drawer", "roles.spare", "processes.count", "people.gone"])
def test_what_nothing_depends_on_breaks_nothing(place: str) -> None:
    assert not without([place], INDEX).is_felt


@pytest.mark.parametrize("place", ["", "people", "people.ida.name", "promises.rolls", "venture", "touchpoints.door"])
def test_what_carries_nothing_can_not_be_away(place: str) -> None:
    assert not can_be_away(place)
    assert without(["people.gone", "tools.gone"], INDEX) == Breakage(())
    assert without([place], INDEX) == Breakage(())


def test_a_plan_where_every_backup_is_another_head_stands_any_person_off_but_the_packer() -> None:
    plan = sample("sunday-box")
    index = PlanIndex(plan)
    for person in ("ines", "leonor"):
        assert without([f"people.{person}"], index).promises == ()
    found = without(["people.rui"], index)
    assert [each.process.id for each in found.processes_that(ProcessState.STILL)] == ["pack-boxes"]


# What must hold of any plan


@st.composite
def absences(draw: st.DrawFn) -> tuple[Plan, frozenset[str], frozenset[str]]:
    """A plan, and two choices of what is away."""
    plan = draw(plans() | sample_plans)
    every = [item_place(name, item.id) for name in CAN_BE_AWAY for item in items_of(plan, name)]
    choice = st.frozensets(st.sampled_from(every), max_size=4) if every else st.just(frozenset[str]())
    return plan, draw(choice), draw(choice)


Graded = dict[tuple[str, str], int]


def broken(plan: Plan, places: frozenset[str]) -> Graded:
    """Everything that breaks, and how badly."""
    found = without(places, PlanIndex(plan))
    assert found.away == tuple(sorted(places))
    graded: Graded = {("process", each.process.id): int(each.state) for each in found.processes}
    graded |= {("touchpoint", each.touchpoint.id): int(each.state) for each in found.touchpoints}
    graded |= {("promise", each.promise.id): int(each.state) for each in found.promises}
    graded |= {("role", role.id): 1 for role in found.roles}
    graded |= {("feature", each.feature.id): 1 for each in found.features}
    graded |= {(type(item).__name__, item.id): 1 for item in found.unanswered}
    for each in found.processes:
        graded |= {("step", missed.step.place): 1 + missed.stops for missed in each.steps}
    return graded


@given(absences())
@settings(max_examples=150, deadline=None)
def test_more_taken_away_never_breaks_less(drawn: tuple[Plan, frozenset[str], frozenset[str]]) -> None:
    """So what breaks without both holds what breaks without each; what is taken away is no consequence any more."""
    plan, one, other = drawn
    both = broken(plan, one | other)
    gone = {("process", place.partition(".")[2]) for place in other if place.startswith("processes.")}
    gone |= {("role", place.partition(".")[2]) for place in other if place.startswith("roles.")}
    for key, state in broken(plan, one).items():
        process = key[1].split(".")[1] if key[0] == "step" else key[1]
        assert key in gone or ("process", process) in gone or both.get(key, 0) >= state


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_nothing_taken_away_breaks_nothing(plan: Plan) -> None:
    assert without([], PlanIndex(plan)) == Breakage(())


@given(plans() | sample_plans)
@settings(max_examples=60, deadline=None)
def test_what_nothing_names_breaks_nothing_and_what_breaks_was_named(plan: Plan) -> None:
    index = PlanIndex(plan)
    used: dict[str, bool] = {}
    for tool in plan.tools or ():
        used[f"tools.{tool.id}"] = tool.id in index.processes_using
    for person in plan.people:
        used[f"people.{person.id}"] = person.id in index.roles_held
    for process in plan.processes:
        behind = process.id in index.touchpoint_ids_behind
        used[f"processes.{process.id}"] = behind or any(process.id in each.processes for each in plan.features or ())
    for place, is_used in used.items():
        assert without([place], index).is_felt == is_used


@given(absences())
@settings(max_examples=60, deadline=None)
def test_every_break_has_a_cause_among_what_is_away(drawn: tuple[Plan, frozenset[str], frozenset[str]]) -> None:
    plan, away, _ = drawn
    for each in without(away, PlanIndex(plan)).processes:
        assert each.causes
        assert set(each.causes) <= away
        for missed in each.steps:
            assert set(each.causes_of(missed)) & away
        stops = [missed for missed in each.steps if missed.stops]
        assert each.state is ProcessState.STILL or not stops


@given(absences())
@settings(max_examples=60, deadline=None)
def test_a_tool_or_a_person_that_is_back_is_as_if_it_had_never_left(
    drawn: tuple[Plan, frozenset[str], frozenset[str]],
) -> None:
    """The answer hangs on the plan and on what is away alone, also where look-ups were made for another question."""
    plan, away, other = drawn
    index = PlanIndex(plan)
    without(other, index)
    assert without(away, index) == without(away, PlanIndex(plan))
