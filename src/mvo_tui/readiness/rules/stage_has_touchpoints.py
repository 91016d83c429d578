"""Every stage has a touchpoint: a stretch of the journey in which the customer meets you at least once."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Stage
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import STAGES
from mvo_tui.readiness.touchpoint_checks import is_told


def judge(stage: Stage, _index: PlanIndex) -> Problem | None:
    if any(is_told(touchpoint) for touchpoint in stage.touchpoints):
        return None
    return unanswered(f"stages.{stage.id}.touchpoints", f"{called(stage)} has no touchpoint")


RULE = Rule(
    id="stage-has-touchpoints",
    area=Area.JOURNEY,
    severity=Severity.MEDIUM,
    subjects=STAGES,
    judge=judge,
    why="A stage without a touchpoint is a gap in which customers wait and wonder, and some of them leave.",
    fix="Say what happens to the customer there, or take the stage out.",
    effort_minutes=3,
    good="""
[[stages]]
name = "We try it for a week"
[[stages.touchpoints]]
name = "Orders the first bag"
""",
    bad="""
[[stages]]
name = "We try it for a week"
""",
)
