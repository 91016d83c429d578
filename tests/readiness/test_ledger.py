"""The ledger: what findings are worth, what folds into one, what happens when a rule breaks."""

from typing import Any

import pytest

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.ledger import folded, judge, scale
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import (
    Area,
    Measure,
    Missing,
    Outcome,
    Problem,
    Rule,
    Severity,
    Subjects,
    unanswered,
    wrong,
)
from tests.plans import plan_from_toml

NOTHING = Missing("has-role", "roles", "There is no role", "Nobody is there.", "Name one.", 3)
ROLES = Subjects("each role", lambda index: index.plan.roles, lambda _index: NOTHING)

TWO_ROLES = plan_from_toml('[[roles]]\nid = "b"\nname = "Baker"\n[[roles]]\nid = "a"\n')


def named(role: Any, _index: PlanIndex) -> Problem | None:
    return None if role.name else unanswered(f"roles.{role.id}.name", f"{role.id} has no name")


def a_rule(rule_id: str = "role-named", **changes: Any) -> Rule:
    words: dict[str, Any] = {"why": "Why.", "fix": "Fix.", "effort_minutes": 1, "good": "", "bad": ""}
    made: dict[str, Any] = {"area": Area.OWNERSHIP, "severity": Severity.MEDIUM, "subjects": ROLES, "judge": named}
    return Rule(id=rule_id, **words | made | changes)


def test_a_rule_is_split_evenly_over_its_subjects() -> None:
    result = judge(a_rule(), PlanIndex(TWO_ROLES), worth=10)
    assert result.earned == 5
    assert [finding.points for finding in result.findings] == [5]
    assert result.findings[0].place == "roles.a.name"


def test_all_rules_of_a_measure_are_worth_100() -> None:
    rules = (a_rule("one-a", severity=Severity.CRITICAL), a_rule("one-b"), a_rule("one-c", is_free=True))
    assert scale(rules, Measure.READINESS) * 15 == pytest.approx(100)
    worth = {result.rule.id: result.worth for result in evaluate(TWO_ROLES, rules=rules).results}
    assert worth == {"one-a": pytest.approx(200 / 3), "one-b": pytest.approx(100 / 3), "one-c": 0}


def test_no_rules_of_a_measure_divide_nothing() -> None:
    assert scale((), Measure.LEAN) == 100


def test_no_subject_is_unknown_and_earns_nothing() -> None:
    result = judge(a_rule(), PlanIndex(Plan()), worth=10)
    assert result.earned == 0
    assert result.missing is NOTHING
    assert result.findings == ()


def test_no_subject_passes_where_having_none_is_a_decision() -> None:
    none_is_fine = Subjects("each role", lambda index: index.plan.roles, lambda _index: None)
    assert judge(a_rule(subjects=none_is_fine), PlanIndex(Plan()), worth=10).earned == 10


def test_rules_with_nothing_to_look_at_fold_into_one_finding_of_the_gravest_severity() -> None:
    rules = (a_rule("one-a"), a_rule("one-b", severity=Severity.HIGH), a_rule("one-c", severity=Severity.LOW))
    report = evaluate(Plan(), rules=rules)
    (finding,) = folded(report.results)
    assert finding.rule == "has-role"
    assert finding.points == pytest.approx(100)
    assert finding.severity is Severity.HIGH
    assert finding.outcome is Outcome.UNKNOWN
    assert report.findings == (finding,)


def test_free_rules_alone_fold_as_well() -> None:
    (finding,) = folded(evaluate(Plan(), rules=(a_rule(is_free=True, severity=Severity.LOW),)).results)
    assert finding.points == 0


def test_the_fix_of_a_problem_wins_over_the_rules_own() -> None:
    rule = a_rule(judge=lambda role, _index: wrong(f"roles.{role.id}", "Wrong", "Do this one." if role.name else ""))
    fixes = {finding.place: finding.fix for finding in judge(rule, PlanIndex(TWO_ROLES), worth=10).findings}
    assert fixes == {"roles.a": "Fix.", "roles.b": "Do this one."}


def breaks(*_anything: object) -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "broken",
    [
        a_rule(judge=breaks),
        a_rule(subjects=Subjects("each role", breaks, lambda _index: NOTHING)),
        a_rule(subjects=Subjects("each role", lambda _index: (), breaks)),
    ],
    ids=["judge", "subjects", "missing"],
)
def test_a_rule_that_breaks_is_a_visible_result(broken: Rule) -> None:
    """Law 6: never a crash and never a pass; and the ledger still adds up."""
    report = evaluate(TWO_ROLES, rules=(broken, a_rule("one-b")))
    errors = [finding for finding in report.findings if finding.outcome is Outcome.ERROR]
    assert errors
    assert all(finding.title == "The check role-named broke (ZeroDivisionError)" for finding in errors)
    assert report.results[0].earned == 0
    assert report.earned + sum(finding.points for finding in report.findings) == pytest.approx(100)
    again = evaluate(TWO_ROLES, report, rules=(broken, a_rule("one-b")))
    assert again.findings == report.findings


def test_verdicts_are_kept_while_nothing_that_they_rest_on_changes() -> None:
    asked: list[str] = []

    def counted(role: Any, _index: PlanIndex) -> None:
        asked.append(role.id)

    rule = a_rule(judge=counted, reads=("people",))
    first = judge(rule, PlanIndex(TWO_ROLES), worth=10)
    same = TWO_ROLES.model_copy(update={"venture": plan_from_toml('[venture]\nname = "Rolls"').venture})
    assert judge(rule, PlanIndex(same), 10, first) is first
    other = plan_from_toml('[[roles]]\nid = "c"\n').roles
    changed = TWO_ROLES.model_copy(update={"roles": (TWO_ROLES.roles[0], *other)})
    second = judge(rule, PlanIndex(changed), 10, first)
    people = changed.model_copy(update={"people": plan_from_toml('[[people]]\nid = "mei"\n').people})
    judge(rule, PlanIndex(people), 10, second)
    assert asked == ["b", "a", "c", "b", "c"]


def test_an_added_subject_is_judged_alone_and_the_problems_behind_it_move() -> None:
    asked: list[str] = []

    def counted(role: Any, index: PlanIndex) -> Problem | None:
        asked.append(role.id)
        return named(role, index)

    rule = a_rule(judge=counted)
    first = judge(rule, PlanIndex(TWO_ROLES), worth=10)
    asked.clear()
    added = plan_from_toml('[[roles]]\nid = "c"\n').roles
    for roles in ((*added, *TWO_ROLES.roles), (TWO_ROLES.roles[0], *added, TWO_ROLES.roles[1]), TWO_ROLES.roles[1:]):
        plan = TWO_ROLES.model_copy(update={"roles": roles})
        later, anew = judge(rule, PlanIndex(plan), 10, first), judge(a_rule(), PlanIndex(plan), worth=10)
        assert later.problems == anew.problems
        assert later.findings == anew.findings
    assert asked == ["c", "c"]
