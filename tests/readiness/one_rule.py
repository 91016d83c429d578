"""One rule alone on a plan: its verdicts, and what it would show even where Lean has too little to weigh."""

from collections.abc import Sequence
from functools import cache

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import Finding, RuleResult, judge
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import Measure, Outcome, Problem, Rule
from tests.plans import plan_from_toml

UNANSWERED = Outcome.UNKNOWN
WRONG = Outcome.FAIL


@cache
def rule_called(rule_id: str) -> Rule:
    return next(rule for rule in all_rules() if rule.id == rule_id)


def result_of(rule_id: str, plan: Plan | str) -> RuleResult:
    return judge(rule_called(rule_id), PlanIndex(plan_from_toml(plan) if isinstance(plan, str) else plan), worth=1.0)


def verdicts(rule_id: str, plan: Plan | str) -> list[Problem]:
    """The problems, in the order of the subjects."""
    return [problem for _number, problem in sorted(result_of(rule_id, plan).problems.items())]


def findings_of(rule_id: str, plan: Plan | str) -> Sequence[Finding]:
    """What is shown of the rule, in that order. Lean's rules are asked alone: a small plan has too little to weigh."""
    if any(rule.id == rule_id and rule.measure is Measure.LEAN for rule in all_rules()):
        return result_of(rule_id, plan).findings
    report = evaluate(plan_from_toml(plan) if isinstance(plan, str) else plan)
    return [finding for finding in report.findings if finding.rule == rule_id]


def problems(rule_id: str, plan: Plan | str) -> list[tuple[str, Outcome]]:
    """The place and the outcome of each finding, in the order in which it is shown; [] is a pass."""
    return [(finding.place, finding.outcome) for finding in findings_of(rule_id, plan)]


def places_of(rule_id: str, plan: Plan | str) -> list[str]:
    """Where the rule finds something, in the order in which it is shown."""
    return [finding.place for finding in findings_of(rule_id, plan)]


def titles_of(rule_id: str, plan: Plan | str) -> list[str]:
    return [finding.title for finding in findings_of(rule_id, plan)]
