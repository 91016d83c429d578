"""A founder at the keyboard: what the stories of the interface are told with.

Everything that a story waits for is a condition; nothing sleeps.
"""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from mvo_tui.plan.model import Plan
from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.settings import Settings

NAMED_KEYS = {" ": "space", ".": "full_stop", ",": "comma", "/": "slash", "?": "question_mark", ":": "colon"}
PATIENCE = 20.0
"""Seconds until a wait gives up. Long, because a busy machine is no fault of the program."""


class Founder:
    """Types, looks, and opens the file afterwards."""

    def __init__(self, app: MvoApp, pilot: Pilot[None], path: Path | None) -> None:
        self.app, self.pilot, self.path = app, pilot, path

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*(NAMED_KEYS.get(character, character) for character in text))
        await self.pilot.pause()

    async def wait_for(self, condition: Callable[[], object], what: str = "the condition") -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            await self.pilot.pause()
            if condition():
                return
            assert time.monotonic() < deadline, f"{what} never came true. The screen:\n{self.screen}"
            await self.pilot.pause(0.01)

    @property
    def screen(self) -> str:
        """What can be read on the screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def sees(self, *texts: str) -> bool:
        return all(text in self.screen for text in texts)

    @property
    def told(self) -> str:
        """What there is to read: the screen, and the notes, those that wait their turn among them."""
        notes = [note.sentence for note in self.app.notes]
        return "\n".join([self.screen, *notes, *(passing.message for passing in self.app._notifications)])

    @property
    def keeper(self) -> PlanKeeper:
        assert self.app.keeper is not None
        return self.app.keeper

    @property
    def workbench(self) -> WorkbenchScreen:
        assert isinstance(self.app.screen, WorkbenchScreen)
        return self.app.screen

    @property
    def plan(self) -> Plan:
        return self.keeper.session.plan

    async def save(self) -> str:
        """Press Ctrl+S and read the file."""
        await self.press("ctrl+s")
        await self.wait_for(lambda: self.keeper.session.is_saved, "saved")
        return self.keeper.opened.path.read_text(encoding="utf-8")


@asynccontextmanager
async def founder_at(
    path: Path | None,
    *,
    screen: str = "",
    size: tuple[int, int] = (120, 40),
    is_ascii: bool = False,
    settings: Settings = Settings(),  # noqa: B008 - a frozen value
    is_waiting: bool = False,
) -> AsyncIterator[Founder]:
    """The program, opened on `path` (None: the start screen), with a founder in front of it.

    `is_waiting`: for a disk, so that there is nothing to see yet.
    """
    app = MvoApp(path, screen=screen, is_ascii=is_ascii, settings=settings)
    async with app.run_test(size=size, notifications=True) as pilot:
        founder = Founder(app, pilot, path)
        if is_waiting:
            yield founder
            return
        await founder.wait_for(lambda: len(app.screen_stack) > 1, "the first screen")
        await founder.wait_for(lambda: app.focused or founder.sees("Please make the window"), "something to do")
        if isinstance(app.screen, WorkbenchScreen):
            await founder.wait_for(lambda: founder.workbench.has_editor, "the editor")
        yield founder
