"""What somebody could do for a process instead of what they do now, each as an edit, and what it would change.

A person works through roles: to own a process is to hold the role that owns it. So each option names a role of theirs.
"""

from collections.abc import Iterator
from enum import StrEnum
from math import isclose
from typing import NamedTuple

from mvo_tui.load import assigning
from mvo_tui.load.at_demand import minutes_at
from mvo_tui.load.picture import Picture
from mvo_tui.load.weekly import ROUNDING
from mvo_tui.load.who_does_what import By, hands
from mvo_tui.plan.back_references import owner_id
from mvo_tui.plan.edits import Edit, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person, Process, Role
from mvo_tui.plan.names import called


class Kind(StrEnum):
    """What an option is about."""

    OWN = "own"
    BACK_UP = "back up"
    DO = "do"
    TAKE_OVER = "take over"
    TAKE_OUT = "take out"
    HAT = "hat"


class Option(NamedTuple):
    """One thing that may be chosen: its kind, how it reads, and the edit that it is."""

    kind: Kind
    text: str
    edit: Edit


class Effect(NamedTuple):
    """What an edit does to somebody's week: minutes before and after, None where unknown."""

    person: Person
    before: float | None
    after: float | None


def options(index: PlanIndex, process: Process, column: str, by: By) -> tuple[Option, ...]:
    """What the person or role could do for `process`, the likeliest first; nothing for nobody."""
    if by is By.ROLES:
        role = index.role.get(column)
        return tuple(_of_role(index, process, role, "")) if role else ()
    person = index.person.get(column)
    return tuple(_of_person(index, process, person)) if person else ()


def effects(now: Picture, edit: Edit) -> tuple[Effect, ...]:
    """Whose load the edit changes at the demand of the picture, in the plan's order."""
    index = now.index
    after = minutes_at(PlanIndex(apply(index.plan, edit), index), now.customers)
    found = (Effect(person, now.minutes[person.id], after.get(person.id)) for person in index.plan.people)
    return tuple(effect for effect in found if _differ(effect.before, effect.after))


def _differ(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return not isclose(before, after, abs_tol=ROUNDING)


def _of_person(index: PlanIndex, process: Process, person: Person) -> Iterator[Option]:
    held = index.roles_held.get(person.id, ())
    involved = {owner_id(process), process.backup, *(step.role for step in process.steps)}
    in_order = sorted(held, key=lambda role: role.id not in involved)
    for kind in (Kind.OWN, Kind.BACK_UP, Kind.DO, Kind.TAKE_OVER):
        for role in in_order:
            as_whom = f" as {called(role)}" if len(held) > 1 else ""
            yield from (option for option in _of_role(index, process, role, as_whom) if option.kind == kind)
    if any(hands(process, index, By.PEOPLE).parts_of(person.id)):
        edit = assigning.take_out(process, frozenset(role.id for role in held), called(person))
        yield Option(Kind.TAKE_OUT, "has no part in it any more", edit)
    owner = index.owner(process)
    if owner is not None and owner.held_by != person.id:
        holder = index.holder(owner.id)
        now = f"now {called(holder)}'s" if holder else "held by nobody now"
        text = f"takes the role {called(owner)} ({now}), with all its work"
        yield Option(Kind.HAT, text, assigning.hand_role_to(index.plan, owner.id, person.id))


def _of_role(index: PlanIndex, process: Process, role: Role, as_whom: str) -> Iterator[Option]:
    plan, owns = index.plan, owner_id(process) == role.id
    doers = hands(process, index, By.ROLES).doers
    if not owns:
        yield Option(Kind.OWN, f"owns it{as_whom}", assigning.own(plan, process, role.id))
    if process.backup != role.id and _may_back_up(index, process, role):
        yield Option(Kind.BACK_UP, f"backs it up{as_whom}", assigning.back_up(plan, process, role.id))
    if process.steps and doers != (role.id,):
        yield Option(Kind.DO, f"does all its steps{as_whom}", assigning.do(plan, process, role.id))
        if not owns:
            edit = assigning.take_over(plan, process, role.id)
            yield Option(Kind.TAKE_OVER, f"owns it and does it all{as_whom}", edit)
    if not as_whom and role.id in hands(process, index, By.ROLES).everybody:
        yield Option(Kind.TAKE_OUT, "has no part in it any more", _out(process, role))


def _out(process: Process, role: Role) -> Edit:
    return assigning.take_out(process, frozenset((role.id,)), called(role))


def _may_back_up(index: PlanIndex, process: Process, role: Role) -> bool:
    """A backup is another role than the owner's, held by another person; an owner may change places with the backup."""
    owner = owner_id(process)
    if owner == role.id:
        return bool(process.backup and process.backup in index.role)
    holder, other = index.holder(role.id), index.holder(owner)
    return holder is None or holder is not other
