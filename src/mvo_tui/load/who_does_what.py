"""Who owns, who does, who backs up: each process against the people, or against the roles.

What nobody does stands with nobody, as a column of its own: a process without an owner, a step that no person does, a
backup that is not named or not held.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from mvo_tui.plan.back_references import owner_id
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person, Process, Role

NOBODY = ""
"""The id of the column for what nobody does."""


class Part(StrEnum):
    """What somebody has to do with a process."""

    OWNS = "O"
    DOES = "D"
    BACKS_UP = "B"


LEGEND = {Part.OWNS: "owns", Part.DOES: "does", Part.BACKS_UP: "backs up"}


class By(StrEnum):
    """What the columns are."""

    PEOPLE = "people"
    ROLES = "roles"


class Hands(NamedTuple):
    """The ids of the people, or of the roles, that have a part in a process; `NOBODY` where there is none."""

    owner: str
    doers: tuple[str, ...]
    backup: str

    def parts_of(self, column: str) -> tuple[Part, ...]:
        """What the person or role has to do with the process, in the order of the legend."""
        found = {Part.OWNS: self.owner == column, Part.DOES: column in self.doers, Part.BACKS_UP: self.backup == column}
        return tuple(part for part, is_so in found.items() if is_so)

    @property
    def everybody(self) -> frozenset[str]:
        """Those who have a part in it."""
        return frozenset((self.owner, *self.doers, self.backup)) - {NOBODY}

    @property
    def has_hole(self) -> bool:
        """Whether a part of it is nobody's."""
        return NOBODY in (self.owner, *self.doers, self.backup)


def columns(index: PlanIndex, by: By) -> tuple[Person | Role, ...]:
    """What the processes are held against; nobody comes after them."""
    return index.plan.people if by is By.PEOPLE else index.plan.roles


def hands(process: Process, index: PlanIndex, by: By) -> Hands:
    """Who has which part in `process`. Steps that name no role are the owner's; without steps nothing is done."""
    who = _person(index) if by is By.PEOPLE else _role(index)
    owner = owner_id(process)
    doers = (who(step.role if step.role in index.role else owner) for step in process.steps)
    return Hands(who(owner), tuple(dict.fromkeys(doers)), who(process.backup))


def _person(index: PlanIndex) -> Callable[[str | None], str]:
    return lambda role: index.holder_of_role.get(role or "", NOBODY)


def _role(index: PlanIndex) -> Callable[[str | None], str]:
    return lambda role: role if role and role in index.role else NOBODY


def all_hands(index: PlanIndex, by: By) -> Mapping[str, Hands]:
    """The same of all processes, by id."""
    return {process.id: hands(process, index, by) for process in index.plan.processes}


def resting_on_one(found: Iterable[Hands]) -> int:
    """How many processes have one person alone: away for two weeks, and they stop. `found` is by people."""
    return sum(len(each.everybody) == 1 for each in found)
