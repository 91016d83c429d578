"""Every process stands behind a touchpoint: the customer's journey is the blueprint of the operation."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, index: PlanIndex) -> Problem | None:
    if process.id in index.processes_in_journey:
        return None
    return unanswered(f"processes.{process.id}", f"{called(process)} stands behind no touchpoint")


RULE = Rule(
    id="process-serves-journey",
    area=Area.PROCESSES,
    severity=Severity.HIGH,
    subjects=PROCESSES,
    judge=judge,
    reads=("processes_in_journey",),
    sieve=leads_to("id", "processes_in_journey"),
    why="Either a moment of the customer is missing on the map, or this is work that no customer needs yet.",
    fix="Choose it at the touchpoint that it makes possible. If there is none, put the process aside.",
    effort_minutes=2,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
processes = ["ride-the-round"]
[[processes]]
id = "ride-the-round"
""",
    bad="""
[[processes]]
name = "Report to the board"
""",
)
