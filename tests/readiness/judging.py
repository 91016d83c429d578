"""Ask one rule what it says of a plan."""

from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import Outcome
from tests.plans import plan_from_toml

UNANSWERED = Outcome.UNKNOWN
WRONG = Outcome.FAIL


def problems(rule: str, text: str) -> list[tuple[str, Outcome]]:
    """The place and the outcome of each finding of `rule` on the plan that `text` says; [] is a pass."""
    return [(place, outcome) for place, outcome, _title in findings(rule, text)]


def places(rule: str, text: str) -> list[str]:
    return [place for place, _outcome, _title in findings(rule, text)]


def titles(rule: str, text: str) -> list[str]:
    return [title for _place, _outcome, title in findings(rule, text)]


def findings(rule: str, text: str) -> list[tuple[str, Outcome, str]]:
    report = evaluate(plan_from_toml(text))
    return [(found.place, found.outcome, found.title) for found in report.findings if found.rule == rule]
