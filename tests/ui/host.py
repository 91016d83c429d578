"""A small app around a screen or a widget: it holds a session as the real one does, without files."""

import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.widget import Widget

from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.plan.repeating import Change
from mvo_tui.searching.search import Search
from mvo_tui.session.session import Session
from mvo_tui.session.visited import Visited
from mvo_tui.storage.bookmarks import Bookmark
from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.commands import Where, bindings_of
from mvo_tui.ui.keys_in_turn import KeysInTurn
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.themes import DARK, LIGHT

TODAY = date(2026, 11, 9)
HOSTILE = "[x] [/] [@click=app.quit]x[/] $z {x}"
"""Text that would be markup, an action or a slot if anybody read it as such."""


class Host(KeysInTurn):
    """Holds a session. `widget` makes the one widget to try, `screen` the screen; else it is the interview."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.EVERYWHERE)
    CSS = MvoApp.CSS

    def __init__(
        self,
        plan: Plan = EMPTY,
        place: str = "",
        draft: str = "",
        widget: Callable[[], Widget] | None = None,
        screen: Callable[["Host"], PlanScreen] | None = None,
    ) -> None:
        super().__init__()
        self.session = Session.start(plan)
        self.visited = Visited()
        self.search: Search | None = None
        self.taken_away: frozenset[str] = frozenset()
        self.last_change: Change | None = None
        self.draft = (place, draft)  # the last that was kept
        self.kept_drafts = {place: draft}
        self.looked_at = ""
        self.said: list[str] = []
        self.bookmark = Bookmark()
        self.labels: list[str] = []
        self.workbench_place: str | None = None
        self._clock = 0.0
        self._widget, self._screen = widget, screen

    def compose(self) -> ComposeResult:
        if self._widget:
            yield self._widget()

    def on_mount(self) -> None:
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        self.theme = LIGHT.name
        if self._widget is None:
            self.push_screen(self._screen(self) if self._screen else InterviewScreen(self, self.draft[0]))

    @property
    def plan(self) -> Plan:
        return self.session.plan

    @property
    def shown(self) -> str:
        """What a person would see."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    # What a screen may ask

    @property
    def status(self) -> str:
        return "Saved 14:02"

    @property
    def is_read_only(self) -> bool:
        return False

    @property
    def is_judged(self) -> bool:
        return True

    def today(self) -> date:
        return TODAY

    def edit(self, edit: Edit, focus: str = "") -> bool:
        self._clock += 10  # every edit is a step of its own to undo
        try:
            session = self.session.apply(edit, self._clock)
            self.last_change = Change(edit, self.session.plan)
        except PlanError as error:
            self.said.append(str(error))
            return False
        self.labels.append(edit.label)
        self._assign(session.looking_at(focus) if focus else session)
        return True

    def remember(self, bookmark: Bookmark) -> None:
        self.bookmark = bookmark

    def look_at(self, place: str) -> None:
        self.looked_at = place
        self.session = self.session.looking_at(place)

    def draft_at(self, place: str) -> str:
        return self.kept_drafts.get(place, "")

    def keep_draft(self, place: str, text: str) -> None:
        self.draft = (place, text)
        self.kept_drafts[place] = text

    def action_undo(self) -> None:
        if not self._of_focused("undo_typing") and (found := self.session.undo()):
            self._assign(found[0])

    def action_redo(self) -> None:
        if not self._of_focused("redo_typing") and (found := self.session.redo()):
            self._assign(found[0])

    def _of_focused(self, method: str) -> bool:
        widget = self.focused
        while widget is not None and widget is not self.screen:
            if callable(take := getattr(widget, method, None)):
                return bool(take())
            widget = widget.parent if isinstance(widget.parent, Widget) else None
        return False

    def on_interview_screen_workbench_wanted(self, event: InterviewScreen.WorkbenchWanted) -> None:
        self.workbench_place = event.place

    def _assign(self, session: Session) -> None:
        self.session = session
        for screen in self.screen_stack:
            if isinstance(screen, PlanScreen):
                screen.show(session, self.status)


_KEYS = {" ": "space", "\n": "enter"}


async def type_text(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Type `text`, then press `keys`, one after the other."""
    await pilot.press(*(_KEYS.get(character, character) for character in text), *keys)


async def burst(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """All of `keys` at once, as after a stalled connection."""
    for key in keys:
        pilot.app.post_message(events.Key(_KEYS.get(key, key), key if len(key) == 1 and key != "\n" else None))
    await pilot.pause()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until `condition` holds; a test that waits in vain fails."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        await pilot.pause(0.01)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
