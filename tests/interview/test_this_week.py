"""This week's values of all KPIs, entered in one go."""

from datetime import date

import pytest

from mvo_tui.interview.this_week import edit_of_values
from mvo_tui.plan.edits import apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Kpi, Plan, Reading
from tests.plans import plan_from_toml

TODAY = date(2026, 11, 28)
PLAN = plan_from_toml("""
format = 1
[[kpis]]
id = "on-time"
name = "Bags on time"
[[kpis.readings]]
date = 2026-11-21
value = 93
[[kpis]]
id = "lost"
name = "Bags lost"
""")


def readings(plan: Plan, kpi: int = 0) -> tuple[Reading, ...]:
    return plan.kpis[kpi].readings


def test_all_values_are_one_step() -> None:
    edit = edit_of_values(PLAN, {"on-time": "96.5 Van broke down", "lost": "0"}, TODAY)
    plan = apply(PLAN, edit)
    assert edit.label == "Enter 2 readings"
    assert readings(plan)[-1] == Reading(date=TODAY, value=96.5, note="Van broke down")
    assert readings(plan, 1) == (Reading(date=TODAY, value=0),)


def test_a_second_value_for_a_day_corrects_the_first() -> None:
    first = apply(PLAN, edit_of_values(PLAN, {"on-time": "96.5 Van broke down"}, TODAY))
    second = apply(first, edit_of_values(first, {"on-time": "97"}, TODAY))
    assert readings(second)[1:] == (Reading(date=TODAY, value=97, note="Van broke down"),)
    third = apply(second, edit_of_values(second, {"on-time": "21 Nov 94 counted again"}, TODAY))
    assert readings(third)[0] == Reading(date=date(2026, 11, 21), value=94, note="counted again")
    assert len(readings(third)) == 2


def test_what_says_nothing_and_what_is_gone_is_left_out() -> None:
    edit = edit_of_values(PLAN, {"on-time": "97", "lost": "  ", "deleted-meanwhile": "5"}, TODAY)
    assert edit.label == "Enter 1 reading"
    with pytest.raises(PlanError, match="No value was typed"):
        edit_of_values(PLAN, {"lost": ""}, TODAY)


def test_a_value_that_is_none_is_refused_with_a_sentence() -> None:
    with pytest.raises(PlanError, match="Type"):
        edit_of_values(PLAN, {"on-time": "quite good"}, TODAY)
    assert isinstance(PLAN.kpis[0], Kpi)
