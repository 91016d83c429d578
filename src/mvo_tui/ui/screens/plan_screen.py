"""What the screens that work on a plan have in common: they are handed the session and show their slice of it."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, bindings_of


class PlanScreen(Screen[None]):
    """A screen on the plan that is being worked on. The app calls `show` in the handler of every change."""

    where: ClassVar[Where] = Where.WORKBENCH

    def show(self, session: Session, status: str) -> None:
        """Show `session`; `status` says whether it is saved ("Saved 14:02"). Called at once after every change."""
        raise NotImplementedError

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        bindings: list[BindingType] = [*cls.__dict__.get("BINDINGS", ()), *bindings_of(cls.where)]
        cls.BINDINGS = bindings
