"""Every process says when it is done: the definition of done that makes it repeatable by somebody else."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if is_said(process.outcome):
        return None
    return unanswered(f"processes.{process.id}.outcome", f"{called(process)} does not say when it is done")


RULE = Rule(
    id="process-has-outcome",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=said("outcome"),
    why="One stops after packing, the other after the tick on the list. The customer gets either.",
    fix="Say what is true when it is done, so that somebody else could check it.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Ride the round"
outcome = "Every bag hangs at its door and every door is ticked"
""",
    bad="""
[[processes]]
name = "Ride the round"
""",
)
