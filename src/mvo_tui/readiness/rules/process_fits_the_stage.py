"""No process has more steps than the stage of the venture bears: not a process of a firm fifty times your size."""

from collections.abc import Iterable
from itertools import compress, count

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PROCESSES

MOST_STEPS = {"idea": 5, "mvp": 7, "first-customers": 9, "growing": 12}
"""Steps of one process, by the stage of the venture. Source: ``docs/readiness.md``, Lean."""


def judge(process: Process, index: PlanIndex) -> Problem | None:
    most = _most(index)
    count = len(process.steps)
    if count <= most:
        return None
    return wrong(
        f"processes.{process.id}.steps", f"{called(process)} has {count} steps; at this stage {most} are enough"
    )


def has_many_steps(_processes: tuple[Process, ...], index: PlanIndex) -> Iterable[int]:
    return compress(count(), map(_most(index).__lt__, index.step_counts))


def _most(index: PlanIndex) -> int:
    return MOST_STEPS.get(index.venture.stage or "", max(MOST_STEPS.values()))


RULE = Rule(
    id="process-fits-the-stage",
    area=Area.PROCESSES,
    severity=Severity.HIGH,
    subjects=PROCESSES,
    judge=judge,
    reads=("venture",),
    sieve=has_many_steps,
    measure=Measure.LEAN,
    why="Each step is a place to drop the customer. Approvals and reports pay off in a big firm and stall a small one.",
    fix="Strike each step whose absence the customer would not notice this month. Good enough beats complete.",
    effort_minutes=10,
    good="""
[venture]
stage = "idea"
[[processes]]
name = "Lend a cargo bike"
steps = [{ action = "Check the brakes" }, { action = "Write down the hour" }, { action = "Hand over the key" }]
""",
    bad="""
[venture]
stage = "idea"
[[processes]]
name = "Lend a cargo bike"
[[processes.steps]]
action = "Open a ticket"
[[processes.steps]]
action = "Score the customer"
[[processes.steps]]
action = "Request an approval"
[[processes.steps]]
action = "Grant the approval"
[[processes.steps]]
action = "Check the brakes"
[[processes.steps]]
action = "Hand over the key"
""",
)
