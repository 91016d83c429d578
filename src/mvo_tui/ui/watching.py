"""Notices when somebody else changes the file of the open plan, and brings both versions together.

Once a second it asks the system for the file's time, size and number, and reads it only where one of these is another.
What the file says is merged with the plan here: at once where the two go together, else by a screen on which the
founder decides. A file that has changed is given half a second to be whole, since many programs write piece by piece.

All that asks the disk of the plan runs in threads, which may hang with it; what they bring late is taken or, where the
plan here is in another file by then, dropped.
"""

import contextlib
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import declared_fields
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import counted
from mvo_tui.plan.places import field_place, item_at, item_of
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.open_elsewhere import OpenMark
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan
from mvo_tui.ui.asks_disks import WORDS_AFTER
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.reading_file import NOT_SEEN, Reading, Signature, signature_if_known, signature_of
from mvo_tui.ui.taking_in import FromFile, merge_with
from mvo_tui.ui.telling import Telling

if TYPE_CHECKING:
    from mvo_tui.ui.screens.merging import Decision

LOOK_EVERY = 1.0
"""Seconds between two looks at the file."""
LOOK_AGAIN = 0.2
"""Seconds between two looks whether the founder still types."""
SETTLES_IN = 0.5
"""Seconds that a file is given to be whole again."""

LABEL = "Take in what changed in the file"
_OPEN_ELSEWHERE = (
    "{name} is open in another mvo-tui as well. You can both go on: each takes in what the other one saves."
)
_UNREADABLE = (
    "{name} was changed by another program and can't be read now. It stays as it is, and your plan is safe here."
    " What was changed is taken in once it can be read. {why}"
)
_NO_ANSWER = (
    "The disk of {name} does not answer yet. What you type is kept; what was changed there comes in once it answers."
)
_TYPED_INTO_NOTHING = (
    'What you were typing in was deleted in the file. {undo} brings it back. You had typed, and not entered: "{typed}"'
)


