"""Every process says what happens when it breaks: the owner is responsible for flagging it."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if is_said(process.escalation):
        return None
    return unanswered(
        f"processes.{process.id}.escalation", f"{called(process)} does not say what happens when it breaks"
    )


RULE = Rule(
    id="process-has-escalation",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=said("escalation"),
    why="Things break. Whether the customer hears it from you first decides if the promise can still be saved.",
    fix="Say whom to ring when it goes wrong, and who tells the customer by when.",
    effort_minutes=3,
    good="""
[[processes]]
name = "Ride the round"
escalation = "Ring Mei before 6:00; she takes the second half by car"
""",
    bad="""
[[processes]]
name = "Ride the round"
""",
)
