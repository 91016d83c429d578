"""The tools together cost no more than the budget: over-investing early is the first of the common mistakes."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import in_a_line
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PLAN

_ROUNDING = 1e-6  # three tools at 0.1 cost 0.3, and no more


def judge(_plan: str, index: PlanIndex) -> Problem | None:
    budget = index.venture.tool_budget_per_month
    cost = sum(sorted(tool.monthly_cost or 0 for tool in index.plan.tools or ()))  # the same in any order
    if budget is None or cost <= budget + _ROUNDING:
        return None
    currency = in_a_line(index.venture.currency or "")
    return wrong("tools", f"The tools cost {cost:.10g} {currency} a month, of {budget:.10g} planned".replace("  ", " "))


RULE = Rule(
    id="tools-within-budget",
    area=Area.TOOLS,
    severity=Severity.HIGH,
    subjects=PLAN,
    judge=judge,
    reads=("venture", "tools"),
    measure=Measure.LEAN,
    why="What tools cost before there are customers is missing when the first promise has to be put right with money.",
    fix="Begin with the dearest: what would a spreadsheet or a shared mailbox lack for the customers of today?",
    effort_minutes=15,
    good="""
[venture]
tool_budget_per_month = 50
[[tools]]
name = "Shared mailbox"
monthly_cost = 12
""",
    bad="""
[venture]
tool_budget_per_month = 50
[[tools]]
name = "Enterprise CRM"
monthly_cost = 450
""",
)