class PlanWatch:
    """Watches the file of the plan that `keeper` holds, from now until `stop`."""

    def __init__(self, app: Telling, keeper: PlanKeeper) -> None:
        self._app, self._keeper = app, keeper
        self._path = keeper.opened.path
        self._seen = NOT_SEEN
        self._is_looking = False
        self._stopped = threading.Event()
        self._settling: tuple[Signature, ...] = ()
        """What was seen at the last look, where that was new; it is read once it has stayed so for a while."""
        self._reading: Reading | None = None
        self._is_save_waiting = False
        self._screen: Screen[Any] | None = None
        """What the founder is being asked about the file."""
        self._mark = self._marked()
        if self._mark is not None and self._mark.is_open_elsewhere:
            app.warn(_OPEN_ELSEWHERE.format(name=shown(self._path.name)))
        threading.Thread(target=self._wake, name="watch", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()
        self._unmark()

    def _marked(self) -> OpenMark | None:
        """Tell other programs that the plan is open here; one that is only looked at leaves no trace."""
        return OpenMark(self._keeper.opened.key) if self._keeper.is_remembered else None

    def _unmark(self) -> None:
        if self._mark is not None:
            self._mark.remove()

    def _wake(self) -> None:
        """Have a look whenever something is new; the app itself sleeps while nothing is."""
        while not self._stopped.wait(LOOK_EVERY):
            if self._seen == NOT_SEEN:
                self._seen = signature_if_known(self._keeper.opened)
            is_same_file = self._path == self._keeper.opened.path
            if not is_same_file or signature_of(self._path) != self._seen:
                with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                    self._app.call_later(self.look)

    def look(self) -> None:
        """Look at the file, in a thread: where its disk does not answer that waits, and the keys go on."""
        if self._is_looking or self._stopped.is_set() or self._keeper.is_writing:
            return
        if self._path != self._keeper.opened.path:  # a copy is open now
            self._path = self._keeper.opened.path
            self._unmark()
            self._mark = self._marked()
        self._is_looking = True
        threading.Thread(target=self._look_at, args=(self._path,), name="look", daemon=True).start()

    def _look_at(self, path: Path) -> None:
        signature = signature_of(path)
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self._app.call_later(self._looked, path, signature)

    def _looked(self, path: Path, signature: Signature) -> None:
        """Meet what somebody else has made of the file."""
        self._is_looking = False
        if self._stopped.is_set() or self._keeper.is_writing or path != self._keeper.opened.path:
            return
        if signature == self._seen:
            self._settling = ()
        elif self._settling == (signature,):
            self._seen, self._settling = signature, ()
            self._read()
        else:
            self._settling = (signature,)
            self._app.set_timer(SETTLES_IN, self.look)

    def meet(self, until: float) -> None:
        """A save has met a changed file and wrote nothing. The keys may wait `until` then for what is in it now."""
        self._is_save_waiting = True
        self._read()
        if self._reading is not None and self._reading.work.wait(until):
            self._was_read(self._reading)

    def _read(self) -> None:
        """Read the file, and merge, in a thread; one reading at a time."""
        if self._reading is None:
            opened, plan = self._keeper.opened, self._keeper.session.plan
            self._reading = Reading(opened, plan, lambda done: self._app.call_later(self._was_read, done))
            self._app.set_timer(WORDS_AFTER, partial(self._tell_waiting, self._reading))

    def _tell_waiting(self, reading: Reading) -> None:
        if self._reading is reading:
            sentence = _NO_ANSWER.format(name=shown(self._path.name))
            self._app.warn(sentence)
            if self._is_save_waiting:
                self._keeper.hold(sentence)

    def _was_read(self, reading: Reading) -> None:
        """Take what a reading brought, once; unless the plan is in another file, or is being written, by then."""
        if self._reading is not reading:
            return
        self._reading = None
        self._app.withdraw(_NO_ANSWER.format(name=shown(self._path.name)))
        is_save_waiting, self._is_save_waiting = self._is_save_waiting, False
        if self._stopped.is_set():
            return
        if self._keeper.is_writing or self._keeper.opened is not reading.opened:
            self._seen = NOT_SEEN  # the next look reads it again
            return
        try:
            self._seen, found = reading.work.outcome()
        except PlanError as error:
            self._meet_trouble(error, is_save_waiting)
        else:
            if found is not None and found.plan is not self._keeper.session.plan:  # edited while it was read
                found = merge_with(found.opened, reading.opened, self._keeper.session.plan)
            self._bring_together(found)

    def _meet_trouble(self, error: PlanError, is_save_waiting: bool) -> None:
        if isinstance(error, FileChanged):
            self._ask_about_file(is_gone=error.is_gone)
        elif is_save_waiting:
            self._ask_about_file(why=str(error))
        else:
            self._tell(error)

    def _tell(self, error: PlanError) -> None:
        """The file can't be read, and nothing has to be decided."""
        if self._keeper.opened.is_read_only:
            self._app.warn(str(error))
        else:
            sentence = _UNREADABLE.format(name=shown(self._path.name), why=error)
            self._app.warn(sentence)

    # Bringing both together

    def _bring_together(self, found: FromFile | None) -> None:
        self._close_screen()
        if found is None:  # it is the file that we know, after all
            self._keeper.go_on()
        elif self._keeper.opened.is_read_only:
            self._keeper.take_theirs(found.opened)
        elif found.merge.is_clean:
            self._take_in(found, found.merge.plan)
        else:
            self._ask_about_conflicts(found)

    def _take_in(self, found: FromFile, plan: Plan) -> None:
        keeper = self._keeper
        edits = diff(keeper.session.plan, plan)
        typed = self._typed_in_what_goes(plan)
        keeper.take_in(found.opened, Batch(edits, LABEL))
        if edits:
            changes = counted(len(edits), "change")
            keeper.say(f"Taken in from the file: {changes}. {spoken_key_of('undo')} takes that back.")
        if typed:
            from mvo_tui.exports.text.wrapping import visible

            self._app.warn(_TYPED_INTO_NOTHING.format(undo=spoken_key_of("undo"), typed=visible(typed)))

    def _typed_in_what_goes(self, after: Plan) -> str:
        """What stands in a field of the item that the founder looks at, where `after` does not have that item."""
        item = item_of(self._keeper.session.focus)
        table = item_at(self._keeper.session.plan, item) if item else None
        if table is None or item_at(after, item) is not None:
            return ""
        texts = (self._keeper.draft_at(field_place(item, field)) for field in declared_fields(type(table)))
        return next(filter(None, texts), "")

    def _ask_about_conflicts(self, found: FromFile) -> None:
        from mvo_tui.merging.choosing import chosen_plan
        from mvo_tui.ui.screens.merging import MergeScreen

        def decide(decision: "Decision | None") -> None:
            self._was_left(screen)
            if isinstance(decision, str):
                self._choose_whole(decision, found.opened)
            elif decision is not None and self._keeper.session.plan is not mine:
                self._read()  # undone, or a thought parked, meanwhile: that was no part of what was decided
            elif decision is not None:
                self._take_in(found, chosen_plan(found.merge, decision))

        mine = self._keeper.session.plan
        self._keeper.hold()
        screen = MergeScreen(self._path, found.merge)
        self._ask(screen, decide, mine)

    def _ask_about_file(self, *, is_gone: bool = False, why: str = "") -> None:
        """The file is gone or can't be read: what is to become of the plan here?"""
        from mvo_tui.ui.screens.conflict import WAIT, ConflictScreen

        def choose(choice: str | None) -> None:
            self._was_left(screen)
            if choice == WAIT:
                self._keeper.hold(why)
            elif choice is not None:
                self._choose_whole(choice, None)

        if self._screen is None:
            self._keeper.hold()
            screen = ConflictScreen(self._path, is_gone=is_gone, why=why)
            self._ask(screen, choose)

    def _ask(self, screen: Screen[Any], answer: Callable[[Any], None], about: Plan | None = None) -> None:
        """Show `screen`, which is `about` the plan as it is now, once nobody is in the middle of a word."""
        self._screen = screen
        self._show_at_rest(screen, answer, about)

    def _show_at_rest(self, screen: Screen[Any], answer: Callable[[Any], None], about: Plan | None) -> None:
        if self._screen is not screen or self._stopped.is_set():  # it is no question any more
            return
        if not self._app.is_at_rest:
            self._app.set_timer(LOOK_AGAIN, partial(self._show_at_rest, screen, answer, about))
        elif about is not None and about is not self._keeper.session.plan:
            self._screen = None
            self._read()  # the plan has moved on while a word was typed
        else:
            self._app.push_screen(screen, answer)

    def _choose_whole(self, choice: str, theirs: OpenedPlan | None) -> None:
        if choice == "mine":
            self._keeper.keep_mine()
        elif choice == "copy":
            self._keeper.save_copy()
        elif theirs is not None:
            self._keeper.take_theirs(theirs)

    def _was_left(self, screen: Screen[Any]) -> None:
        """Called a moment later, when there may be another screen already."""
        if self._screen is screen:
            self._screen = None

    def _close_screen(self) -> None:
        """The file has changed again: what the founder is asked about it no longer holds."""
        screen, self._screen = self._screen, None
        if screen is not None and screen.is_current:
            screen.dismiss(None)
