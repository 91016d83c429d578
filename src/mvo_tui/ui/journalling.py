"""When the journal is written: an edit before it is shown, a text in a field half a second after its first key.

Half a second later a thread waits until the disk has it, so that a power cut takes a second at the most.
"""

import contextlib
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual.app import App

from mvo_tui.plan.edits import Edit
from mvo_tui.plan.model import Plan
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import OpenedPlan
from mvo_tui.ui.disk_work import DiskWork
from mvo_tui.ui.done_later import AfterTheFirst

SOON = 0.5
"""Seconds from a key to the text of its field in the journal, and from there to the disk."""
_NOT_WRITTEN = (
    'What you do can\'t be kept against a crash: {why}. Only a save keeps it: look for "Saved" at the top right.'
)


@runtime_checkable
class HasField(Protocol):
    """A screen with a field of the plan that may be open."""

    @property
    def draft(self) -> tuple[str, str]:
        """What stands in it and is not entered: its place and the text; empty where nothing does."""


class Journalling:
    """The journal of the open plan, and its timers.

    Args:
        is_kept: False for a copy to look around in, of which nothing is kept.
        say: tells the founder, once, that the journal can't be written.
    """

    def __init__(self, app: App[None], opened: OpenedPlan, say: Callable[[str], None], *, is_kept: bool) -> None:
        self.journal = Journal(opened, is_kept=is_kept)
        self._app, self._say = app, say
        self._standing: dict[str, str] = {}  # texts in fields that the journal has not been given yet
        self._write_typed_soon = AfterTheFirst(app, SOON, self.write_typed).ask
        self._sync_soon = AfterTheFirst(app, SOON, self._sync).ask
        self._syncing: DiskWork[None] | None = None
        self._was_told = False

    def record(self, edit: Edit, after: Plan) -> None:
        """Keep `edit`, which led to the plan `after`, before this returns."""
        self.journal.record(edit, after)
        self._written()

    def keep_typed(self, place: str, text: str) -> None:
        """Keep what stands in the field at `place`: soon, or at once where that is nothing any more."""
        self._standing[place] = text
        if not text:
            self.write_typed()
        else:
            self._write_typed_soon()

    def typed_at(self, place: str) -> str:
        """What stands in the field at `place`; empty where nothing does."""
        return self._standing.get(place, self.journal.typed.get(place, ""))

    def write_typed(self) -> None:
        """Give the journal what stands in fields now."""
        standing, self._standing = self._standing, {}
        for place, text in standing.items():
            self.journal.type(place, text)
        self._written()

    def keep_standing(self) -> None:
        """Give the journal what stands in fields, with no event loop to rely on. Any thread may call this."""
        self.ask_open_fields()
        for place, text in dict(self._standing).items():
            self.journal.type(place, text)

    def ask_open_fields(self) -> None:
        """Ask the fields themselves for what stands there: the last keys may not have been told by message yet.

        Nothing is forgotten here: a field that is empty may have become so by an answer that is on its way. The end may
        come of a fault, so a screen that can't say what stands there keeps nobody from saving.
        """
        for screen in self._app.screen_stack:
            with contextlib.suppress(Exception):
                place, text = screen.draft if isinstance(screen, HasField) else ("", "")
                if text and text != self.typed_at(place):
                    self._standing[place] = text

    def prepare(self) -> None:
        """Make ready, in a thread, what the first edit would else wait for."""
        DiskWork(self.journal.prepare).start()

    def close(self) -> None:
        """The program is ending; there may be no event loop any more."""
        self.keep_standing()
        self.journal.close()

    def _written(self) -> None:
        self._sync_soon()
        if self.journal.trouble and not self._was_told:
            self._was_told = True
            self._say(_NOT_WRITTEN.format(why=self.journal.trouble))

    def _sync(self) -> None:
        if self._syncing is not None and not self._syncing.is_done:  # a disk that hangs holds one thread and no more
            self._sync_soon()
        else:
            self._syncing = DiskWork(self.journal.sync).start()
