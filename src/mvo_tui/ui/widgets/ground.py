"""What lies behind other widgets, a screen or a row of panes: its colour, and nothing else.

Textual asks for every line of all that a key has touched, covered or not; building these took a fifth of a first look.
"""

from typing import Any

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget):
    """Paints one line, and shows that. It has no text; a border is left to Textual."""

    def __init__(self, *children: Widget, **options: Any) -> None:
        super().__init__(*children, **options)
        self._blank: Strip | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.border:
            return super().render_lines(crop)
        if self._blank is None or self._blank.cell_length != crop.width:
            self._blank = Strip.blank(crop.width, self.rich_style)
            for line_filter in self.get_line_filters():
                self._blank = self._blank.apply_filter(line_filter, self.background_colors[1])
        return [self._blank] * crop.height

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._blank = None


class Row(Horizontal, Ground):
    """Widgets side by side."""


class Column(Vertical, Ground):
    """Widgets above each other."""
