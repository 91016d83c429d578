"""A save under way, in a thread of its own: a dead network drive holds the thread, never the keys or the leaving."""

import contextlib
import threading
from collections.abc import Callable

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.fault_log import write_fault
from mvo_tui.storage.plan_file import OpenedPlan

PATIENCE = 2.0
"""Seconds that the founder waits for a disk; less than `signals.DEADLINE`."""


class Saving:
    """One save of one plan.

    Attributes:
        plan: what is being written.
        outcome: the plan as saved, or why it was not; None while it is under way.
        is_overdue: whether somebody has waited for it in vain.
    """

    def __init__(self, plan: Plan, write: Callable[[], OpenedPlan], tell: Callable[["Saving"], object]) -> None:
        self.plan = plan
        self.outcome: OpenedPlan | PlanError | None = None
        self.is_overdue = False
        self._write, self._tell = write, tell
        # A daemon: the end of the program does not wait for it.
        self._thread = threading.Thread(target=self._run, name="save", daemon=True)

    def start(self) -> "Saving":
        """Begin. `tell` is called from the thread at the end, however that is."""
        self._thread.start()
        return self

    def wait(self) -> bool:
        """Whether it came to an end. Waits for a moment, and only once where the disk does not answer."""
        self._thread.join(0 if self.is_overdue else PATIENCE)
        self.is_overdue = self.outcome is None
        return not self.is_overdue

    def _run(self) -> None:
        try:
            self.outcome = self._write()
        except PlanError as error:
            self.outcome = error
        except BaseException as error:
            self.outcome = _fault(error)
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self._tell(self)


def _fault(error: BaseException) -> PlanError:
    try:
        details = f"The details are in {write_fault(error)}."
    except OSError:
        details = "There was no place to write the details to."
    return PlanError(
        f"The plan could not be saved: a fault of the program. The file is as it was, and what you typed is still here."
        f" {details}"
    )
