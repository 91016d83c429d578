"""There is a KPI that warns early and one that confirms: a bottleneck is seen before it is critical, and after."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import MEASUREMENT


def judge(_kpis: str, index: PlanIndex) -> Problem | None:
    kinds = {kpi.kind for kpi in index.plan.kpis}
    if "leading" not in kinds and "lagging" not in kinds:
        return unanswered("kpis", "No KPI says whether it leads or lags")
    if "leading" not in kinds:
        return unanswered("kpis", "No KPI warns early: none is leading")
    if "lagging" not in kinds:
        return unanswered("kpis", "No KPI confirms what happened: none is lagging")
    return None


RULE = Rule(
    id="has-leading-and-lagging",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=MEASUREMENT,
    judge=judge,
    reads=("kpis",),
    why="A lagging number tells that a promise was broken; only a leading one tells it while you can still act.",
    fix="Mark each KPI as leading (warns early) or lagging (confirms), and see that you have one of each.",
    effort_minutes=3,
    good="""
[[kpis]]
name = "Dough ready by 4:00"
kind = "leading"
[[kpis]]
name = "Rolls sold out before 10:00"
kind = "lagging"
""",
    bad="""
[[kpis]]
name = "Rolls sold out before 10:00"
kind = "lagging"
[[kpis]]
name = "Complaints a week"
kind = "lagging"
""",
)
