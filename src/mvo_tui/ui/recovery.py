"""What journals of other processes hold is offered before the plan is shown: one after the other, the latest first.

Nothing is applied without a choice. A journal goes only after what it holds is on the disk elsewhere: in the plan's
file, in a copy, or, for what was typed and not entered, in the journal of this process.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from mvo_tui.exports.difference import differences, field_called
from mvo_tui.exports.text.wrapping import visible
from mvo_tui.interview.next_question import question_for
from mvo_tui.plan.edits import Edit, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.names import counted, in_a_line
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.left_behind import LeftBehind
from mvo_tui.storage.plan_file import Found, OpenedPlan, has_changed, look_up, open_found, save_copy
from mvo_tui.storage.replaying import Replayed, brought_into, replay
from mvo_tui.ui.asks_disks import AsksDisks
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.disk_work import DiskWork
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.screens.recovery import COPY, DISCARD, KEEP, LATER, Offer, RecoveryScreen, when

T = TypeVar("T")


class Recovery:
    """Deals with the journals of one plan.

    Args:
        left: the journals, the latest first, each locked; all are let go in the end.
        reopen: goes on with another file than the one that is open: the plan was gone and has been written anew.
        done: called when there is nothing more to decide.
    """

    def __init__(
        self,
        app: AsksDisks,
        keeper: PlanKeeper,
        left: list[LeftBehind],
        reopen: Callable[[OpenedPlan], None],
        done: Callable[[], None],
    ) -> None:
        self._app, self._keeper, self._left = app, keeper, left
        self._reopen, self._done = reopen, done
        self._offered_for = keeper.session.plan

    def go_on(self) -> None:
        """Offer the next journal that holds something which is neither in the file nor only typed."""
        while self._left:
            journal = self._left[0]
            try:
                replayed = replay(journal.content, self._keeper.opened.key)
            except PlanError:  # of a plan that this version can't read: not ours to touch
                self._left.pop(0).release()
                continue
            edit = brought_into(replayed, self._keeper.session.plan)
            if not replayed.is_changed or (edit and self._is_there(edit) and not self._is_gone(journal)):
                self._left.pop(0)
                self._take_typed(journal, replayed)
                continue
            self._offered_for = self._keeper.session.plan
            screen = RecoveryScreen(self._offer(journal, replayed, edit))
            self._app.push_screen(screen, partial(self._decided, replayed, edit))
            return
        self._done()

    def let_go(self) -> None:
        """The program ends before all was decided: the rest waits for the next start."""
        while self._left:
            self._left.pop().release()

    def _is_there(self, edit: Edit) -> bool:
        plan = self._keeper.session.plan
        return apply(plan, edit) == plan

    def _is_gone(self, journal: LeftBehind) -> bool:
        """Whether the plan was in a file once, and is in none now."""
        return self._keeper.opened.is_new and journal.content.header.fingerprint is not None

    # What is offered

    def _offer(self, journal: LeftBehind, replayed: Replayed, edit: Edit | None) -> Offer:
        content, here, is_gone = journal.content, self._keeper.session.plan, self._is_gone(journal)
        if is_gone or edit is None:
            before, after = replayed.opened.plan, replayed.plan
        else:
            before, after = here, apply(here, edit)
        changes = list(differences(before, after)) or ["~ the order of a list"]
        count = counted(len(changes), "change")
        typed = [f'  typed for {field_called(after, place)}: "{_line(text)}"' for place, text in content.typed.items()]
        were = "was" if len(changes) == 1 else "were"
        also = ", and a text was being typed" if typed else ""
        name = shown(self._keeper.opened.path.name)
        what = f"{name}: {count} from {when(content.at)} {were} not saved{also}."
        about_file = ""
        if is_gone:
            about_file = "The file itself is no longer there; the whole plan is here and can be written anew."
        elif edit is None:
            about_file = "The file has been changed since, where these changes are: only a copy can hold both."
        elif here != replayed.opened.plan:
            about_file = "The file has been changed since, and these changes still fit it."
        may_keep = (edit or is_gone) and not self._keeper.opened.is_read_only
        choices = (KEEP, COPY, DISCARD, LATER) if may_keep else (COPY, DISCARD, LATER)
        return Offer(what, about_file, [*changes, *typed], choices)

    # What was chosen

    def _decided(self, replayed: Replayed, edit: Edit | None, choice: str | None) -> None:
        if choice == KEEP:
            take = partial(self._keep_if_known, replayed, edit)
            self._ask_disk(partial(_looked_up_if_changed, self._keeper.opened), take)
        elif choice == COPY:
            self._ask_disk(partial(save_copy, replayed.opened, replayed.plan), partial(self._copied, replayed))
        elif choice == DISCARD:
            self._left.pop(0).discard()
            self.go_on()
        else:
            self._decide_later()

    def _ask_disk(self, do: Callable[[], T], take: Callable[[DiskWork[T]], object]) -> None:
        """What the disk does not answer is decided later."""
        self._app.ask_disk(self._keeper.opened.path.name, do, take, self._decide_later)

    def _decide_later(self) -> None:
        self._left.pop(0).release()
        self.go_on()

    def _keep_if_known(self, replayed: Replayed, edit: Edit | None, looked_up: DiskWork[Found | None]) -> None:
        journal = self._left[0]
        try:
            found = looked_up.outcome()
            if found is not None:
                self._look_again(open_found(found))
                return
        except PlanError as error:  # it is gone, or no plan any more
            self.let_go()
            self._app.warn(str(error))
            self._done()
            return
        if self._keeper.session.plan is not self._offered_for:
            self.go_on()  # changes of the file were taken in meanwhile: the founder has not seen what "keep" means now
        elif self._is_gone(journal):
            anew = partial(save_copy, replayed.opened, replayed.plan, self._keeper.opened.path)
            self._ask_disk(anew, partial(self._written_anew, replayed))
        elif edit is not None:
            self._keep(journal, replayed, edit)
            self._left.pop(0)
            self.go_on()

    def _look_again(self, opened: OpenedPlan) -> None:
        """The file was changed while the founder decided: what there is to decide may be another thing now."""
        self.let_go()
        self._keeper.journalling.close()
        self._reopen(opened)

    def _keep(self, journal: LeftBehind, replayed: Replayed, edit: Edit) -> None:
        keeper = self._keeper
        if not keeper.edit(edit):
            journal.release()
            return
        keeper.save_now()
        if keeper.session.is_saved:
            self._take_typed(journal, replayed)
            keeper.say(f"Kept, and saved. {spoken_key_of('undo')} takes it out again.")
        else:
            journal.release()

    def _copied(self, replayed: Replayed, saved: DiskWork[OpenedPlan]) -> None:
        copy = self._written(saved)
        if copy is None:
            self._decide_later()
            return
        journal = self._left.pop(0)
        other = Journal(copy)
        for place, text in journal.content.typed.items():
            other.type(place, text)
        other.close()
        if other.trouble or not replayed.is_whole:
            journal.discard()
        else:
            journal.remove()
        self._keeper.say(f"Saved as {shown(str(copy.path))}.")
        self.go_on()

    def _written_anew(self, replayed: Replayed, saved: DiskWork[OpenedPlan]) -> None:
        """The file was gone and is back: go on with it; the other journals are looked at again there."""
        written = self._written(saved)
        if written is None:
            self._decide_later()
            return
        self._keeper.journalling.journal.saved(written)
        self._take_typed(self._left.pop(0), replayed)
        self.let_go()
        self._keeper.journalling.close()
        self._reopen(written)

    def _written(self, saved: DiskWork[OpenedPlan]) -> OpenedPlan | None:
        try:
            return saved.outcome()
        except PlanError as error:
            self._app.warn(str(error), is_error=True)
            return None

    def _take_typed(self, journal: LeftBehind, replayed: Replayed) -> None:
        """Put back into their fields what stood there, and let the journal go once this process keeps it."""
        keeper, own = self._keeper, self._keeper.journalling.journal
        if keeper.is_read_only:  # this process keeps nothing
            journal.release()
            return
        is_safe, elsewhere = replayed.is_whole, []
        for place, text in journal.content.typed.items():
            if keeper.draft_at(place) in ("", text) and self._has_field(place):
                own.type(place, text)
                elsewhere += [place] if place != keeper.bookmark.place else []
            else:
                is_safe = False
                self._app.warn(f'Typed and not entered at the last end: "{_line(text)}"')
        if elsewhere:
            fields = ", ".join(field_called(keeper.session.plan, place) for place in elsewhere[:3])
            self._app.warn(f"Typed at the last end and not entered, still in its field: {visible(fields)}")
        own.sync()
        if is_safe and not own.trouble:
            journal.remove()
        else:
            journal.discard()

    def _has_field(self, place: str) -> bool:
        try:
            question_for(self._keeper.session.report.index, place)
        except PlanError:
            return False
        return True


def _looked_up_if_changed(opened: OpenedPlan) -> Found | None:
    return look_up(opened.path) if has_changed(opened) else None


def _line(text: str) -> str:
    """What a founder typed, short and in one line."""
    return visible(in_a_line(text))
