"""There are at most three KPIs: two or three tell the health of the operation, more are read and not acted on."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import MEASUREMENT

MOST = 3


def judge(_kpis: str, index: PlanIndex) -> Problem | None:
    count = len(index.plan.kpis)
    return wrong("kpis", f"{count} KPIs, where {MOST} would do") if count > MOST else None


RULE = Rule(
    id="at-most-three-kpis",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=MEASUREMENT,
    judge=judge,
    reads=("kpis",),
    measure=Measure.LEAN,
    why="In half an hour three numbers can be talked over. Of the fifth, nobody remembers what it was for.",
    fix="Keep those that would make you change something next week, and park the rest.",
    effort_minutes=5,
    good="""
[[kpis]]
name = "Dough ready by 4:00"
[[kpis]]
name = "Rolls left over at noon"
""",
    bad="""
[[kpis]]
name = "Followers"
[[kpis]]
name = "Downloads"
[[kpis]]
name = "Visitors"
[[kpis]]
name = "Likes"
""",
)
