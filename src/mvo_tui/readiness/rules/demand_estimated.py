"""The demand is estimated: whether the operation can handle the load is a question of how much there is."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Venture
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import VENTURE


def judge(venture: Venture, _index: PlanIndex) -> Problem | None:
    if venture.new_customers_per_week is None:
        return unanswered("venture.new_customers_per_week", "New customers a week are not estimated")
    if venture.active_customers is None:
        return unanswered("venture.active_customers", "Active customers are not counted or estimated")
    return None


RULE = Rule(
    id="demand-estimated",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=VENTURE,
    judge=judge,
    why="Ten customers and a hundred need different hours. Without a number nobody sees the evening work coming.",
    fix="Guess both numbers, the new ones a week and the active ones. A rough guess shows who would be overrun.",
    effort_minutes=2,
    good="""
[venture]
new_customers_per_week = 4
active_customers = 30
""",
    bad="""
[venture]
new_customers_per_week = 4
""",
)
