"""For every costly tool a simpler one was weighed: a spreadsheet often does what the heavy system is bought for."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import TOOLS

COSTLY = 1 / 3
"""The share of the budget above which one tool is costly. Source: ``docs/readiness.md``, Lean."""


def judge(tool: Tool, index: PlanIndex) -> Problem | None:
    budget, cost = index.venture.tool_budget_per_month, tool.monthly_cost
    if budget is None or cost is None or cost <= COSTLY * budget or is_said(tool.simpler):
        return None
    return wrong(
        f"tools.{tool.id}.simpler", f"{called(tool)} takes over a third of the budget, and nothing was weighed"
    )


RULE = Rule(
    id="costly-tool-was-weighed",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    reads=("venture",),
    measure=Measure.LEAN,
    why="The heavy tool is built for problems that you may have in three years. You pay for them, and learn it, now.",
    fix="Write down the simplest thing that would do for this year, and why it would not.",
    effort_minutes=5,
    good="""
[venture]
tool_budget_per_month = 50
[[tools]]
name = "Booking page"
monthly_cost = 30
simpler = "A wall calendar: two people can't book at night"
""",
    bad="""
[venture]
tool_budget_per_month = 50
[[tools]]
name = "Booking page"
monthly_cost = 30
""",
)
