"""The report: the gates, what holds the score, Lean beside it, the order of the findings."""

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import Area, Measure, Severity
from tests.plans import plan_from_toml, sample


def without(*places: str) -> Plan:
    """The sample without gaps, with those fields blanked."""
    plan = sample("sunday-box")
    for place in places:
        plan = apply(plan, SetField(place, None))
    return plan


def test_a_plan_without_gaps_scores_100_and_nothing_holds_it() -> None:
    report = evaluate(sample("sunday-box"))
    assert report.earned == pytest.approx(100)
    assert report.score == pytest.approx(100)
    assert report.lean == 100
    assert report.held_by == ()
    assert report.findings == ()


def test_a_critical_finding_holds_the_score_at_49() -> None:
    report = evaluate(without("processes.pack-boxes.owner"))
    assert report.earned > 90
    assert report.score == 49
    assert [(finding.rule, finding.severity) for finding in report.held_by] == [
        ("process-has-owner", Severity.CRITICAL)
    ]


def test_a_high_finding_holds_the_score_at_89() -> None:
    report = evaluate(without("venture.customer"))
    assert report.earned > 90
    assert report.score == 89
    assert [finding.rule for finding in report.held_by] == ["customer-named"]


def test_lesser_findings_hold_nothing() -> None:
    report = evaluate(without("processes.pack-boxes.trigger"))
    assert report.score == report.earned
    assert report.held_by == ()


def test_a_gate_above_what_is_earned_holds_nothing() -> None:
    report = evaluate(plan_from_toml('[venture]\nname = "Rolls by the door"'))
    assert report.score == report.earned < 49
    assert report.held_by == ()


def test_what_is_missing_altogether_holds_as_its_gravest_rule_does() -> None:
    plan = sample("sunday-box").model_copy(update={"processes": ()})
    report = evaluate(plan)
    assert report.cap == 49
    held = {finding.rule for finding in evaluate(plan).findings if finding.severity is Severity.CRITICAL}
    assert "has-process" in held


def test_a_finding_of_lean_holds_no_score() -> None:
    plan = sample("sunday-box")
    tools = plan_from_toml('[[tools]]\nname = "Enterprise CRM"\nmonthly_cost = 4000\npurpose = "All"\nexit = "By mail"')
    report = evaluate(plan.model_copy(update={"tools": (*(plan.tools or ()), *(tools.tools or ()))}))
    surplus = [finding for finding in report.findings if finding.measure is Measure.LEAN]
    assert surplus
    assert report.lean is not None
    assert report.lean < 100
    assert report.cap == 100


def test_a_plan_with_nothing_to_weigh_has_no_lean_and_no_findings_of_it() -> None:
    report = evaluate(plan_from_toml('[venture]\nname = "Rolls by the door"'))
    assert report.lean is None
    assert {finding.measure for finding in report.findings} == {Measure.READINESS}


def test_the_most_points_for_the_least_effort_come_first_and_lean_last() -> None:
    findings = evaluate(sample("messy-draft")).findings
    by_minute = [
        finding.points / finding.effort_minutes for finding in findings if finding.measure is Measure.READINESS
    ]
    assert by_minute == sorted(by_minute, reverse=True)
    measures = [finding.measure for finding in findings]
    assert measures == sorted(measures, key=list(Measure).index)


def test_every_area_is_there_in_the_order_of_the_six_steps() -> None:
    assert [score.area for score in evaluate(Plan()).areas] == list(Area)
    assert all(score.possible > 0 for score in evaluate(Plan()).areas)


def test_readiness_does_not_move_with_surplus() -> None:
    """Cutting surplus must never raise Readiness: a fourth KPI with all that one needs costs nothing there."""
    plan = sample("sunday-box")
    fourth = plan.kpis[0].model_copy(update={"id": "fourth", "name": "Boxes that came back"})
    report = evaluate(plan.model_copy(update={"kpis": (*plan.kpis, fourth)}))
    assert report.earned == pytest.approx(100)
    assert report.lean is not None
    assert report.lean < 100


def test_automation_is_never_asked_for() -> None:
    plan = sample("sunday-box")
    by_hand = tuple(process.model_copy(update={"mode": "manual"}) for process in plan.processes)
    assert evaluate(plan.model_copy(update={"processes": by_hand})).score == pytest.approx(100)
