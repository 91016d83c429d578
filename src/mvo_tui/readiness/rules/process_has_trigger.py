"""Every process has a trigger: the event on which the work starts without anybody having to remember it."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if is_said(process.trigger):
        return None
    return unanswered(f"processes.{process.id}.trigger", f"{called(process)} has no trigger")


RULE = Rule(
    id="process-has-trigger",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=said("trigger"),
    why="Work that starts when somebody thinks of it starts late in the week when everybody is busy.",
    fix="Say what sets it off: a message, a payment, an hour of the day.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Ride the round"
trigger = "5:30, the bags stand packed by the door"
""",
    bad="""
[[processes]]
name = "Ride the round"
""",
)
