"""Every KPI has a unit: a number that two people read in two ways measures nothing."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if is_said(kpi.unit):
        return None
    return unanswered(f"kpis.{kpi.id}.unit", f"{called(kpi)} has no unit")


RULE = Rule(
    id="kpi-has-unit",
    area=Area.FEEDBACK,
    severity=Severity.LOW,
    subjects=KPIS,
    judge=judge,
    sieve=said("unit"),
    why="Is 4 four hours or four customers? If the unit is not written, the review is spent on asking.",
    fix="Write what is counted: %, hours, bags a week.",
    effort_minutes=1,
    good="""
[[kpis]]
name = "Rolls sold out before 10:00"
unit = "days a week"
""",
    bad="""
[[kpis]]
name = "Rolls sold out before 10:00"
""",
)
