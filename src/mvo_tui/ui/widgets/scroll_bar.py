"""The scrollbar of a list: whole cells, and only those painted again that changed.

Textual's own is painted from top to bottom whenever a line comes or goes, which took longer than the line.
"""

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from mvo_tui.ui.widgets.painted import Painted

_PRESSED = {"above": "scroll_up", "thumb": "grab", "below": "scroll_down"}


class Cell(NamedTuple):
    """A cell of the bar: "above" the thumb, the "thumb" or "below" it; `state`: "", "hover" or "active"."""

    part: str
    state: str


class SlimScrollBar(ScrollBar, Painted[Cell]):
    """A vertical scrollbar. What the mouse does with it is Textual's."""

    window_virtual_size: Reactive[int] = Reactive(100, repaint=False)
    window_size: Reactive[int] = Reactive(0, repaint=False)
    position: Reactive[float] = Reactive(0.0, repaint=False)
    mouse_over: Reactive[bool] = Reactive(False, repaint=False)
    grabbed: Reactive[Offset | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        super().__init__(vertical=True, name="vertical")

    def look_at(self, y: int) -> Cell:
        if y >= len(self._cells):
            self._cells = self._cells_of_now()
        return self._cells[y]

    def on_resize(self) -> None:
        self._cells = []

    def paint(self, look: Cell, width: int) -> Strip:
        style = self.component_style(f"{'thumb' if look.part == 'thumb' else 'track'} {look.state}")
        return Strip([Segment(" " * width, style + Style(meta={"@mouse.down": _PRESSED[look.part]}))])

    def _cells_of_now(self) -> list[Cell]:
        height, all_lines, seen = self.size.height, self.window_virtual_size, self.window_size
        state = "active" if self.grabbed else "hover" if self.mouse_over else ""
        if not height or seen >= all_lines:
            return [Cell("above", state)] * height
        thumb = max(1, round(height * seen / all_lines))
        start = round((height - thumb) * self.position / (all_lines - seen))
        start = max(0, min(start, height - thumb))
        above, below = [Cell("above", state)] * start, [Cell("below", state)] * (height - thumb - start)
        return above + [Cell("thumb", state)] * thumb + below

    def _look_up(self, name: str) -> Style:
        part, _, state = name.partition(" ")
        if part not in ("thumb", "track") or not isinstance(self.parent, Widget):
            return super()._look_up(name)
        suffix = f"_{state}" if state else ""
        styles = self.parent.styles
        under, _ = self.parent.background_colors
        track = under + getattr(styles, f"scrollbar_background{suffix}")
        color = track + getattr(styles, f"scrollbar_color{suffix}") if part == "thumb" else track
        return Style(bgcolor=color.rich_color)

    # Textual calls these when a measure has changed.

    def _show(self) -> None:
        before, self._cells = self._cells, self._cells_of_now()
        if len(before) == len(self._cells):
            self.repaint_lines([y for y, cell in enumerate(self._cells) if cell != before[y]])

    def watch_window_virtual_size(self) -> None:
        self._show()

    def watch_window_size(self) -> None:
        self._show()

    def watch_position(self) -> None:
        self._show()

    def watch_mouse_over(self) -> None:
        self._show()

    def watch_grabbed(self) -> None:
        self._show()
