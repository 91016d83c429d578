"""The review has a cadence, weekly or bi-weekly: a culture of improvement is a fixed date."""

from mvo_tui.plan.answered import is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Review
from mvo_tui.plan.vocabulary import CADENCE
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import REVIEW


def judge(review: Review, _index: PlanIndex) -> Problem | None:
    if is_word(review.cadence, CADENCE):
        return None
    if review.cadence:
        return wrong("review.cadence", f"The review is {quoted(review.cadence)}, not weekly or bi-weekly")
    return unanswered("review.cadence", "The review has no rhythm")


RULE = Rule(
    id="review-has-cadence",
    area=Area.FEEDBACK,
    severity=Severity.HIGH,
    subjects=REVIEW,
    judge=judge,
    why="A month without a look is four weeks of broken promises, and what has no rhythm waits for a quiet day.",
    fix="Choose weekly; every second week once nothing has surprised you for a while.",
    effort_minutes=1,
    good="""
[review]
cadence = "weekly"
""",
    bad="""
[review]
cadence = "monthly"
""",
)
