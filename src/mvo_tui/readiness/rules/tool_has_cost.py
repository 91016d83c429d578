"""Every tool has a cost a month, zero included: cost-effective is a number, not a feeling."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, _index: PlanIndex) -> Problem | None:
    if tool.monthly_cost is not None:
        return None
    return unanswered(f"tools.{tool.id}.monthly_cost", f"{called(tool)}: the cost a month is not said")


RULE = Rule(
    id="tool-has-cost",
    area=Area.TOOLS,
    severity=Severity.LOW,
    subjects=TOOLS,
    judge=judge,
    sieve=decided("monthly_cost"),
    why="Small monthly sums are paid for years unseen. Money that goes to tools is not there for the promise.",
    fix="Write what it costs a month; a twelfth of a yearly price; 0 where it is free.",
    effort_minutes=2,
    good="""
[[tools]]
name = "Ticket book"
monthly_cost = 0
""",
    bad="""
[[tools]]
name = "Ticket book"
""",
)
