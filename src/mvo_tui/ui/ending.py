"""How the program ends: what is not on the disk yet is written, and one sentence tells what is not safe.

However it ends: by the founder's wish, by a signal, by a fault. See ``docs/decisions/0012-journal.md``.
"""

import sys
from typing import TYPE_CHECKING

from mvo_tui.plan.errors import ExitCode
from mvo_tui.ui.asks_disks import AsksDisks
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.disk_work import in_a_while

if TYPE_CHECKING:
    from rich.console import RenderableType

    from mvo_tui.plan.model import Plan
    from mvo_tui.ui.keeper import PlanKeeper

_NOT_SAVED = "The plan could not be saved."


class Ending(AsksDisks, is_part=True):
    """An app that leaves nothing unsaved and no founder with a traceback.

    Attributes:
        keeper: who holds the plan; None while none is open.
        last_words: what is printed once the screen is given back.
    """

    def __init__(self, *, is_copy: bool = False) -> None:
        super().__init__()
        self.keeper: PlanKeeper | None = None
        self.last_words = ""
        self._is_copy = is_copy
        self._told_unsaved: Plan | None = None
        self._waits_until: float | None = None
        self._has_told_fault = False

    def action_leave(self) -> None:
        """Save and leave; stay when saving fails, unless asked twice."""
        keeper = self.keeper
        if keeper is None:
            self.exit()
            return
        keeper.save_now()
        if keeper.is_safe or keeper.is_read_only:
            self.save_at_the_end()
            self.exit()
        elif self._told_unsaved is keeper.session.plan:
            self.exit(return_code=int(ExitCode.FILE))
        else:
            self._told_unsaved = keeper.session.plan
            self.warn(
                f"{_what_failed(keeper)} {spoken_key_of('save')}: save a copy elsewhere."
                f" {spoken_key_of('leave')} again: leave without saving."
                f" {self._kept(keeper)}".rstrip(),
                is_error=True,
            )

    def action_how_to_leave(self) -> None:
        self.say(f"{spoken_key_of('leave')} {'saves and leaves' if self.keeper else 'leaves'}.")

    async def action_quit(self) -> None:
        self.action_leave()

    def _save_before_stop(self) -> None:
        if self.keeper is not None:
            self.keeper.save_now()
            self.keeper.write_down()

    def _keep_typed(self) -> str:
        """Called from a thread, when the end is near and the loop may be busy. What becomes of unsaved words."""
        if self.keeper is None:
            return ""
        self.keeper.journalling.keep_standing()
        return self._kept(self.keeper)

    def _end_by_signal(self, number: int, until: float) -> None:
        """End, and wait for disks no longer than `until`."""
        self._waits_until = until
        try:
            self.save_at_the_end()
        except Exception as error:
            self._tell_fault(error)
        self.exit(return_code=128 + number)

    def save_at_the_end(self) -> None:
        """Write what is not on the disk yet. Called when the program ends, however it ends, more than once at times.

        All these calls together wait for a disk no longer than one would.
        """
        keeper = self.keeper
        if keeper is None:
            return
        if self._waits_until is None:
            self._waits_until = in_a_while()
        keeper.save_at_the_end(self._waits_until)
        if not keeper.is_safe and not self.last_words:
            self.last_words = f"Not saved: {_what_failed(keeper)} {self._kept(keeper)}".rstrip()
        elif keeper.is_safe and not self._is_copy and keeper.unsaid:
            self.last_words = "\n".join([*filter(None, [self.last_words]), *keeper.unsaid])
            keeper.unsaid.clear()

    def _kept(self, keeper: "PlanKeeper") -> str:
        """What becomes of changes that could not be saved."""
        is_kept = not self._is_copy and not keeper.journalling.journal.trouble
        return "The next start offers what was not saved." if is_kept else ""

    def panic(self, *_renderables: "RenderableType") -> None:
        """What Textual calls where reading the keys fails. It would print a traceback with what was typed."""
        self._return_code = 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        """A fault of the program: one sentence for the founder, the traceback (no values) to a file."""
        error = self._exception or sys.exc_info()[1]
        try:
            self.save_at_the_end()
        except Exception as another:  # the first one is the one to look into
            error = error or another
        self._tell_fault(error)
        self._close_messages_no_wait()

    def _tell_fault(self, error: BaseException | None) -> None:
        """Tell the first fault. Those that follow while the program ends are most likely its consequences."""
        from mvo_tui.ui.fault import sentence_of

        if self._has_told_fault:
            return
        self._has_told_fault = True
        safe = "Your plan is saved."
        if self.keeper is not None and not self.keeper.is_safe:
            safe = f"The last changes are not saved. {self._kept(self.keeper)}".rstrip()
        self.last_words = sentence_of(error, safe)


def _what_failed(keeper: "PlanKeeper") -> str:
    """Why the plan is not saved: the first sentence, since the others are about what can be done while it is open."""
    what, dot, _ = (keeper.trouble or _NOT_SAVED).partition(". ")
    return f"{what}{dot.rstrip()}"
