"""A plan of which somebody else has changed the file: what can become of the two versions.

Who notices, merges and asks is `watching`; nothing is saved while the founder has not decided.
"""

import time
from collections.abc import Callable
from pathlib import Path

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit
from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import OpenedPlan, keep_mine, save_copy
from mvo_tui.ui.disk_work import in_a_moment, in_a_while
from mvo_tui.ui.file_keeping import FileKeeping


class TwoVersions(FileKeeping):
    """A session whose file may become another one."""

    @property
    def is_writing(self) -> bool:
        """Whether the file may change by our own hand at this moment."""
        return self._saving is not None

    def hold(self, trouble: str = "") -> None:
        """Save nothing until the founder has decided between two versions, or waits out what `trouble` tells."""
        self._is_in_conflict, self.trouble = True, trouble
        self.show()

    def go_on(self) -> None:
        """The file is the known one again: save as before."""
        if self._is_in_conflict:
            self._no_trouble()
            if not self.session.is_saved:
                self._save_soon()
            self.show()

    def take_in(self, opened: OpenedPlan, edit: Edit) -> None:
        """Go on from the file as it is now. `edit`, one step to undo, brings what it says into the plan."""
        self.opened = opened
        self._no_trouble()
        session = self.session.apply(edit, time.monotonic())
        edits = diff(opened.plan, session.plan)
        self.journalling.journal.rebased(opened, Batch(edits) if edits else None, session.plan)
        self.session = session.with_saved(opened.plan if edits else session.plan)
        self.show()
        if edits:
            self._save_soon()

    def keep_mine(self) -> None:
        self._resolve(keep_mine)

    def save_copy(self, path: Path | None = None) -> bool:
        """Go on with a copy, under a free name beside the file or at `path`. False when it could not be written."""
        return self._resolve(lambda opened, plan: save_copy(opened, plan, path))

    def take_theirs(self, opened: OpenedPlan) -> None:
        """Go on with the plan that the file has now; undo leads back to the one that was here."""
        self.opened = opened
        self.journalling.journal.given_up(opened)
        self.session = self.session.replaced(opened.plan)
        self._now_saved()
        self.show()

    def _resolve(self, write: Callable[[OpenedPlan, Plan], OpenedPlan]) -> bool:
        until = in_a_while()
        if self._saving is not None:
            self._saving.wait(until)  # whatever comes of it: this save takes its place
        self._start_saving(write)
        return self._settled(max(until, in_a_moment())) and self.is_safe
