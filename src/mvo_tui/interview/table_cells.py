"""What a cell of a pasted table answers: several links parted, a list one item a line, a person for his or her role."""

import re

from mvo_tui.interview.answers import Answer
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import called, in_a_line
from mvo_tui.plan.places import items_of

_PARTS = re.compile(r"[;,\n]")
_LINES = re.compile(r"[;\n]")
_SEVERAL = re.compile(r"[;\n/]|,\s")


def answer_of(plan: Plan, spec: FieldSpec, cell: str) -> Answer:
    """The cell as the answer to the question of its field.

    Raises:
        PlanError: it looks like several where one can stand.
    """
    if spec.kind is Kind.ITEMS:
        return _split(_LINES, cell)
    if spec.kind is Kind.WORDS:
        return _split(_PARTS, cell)
    if spec.kind is Kind.LINKS:
        return (cell,) if _is_called(plan, spec, cell) else _split(_PARTS, cell)
    return _one(plan, spec, " ".join(cell.split())) if spec.kind is Kind.LINK else cell


def _one(plan: Plan, spec: FieldSpec, name: str) -> str:
    """The one item that is meant; a person stands for the only role that he or she holds."""
    if _is_called(plan, spec, name):
        return name
    if spec.collection == "roles":
        person = next((other for other in plan.people if called(other).casefold() == name.casefold()), None)
        roles = [role.id for role in plan.roles if person is not None and role.held_by == person.id]
        if len(roles) == 1:
            return roles[0]
    if _SEVERAL.search(name):
        raise PlanError(f'"{in_a_line(name)}" looks like several; only one can stand here.', ExitCode.USAGE)
    return name


def _is_called(plan: Plan, spec: FieldSpec, name: str) -> bool:
    """Whether there is an item of that id or name."""
    wanted = name.casefold()
    return any(wanted in (item.id, called(item).casefold()) for item in items_of(plan, spec.collection))


def _split(mark: re.Pattern[str], cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in mark.split(cell) if part.strip())
