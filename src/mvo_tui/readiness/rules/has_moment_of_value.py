"""The journey has a moment of value: the touchpoint where the customer receives what was promised."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import JOURNEY


def judge(_journey: object, index: PlanIndex) -> Problem | None:
    if "value" in index.moments:
        return None
    return unanswered("journey.value", "The journey does not say where the customer receives the value")


RULE = Rule(
    id="has-moment-of-value",
    area=Area.JOURNEY,
    severity=Severity.HIGH,
    subjects=JOURNEY,
    judge=judge,
    reads=("moments",),
    why="All work leads up to this moment. Unmarked, the effort goes to where it is easiest instead.",
    fix="Mark the touchpoint where the promise comes true for the customer.",
    effort_minutes=1,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
moment = "value"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
)
