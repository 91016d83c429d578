"""Every KPI has a source: where its value is read, when, and by whom, so that the data can be trusted."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if is_said(kpi.source):
        return None
    return unanswered(f"kpis.{kpi.id}.source", f"{called(kpi)} has no source")


RULE = Rule(
    id="kpi-has-source",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=KPIS,
    judge=judge,
    sieve=said("source"),
    why="A number that nobody knows where to read is guessed, and a guess is always on track.",
    fix="Say which list, page or drawer it is counted from, who counts, and on which day.",
    effort_minutes=3,
    good="""
[[kpis]]
name = "Rolls left over at noon"
source = "Crates counted by the counter at 12:00, pencilled on the door"
""",
    bad="""
[[kpis]]
name = "Happiness"
source = "?"
""",
)
