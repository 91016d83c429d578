"""A small app around a screen or a widget: it holds a session as the real one does, without files."""

from collections.abc import Callable
from datetime import date

from textual.app import App, ComposeResult
from textual.widget import Widget

from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, bindings_of
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.themes import DARK, LIGHT

TODAY = date(2026, 11, 9)


class Host(App[None]):
    """Holds a session. `widget` makes the one widget to try, else the interview begins at `place`."""

    BINDINGS = bindings_of(Where.EVERYWHERE)
    CSS = "Screen { layout: vertical; background: $background; color: $foreground; }"

    def __init__(
        self, plan: Plan = EMPTY, place: str = "", draft: str = "", widget: Callable[[], Widget] | None = None
    ) -> None:
        super().__init__()
        self.session = Session.start(plan)
        self.draft = (place, draft)
        self.looked_at = ""
        self.said: list[str] = []
        self.clock = 0.0
        self._widget = widget
        self.workbench_place: str | None = None

    def compose(self) -> ComposeResult:
        if self._widget:
            yield self._widget()

    def on_mount(self) -> None:
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        self.theme = LIGHT.name
        if self._widget is None:
            self.push_screen(InterviewScreen(self, *self.draft))

    # What a screen may ask

    @property
    def status(self) -> str:
        return "Saved 14:02"

    def today(self) -> date:
        return TODAY

    def edit(self, edit: Edit, focus: str = "") -> bool:
        self.clock += 10  # every edit is a step of its own to undo
        try:
            session = self.session.apply(edit, self.clock)
        except PlanError as error:
            self.said.append(str(error))
            return False
        self._assign(session.looking_at(focus) if focus else session)
        return True

    def look_at(self, place: str) -> None:
        self.looked_at = place

    def keep_draft(self, place: str, text: str) -> None:
        self.draft = (place, text)

    def action_undo(self) -> None:
        widget = self.focused
        while widget is not None and widget is not self.screen:
            if callable(take := getattr(widget, "undo_typing", None)):
                if take():
                    return
                break
            widget = widget.parent if isinstance(widget.parent, Widget) else None
        if found := self.session.undo():
            self._assign(found[0])

    def on_interview_screen_workbench_wanted(self, event: InterviewScreen.WorkbenchWanted) -> None:
        self.workbench_place = event.place

    def _assign(self, session: Session) -> None:
        self.session = session
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.show(session, self.status)
