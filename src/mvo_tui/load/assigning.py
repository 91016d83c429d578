"""Giving work to somebody else: edits of who owns, does and backs up a process, each one step to undo."""

from mvo_tui.plan.back_references import owner_id
from mvo_tui.plan.edits import Batch, Edit, SetField
from mvo_tui.plan.model import Item, Plan, Process
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_place, item_at, item_place


def own(plan: Plan, process: Process, role: str) -> Edit:
    """The role owns the process. Where it was the backup, the owner so far becomes the backup."""
    before = owner_id(process)
    label, swap = f"Give {called(process)} to {_named(plan, role)}", f"Swap owner and backup of {called(process)}"
    owning = SetField(_place(process, "owner"), role, label=label)
    if process.backup != role or before is None or before == role:
        return owning
    return Batch((owning, SetField(_place(process, "backup"), before)), label=swap)


def back_up(plan: Plan, process: Process, role: str) -> Edit:
    """The role backs the process up. Where it was the owner, the backup so far becomes the owner."""
    if owner_id(process) == role and process.backup and process.backup != role:
        return own(plan, process, process.backup)
    return SetField(_place(process, "backup"), role, label=f"Let {_named(plan, role)} back up {called(process)}")


def do(plan: Plan, process: Process, role: str) -> Edit:
    """The role does all steps. Steps of the owner name no role."""
    value = None if owner_id(process) == role else role
    return Batch(_steps(process, value), label=f"Let {_named(plan, role)} do {called(process)}")


def take_over(plan: Plan, process: Process, role: str) -> Edit:
    """The role owns the process and does all of its steps."""
    edits = (own(plan, process, role), *_steps(process, None))
    return Batch(edits, label=f"Let {_named(plan, role)} take over {called(process)}")


def take_out(process: Process, roles: frozenset[str], name: str) -> Edit:
    """None of `roles` has a part in the process any more; `name` is who is taken out. An owner's steps stay behind."""
    edits = [SetField(_place(process, "owner"), None)] if owner_id(process) in roles else []
    edits += [SetField(_place(process, "backup"), None)] if process.backup in roles else []
    for number, step in enumerate(process.steps, start=1):
        if step.role in roles:
            edits.append(SetField(f"{_place(process, 'steps')}.{number}.role", None))
    return Batch(tuple(edits), label=f"Take {name} out of {called(process)}")


def hand_role_to(plan: Plan, role: str, person: str) -> Edit:
    """The person holds the role, with all of its work."""
    label = f"Let {_name(plan, item_place('people', person))} hold {_name(plan, item_place('roles', role))}"
    return SetField(field_place(item_place("roles", role), "held_by"), person, label=label)


def _steps(process: Process, role: str | None) -> tuple[SetField, ...]:
    return tuple(
        SetField(f"{_place(process, 'steps')}.{number}.role", role) for number in range(1, len(process.steps) + 1)
    )


def _place(process: Process, field: str) -> str:
    return field_place(item_place("processes", process.id), field)


def _named(plan: Plan, role: str) -> str:
    return _name(plan, item_place("roles", role))


def _name(plan: Plan, place: str) -> str:
    item = item_at(plan, place)
    return called(item) if isinstance(item, Item) else place
