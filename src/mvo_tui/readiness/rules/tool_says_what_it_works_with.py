"""Every tool says which others it works with, none included: good integration is seen before it is bought."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, _index: PlanIndex) -> Problem | None:
    if tool.integrates_with is not None:
        return None
    return unanswered(f"tools.{tool.id}.integrates_with", f"{called(tool)} does not say what it works with")


RULE = Rule(
    id="tool-says-what-it-works-with",
    area=Area.TOOLS,
    severity=Severity.LOW,
    subjects=TOOLS,
    judge=judge,
    sieve=decided("integrates_with"),
    why="Where two tools do not meet, somebody copies by hand, and copied addresses are how orders go astray.",
    fix="Choose the tools that it passes things on to, by itself or by hand, or say that it stands alone.",
    effort_minutes=2,
    good="""
[[tools]]
id = "booking-page"
integrates_with = ["wall-calendar"]
[[tools]]
id = "wall-calendar"
integrates_with = []
""",
    bad="""
[[tools]]
id = "booking-page"
""",
)
