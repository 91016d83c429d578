"""The value proposition is stated: the most important outcome for the customer, from which everything else follows."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Venture
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import VENTURE


def judge(venture: Venture, _index: PlanIndex) -> Problem | None:
    if is_said(venture.value_proposition):
        return None
    return unanswered("venture.value_proposition", "The value proposition is not stated")


RULE = Rule(
    id="value-proposition-stated",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=VENTURE,
    judge=judge,
    why="The operation exists to deliver one outcome. Until it is named, nobody can tell needed work from the rest.",
    fix="Say in one sentence what is better for the customer when you have delivered.",
    effort_minutes=5,
    good="""
[venture]
value_proposition = "Warm bread lies at your door before you get up"
""",
    bad="""
[venture]
value_proposition = "TBD"
""",
)
