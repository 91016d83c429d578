"""What one key changes comes with one frame, though each widget says for itself which of its lines differ.

But the new score of an answer has a frame of its own, before the question gives way.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.text_line import TextLine
from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText
from tests.ui.host import Host, type_text, until
from tests.ui.test_interview_story import LAUNDRY


class Frames(App[None]):
    """Keeps what is written to the terminal, frame by frame."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[str] = []
        self.first, self.second, self.words = TextLine(), TextLine(), WrappedText()

    def compose(self) -> ComposeResult:
        yield self.first
        yield self.words
        yield self.second

    def _display(self, screen: Any, renderable: Any) -> None:
        if hasattr(renderable, "render_segments"):
            self.frames.append(renderable.render_segments(self.console))
        super()._display(screen, renderable)


@asynccontextmanager
async def standing() -> AsyncIterator[tuple[Pilot[None], Frames]]:
    """The app once it stands, with no frame kept yet."""
    app = Frames()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.frames.clear()
        yield pilot, app


async def the_one_frame(pilot: Pilot[None], app: Frames) -> str:
    """All that is painted after a change, which comes at once."""
    await until(pilot, lambda: bool(app.frames))
    await pilot.pause()
    [frame] = app.frames
    return frame


async def test_lines_that_change_together_are_painted_together() -> None:
    async with standing() as (pilot, app):
        app.first.show_text("Ready 89")
        app.second.show_text("Ready eighty-nine")
        frame = await the_one_frame(pilot, app)
        assert "Ready 89" in frame
        assert "Ready eighty-nine" in frame


async def test_a_layout_asked_for_after_them_comes_with_the_same_frame() -> None:
    async with standing() as (pilot, app):
        app.first.show_text("Ready 89")
        app.words.show((Passage("One"), Passage("Two"), Passage("Three")))
        frame = await the_one_frame(pilot, app)
        assert "Ready 89" in frame
        assert "Three" in frame


async def test_a_line_that_is_not_shown_says_what_it_was_given_once_it_is() -> None:
    app = Frames()
    async with app.run_test() as pilot:
        app.first.display = False
        await pilot.pause()
        app.first.show_text("Ready 89")
        await pilot.pause()
        app.frames.clear()
        app.first.display = True
        await until(pilot, lambda: any("Ready 89" in frame for frame in app.frames))


async def test_a_line_that_is_taken_away_with_the_same_key_is_painted_no_more() -> None:
    app = Frames()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.first.show_text("Ready 89")
        app.first.remove()
        app.second.show_text("Ready 90")
        await until(pilot, lambda: any("Ready 90" in frame for frame in app.frames))
        await pilot.pause()
        assert not any("Ready 89" in frame for frame in app.frames)


TRIGGER = "processes.deliver.trigger"


def at_the_trigger(screen: Any) -> bool:
    """Whether the question for what starts the process stands there."""
    if isinstance(screen, WorkbenchScreen):
        return screen.is_asking
    asked = screen.query_one(QuestionPanel).asked
    return asked is not None and asked.place == TRIGGER


@pytest.mark.parametrize(
    "make",
    [lambda host: WorkbenchScreen(host, "processes.deliver"), lambda host: InterviewScreen(host, TRIGGER)],
    ids=["workbench", "interview"],
)
async def test_the_score_of_an_answer_comes_before_its_question_goes(
    make: Callable[[Host], PlanScreen], monkeypatch: pytest.MonkeyPatch
) -> None:
    host = Host(LAUNDRY, screen=make)
    frames: list[tuple[str, bool]] = []

    def keep(screen: Any, renderable: Any) -> None:
        if hasattr(renderable, "render_segments"):
            frames.append((renderable.render_segments(host.console), at_the_trigger(screen)))

    async with host.run_test(size=(120, 40)) as pilot:
        screen = host.screen
        if isinstance(screen, WorkbenchScreen):
            screen.go_to(TRIGGER, is_editing=True)
        await until(pilot, lambda: at_the_trigger(screen) and type(host.focused).__name__ == "TextField")
        await type_text(pilot, "A bag is full")
        await pilot.pause()
        monkeypatch.setattr(host, "_display", keep)
        await pilot.press("enter")
        await until(pilot, lambda: bool(frames) and not at_the_trigger(screen) and not frames[-1][1])
    ready = f"Ready {host.session.report.score:.0f}"
    (first, was_asking), *later = frames
    assert was_asking
    assert ready in first
    assert "of 100" in first
    assert any(not is_asking for _, is_asking in later)
