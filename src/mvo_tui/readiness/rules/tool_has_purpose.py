"""Every tool has a purpose: the problem of today that it solves, so that it is functional rather than powerful."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, _index: PlanIndex) -> Problem | None:
    if is_said(tool.purpose):
        return None
    return unanswered(f"tools.{tool.id}.purpose", f"{called(tool)} has no purpose")


RULE = Rule(
    id="tool-has-purpose",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    sieve=said("purpose"),
    why="A tool without a purpose can't be too much or too little, so nobody can say whether the promise needs it.",
    fix="Say in one line what it does for a promise. If nothing comes to mind, do without it.",
    effort_minutes=2,
    good="""
[[tools]]
name = "Ticket book"
purpose = "One numbered slip on each pair of skates"
""",
    bad="""
[[tools]]
name = "Operations platform"
purpose = "TBD"
""",
)
