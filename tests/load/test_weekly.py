"""Minutes a week: by hand on a small plan, and against a slow and plain way to count on any plan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.load.weekly import minutes_a_week, runs_a_week, times_at
from mvo_tui.plan.edits import Edit, RemoveItem, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import plan_from_toml, plans, reorderings, sample, sample_plans

PLAN = plan_from_toml(
    """
[venture]
new_customers_per_week = 4
active_customers = 30
[[stages]]
id = "way"
[[stages.touchpoints]]
id = "orders"
times = 1
per = "new customer"
processes = ["take"]
[[stages.touchpoints]]
id = "door"
times = 0.5
per = "active customer per week"
processes = ["ride"]
[[stages.touchpoints]]
id = "asks"
times = 3
per = "week"
processes = ["ride", "take"]
[[processes]]
id = "take"
owner = "clerk"
[[processes.steps]]
minutes = 10
[[processes]]
id = "ride"
owner = "rider"
[[processes.steps]]
minutes = 2
[[processes.steps]]
role = "clerk"
minutes = 1
[[processes.steps]]
role = "gone"
minutes = 0.5
[[roles]]
id = "clerk"
held_by = "mei"
[[roles]]
id = "rider"
held_by = "tom"
[[people]]
id = "mei"
[[people]]
id = "tom"
[[people]]
id = "sue"
"""
)


def loads(plan: Plan) -> dict[str, float | None]:
    return dict(minutes_a_week(PlanIndex(plan)))


def test_steps_times_minutes_times_how_often() -> None:
    runs_of_take = 4 + 3
    runs_of_ride = 0.5 * 30 + 3
    assert loads(PLAN) == {
        "mei": pytest.approx(10 * runs_of_take + 1 * runs_of_ride),
        "tom": pytest.approx(2 * runs_of_ride + 0.5 * runs_of_ride),
        "sue": 0,
    }


@pytest.mark.parametrize(
    ("edit", "unknown"),
    [
        (SetField("processes.take.steps.1.minutes", None), {"mei"}),
        (SetField("processes.ride.steps.2.minutes", None), {"mei"}),
        (SetField("touchpoints.door.times", None), {"mei", "tom"}),
        (SetField("touchpoints.orders.per", None), {"mei"}),
        (SetField("touchpoints.orders.per", "customer"), {"mei"}),
        (SetField("venture.new_customers_per_week", None), {"mei"}),
        (SetField("venture.active_customers", None), {"mei", "tom"}),
        (SetField("touchpoints.orders.processes", ()), set()),
        (SetField("processes.take.owner", None), {"mei", "tom", "sue"}),
        (SetField("processes.take.owner", ("clerk", "rider")), {"mei", "tom", "sue"}),
        (SetField("processes.take.owner", "gone"), {"mei", "tom", "sue"}),
        (SetField("roles.rider.held_by", None), {"mei", "tom", "sue"}),
        (SetField("roles.rider.held_by", "gone"), {"mei", "tom", "sue"}),
        (RemoveItem("stages.way"), {"mei", "tom"}),
        (SetField("processes.ride.steps.3.role", None), set()),
    ],
)
def test_a_load_is_unknown_while_a_part_of_it_is(edit: Edit, unknown: set[str]) -> None:
    """A step that nobody does could be anybody's, so it makes every load unknown."""
    found = loads(apply(PLAN, edit))
    assert {person for person, minutes in found.items() if minutes is None} == unknown


def test_a_plan_without_minutes_asks_nothing_of_anybody_yet() -> None:
    assert loads(plan_from_toml('[[people]]\nid = "mei"')) == {"mei": None}
    assert loads(Plan()) == {}


def test_a_process_without_touchpoints_is_run_nobody_knows_how_often() -> None:
    index = PlanIndex(apply(PLAN, RemoveItem("stages.way")))
    assert runs_a_week(index.process["take"], index) is None


@pytest.mark.parametrize(
    ("per", "expected"),
    [("new customer", 8), ("active customer per week", 60), ("week", 2), (None, None), ("month", None)],
)
def test_how_often_a_touchpoint_comes_by(per: str | None, expected: float | None) -> None:
    assert times_at((2, per), (4, 30)) == expected
    assert times_at((None, per), (4, 30)) is None


def test_no_times_is_none_and_no_times_at_all_is_a_number() -> None:
    assert times_at((0, "week"), (None, None)) == 0
    assert times_at((0, "new customer"), (None, None)) is None


def counted_plainly(plan: Plan) -> dict[str, float | None]:
    """The same, step by step, as the format tells it."""
    index = PlanIndex(plan)
    pieces: list[tuple[str | None, float | None]] = []
    for step in index.steps:
        role = index.doer(step)
        holder = index.holder(role.id) if role else None
        runs = runs_a_week(step.process, index)
        minutes = step.step.minutes
        pieces.append(
            (holder.id if holder else None, None if None in (runs, minutes) else (runs or 0) * (minutes or 0))
        )
    is_open = all(step.step.minutes is None for step in index.steps) or any(person is None for person, _ in pieces)
    found: dict[str, float | None] = {}
    for person in index.person:
        own = [minutes for doer, minutes in pieces if doer == person]
        found[person] = None if is_open or None in own else sum(minutes or 0 for minutes in own)
    return found


@given(plans() | sample_plans)
@settings(max_examples=80)
def test_it_counts_as_the_format_tells_it(plan: Plan) -> None:
    assert loads(plan) == pytest.approx(counted_plainly(plan))


@given(st.data(), sample_plans)
@settings(max_examples=20)
def test_the_order_of_things_does_not_move_a_load(data: st.DataObject, plan: Plan) -> None:
    assert loads(data.draw(reorderings(plan))) == pytest.approx(loads(plan))


def test_twice_the_demand_is_never_less_work() -> None:
    plan = sample("sunday-box")
    busier = apply(plan, SetField("venture.active_customers", 2 * (plan.venture.active_customers or 0)))
    before, after = loads(plan), loads(busier)
    assert all((after[person] or 0) >= (before[person] or 0) for person in before)
    assert sum(after[person] or 0 for person in after) > sum(before[person] or 0 for person in before)
