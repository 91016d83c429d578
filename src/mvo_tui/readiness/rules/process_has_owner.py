"""Every process has exactly one owner, and the owner is a role that exists."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR
from mvo_tui.readiness.names import called
from mvo_tui.readiness.role_links import somebody
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, index: PlanIndex) -> Problem | None:
    place, name = f"processes.{process.id}.owner", called(process)
    if not process.owner:
        return unanswered(place, f"{name} has no owner")
    if isinstance(process.owner, tuple):
        return wrong(place, f"{name} has {len(process.owner)} owners", "Choose the one role that answers for it.")
    if process.owner.casefold() in NOBODY_IN_PARTICULAR:
        return wrong(place, f'{name} is owned by "{process.owner}", which is nobody')
    if process.owner not in index.role_ids:
        return wrong(
            place, f'{name} is owned by no role "{process.owner}"', did_you_mean(process.owner, index.role_ids)
        )
    return None


RULE = Rule(
    id="process-has-owner",
    area=Area.OWNERSHIP,
    severity=Severity.CRITICAL,
    subjects=PROCESSES,
    judge=judge,
    reads=("role_ids",),
    sieve=leads_to("owner", somebody("role_ids")),
    why="When it breaks, nobody knows that it is theirs, and the customer is the first to notice.",
    fix="Choose the one role that answers for it, even if others do most of the work.",
    effort_minutes=1,
    good="""
[[processes]]
name = "Refund a late bag"
owner = "counter"
[[roles]]
id = "counter"
""",
    bad="""
[[processes]]
name = "Refund a late bag"
owner = "team"
""",
)
