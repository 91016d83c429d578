"""The review has a dashboard: one simple place where all numbers stand side by side."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Review
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import REVIEW


def judge(review: Review, _index: PlanIndex) -> Problem | None:
    if is_said(review.dashboard):
        return None
    return unanswered("review.dashboard", "The review has no dashboard")


RULE = Rule(
    id="review-has-dashboard",
    area=Area.FEEDBACK,
    severity=Severity.LOW,
    subjects=REVIEW,
    judge=judge,
    why="If the numbers have to be collected first, the half hour is over before anything is decided.",
    fix="Say where they stand: a tab, a sheet on the fridge, a whiteboard. One place, seen by all.",
    effort_minutes=3,
    good="""
[review]
dashboard = "Blackboard beside the oven"
""",
    bad="""
[review]
cadence = "weekly"
""",
)
