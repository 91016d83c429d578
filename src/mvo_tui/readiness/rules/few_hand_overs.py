"""Work changes hands at most once in three steps: what goes to and fro falls between two people.

A step belongs to its own role, else to the owner of its process; steps whose role is not known change nothing. One
hand-over is always allowed.
"""

from collections.abc import Iterable
from itertools import compress, count, pairwise
from operator import ne

from mvo_tui.plan.index import PlanIndex, ProcessStep
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PROCESSES

STEPS_A_HAND_OVER = 3


def judge(process: Process, index: PlanIndex) -> Problem | None:
    changes = _hand_overs(process, index)
    if changes <= max(1, len(process.steps) // STEPS_A_HAND_OVER):
        return None
    title = f"{called(process)} changes hands {changes} times in {len(process.steps)} steps"
    return wrong(f"processes.{process.id}.steps", title)


def _hand_overs(process: Process, index: PlanIndex) -> int:
    steps = (ProcessStep(process, number, step) for number, step in enumerate(process.steps, start=1))
    doers = [role.id for step in steps if (role := index.doer(step))]
    return sum(before != after for before, after in pairwise(doers))


def name_two_roles(_processes: tuple[Process, ...], index: PlanIndex) -> Iterable[int]:
    """Those in which a step names another role than the step before it."""
    roles, steps = index.step_roles, index.steps
    changes = compress(count(1), map(ne, roles, roles[1:]))
    return sorted(steps.processes_of(set(changes).difference(steps.ends)))


RULE = Rule(
    id="few-hand-overs",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    reads=("role_ids",),
    sieve=name_two_roles,
    measure=Measure.LEAN,
    why="At each change of hands the work waits, and somebody believes that the other one has it.",
    fix="Give steps that follow each other to one role, or strike the approvals between them.",
    effort_minutes=5,
    good="""
[[processes]]
name = "Lend a cargo bike"
steps = [
  { action = "Check the brakes", role = "workshop" },
  { action = "Write down the hour", role = "counter" },
  { action = "Hand over the key", role = "counter" },
]
[[roles]]
id = "workshop"
[[roles]]
id = "counter"
""",
    bad="""
[[processes]]
name = "Lend a cargo bike"
steps = [
  { action = "Ask for a bike", role = "counter" },
  { action = "Approve the request", role = "workshop" },
  { action = "Hand over the key", role = "counter" },
]
[[roles]]
id = "workshop"
[[roles]]
id = "counter"
""",
)
