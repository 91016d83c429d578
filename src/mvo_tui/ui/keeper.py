"""The keeper: holds the session and is the only one that assigns it; saves it soon after every change.

Saving runs in a worker thread, one at a time, a second after an edit; `save_now` and the end of the program save at
once. Until then the journal has every edit before it is shown, and what stands in a field within half a second.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from textual.app import App
from textual.timer import Timer

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import item_at, item_of
from mvo_tui.session.history import Step
from mvo_tui.session.session import Session
from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, keep_mine, save_copy, save_plan, take_theirs
from mvo_tui.ui.journalling import SOON, Journalling
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.taking_in import clean_merge

SAVE_AFTER = 1.0
"""Seconds between an edit and its save."""


class PlanKeeper:
    """One open plan.

    Args:
        is_copy: what is open is a copy to look around in, of which nothing is remembered.

    Attributes:
        on_conflict: called when the file was changed by somebody else; nothing has been written then.
        bookmark: where the founder stands, for the next start.
    """

    def __init__(
        self,
        app: App[None],
        opened: OpenedPlan,
        on_conflict: Callable[[FileChanged], None],
        *,
        is_copy: bool = False,
    ) -> None:
        self._app, self._is_copy = app, is_copy
        self.opened = opened
        self.session = Session.start(opened.plan)
        self.bookmark = read_bookmark(opened.path) or Bookmark()
        self.journalling = Journalling(app, opened, self.say, is_kept=not is_copy and not opened.is_read_only)
        self.on_conflict = on_conflict
        self._lock = threading.Lock()  # held while a file is written
        self._save_timer: Timer | None = None
        self._bookmark_timer: Timer | None = None
        self._is_saving = self._is_in_conflict = False
        self.trouble = ""
        self._saved_at: datetime | None = None

    # What screens ask for

    def edit(self, edit: Edit, focus: str = "") -> bool:
        """Apply `edit` and show the new session before this returns. False when it was refused."""
        if self.opened.is_read_only:
            self.say("This plan is open for reading only: it was written by a newer mvo-tui. Nothing was changed.")
            return False
        try:
            session = self.session.apply(edit, time.monotonic())
        except PlanError as error:
            self.say(str(error))
            return False
        self._assign(session.looking_at(focus) if focus else session, edit)
        return True

    def undo(self) -> Step | None:
        """Go one step back and show it; the step, or None where there is none."""
        return self._step(self.session.undo())

    def redo(self) -> Step | None:
        return self._step(self.session.redo())

    def _step(self, found: tuple[Session, Step] | None) -> Step | None:
        if found is None:
            return None
        self._assign(found[0])
        return found[1]

    def look_at(self, place: str) -> None:
        """Remember where the founder stands, for undo and for the next start."""
        self.session = self.session.looking_at(place)
        self._mark(place)

    def _mark(self, place: str) -> None:
        if place != self.bookmark.place:
            self.bookmark = replace(self.bookmark, place=place)
            if self._bookmark_timer is None:
                self._bookmark_timer = self._app.set_timer(SOON, self.write_bookmark)

    def keep_draft(self, place: str, text: str) -> None:
        if text:
            self._mark(place)
        self.journalling.keep_typed(place, text)

    def draft_at(self, place: str) -> str:
        """What was typed in the field at `place` and not entered; empty where nothing was."""
        return self.journalling.typed_at(place)

    def today(self) -> date:
        return date.today()

    def say(self, sentence: str) -> None:
        """Tell the founder something; plain text, never markup."""
        self._app.notify(sentence, markup=False)

    @property
    def is_read_only(self) -> bool:
        return self.opened.is_read_only

    @property
    def status(self) -> str:
        """Whether the plan is saved, in a few words."""
        if self.opened.is_read_only:
            return "Read only"
        if self.trouble:
            return "NOT SAVED"
        if not self.session.is_saved:
            return "Saving"
        return f"Saved {self._saved_at:%H:%M}" if self._saved_at else ("New" if self.opened.is_new else "Saved")

    # Showing and saving

    def _assign(self, session: Session, edit: Edit | None = None) -> None:
        """Journal what leads to `session` (`edit`, if that is one edit), then show it."""
        before, self.session = self.session.plan, session
        if session.plan is not before:
            self.journalling.record(edit or Batch(diff(before, session.plan)), session.plan)
        self.show()
        if not session.is_saved:
            self._save_soon()

    def show(self) -> None:
        """Hand the session to every screen that shows the plan, the one on top first."""
        for screen in reversed(self._app.screen_stack):
            if isinstance(screen, PlanScreen):
                screen.show(self.session, self.status)

    def _save_soon(self) -> None:
        if self._save_timer is not None:
            self._save_timer.stop()
        self._save_timer = self._app.set_timer(SAVE_AFTER, self._save_in_background)

    def _save_in_background(self) -> None:
        if self._is_in_conflict:
            return
        if self._is_saving:
            self._save_soon()
        elif not self.session.is_saved:
            self._is_saving = True
            self._app.run_worker(self._save_worker, thread=True, group="save", exit_on_error=False)

    def _save_worker(self) -> None:
        outcome = self._write(self.session.plan)
        self._app.call_from_thread(self._written, outcome)

    def save_now(self) -> None:
        """Write the plan before this returns."""
        if not self.session.is_saved or self.opened.is_new:
            self._written(self._write(self.session.plan))
        if not (self.session.is_saved or self._is_in_conflict or self.trouble):  # the file's changes were taken in
            self._written(self._write(self.session.plan))

    def _write(self, plan: Plan) -> tuple[Plan, PlanError | None]:
        """Safe in any thread."""
        with self._lock:
            try:
                self.opened = save_plan(self.opened, plan)
            except PlanError as error:
                return plan, error
            self.journalling.journal.saved(self.opened)
        return plan, None

    def _written(self, outcome: tuple[Plan, PlanError | None]) -> None:
        self._is_saving = False
        plan, error = outcome
        if error is None:
            self._now_saved(plan)
        elif isinstance(error, FileChanged):
            self._is_in_conflict = True
            self.on_conflict(error)
        else:
            if str(error) != self.trouble:
                self._app.notify(str(error), severity="error", timeout=20, markup=False)
            self.trouble = str(error)
        self.show()

    def _now_saved(self, plan: Plan) -> None:
        self.trouble, self._saved_at = "", datetime.now()
        self._is_in_conflict = False
        self.session = self.session.with_saved(plan)
        if not self.session.is_saved:
            self._save_soon()

    def write_bookmark(self) -> None:
        """Write down where the founder stands."""
        self._bookmark_timer = None
        if not self._is_copy:
            keep_bookmark(self.opened.path, self.bookmark)

    def save_at_the_end(self) -> None:
        """Write all there is with no event loop to rely on: the program is ending."""
        self.write_bookmark()
        if not self.session.is_saved and not self.opened.is_read_only:
            plan, error = self._write(self.session.plan)
            if isinstance(error, FileChanged) and (found := clean_merge(self.opened, plan)):
                self.opened = found.opened
                plan, error = self._write(found.merge.plan)
            if error is None:
                self.session = self.session.with_saved(plan)
            else:
                self.trouble = str(error)
        self.journalling.close()

    def enter(self, *, is_interview: bool) -> None:
        """Remember which screen the founder works in, for the next start."""
        self.bookmark = replace(self.bookmark, is_interview=is_interview)

    def about_here(self) -> str | None:
        """COLLECTION.ID of the item that the founder looks at, for a parked thought; None where it is none."""
        item = item_of(self.session.focus)
        return item if "." in item and item_at(self.session.plan, item) is not None else None

    # When the file was changed by somebody else

    @property
    def is_writing(self) -> bool:
        """Whether the file may change by our own hand at this moment."""
        return self._is_saving or self._lock.locked()

    def hold(self, trouble: str = "") -> None:
        """Save nothing until the founder has decided between two versions, or waits out what `trouble` tells."""
        self._is_in_conflict, self.trouble = True, trouble
        self.show()

    def go_on(self) -> None:
        """The file is the known one again: save as before."""
        if self._is_in_conflict:
            self._is_in_conflict, self.trouble = False, ""
            if not self.session.is_saved:
                self._save_soon()
            self.show()

    def take_in(self, opened: OpenedPlan, edit: Edit) -> None:
        """Go on from the file as it is now. `edit`, one step to undo, brings what it says into the plan."""
        self.opened, self._is_in_conflict, self.trouble = opened, False, ""
        session = self.session.apply(edit, time.monotonic())
        edits = diff(opened.plan, session.plan)
        self.journalling.journal.rebased(opened, Batch(edits) if edits else None, session.plan)
        self.session = session.with_saved(opened.plan if edits else session.plan)
        self.show()
        if edits:
            self._save_soon()

    def keep_mine(self) -> None:
        self._resolve(lambda: keep_mine(self.opened, self.session.plan))

    def save_copy(self, path: Path | None = None) -> None:
        self._resolve(lambda: save_copy(self.opened, self.session.plan, path))

    def take_theirs(self) -> None:
        """Go on with the plan on the disk; undo leads back to the one that was here."""
        try:
            opened = take_theirs(self.opened)
        except PlanError as error:
            self._refuse(error)
            return
        self.opened, self._is_in_conflict = opened, False
        self.journalling.journal.given_up(opened)
        self.session = self.session.replaced(opened.plan)
        self._now_saved(opened.plan)
        self.show()

    def _resolve(self, choice: Callable[[], OpenedPlan]) -> None:
        plan = self.session.plan
        try:
            self.opened = choice()
        except PlanError as error:
            self._refuse(error)
            return
        self.journalling.journal.saved(self.opened)
        self._now_saved(plan)
        self.show()

    def _refuse(self, error: PlanError) -> None:
        """What was chosen could not be done: say so, and stay unsaved until a save asks once more."""
        self.say(str(error))
        self.hold(str(error))
