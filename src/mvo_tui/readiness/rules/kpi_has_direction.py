"""Every KPI says which way is good: at least its target or at most."""

from mvo_tui.plan.answered import is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.plan.vocabulary import DIRECTION
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import one_of
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if is_word(kpi.direction, DIRECTION):
        return None
    place, name = f"kpis.{kpi.id}.direction", called(kpi)
    if kpi.direction:
        return wrong(place, f"{name}: {quoted(kpi.direction)} is no direction", 'Say "at least" or "at most".')
    return unanswered(place, f"{name} does not say which way is good")


RULE = Rule(
    id="kpi-has-direction",
    area=Area.FEEDBACK,
    severity=Severity.LOW,
    subjects=KPIS,
    judge=judge,
    sieve=one_of("direction", DIRECTION),
    why="Whether 12 is on track or off depends on the direction, and each of you may have another one in mind.",
    fix='Choose "at least" where more is better, "at most" where less is.',
    effort_minutes=1,
    good="""
[[kpis]]
name = "Rolls left over at noon"
direction = "at most"
""",
    bad="""
[[kpis]]
name = "Rolls left over at noon"
direction = "down"
""",
)
