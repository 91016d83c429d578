"""The plans that the benchmarks read are plans, of the size they claim, and the same on every run."""

import tomllib

import pytest

from benchmarks.plans import plan_text


@pytest.mark.parametrize("items", [100, 1_000, 10_000])
def test_a_plan_has_about_as_many_items_as_asked(items: int) -> None:
    assert plan_text(items).count("\n[[") == pytest.approx(items, rel=0.1)


def test_the_same_size_gives_the_same_text() -> None:
    assert plan_text(100) == plan_text(100)


def test_every_link_leads_somewhere() -> None:
    plan = tomllib.loads(plan_text(500))
    ids = {kind: {item["id"] for item in plan[kind]} for kind in ("processes", "tools", "roles", "people", "promises")}
    for process in plan["processes"]:
        assert {process["owner"], process["backup"]} <= ids["roles"]
        assert set(process["tools"]) <= ids["tools"]
    touchpoints = [touchpoint for stage in plan["stages"] for touchpoint in stage.get("touchpoints", [])]
    assert {process for touchpoint in touchpoints for process in touchpoint["processes"]} == ids["processes"]
    assert {role["held_by"] for role in plan["roles"]} == ids["people"]
    assert {kpi["promise"] for kpi in plan["kpis"]} <= ids["promises"]
