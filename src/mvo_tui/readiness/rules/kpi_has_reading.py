"""Every KPI has a first reading: counting once by hand shows whether it can be counted at all."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if any(reading.value is not None for reading in kpi.readings):
        return None
    return unanswered(f"kpis.{kpi.id}.readings", f"{called(kpi)} was never read")


RULE = Rule(
    id="kpi-has-reading",
    area=Area.FEEDBACK,
    severity=Severity.LOW,
    subjects=KPIS,
    judge=judge,
    why="Half of the numbers that sound good can't be counted with what is at hand. The first reading finds out.",
    fix="Count last week's value by hand and write it down with its date.",
    effort_minutes=10,
    good="""
[[kpis]]
name = "Rolls left over at noon"
readings = [{ date = 2026-03-02, value = 14 }]
""",
    bad="""
[[kpis]]
name = "Rolls left over at noon"
""",
)
