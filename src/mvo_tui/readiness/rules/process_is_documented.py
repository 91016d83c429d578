"""Every process says where it is written down: good enough means documented and repeatable, on paper if need be."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    if is_said(process.document):
        return None
    return unanswered(f"processes.{process.id}.document", f"{called(process)} is written down nowhere")


RULE = Rule(
    id="process-is-documented",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=said("document"),
    why="On the morning when you are ill, the checklist has to be where another person looks for it.",
    fix="Name the page, folder or pinboard where the checklist or template is kept. This plan, printed, will do.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Ride the round"
document = "Card on the handlebar: streets in order"
""",
    bad="""
[[processes]]
name = "Ride the round"
document = "?"
""",
)
