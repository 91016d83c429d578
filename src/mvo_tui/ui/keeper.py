"""The keeper: what screens ask for a change, and what is remembered of the founder's way through the plan.

It holds the session, which nobody else assigns (`file_keeping`); what becomes of it where somebody else has changed the
file is told in `two_versions`.
"""

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.places import item_at, item_of
from mvo_tui.plan.repeating import Change
from mvo_tui.session.history import Step
from mvo_tui.session.session import Session
from mvo_tui.session.visited import Visited
from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.plan_file import OpenedPlan
from mvo_tui.ui.done_later import AfterTheLast
from mvo_tui.ui.journalling import SOON
from mvo_tui.ui.telling import Telling
from mvo_tui.ui.two_versions import TwoVersions

if TYPE_CHECKING:
    from mvo_tui.searching.search import Search


class PlanKeeper(TwoVersions):
    """One open plan. Its arguments are those of `FileKeeping`.

    Attributes:
        bookmark: where the founder stands, for the next start.
        visited: the places visited before and after this one.
        search: what was looked for last.
        taken_away: the places of what is away in the question what breaks without it.
        last_change: what was done last, to be repeated elsewhere.
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
        super().__init__(app, opened, on_conflict, is_copy=is_copy, is_for_looking=is_for_looking)
        self.bookmark = read_bookmark(opened.key) or Bookmark()
        self.visited = Visited()
        self.search: Search | None = None
        self.taken_away: frozenset[str] = frozenset()
        self.last_change: Change | None = None
        self._write_bookmark_soon = AfterTheLast(app, SOON, self.write_bookmark).ask

    # What screens ask for

    def edit(self, edit: Edit, focus: str = "") -> bool:
        """Apply `edit` and show the new session before this returns. False when it was refused."""
        if self.why_read_only:
            self._app.warn(f"{self.why_read_only} Nothing was changed.")
            return False
        try:
            session = self.session.apply(edit, time.monotonic())
        except PlanError as error:
            self._app.warn(str(error))
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
            self._write_bookmark_soon()

    def keep_draft(self, place: str, text: str) -> None:
        if text:
            self._mark(place)
        self.journalling.keep_typed(place, text)

    def draft_at(self, place: str) -> str:
        """What was typed in the field at `place` and not entered; empty where nothing was."""
        return self.journalling.typed_at(place)

    def today(self) -> date:
        return date.today()

    def enter(self, *, is_interview: bool, view: str = "") -> None:
        """Remember which screen the founder works in, for the next start."""
        self.bookmark = self.bookmark._replace(is_interview=is_interview, view=view or self.bookmark.view)

    def about_here(self) -> str | None:
        """COLLECTION.ID of the item that the founder looks at, for a parked thought; None where it is none."""
        item = item_of(self.session.focus)
        return item if "." in item and item_at(self.session.plan, item) is not None else None

    # What is kept for the next start

    def write_bookmark(self) -> None:
        """Write down where the founder stands."""
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
        super().save_at_the_end(until)
        self.journalling.close()
