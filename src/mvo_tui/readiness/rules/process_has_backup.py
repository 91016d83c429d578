"""Every process has a backup: a role other than the owner's, held by another person, for the day the owner is ill.

Where it is not known who owns the process, the backup is judged by itself. Where the owning role is held by nobody it
is not known whether the two are one person, which must not count for more than knowing that they are.
"""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person, Process
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, index: PlanIndex) -> Problem | None:
    place, name, backup = f"processes.{process.id}.backup", called(process), process.backup
    if not backup:
        return unanswered(place, f"{name} has no backup")
    if backup.casefold() in NOBODY_IN_PARTICULAR:
        return wrong(place, f"{name} is backed up by {quoted(backup)}, which is nobody")
    if backup not in index.role:
        return wrong(place, f"{name} is backed up by no role {quoted(backup)}", did_you_mean(backup, index.role))
    person = index.holder(backup)
    if person is None:
        return unanswered(place, f"{name}: nobody holds its backup, {called(index.role[backup])}")
    return _problem_with_same_person(process, person, index)


def _problem_with_same_person(process: Process, person: Person, index: PlanIndex) -> Problem | None:
    place, name, owner = f"processes.{process.id}.backup", called(process), index.owner(process)
    if owner is None or owner.id.casefold() in NOBODY_IN_PARTICULAR:
        return None
    holder = index.holder(owner.id)
    if holder is None:
        return unanswered(place, f"{name}: owner and backup may be one person")
    if holder is person:
        return wrong(place, f"{name}: {called(person)} is the owner and the backup")
    return None


RULE = Rule(
    id="process-has-backup",
    area=Area.OWNERSHIP,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    reads=("roles", "people"),
    why="One head cold, and the promise is broken for a week. A second head that knows the work keeps it.",
    fix="Choose a role that another person holds, and let that person do it once.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Bake the rolls"
owner = "bakery"
backup = "counter"
[[roles]]
id = "bakery"
held_by = "ole"
[[roles]]
id = "counter"
held_by = "mira"
[[people]]
id = "ole"
[[people]]
id = "mira"
""",
    bad="""
[[processes]]
name = "Bake the rolls"
owner = "bakery"
backup = "deliveries"
[[roles]]
id = "bakery"
held_by = "ole"
[[roles]]
id = "deliveries"
held_by = "ole"
[[people]]
id = "ole"
""",
)
