"""The first customers are named: an operation is sized for them, not for everybody."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Venture
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import VENTURE


def judge(venture: Venture, _index: PlanIndex) -> Problem | None:
    return None if is_said(venture.customer) else unanswered("venture.customer", "The first customers are not named")


RULE = Rule(
    id="customer-named",
    area=Area.PROMISE,
    severity=Severity.HIGH,
    subjects=VENTURE,
    judge=judge,
    why="A promise is kept for somebody. Where they live and when they are at home decides what keeping it takes.",
    fix="Name the people or firms you serve first, narrow enough to list twenty of them.",
    effort_minutes=3,
    good="""
[venture]
customer = "Families in the four streets behind the station"
""",
    bad="""
[venture]
product = "A bag of bread ordered the evening before"
""",
)
