"""The session and its file: each change is shown at once, journalled before that, and saved soon after.

Saving runs in a thread, one save at a time, a second after an edit; `save_now` saves at once, and waits for the disk no
longer than a moment.
"""

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.session.session import Session
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, save_plan
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.disk_work import PATIENCE, in_a_moment, in_a_while
from mvo_tui.ui.done_later import AfterTheLast
from mvo_tui.ui.journalling import Journalling
from mvo_tui.ui.saving import Saving
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.taking_in import save_with_theirs
from mvo_tui.ui.telling import Telling

SAVE_AFTER = 1.0
"""Seconds between an edit and its save."""
_STALLED = (
    "The disk of {name} does not answer, so it is not known whether the last changes are saved. What you typed is still"
    " here. Save a copy elsewhere: {save}."
)
_NEWER = "This plan is open for reading only: it was written by a newer mvo-tui."
_AS_ASKED = "This plan is open for reading only, as --read-only says."
_NO_TIME = "The time was too short to save {name}."


class FileKeeping:
    """A session that is kept in a file.

    Args:
        is_copy: what is open is a copy to look around in, of which nothing is remembered.
        is_for_looking: the founder wants to change nothing; nothing is remembered then either.

    Attributes:
        is_remembered: whether anything about the plan is kept for the next start.
        why_read_only: why nothing can be changed, in a sentence; "" where it can.
        on_conflict: called when the file was changed by somebody else, and with how long the keys may wait for what
            is in it now; nothing has been written then.
        trouble: why the last save failed, "" where it did not.
        unsaid: what there is to tell about a save that the end of the program left no screen for.
    """

    def __init__(
        self,
        app: Telling,
        opened: OpenedPlan,
        on_conflict: Callable[[float], None],
        *,
        is_copy: bool = False,
        is_for_looking: bool = False,
    ) -> None:
        self._app = app
        self.is_remembered = not (is_copy or is_for_looking)
        self.why_read_only = _AS_ASKED if is_for_looking else _NEWER if opened.is_read_only else ""
        self.opened = opened
        self.session = Session.start(opened.plan)
        self.journalling = Journalling(app, opened, app.warn, is_kept=self.is_remembered and not opened.is_read_only)
        self.on_conflict = on_conflict
        self._saving: Saving | None = None
        self._save_soon = AfterTheLast(app, SAVE_AFTER, self._save_in_background).ask
        self._is_in_conflict = False
        self.trouble = ""
        self.unsaid: list[str] = []
        self._saved_at: datetime | None = None

    def say(self, sentence: str) -> None:
        """Tell what was done, or why nothing was."""
        self._app.say(sentence)

    @property
    def is_read_only(self) -> bool:
        return bool(self.why_read_only)

    @property
    def is_judged(self) -> bool:
        return not self.opened.is_read_only

    @property
    def is_safe(self) -> bool:
        """Whether the file has the plan, and no save is under way that could still make it another one."""
        return self.session.is_saved and self._saving is None

    @property
    def status(self) -> str:
        """Whether the plan is saved, in a few words."""
        if self.is_read_only:
            return "Read only"
        if self.trouble:
            return "NOT SAVED"
        if not self.is_safe:
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

    def _save_in_background(self) -> None:
        if self._is_in_conflict:
            return
        if self._saving is not None:
            self._save_soon()
        elif not self.session.is_saved:
            self._start_saving(save_plan)
            self._app.set_timer(PATIENCE, partial(self._tell_if_stalled, self._saving))

    def _start_saving(self, write: Callable[[OpenedPlan, Plan], OpenedPlan]) -> None:
        opened, plan = self.opened, self.session.plan

        def save() -> OpenedPlan:
            saved = write(opened, plan)
            if self._saving is saving:  # it was not given up
                self.journalling.journal.saved(saved, plan)
            return saved

        saving = self._saving = Saving(plan, save, lambda done: self._app.call_later(self._finish, done))
        saving.start()

    def _tell_if_stalled(self, saving: Saving | None) -> None:
        if saving is not None and saving is self._saving and not saving.wait(0.0):
            self._tell_stalled()

    def save_now(self) -> None:
        """Write the plan and wait for the disk, but never longer than a while."""
        until = in_a_while()
        self._save_once(until)
        if not (self.session.is_saved or self._is_in_conflict or self.trouble):  # the file's changes were taken in
            self._save_once(max(until, in_a_moment()))

    def _save_once(self, until: float) -> None:
        if self._settled(until) and (not self.session.is_saved or self.opened.is_new):
            self._start_saving(save_plan)
            self._settled(until)

    def _settled(self, until: float) -> bool:
        """Whether the save under way, if there is one, has come to an end; its outcome is told then."""
        saving = self._saving
        if saving is None:
            return True
        if saving.wait(until):
            self._finish(saving, until)
            return True
        self._tell_stalled()
        return False

    def _finish(self, saving: Saving, until: float | None = None) -> None:
        """Take over what a save has led to, once; one that was given up changes nothing any more."""
        if saving is not self._saving:
            return
        error = self._take(saving)
        while self.unsaid:
            self._app.warn(self.unsaid.pop(0))
        if error is None:
            self._now_saved()
        elif isinstance(error, FileChanged):
            self._is_in_conflict = True
            self.on_conflict(until or in_a_moment())
        else:
            self._tell_trouble(str(error))
        self.show()

    def _take(self, saving: Saving) -> PlanError | None:
        self._saving = None
        if isinstance(saving.outcome, PlanError):
            return saving.outcome
        if saving.outcome is not None:
            self.unsaid += [notice for notice in saving.outcome.notices if notice not in self.opened.notices]
            self.opened = saving.outcome
            self.session = self.session.with_saved(saving.plan)
        return None

    def _tell_stalled(self) -> None:
        self._tell_trouble(_STALLED.format(name=self.opened.path.name, save=spoken_key_of("save")))

    def _tell_trouble(self, sentence: str) -> None:
        if sentence != self.trouble:
            self._app.warn(sentence, is_error=True)
        self.trouble = sentence
        self.show()

    def _no_trouble(self) -> None:
        """What hindered the saving is over."""
        self._app.withdraw(self.trouble)
        self._is_in_conflict, self.trouble = False, ""

    def _now_saved(self) -> None:
        self._saved_at = datetime.now()
        self._no_trouble()
        if not self.session.is_saved:
            self._save_soon()

    def save_at_the_end(self, until: float) -> None:
        """Write what the file lacks with no event loop to rely on, waiting for disks `until` then."""
        self._end_of(self._saving, until)
        if self._saving is None and not self.session.is_saved and not self.is_read_only:
            if time.monotonic() < until:
                self._start_saving(save_with_theirs)
                self._end_of(self._saving, until)
            elif not self.trouble:
                self.trouble = _NO_TIME.format(name=self.opened.path.name)

    def _end_of(self, saving: Saving | None, until: float) -> None:
        if saving is None:
            return
        if not saving.wait(until):
            self.trouble = _STALLED.format(name=self.opened.path.name, save=spoken_key_of("save"))
        elif error := self._take(saving):
            self.trouble = str(error)
