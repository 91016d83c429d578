"""Every KPI says what you do when it is off track: a loop that ends in a number is no feedback loop."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, _index: PlanIndex) -> Problem | None:
    if is_said(kpi.off_track_action):
        return None
    return unanswered(f"kpis.{kpi.id}.off_track_action", f"{called(kpi)}: nothing is planned for when it is off track")


RULE = Rule(
    id="kpi-has-off-track-action",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=KPIS,
    judge=judge,
    sieve=said("off_track_action"),
    why="On the bad day there is no time to think up the answer. Decided on a calm one, it is simply done.",
    fix="Say what you will do, or stop doing, in the week in which it misses its target.",
    effort_minutes=3,
    good="""
[[kpis]]
name = "Rolls left over at noon"
off_track_action = "Bake two trays fewer until three days are right"
""",
    bad="""
[[kpis]]
name = "Rolls left over at noon"
""",
)
