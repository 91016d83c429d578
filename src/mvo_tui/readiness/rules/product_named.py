"""The product is named: the operation is the counterpart of one product, built beside it."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Venture
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import VENTURE


def judge(venture: Venture, _index: PlanIndex) -> Problem | None:
    return None if is_said(venture.product) else unanswered("venture.product", "The product is not named")


RULE = Rule(
    id="product-named",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=VENTURE,
    judge=judge,
    why="What a customer can order decides which work you need and which you can leave out for now.",
    fix="Describe in one line what a customer gets from you today.",
    effort_minutes=2,
    good="""
[venture]
product = "A bag of bread ordered the evening before"
""",
    bad="""
[venture]
customer = "Families in the four streets behind the station"
""",
)
