"""A widget that paints itself by the line and keeps every line that it has painted, so that none is painted twice.

Textual builds each dirty line of a widget anew: content, padding, box, filters. Most lines that a key makes dirty were
on the screen before, one or three lines further down, and building them was most of what a key took. See
``docs/decisions/`` on drawing by line.
"""

import asyncio
from collections.abc import Hashable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any, Generic, Self, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

_MOST_KEPT = 1_000  # lines
AnyLook = TypeVar("AnyLook", bound=Hashable)


class Painted(Widget, Generic[AnyLook]):
    """Subclasses say what a line looks like (`look_at`) and paint a look (`paint`). It has padding, but no border.

    Where it is one of two bases it comes second: a widget inherits the style sheet of its first base alone.
    """

    def __init__(self, *children: Widget, **options: Any) -> None:
        super().__init__(*children, **options)
        self._kept: dict[tuple[AnyLook | None, int, int], Strip] = {}
        self._looked_up: dict[str, Style] = {}
        self._background_color: Color | None = None
        self._is_joining = False  # the next frame

    def look_at(self, y: int) -> AnyLook:
        """All that decides how the line `y` of the content is painted, but for its width and the colours."""
        raise NotImplementedError

    def paint(self, look: AnyLook, width: int) -> Iterable[Segment]:
        """The line that has this look; as wide as it likes, it is cut and filled up to `width`."""
        raise NotImplementedError

    # As Textual's, which searches the screen for the place of the widget to know its size.

    @property
    def size(self) -> Size:
        """Of the content, with the scrollbar."""
        return self._size - self.styles.gutter.totals

    @property
    def scrollable_size(self) -> Size:
        """Of the content without the scrollbar."""
        return self.size - Size(*self.scrollbars_space) if self.is_scrollable else self.size

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of `crop`, which is a region of the widget with its padding."""
        top, _, bottom, left = self.styles.padding
        width, height = self.outer_size
        content = self.scrollable_size.width
        strips = [
            self._strip(self.look_at(y - top) if top <= y < height - bottom else None, left, content, width)
            for y in crop.line_range
        ]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _strip(self, look: AnyLook | None, left: int, content: int, width: int) -> Strip:
        key = (look, content, width)
        strip = self._kept.get(key)
        if strip is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            strip = self._kept[key] = self._painted(look, left, content, width)
        return strip

    def _painted(self, look: AnyLook | None, left: int, content: int, width: int) -> Strip:
        """The line with its padding. Each Strip on the way costs as much as a segment or two, so there are few."""
        ground = self.component_style("")
        painted = () if look is None else tuple(self.paint(look, content))
        missing = content - cells_of(painted)
        segments = [
            Segment(" " * left, ground),
            *(painted if missing >= 0 else Strip(painted).crop(0, content)),
            Segment(" " * (max(missing, 0) + width - left - content), ground),
        ]
        line = joined(segment for segment in segments if segment.text)
        for line_filter in self.get_line_filters():
            line = line_filter.apply(line, self._background())
        return Strip(line, width)

    def _background(self) -> Color:
        if self._background_color is None:
            self._background_color = self.background_colors[1]
        return self._background_color

    def repaint_lines(self, changed: list[int]) -> None:
        """Have these lines of the content, in their order, painted with the next frame."""
        width = self.scrollable_size.width
        runs = [list(run) for _, run in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0])]
        if runs:
            self._repaint([Region(0, run[0][1], width, len(run)) for run in runs])

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's, without the messages by which each widget has the screen told of that, three a widget.

        The screen is told as late as by those: a layout that the same key asks for comes with the same frame.
        """
        if recompose or not (self._is_mounted and self.is_running and self.is_attached):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._layout_cache.clear()
        if layout:
            self._layout_updates += 1
            self._layout_required = True
        if repaint:
            self._set_dirty(*regions)
            self.clear_cached_dimensions()
        self._join_frame_soon()
        return self

    def _set_dirty(self, *regions: Region) -> None:
        """As Textual's, which clears its own caches of painted lines as well; none of them is in use here."""
        if regions:
            offset = self.styles.gutter.top_left
            self._repaint_regions.update(region.translate(offset) for region in regions)
        else:
            self._repaint_regions = {self._size.region} if self._size else set()

    def _repaint(self, regions: list[Region]) -> None:
        """Have no more than `regions` of the content painted anew."""
        if not self.is_running:
            self.refresh(*regions)
        elif self.display:
            self._set_dirty(*regions)
            self._join_frame_soon()

    @property
    def is_to_be_repainted(self) -> bool:
        """Whether lines of it wait for a frame."""
        return bool(self._repaint_regions)

    def _join_frame_soon(self) -> None:
        if not self._is_joining:
            self._is_joining = True
            asyncio.get_running_loop().call_soon(self._join_frame)

    def _join_frame(self) -> None:
        self._is_joining = False
        if not self.is_attached:
            return
        screen, is_to_be_repainted = self.screen, bool(self._repaint_regions) and self.display
        if is_to_be_repainted:
            screen._dirty_widgets.add(self)
        if self._layout_required:
            self._layout_required = False
            self._ask_for_layout(screen)
        elif not is_to_be_repainted:
            return
        screen.check_idle()

    def _ask_for_layout(self, screen: Screen[Any]) -> None:
        """Have all around this widget, as far as it depends on what is in it, laid out anew with the next frame."""
        inner: Widget = self
        for outer in self.ancestors:
            if not isinstance(outer, Widget):
                break
            outer._clear_arrangement_cache()
            outer._layout_updates += 1
            screen._layout_widgets.setdefault(outer, set()).add(inner)
            if not outer.styles.auto_dimensions:
                break
            inner = outer
        screen._layout_required = True

    def component_style(self, name: str) -> Style:
        """What the component class `name` adds to the ground; "" is the ground itself."""
        style = self._looked_up.get(name)
        if style is None:
            style = self._looked_up[name] = self._look_up(name)
        return style

    def _look_up(self, name: str) -> Style:
        # `get_component_rich_style` would first mix the colours of all that it stands in, to leave them out again.
        return self.get_component_styles(name).partial_rich_style if name else self.rich_style

    def notify_style_update(self) -> None:
        """The focus and the theme may change colours; what was painted stays good where they did not."""
        super().notify_style_update()
        self._background_color = None
        if any(self._look_up(name) != style for name, style in self._looked_up.items()):
            self._looked_up.clear()
            self._kept.clear()


def cells_of(segments: Iterable[Segment]) -> int:
    """How many cells a line of these takes."""
    return sum(cell_len(segment.text) for segment in segments)


def joined(segments: Iterable[Segment]) -> list[Segment]:
    """The same line in fewer pieces: a blank looks alike in every colour of text, so it goes with its neighbour.

    A terminal is told of each change of style in some forty bytes, more than most pieces are long.
    """
    found: list[Segment] = []
    for segment in segments:
        if found and _is_alike(found[-1], segment):
            text, style, _ = found.pop()
            segment = Segment(text + segment.text, segment.style if text.isspace() else style)  # noqa: PLW2901
        found.append(segment)
    return found


def _is_alike(one: Segment, other: Segment) -> bool:
    """Whether both could be drawn in the style of one of them, and look the same."""
    if one.style is other.style:
        return True
    is_blank = one.text.isspace() or other.text.isspace()
    return _blank_in(one.style) == _blank_in(other.style) if is_blank else one.style == other.style


@lru_cache(maxsize=1_000)
def _blank_in(style: Style | None) -> object:
    """All that can be seen of a blank."""
    if style is None:
        return None
    lines = (style.underline, style.reverse, style.strike)
    return style.bgcolor, lines, style.color if any(lines) else None, style.meta
