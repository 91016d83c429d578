"""What somebody else has made of the file, merged with the plan that is open here."""

from typing import TYPE_CHECKING, NamedTuple

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, open_if_changed, save_plan

if TYPE_CHECKING:
    from mvo_tui.merging.merge import Merge


class FromFile(NamedTuple):
    """The file as it is now, and the merge of what it says (theirs) with the plan here (mine, `plan`)."""

    opened: OpenedPlan
    plan: Plan
    merge: "Merge"


def merge_with_file(opened: OpenedPlan, plan: Plan) -> FromFile | None:
    """The merge, if the file is not the one that was `opened` or last saved; else None.

    Raises:
        FileChanged: the file is gone.
        PlanError: it can't be read, or was written by a newer program.
    """
    found = open_if_changed(opened)
    if found is None:
        return None
    if found.is_read_only:
        raise PlanError(found.notices[0])
    return merge_with(found, opened, plan)


def merge_with(found: OpenedPlan, opened: OpenedPlan, plan: Plan) -> FromFile:
    """The merge of what was `found` in the file with `plan`, which began as what was `opened`. Asks no disk."""
    from mvo_tui.merging.merge import merge  # not needed until somebody else has changed the file

    return FromFile(found, plan, merge(None if opened.is_new else opened.plan, plan, found.plan))


def save_with_theirs(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Save `plan`; where somebody else has changed the file, together with that if nothing conflicts.

    Raises:
        PlanError: as `save_plan`.
    """
    try:
        return save_plan(opened, plan)
    except FileChanged:
        found = _clean_merge(opened, plan)
        if found is None:
            raise
    return save_plan(found.opened, found.merge.plan)


def _clean_merge(opened: OpenedPlan, plan: Plan) -> FromFile | None:
    """The merge if it has no conflicts; None where it has, or where the file can't be read."""
    try:
        found = merge_with_file(opened, plan)
    except PlanError:
        return None
    return found if found and found.merge.is_clean else None
