"""The review has at least one attendee who exists: numbers are looked at by somebody."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Review
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import REVIEW


def judge(review: Review, index: PlanIndex) -> Problem | None:
    if any(person in index.person_ids for person in review.attendees):
        return None
    named = min(review.attendees, default="")
    if not named:
        return unanswered("review.attendees", "Nobody is named who attends the review")
    title = f"The review is attended by no person {quoted(named)}"
    return wrong("review.attendees", title, did_you_mean(named, index.person_ids))


RULE = Rule(
    id="review-has-attendees",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=REVIEW,
    judge=judge,
    reads=("person_ids",),
    why="A meeting to which nobody is bound is cancelled by whoever is busiest, and the next surprise is yours.",
    fix="Name who is there: those who own the numbers, and nobody else.",
    effort_minutes=1,
    good="""
[review]
attendees = ["mira"]
[[people]]
id = "mira"
""",
    bad="""
[review]
cadence = "weekly"
""",
)
