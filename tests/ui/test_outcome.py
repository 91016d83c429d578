"""What an answer brought agrees with the numbers that are seen to move, and with what is still open."""

import re

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import Plan, Promise
from mvo_tui.readiness.report import evaluate
from mvo_tui.ui.widgets.outcome import outcome
from tests.plans import plan_from_toml, sample, sample_plans
from tests.ui.host import type_text
from tests.ui.test_interview_story import LAUNDRY, asked_place, interview

TWO = """
format = 1
[[promises]]
id = "bag"
statement = "The bag is back by Friday 18:00"
core = true
[[promises]]
id = "refund"
statement = "A wrong bag is paid back within a day"
"""


def told(plan: Plan, *edits: SetField | AddItem) -> str:
    before = evaluate(plan)
    for edit in edits:
        plan = apply(plan, edit)
    return outcome(before, evaluate(plan))


def test_a_part_of_what_was_missing_is_not_told_as_all_of_it() -> None:
    said = told(plan_from_toml(TWO), SetField("promises.refund.measure", "hours to the refund"))
    assert "No longer open" not in said
    assert "Still open: " in said
    assert "no direction, target or unit" in said


def test_the_last_part_settles_it() -> None:
    plan = apply(plan_from_toml(TWO), SetField("promises.refund.measure", "hours to the refund"))
    for field, value in (("direction", "at most"), ("target", 24.0)):
        plan = apply(plan, SetField(f"promises.refund.{field}", value))
    assert "No longer open: " in told(plan, SetField("promises.refund.unit", "hours"))


@given(plan=sample_plans, other=st.sampled_from(("promises", "venture.name", "venture.customer")))
def test_the_points_told_are_those_that_the_number_at_the_top_moves_by(plan: Plan, other: str) -> None:
    value = None if other.startswith("venture") else Promise(id="another", statement="Another one")
    edit = SetField(other, None) if value is None else AddItem(other, value)
    before, after = evaluate(plan), evaluate(apply(plan, edit))
    moved = after.score - before.score
    said = re.search(r"([+-]\d+\.\d) Ready\b", outcome(before, after))
    assert said is None if abs(moved) < 0.05 else said is not None and abs(float(said[1]) - moved) < 0.051


def test_behind_a_gate_it_says_that_the_number_is_held() -> None:
    plan = sample("repair-shop")
    assert evaluate(plan).held_by
    said = told(plan, SetField("processes.repair-a-bike.backup", "desk"))
    assert said.startswith("+0.2 earned, Ready held at 89")


async def test_a_second_promise_that_lowers_the_number_says_so() -> None:
    """What was gained by the first one is no news any more when the second is entered."""
    async with interview(apply(LAUNDRY, RemoveItem("promises.back")), "promises") as (pilot, host, panel):
        start = host.session.report.score
        await type_text(pilot, "A wrong bag is paid back within 24 hours", "enter")
        first = host.session.report.score
        await type_text(pilot, "We answer", "f8")
        second = host.session.report.score
        assert asked_place(panel) != "promises"
        assert second - first < -0.05
        assert abs((second - start) - (second - first)) > 0.05
        assert f"{second - first:+.1f} Ready" in host.shown
        assert f"{second - start:+.1f} Ready" not in host.shown


async def test_at_the_end_of_a_list_it_says_that_it_tells_of_all_of_it() -> None:
    async with interview(LAUNDRY, "promises") as (pilot, host, panel):
        start = host.session.report.score
        await type_text(pilot, "A wrong bag is paid back", "enter")
        await type_text(pilot, "We answer", "enter")
        await pilot.press("enter")
        assert asked_place(panel) != "promises"
        assert f"All together: {host.session.report.score - start:+.1f} Ready" in host.shown
