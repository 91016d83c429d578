"""Who has to be stood in for, at which steps, and how many minutes a week."""

import pytest
from hypothesis import given, settings

from mvo_tui.load.weekly import minutes_a_week, runs_a_week
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.tracing.stand_ins import stand_ins
from tests.plans import plans, sample, sample_plans
from tests.tracing.bakery import INDEX


def test_the_steps_of_all_hats_and_what_the_backups_do_of_them() -> None:
    (ida,) = stand_ins(["people.ida", "tools.oven"], INDEX, runs_a_week)
    assert ida.person.id == "ida"
    assert [one.step.place.removeprefix("processes.") for one in ida.steps] == [
        "bake.steps.1",
        "bake.steps.2",
        "ride.steps.1",
    ]
    assert [(one.minutes, one.by_backup) for one in ida.steps] == [(200, True), (300, True), (100, False)]
    assert (ida.minutes, ida.unknown) == (100 * (2 + 3) + 100 * 1, 0)


def test_what_does_not_say_how_long_or_how_often_is_counted_as_unknown() -> None:
    (ben,) = stand_ins(["people.ben"], INDEX, runs_a_week)
    assert [one.step.place for one in ben.steps] == ["processes.ride.steps.2"]  # what runs by itself misses nobody
    assert (ben.minutes, ben.unknown) == (0, 1)


def test_nobody_but_people_is_stood_in_for() -> None:
    assert stand_ins(["roles.baker", "people.gone"], INDEX, runs_a_week) == ()


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_it_is_the_load_of_the_person_where_that_is_known(plan: Plan) -> None:
    index = PlanIndex(plan)
    loads = minutes_a_week(index)
    is_by_hand = all(process.mode != "automated" for process in plan.processes)
    for person in plan.people:
        (stand_in,) = stand_ins([f"people.{person.id}"], index, runs_a_week)
        assert stand_in.by_backup + stand_in.unknown <= 2 * len(stand_in.steps)
        if (load := loads[person.id]) is not None and is_by_hand:
            assert stand_in.unknown == 0
            assert stand_in.minutes == pytest.approx(load)


def test_a_week_of_the_sample() -> None:
    index = PlanIndex(sample("sunday-box"))
    (rui,) = stand_ins(["people.rui"], index, runs_a_week)
    assert (len(rui.steps), rui.by_backup, rui.minutes) == (4, 3, 342)
