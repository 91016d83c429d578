"""Every step has a role that does it: the step's own, or else the owner of its process."""

from collections.abc import Iterable

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.columns import numbers_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.steps import ProcessStep, Steps
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import STEPS


def judge(step: ProcessStep, index: PlanIndex) -> Problem | None:
    is_told = is_said(step.step.action)
    if is_told and index.doer(step) is not None:
        return None
    place, name = f"{step.place}.role", f"{called(step.process)}: step {step.number}"
    if not is_told:
        return unanswered(f"{step.place}.action", f"{name} gives its role nothing to do", "Say what is to be done.")
    if step.step.role:
        title = f"{name} is done by no role {quoted(step.step.role)}"
        return wrong(place, title, did_you_mean(step.step.role, index.role_ids))
    return unanswered(place, f"{name} has no role that does it")


def may_be_nobodys(_steps: Steps, index: PlanIndex) -> Iterable[int]:
    actions, roles = (index.column(index.all_steps, field) for field in ("action", "role"))
    nobodys = set(numbers_of(actions.unsaid, actions))
    if not index.role_ids.issuperset(index.column(index.plan.processes, "owner").values):  # else all have a doer
        nobodys.update(numbers_of(roles.values.difference(index.role_ids), roles))
    return sorted(nobodys)


RULE = Rule(
    id="step-has-role",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=STEPS,
    judge=judge,
    reads=("role_ids",),
    sieve=may_be_nobodys,
    why="A step between two people is dropped between them. The promise breaks there, and neither notices.",
    fix="Give its process an owner, who then does the steps that name no role, or choose the role that does this one.",
    effort_minutes=1,
    good="""
[[processes]]
name = "Ride the round"
owner = "rider"
[[processes.steps]]
action = "Hang each bag at its door"
[[roles]]
id = "rider"
""",
    bad="""
[[processes]]
name = "Ride the round"
[[processes.steps]]
action = "Hang each bag at its door"
""",
)
