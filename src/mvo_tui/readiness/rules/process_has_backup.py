"""Every process has a backup: a role other than the owner's, held by another person, for the day the owner is ill.

Where it is not known who owns the process, the backup is judged by itself. Where the owning role is held by nobody it
is not known whether the two are one person, which must not count for more than knowing that they are.
"""

from collections.abc import Iterable
from itertools import chain, compress, count
from operator import eq, not_

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, index: PlanIndex) -> Problem | None:
    backup = None if _is_nobody(process.backup) else index.holder(process.backup)
    if backup is None:
        return _problem_without_backup(process, index)
    owner = index.owner(process)
    if owner is None or _is_nobody(owner.id):
        return None
    holder = index.holder(owner.id)
    if holder is None:
        return unanswered(_place(process), f"{called(process)}: owner and backup may be one person")
    if holder is backup:
        return wrong(_place(process), f"{called(process)}: {called(holder)} is the owner and the backup")
    return None


def may_have_none(processes: tuple[Process, ...], index: PlanIndex) -> Iterable[int]:
    """Those of which not both the owner and the backup are held, and those that one person holds."""
    holder = {role: person for role, person in index.holder_of_role.items() if not _is_nobody(role)}
    owners, backups = (tuple(map(holder.get, index.column(processes, field))) for field in ("owner", "backup"))
    unheld = (compress(count(), map(not_, persons)) for persons in (owners, backups) if not all(persons))
    return sorted(set(chain(compress(count(), map(eq, owners, backups)), *unheld)))


def _problem_without_backup(process: Process, index: PlanIndex) -> Problem:
    place, name, backup = _place(process), called(process), process.backup
    if not backup:
        return unanswered(place, f"{name} has no backup")
    if _is_nobody(backup):
        return wrong(place, f"{name} is backed up by {quoted(backup)}, which is nobody")
    if backup not in index.role:
        return wrong(place, f"{name} is backed up by no role {quoted(backup)}", did_you_mean(backup, index.role))
    return unanswered(place, f"{name}: nobody holds its backup, {called(index.role[backup])}")


def _is_nobody(role: str | None) -> bool:
    return (role or "").casefold() in NOBODY_IN_PARTICULAR


def _place(process: Process) -> str:
    return f"processes.{process.id}.backup"


RULE = Rule(
    id="process-has-backup",
    area=Area.OWNERSHIP,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    reads=("roles", "people"),
    sieve=may_have_none,
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
