"""What rules ask of a field that names the one role that answers for something. Source: plan format, law 3."""

from collections.abc import Callable
from functools import partial

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Problem, unanswered, wrong

READS = ("role_ids", "people")
"""What `problem_with_owner` reads."""


def problem_with_owner(place: str, name: str, owner: str | None, index: PlanIndex) -> Problem | None:
    """Why `owner`, the id in the field at `place`, is not a role that exists; `name` is whose owner it is."""
    if not owner:
        return unanswered(place, f"{name} has no owner")
    if owner.casefold() in NOBODY_IN_PARTICULAR:
        return wrong(place, f"{name} is owned by {quoted(owner)}, which is nobody")
    if owner in index.role_ids:
        return None
    person = index.person.get(owner)
    hint = f"{called(person)} is a person: choose the role." if person else did_you_mean(owner, index.role_ids)
    return wrong(place, f"{name} is owned by no role {quoted(owner)}", hint)


def somebody(ids: str) -> Callable[[PlanIndex], frozenset[str]]:
    """Of the ids in the look-up of that name, those that do name somebody in particular."""
    return lambda index: index.look(_DO_NAME[ids], index.part(ids))


def _without_nobody(ids: frozenset[str]) -> frozenset[str]:
    return ids - NOBODY_IN_PARTICULAR


# One function for each look-up, because what it makes is kept under it.
_DO_NAME = {"role_ids": partial(_without_nobody), "person_ids": partial(_without_nobody)}
