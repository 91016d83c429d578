"""A save under way: what it writes, and what came of it."""

from collections.abc import Callable

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.fault_log import write_fault
from mvo_tui.storage.plan_file import OpenedPlan
from mvo_tui.ui.disk_work import DiskWork


class Saving:
    """One save of one plan.

    Attributes:
        plan: what is being written.
        is_overdue: whether somebody has waited for it in vain.
    """

    def __init__(self, plan: Plan, write: Callable[[], OpenedPlan], tell: Callable[["Saving"], object]) -> None:
        self.plan = plan
        self.is_overdue = False
        self._outcome: OpenedPlan | PlanError | None = None
        self._work = DiskWork(write, lambda _: tell(self))

    def start(self) -> "Saving":
        """Begin. `tell` is called from the thread at the end, however that is."""
        self._work.start()
        return self

    def wait(self, until: float) -> bool:
        """Whether it came to an end. Waits `until` then, and only once where the disk does not answer."""
        self.is_overdue = not self._work.wait(0.0 if self.is_overdue else until)
        return not self.is_overdue

    @property
    def outcome(self) -> OpenedPlan | PlanError | None:
        """The plan as saved, or why it was not; None while it is under way."""
        if self._outcome is None and self._work.is_done:
            try:
                self._outcome = self._work.outcome()
            except PlanError as error:
                self._outcome = error
            except BaseException as error:
                self._outcome = _fault(error)
        return self._outcome


def _fault(error: BaseException) -> PlanError:
    try:
        details = f"The details are in {write_fault(error)}."
    except OSError:
        details = "There was no place to write the details to."
    return PlanError(
        f"The plan could not be saved: a fault of the program. The file is as it was, and what you typed is still here."
        f" {details}"
    )
