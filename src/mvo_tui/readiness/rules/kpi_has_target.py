"""Every KPI has a target: without one it can never be off track, and so it never asks for anything."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if kpi.target is not None:
        return None
    return unanswered(f"kpis.{kpi.id}.target", f"{called(kpi)} has no target")


RULE = Rule(
    id="kpi-has-target",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=KPIS,
    judge=judge,
    sieve=decided("target"),
    why="A number without a target can't turn red, so it is read aloud each week and changes nothing.",
    fix="Write the value from which on you would sleep well. It may be a guess for the first month.",
    effort_minutes=2,
    good="""
[[kpis]]
name = "Rolls sold out before 10:00"
target = 2
""",
    bad="""
[[kpis]]
name = "Followers"
""",
)
