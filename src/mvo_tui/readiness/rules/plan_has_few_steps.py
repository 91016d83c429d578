"""All processes together have at most 60 steps: the minimal collection, not a comprehensive documentation."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PLAN

MOST = 60
"""Source: ``docs/readiness.md``, Lean."""


def judge(_plan: str, index: PlanIndex) -> Problem | None:
    count = len(index.steps)
    return wrong("processes", f"{count} steps in all processes, where {MOST} are plenty") if count > MOST else None


def _steps(count: int) -> str:
    steps = ", ".join(f'{{ action = "Sort crate {number}" }}' for number in range(1, count + 1))
    return f'\n[[processes]]\nname = "Sort the returns"\nsteps = [{steps}]\n'


RULE = Rule(
    id="plan-has-few-steps",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PLAN,
    judge=judge,
    reads=("processes",),
    measure=Measure.LEAN,
    why="Nobody can keep more than a handful of pages in mind, and what is not in mind is not done the same way twice.",
    fix="Park the processes that the first customers do not need, and strike steps from the longest ones.",
    effort_minutes=15,
    good=_steps(2),
    bad=_steps(MOST + 1),
)
