"""Every role is held by one person who exists: a role answers for work only when somebody wears it."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Role
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.role_links import somebody
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import ROLES


def judge(role: Role, index: PlanIndex) -> Problem | None:
    place, name, held_by = f"roles.{role.id}.held_by", called(role), role.held_by
    if not held_by:
        return unanswered(place, f"{name} is held by nobody")
    if held_by.casefold() in NOBODY_IN_PARTICULAR:
        return wrong(place, f"{name} is held by {quoted(held_by)}, which is nobody")
    if held_by not in index.person_ids:
        return wrong(place, f"{name} is held by no person {quoted(held_by)}", did_you_mean(held_by, index.person_ids))
    return None


RULE = Rule(
    id="role-is-held",
    area=Area.OWNERSHIP,
    severity=Severity.HIGH,
    subjects=ROLES,
    judge=judge,
    reads=("person_ids",),
    sieve=leads_to("held_by", somebody("person_ids")),
    why="A title that nobody wears answers no phone. What it owns is owned by no one when the customer rings.",
    fix="Choose the one person who wears this hat. One person may wear several.",
    effort_minutes=1,
    good="""
[[roles]]
name = "Counter"
held_by = "mira"
[[people]]
id = "mira"
""",
    bad="""
[[roles]]
name = "Counter"
held_by = "everyone"
""",
)
