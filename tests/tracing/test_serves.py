"""Why does this exist: from any item up to the promises that it works for."""

import pytest
from hypothesis import given, settings

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.places import all_items, item_at
from mvo_tui.tracing.serves import serves
from tests.plans import plan_from_toml, plans, sample_plans
from tests.tracing.served import promises_served

PLAN = plan_from_toml(
    """
[[promises]]
id = "rolls"
[[promises]]
id = "refund"
[[features]]
id = "page"
processes = ["gone", "ride"]
[[stages]]
id = "way"
[[stages.touchpoints]]
id = "door"
promises = ["rolls"]
processes = ["ride"]
[[stages.touchpoints]]
id = "asks"
promises = ["gone", "refund", "rolls"]
processes = ["answer"]
[[stages]]
id = "empty"
[[processes]]
id = "ride"
owner = "rider"
tools = ["list"]
[[processes]]
id = "answer"
backup = "rider"
[[tools]]
id = "list"
[[tools]]
id = "drawer"
[[roles]]
id = "rider"
held_by = "mei"
[[people]]
id = "mei"
[[kpis]]
id = "late"
promise = "refund"
processes = ["ride"]
[[kpis]]
id = "lost"
promise = "gone"
[[debts]]
id = "by-hand"
process = "answer"
[[debts]]
id = "nowhere"
process = "gone"
[[parking_lot]]
id = "cakes"
about = "processes.ride"
"""
)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("touchpoints.asks", [("refund", "asks"), ("rolls", "asks")]),
        ("stages.way", [("rolls", "door"), ("refund", "asks")]),
        ("stages.empty", []),
        ("processes.ride", [("rolls", "door")]),
        ("tools.list", [("rolls", "door")]),
        ("tools.drawer", []),
        ("roles.rider", [("rolls", "door"), ("refund", "asks")]),
        ("people.mei", [("rolls", "door"), ("refund", "asks")]),
        ("features.page", [("rolls", "door")]),
        ("kpis.late", [("refund", "asks"), ("rolls", "door")]),
        ("kpis.lost", []),
        ("debts.by-hand", [("refund", "asks"), ("rolls", "asks")]),
        ("debts.nowhere", []),
        ("parking_lot.cakes", []),
        ("promises.rolls", []),
    ],
)
def test_what_an_item_works_for_and_by_which_touchpoint(place: str, expected: list[tuple[str, str]]) -> None:
    item = item_at(PLAN, place)
    assert isinstance(item, Item)
    assert [(promise.id, touchpoint.id) for promise, touchpoint in serves(item, PlanIndex(PLAN))] == expected


@given(plans() | sample_plans)
@settings(max_examples=40)
def test_every_path_is_made_of_things_that_exist_and_names_a_promise_once(plan: Plan) -> None:
    index = PlanIndex(plan)
    for _place, item in all_items(plan):
        found = serves(item, index)
        ids = [promise.id for promise, _touchpoint in found]
        assert len(set(ids)) == len(ids)
        assert all(promise.id in touchpoint.promises for promise, touchpoint in found)
    for process in plan.processes:
        served = [promise for promise, _touchpoint in serves(process, index)]
        assert served == list(promises_served(process.id, index))
