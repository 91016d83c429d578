"""There are at least two KPIs with a name: two or three numbers that signal the health of the operation."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import MEASUREMENT

_ENOUGH = 2


def judge(_kpis: str, index: PlanIndex) -> Problem | None:
    named = sum(is_said(kpi.name) for kpi in index.plan.kpis)
    if named >= _ENOUGH:
        return None
    return unanswered("kpis", "Only one KPI has a name" if named else "No KPI has a name")


RULE = Rule(
    id="has-two-kpis",
    area=Area.FEEDBACK,
    severity=Severity.HIGH,
    subjects=MEASUREMENT,
    judge=judge,
    reads=("kpis",),
    why="One number can look fine while the promise breaks behind it. A second one shows what the first can't.",
    fix="Add a second number: if the first counts what arrived late, let it count what warns of that.",
    effort_minutes=5,
    good="""
[[kpis]]
name = "Rolls sold out before 10:00"
[[kpis]]
name = "Dough ready by 4:00"
""",
    bad="""
[[kpis]]
name = "Rolls sold out before 10:00"
""",
)
