"""What one key changes comes with one frame, though each widget says for itself which of its lines differ."""

from typing import Any

from textual.app import App, ComposeResult

from mvo_tui.ui.widgets.text_line import TextLine
from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText
from tests.ui.host import until


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


async def test_lines_that_change_together_are_painted_together() -> None:
    app = Frames()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.frames.clear()
        app.first.show_text("Ready 89")
        app.second.show_text("Ready eighty-nine")
        await until(pilot, lambda: bool(app.frames))
        await pilot.pause()
        [frame] = app.frames
        assert "Ready 89" in frame
        assert "Ready eighty-nine" in frame


async def test_a_layout_asked_for_after_them_comes_with_the_same_frame() -> None:
    app = Frames()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.frames.clear()
        app.first.show_text("Ready 89")
        app.words.show((Passage("One"), Passage("Two"), Passage("Three")))
        await until(pilot, lambda: bool(app.frames))
        await pilot.pause()
        [frame] = app.frames
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
