"""Every process was rehearsed: the team walked through it once, before a customer did."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if process.rehearsed_on is not None:
        return None
    return unanswered(f"processes.{process.id}.rehearsed_on", f"{called(process)} was never walked through")


RULE = Rule(
    id="process-is-rehearsed",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=decided("rehearsed_on"),
    why="Written from memory, half of the steps are forgotten. The first walk-through finds them, or a customer does.",
    fix="Walk through it together, step by step with the real things in hand, mend the steps and note the day.",
    effort_minutes=15,
    good="""
[[processes]]
name = "Ride the round"
rehearsed_on = 2026-03-14
""",
    bad="""
[[processes]]
name = "Ride the round"
""",
)
