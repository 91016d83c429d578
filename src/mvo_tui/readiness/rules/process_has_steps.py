"""Every process has at least two steps: the good-enough workflow, written down so that it can be repeated."""

from collections.abc import Iterable

from mvo_tui.plan.answered import are_said, is_said
from mvo_tui.plan.back_references import split
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import PROCESSES

ENOUGH = 2


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    said = sum(is_said(step.action) for step in process.steps)
    if said >= ENOUGH:
        return None
    place = f"processes.{process.id}.steps"
    if said == 0:
        return unanswered(place, f"{called(process)} has no steps")
    return wrong(place, f"{called(process)} has only one step")


def have_enough(_processes: tuple[Process, ...], index: PlanIndex) -> Iterable[bool]:
    said = are_said(index.step_actions)
    return map(ENOUGH.__le__, map(sum, split(said, index.step_counts)))


RULE = Rule(
    id="process-has-steps",
    area=Area.PROCESSES,
    severity=Severity.HIGH,
    subjects=PROCESSES,
    judge=judge,
    sieve=have_enough,
    why="Nobody can repeat for you what only you know. A name alone hands nothing over on a bad day.",
    fix="Write two to six plain lines, each beginning with a verb, as you do it today.",
    effort_minutes=10,
    good="""
[[processes]]
name = "Ride the round"
[[processes.steps]]
action = "Hang each bag at its door"
[[processes.steps]]
action = "Tick the door on the street list"
""",
    bad="""
[[processes]]
name = "Ride the round"
[[processes.steps]]
action = "Deliver"
""",
)
