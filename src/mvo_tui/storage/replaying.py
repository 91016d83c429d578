"""From a journal to a plan: its edits replayed on what they start from, and what that means for the plan of now."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit, RemoveItem, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import find, follow
from mvo_tui.storage.journal_lines import Content
from mvo_tui.storage.left_behind import left_behind_of
from mvo_tui.storage.plan_file import OpenedPlan, reopened
from mvo_tui.storage.state_folder import key_of

LABEL = "Bring back what was not saved"


@dataclass(frozen=True, eq=False)
class Replayed:
    """What a journal holds.

    Attributes:
        opened: the plan that its edits start from, with its text, to be written as a new file.
        plan: the plan after them.
        is_whole: whether all of the journal could be read and replayed.
    """

    opened: OpenedPlan
    plan: Plan
    is_whole: bool

    @property
    def is_changed(self) -> bool:
        """Whether the edits come to anything; those that were undone do not."""
        return self.plan != self.opened.plan


def replay(content: Content, key: str | None = None) -> Replayed:
    """Apply the edits of `content`, as far as each follows from the one before.

    Where the `key` of the plan is given, no disk is asked.

    Raises:
        PlanError: what they start from is no plan, or of a format that this version can't write.
    """
    path = Path(content.header.plan)
    opened = reopened(path, key_of(path) if key is None else key, content.header.start)
    if opened.is_read_only:
        raise PlanError("The journal is of a plan of a newer format. Nothing was changed.")
    plan = opened.plan
    for edit in content.edits:
        try:
            plan = apply(plan, edit)
        except PlanError:
            return Replayed(opened, plan, is_whole=False)
    return Replayed(opened, plan, content.is_whole)


def brought_into(replayed: Replayed, plan: Plan) -> Edit | None:
    """The one edit that brings what the journal holds into `plan`, which may have moved on since.

    None where something in it was changed meanwhile that the journal changes as well.
    """
    before, here = replayed.opened.plan, plan
    edits = diff(before, replayed.plan)
    try:
        for edit in edits:
            if plan != replayed.opened.plan and not _fits(edit, before, here):
                return None
            before, here = apply(before, edit), apply(here, edit)
    except PlanError:
        return None
    return Batch(edits, label=LABEL)


def _fits(edit: Edit, before: Plan, here: Plan) -> bool:
    """Whether what `edit` overwrites or takes away is still what it was when the edit was made."""
    if not isinstance(edit, SetField | RemoveItem):
        return True
    was, now = (find(plan, edit.place) for plan in (before, here))
    if was is None or now is None:
        return False
    value = follow(here, now)
    return follow(before, was) == value or (isinstance(edit, SetField) and value == edit.value)


def has_unsaved(opened: OpenedPlan) -> bool:
    """Whether a program that ended too early left changes of `opened` that are not in it. Touches no journal."""
    found = False
    for journal in left_behind_of(opened.key):
        with contextlib.suppress(PlanError):
            replayed = replay(journal.content, opened.key)
            edit = brought_into(replayed, opened.plan)
            found = found or (replayed.is_changed and (edit is None or apply(opened.plan, edit) != opened.plan))
        journal.release()
    return found
