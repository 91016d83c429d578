"""Every tool has a way out, so that the choice of today is no roadblock of tomorrow (lean and scalable toolset)."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, _index: PlanIndex) -> Problem | None:
    if is_said(tool.exit):
        return None
    return unanswered(f"tools.{tool.id}.exit", f"{called(tool)} has no way out")


RULE = Rule(
    id="tool-has-exit",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    sieve=said("exit"),
    why="You will outgrow it or it will close. Without a way out the customers' records stay behind when you leave.",
    fix="Say how you would take your records along: an export, a copy, a photograph of the pages. Try it once.",
    effort_minutes=4,
    good="""
[[tools]]
name = "Booking page"
exit = "All bookings as one spreadsheet, tried in March"
""",
    bad="""
[[tools]]
name = "Booking page"
""",
)
