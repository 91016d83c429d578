"""Who owns, who does, who backs up: each process against the people, or against the roles.

What nobody does stands with nobody, as a column of its own: a process without an owner, a step that no person does, a
backup that is not named or not held.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
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
    def rests_on_one(self) -> bool:
        """By people: whether one person alone has it. Away for two weeks, and it stops."""
        return len(self.everybody) == 1

    @property
    def has_hole(self) -> bool:
        """Whether a part of it is nobody's."""
        return NOBODY in (self.owner, *self.doers, self.backup)


def columns(index: PlanIndex, by: By) -> tuple[Person | Role, ...]:
    """What the processes are held against; nobody comes after them."""
    return index.plan.people if by is By.PEOPLE else index.plan.roles


def hands(process: Process, index: PlanIndex, by: By) -> Hands:
    """Who has which part in `process`; without steps nothing is done."""
    return _hands(process, _column_of_role(index, by))


def all_hands(index: PlanIndex, by: By) -> tuple[Hands, ...]:
    """The same of each process, in the order of the plan; made anew only for those that have changed."""
    return index.look_at_each(_BY[by], index.plan.processes, _column_of_role(index, by))


def doers(process: Process, index: PlanIndex, by: By) -> tuple[str, ...]:
    """Who does each step of `process`: those that name no role are the owner's."""
    return _doers(process, _column_of_role(index, by))


def _column_of_role(index: PlanIndex, by: By) -> Mapping[str, str]:
    """In which column the parts of each role stand, by the role's id."""
    if by is By.PEOPLE:
        return index.look(_columns_by_people, index.role_ids, index.holder_of_role)
    return index.look(_columns_by_roles, index.role_ids)


def _columns_by_people(roles: frozenset[str], holders: Mapping[str, str]) -> dict[str, str]:
    return {role: holders.get(role, NOBODY) for role in roles}


def _columns_by_roles(roles: frozenset[str]) -> dict[str, str]:
    return {role: role for role in roles}


def _hands(process: Process, column_of: Mapping[str, str]) -> Hands:
    owner, backup = column_of.get(owner_id(process) or "", NOBODY), column_of.get(process.backup or "", NOBODY)
    return Hands(owner, tuple(dict.fromkeys(_doers(process, column_of))), backup)


def _doers(process: Process, column_of: Mapping[str, str]) -> tuple[str, ...]:
    owner = column_of.get(owner_id(process) or "", NOBODY)
    return tuple(column_of.get(step.role or "", owner) for step in process.steps)


# A look-up is kept under the function that made it, so each kind of column has one of its own.
_BY: dict[By, Callable[..., Hands]] = {by: partial(_hands) for by in By}
