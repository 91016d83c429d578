"""Nothing is automated that was never walked through by hand: the manual way is how one learns what to build."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if process.mode != "automated" or process.rehearsed_on is not None:
        return None
    return wrong(f"processes.{process.id}.rehearsed_on", f"{called(process)} is automated and was never walked through")


RULE = Rule(
    id="automated-after-rehearsal",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=decided("rehearsed_on"),
    measure=Measure.LEAN,
    why="A robot makes the mistakes that you did not know of, quickly and to everybody.",
    fix="Do it by hand for a week, note what surprised you, and only then let it run.",
    effort_minutes=30,
    good="""
[[processes]]
name = "Remind of the appointment"
mode = "automated"
rehearsed_on = 2026-02-09
""",
    bad="""
[[processes]]
name = "Remind of the appointment"
mode = "automated"
""",
)
