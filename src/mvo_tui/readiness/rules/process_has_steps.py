"""Every process has at least two steps: the good-enough workflow, written down so that it can be repeated."""

from collections.abc import Iterable
from itertools import compress, count

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.columns import numbers_of
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


def have_few_or_an_empty_one(_processes: tuple[Process, ...], index: PlanIndex) -> Iterable[int]:
    actions = index.column(index.all_steps, "action")
    few = compress(count(), map(ENOUGH.__gt__, index.step_counts))
    return sorted(index.steps.processes_of(numbers_of(actions.unsaid, actions)).union(few))


RULE = Rule(
    id="process-has-steps",
    area=Area.PROCESSES,
    severity=Severity.HIGH,
    subjects=PROCESSES,
    judge=judge,
    sieve=have_few_or_an_empty_one,
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
