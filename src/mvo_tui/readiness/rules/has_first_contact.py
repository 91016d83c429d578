"""The journey has a first contact: the map begins where a customer first meets you."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import JOURNEY


def judge(_journey: object, index: PlanIndex) -> Problem | None:
    if "first contact" in index.moments:
        return None
    return unanswered("journey.first-contact", "The journey has no first contact")


RULE = Rule(
    id="has-first-contact",
    area=Area.JOURNEY,
    severity=Severity.MEDIUM,
    subjects=JOURNEY,
    judge=judge,
    reads=("moments",),
    why="What a customer hears first sets what is expected later. A map that begins at the order misses it.",
    fix="Mark the touchpoint where a customer meets you first, or add it in front.",
    effort_minutes=2,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Reads the note on the bakery door"
moment = "first contact"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Orders the first bag"
""",
)
