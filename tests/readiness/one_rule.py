"""One rule alone on a plan: its verdicts, and what it would show even where Lean has too little to weigh."""

from functools import cache

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import RuleResult, judge
from mvo_tui.readiness.rule import Problem, Rule
from tests.plans import plan_from_toml


@cache
def rule_called(rule_id: str) -> Rule:
    return next(rule for rule in all_rules() if rule.id == rule_id)


def result_of(rule_id: str, plan: Plan | str) -> RuleResult:
    return judge(rule_called(rule_id), PlanIndex(plan_from_toml(plan) if isinstance(plan, str) else plan), worth=1.0)


def verdicts(rule_id: str, plan: Plan | str) -> list[Problem]:
    """The problems, in the order of the subjects."""
    return [problem for _number, problem in sorted(result_of(rule_id, plan).problems.items())]


def places_of(rule_id: str, plan: Plan | str) -> list[str]:
    """Where the rule finds something, in the order in which it is shown."""
    return [finding.place for finding in result_of(rule_id, plan).findings]


def titles_of(rule_id: str, plan: Plan | str) -> list[str]:
    return [finding.title for finding in result_of(rule_id, plan).findings]
