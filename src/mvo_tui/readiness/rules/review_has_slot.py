"""The review has a day, a time and a length: a meeting that stands in the calendar is held."""

from mvo_tui.plan.answered import is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Review
from mvo_tui.plan.vocabulary import DAY
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import REVIEW


def judge(review: Review, _index: PlanIndex) -> Problem | None:
    if not review.day:
        return unanswered("review.day", "The review has no day")
    if not is_word(review.day, DAY):
        return wrong("review.day", f"The review is on {quoted(review.day)}, which is no day of the list")
    if review.time is None:
        return unanswered("review.time", "The review has no time of day")
    if not review.minutes:
        return unanswered("review.minutes", "The review has no length")
    return None


RULE = Rule(
    id="review-has-slot",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=REVIEW,
    judge=judge,
    why='A meeting "when it is quiet" is the first to go in a busy week, which is the week that needs it.',
    fix="Give it a day, an hour and a length; twenty to thirty minutes are enough for three numbers.",
    effort_minutes=2,
    good="""
[review]
day = "mon"
time = 08:15:00
minutes = 20
""",
    bad="""
[review]
day = "mon"
""",
)
