"""Notices stand beside the score: few, plain, about what time has changed; never in the score."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import find
from mvo_tui.readiness.notices import Notice, notices
from tests.plans import SAMPLES, plan_from_toml, plans, reorderings, sample, sample_plans

TODAY = date(2026, 11, 23)


def said(text: str, today: date = TODAY) -> list[tuple[str, str]]:
    return [(notice.place, notice.text) for notice in notices(plan_from_toml(text), today)]


def test_an_empty_plan_has_none() -> None:
    assert said("format = 1") == []


def test_what_is_set_aside_is_said_with_its_reason() -> None:
    plan = """
[journey.not_applicable]
billing = "The pilot is free\\n  until March"
marketing = "TBD"
delivery = "Somebody else does it"
"""
    assert said(plan) == [("journey.not_applicable.billing", "Billing is set aside: The pilot is free until March")]


def test_a_very_long_reason_is_cut() -> None:
    [(_place, text)] = said(f'[journey.not_applicable]\nbilling = "{"free " * 100_000}"')
    assert len(text) < 240


def rehearsed(*days: str) -> str:
    return "".join(
        f'[[processes]]\nid = "p{n}"\nname = "Job {n}"\nrehearsed_on = {day}\n' for n, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-05-25"], []),  # 182 days ago
        (
            ["2026-05-24"],
            [("processes.p0.rehearsed_on", "Job 0 was last walked through over half a year ago (2026-05-24)")],
        ),
        (
            ["2026-05-02", "2026-10-01", "2026-03-01", "2026-05-03"],
            [
                (
                    "processes.p2.rehearsed_on",
                    "Job 2 and 2 more were last walked through over half a year ago (2026-03-01)",
                )
            ],
        ),
    ],
)
def test_a_walk_through_holds_for_half_a_year(days: list[str], expected: list[tuple[str, str]]) -> None:
    assert said(rehearsed(*days)) == expected


def read(cadence: str, *days: str) -> str:
    readings = ", ".join(f"{{ date = {day}, value = 1 }}" for day in days)
    return f'[review]\n{cadence}\n[[kpis]]\nid = "sold"\nname = "Sold"\nreadings = [{readings}]'


@pytest.mark.parametrize(
    ("cadence", "last", "holds"),
    [
        ('cadence = "weekly"', "2026-11-08", 14),
        ('cadence = "bi-weekly"', "2026-10-25", 28),
        ('cadence = "monthly"', "2026-10-25", 28),
        ("", "2026-10-25", 28),
    ],
)
def test_a_reading_is_stale_after_two_periods(cadence: str, last: str, holds: int) -> None:
    day_after = date.fromisoformat(last).replace(day=date.fromisoformat(last).day + 1)
    assert said(read(cadence, "2026-01-01", str(day_after))) == []
    assert said(read(cadence, last, "2026-01-01")) == [
        ("kpis.sold.readings.1", f"Sold was last read over {holds} days ago ({last})")
    ]


def test_a_kpi_that_was_never_read_is_a_finding_and_no_notice() -> None:
    assert said(read('cadence = "weekly"')) == []


def test_a_review_is_overdue_after_two_periods() -> None:
    plan = '[review]\ncadence = "weekly"\nlog = [{{ date = 2026-03-01 }}, {{ date = {} }}, {{ decision = "No day" }}]'
    assert said(plan.format("2026-11-09")) == []
    assert said(plan.format("2026-11-08")) == [
        ("review.log", "The last review on record was over 14 days ago (2026-11-08)")
    ]
    assert said('[review]\ncadence = "weekly"') == []


def test_a_date_that_is_still_to_come_is_said_once() -> None:
    plan = f"""
{rehearsed("2027-01-01", "2026-11-23")}
[[kpis]]
id = "sold"
readings = [{{ date = 2026-11-22 }}, {{ date = 2027-02-01 }}]
[review]
log = [{{ date = 2026-11-24 }}]
"""
    assert said(plan) == [
        ("kpis.sold.readings.2", "Kpi sold and 2 more have dates that are still to come (2027-02-01)")
    ]


def test_a_date_that_is_still_to_come_makes_nothing_fresh() -> None:
    assert said(read('cadence = "weekly"', "2026-01-01", "2027-01-01"))[0] == (
        "kpis.sold.readings.1",
        "Sold was last read over 14 days ago (2026-01-01)",
    )


@pytest.mark.parametrize(
    ("process", "is_said"),
    [
        ("tools = []", True),
        ("", False),
        ('tools = ["robot"]', False),
        ('tools = []\nsteps = [{ tool = "robot" }]', False),
    ],
)
def test_a_second_thought_on_what_runs_by_itself(process: str, is_said: bool) -> None:
    found = said(f'[[processes]]\nid = "remind"\nname = "Remind"\nmode = "automated"\n{process}')
    assert found == (
        [("processes.remind.mode", "Remind is automated and needs no tool: what does the work?")] if is_said else []
    )


def test_a_second_thought_on_a_wizard_behind_a_growing_venture() -> None:
    plan = '[[processes]]\nid = "{}"\nmode = "wizard-of-oz"\n'
    two = plan.format("read") + plan.format("load")
    assert said(two) == []
    [(place, text)] = said(f'[venture]\nstage = "growing"\n{two}')
    assert place == "processes.load.mode"
    assert text.startswith("Process load (and 1 more) is still done by hand")


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_few_and_each_leads_somewhere(name: str) -> None:
    plan = sample(name)
    for today in (date.min, TODAY, date.max):
        found = notices(plan, today)
        assert len(found) <= 10
        for notice in found:
            assert find(plan, notice.place), notice
            assert notice.text.isprintable()
            assert notice.text[0].isupper()


@given(st.data(), plans() | sample_plans, st.dates())
def test_they_are_the_same_in_any_order_of_the_items(data: st.DataObject, plan: Plan, today: date) -> None:
    """But for readings, which are known by their numbers: a notice names one."""
    changed = data.draw(reorderings(plan))
    readings = {kpi.id: kpi.readings for kpi in plan.kpis}
    kpis = tuple(kpi.model_copy(update={"readings": readings[kpi.id]}) for kpi in changed.kpis)
    assert notices(changed.model_copy(update={"kpis": kpis}), today) == notices(plan, today)


def test_a_notice_is_a_place_and_a_text() -> None:
    assert Notice("review.log", "x")._fields == ("place", "text")
