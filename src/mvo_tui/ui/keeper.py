"""The keeper: holds the session and is the only one that assigns it; saves it soon after every change.

Saving runs in a thread, one save at a time, a second after an edit; `save_now` and the end of the program save at once,
and wait for the disk no longer than a moment. Until then the journal has every edit before it is shown, and what stands
in a field within half a second.
"""

import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.timer import Timer

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import item_at, item_of
from mvo_tui.plan.repeating import Change
from mvo_tui.session.history import Step
from mvo_tui.session.session import Session
from mvo_tui.session.visited import Visited
from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, keep_mine, save_copy, save_plan
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.disk_work import PATIENCE, in_a_moment, in_a_while
from mvo_tui.ui.journalling import SOON, Journalling
from mvo_tui.ui.saving import Saving
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.taking_in import save_with_theirs

if TYPE_CHECKING:
    from mvo_tui.searching.search import Search

SAVE_AFTER = 1.0
"""Seconds between an edit and its save."""
_STALLED = (
    "The disk of {name} does not answer, so it is not known whether the last changes are saved. What you typed is still"
    " here. Save a copy elsewhere: {save}."
)
_NEWER = "This plan is open for reading only: it was written by a newer mvo-tui."
_AS_ASKED = "This plan is open for reading only, as --read-only says."
_NO_TIME = "The time was too short to save {name}."


class PlanKeeper:
    """One open plan.

    Args:
        is_copy: what is open is a copy to look around in, of which nothing is remembered.
        is_for_looking: the founder wants to change nothing; nothing is remembered then either.

    Attributes:
        is_remembered: whether anything about the plan is kept for the next start.
        why_read_only: why nothing can be changed, in a sentence; "" where it can.
        on_conflict: called when the file was changed by somebody else, and with how long the keys may wait for what
            is in it now; nothing has been written then.
        bookmark: where the founder stands, for the next start.
        visited: the places visited before and after this one.
        search: what was looked for last.
        taken_away: the places of what is away in the question what breaks without it.
        last_change: what was done last, to be repeated elsewhere.
        trouble: why the last save failed, "" where it did not.
        unsaid: what there is to tell about a save that the end of the program left no screen for.
    """

    def __init__(
        self,
        app: App[None],
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
        self.bookmark = read_bookmark(opened.key) or Bookmark()
        self.visited = Visited()
        self.search: Search | None = None
        self.taken_away: frozenset[str] = frozenset()
        self.last_change: Change | None = None
        self.journalling = Journalling(app, opened, self.say, is_kept=self.is_remembered and not opened.is_read_only)
        self.on_conflict = on_conflict
        self._saving: Saving | None = None
        self._save_timer: Timer | None = None
        self._bookmark_timer: Timer | None = None
        self._is_in_conflict = False
        self.trouble = ""
        self.unsaid: list[str] = []
        self._saved_at: datetime | None = None

    # What screens ask for

    def edit(self, edit: Edit, focus: str = "") -> bool:
        """Apply `edit` and show the new session before this returns. False when it was refused."""
        if self.why_read_only:
            self.say(f"{self.why_read_only} Nothing was changed.")
            return False
        try:
            session = self.session.apply(edit, time.monotonic())
        except PlanError as error:
            self.say(str(error))
            return False
        if session.plan is not self.session.plan:
            self.last_change = Change(edit, self.session.plan)
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
            self.remember(self.bookmark._replace(place=place))

    def remember(self, bookmark: Bookmark) -> None:
        """Put `bookmark` in the place of the one that was there, and soon on the disk."""
        if bookmark != self.bookmark:
            self.bookmark = bookmark
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

    def _save_soon(self) -> None:
        if self._save_timer is not None:
            self._save_timer.stop()
        self._save_timer = self._app.set_timer(SAVE_AFTER, self._save_in_background)

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
            self.say(self.unsaid.pop(0))
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
            self._app.notify(sentence, severity="error", timeout=20, markup=False)
        self.trouble = sentence
        self.show()

    def _now_saved(self) -> None:
        self.trouble, self._saved_at = "", datetime.now()
        self._is_in_conflict = False
        if not self.session.is_saved:
            self._save_soon()

    def write_bookmark(self) -> None:
        """Write down where the founder stands."""
        self._bookmark_timer = None
        if self.is_remembered:
            keep_bookmark(self.opened.key, self.bookmark)

    def write_down(self) -> None:
        """Keep, at once, all that is not in the plan: where the founder stands, and what stands in fields."""
        self.write_bookmark()
        self.journalling.ask_open_fields()
        self.journalling.write_typed()

    def save_at_the_end(self, until: float) -> None:
        """Write all there is with no event loop to rely on: the program is ending, and waits for disks `until` then.

        The journal comes first: it is what keeps the words where the time is too short for the file.
        """
        self.journalling.keep_standing()
        self.write_bookmark()
        self._end_of(self._saving, until)
        if self._saving is None and not self.session.is_saved and not self.is_read_only:
            if time.monotonic() < until:
                self._start_saving(save_with_theirs)
                self._end_of(self._saving, until)
            elif not self.trouble:
                self.trouble = _NO_TIME.format(name=self.opened.path.name)
        self.journalling.close()

    def _end_of(self, saving: Saving | None, until: float) -> None:
        if saving is None:
            return
        if not saving.wait(until):
            self.trouble = _STALLED.format(name=self.opened.path.name, save=spoken_key_of("save"))
        elif error := self._take(saving):
            self.trouble = str(error)

    def enter(self, *, is_interview: bool, view: str = "") -> None:
        """Remember which screen the founder works in, for the next start."""
        self.bookmark = self.bookmark._replace(is_interview=is_interview, view=view or self.bookmark.view)

    def about_here(self) -> str | None:
        """COLLECTION.ID of the item that the founder looks at, for a parked thought; None where it is none."""
        item = item_of(self.session.focus)
        return item if "." in item and item_at(self.session.plan, item) is not None else None

    # When the file was changed by somebody else

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
        self._resolve(keep_mine)

    def save_copy(self, path: Path | None = None) -> bool:
        """Go on with a copy, under a free name beside the file or at `path`. False when it could not be written."""
        return self._resolve(lambda opened, plan: save_copy(opened, plan, path))

    def take_theirs(self, opened: OpenedPlan) -> None:
        """Go on with the plan that the file has now; undo leads back to the one that was here."""
        self.opened, self._is_in_conflict = opened, False
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
