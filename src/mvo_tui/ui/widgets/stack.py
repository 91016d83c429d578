"""One below the other: the layout of what is as wide as there is room, and as high as what it holds.

A question that takes the place of another has its screen laid out anew. Textual's vertical layout weighs fractions,
least and most widths and scrollbars for each child, and does so twice where one column stands in another, as an editor
does in its question; here heights are asked for and added up.
"""

from fractions import Fraction
from typing import ClassVar

from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class Stack(Layout):
    """Between two children is the larger of their margins.

    Their heights are lines, parts of the screen (cut to whole lines) or ``auto``, and so are the most that they may be;
    a least height is not known here.
    """

    name = "stack"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        parent.pre_layout(self)
        placements: list[WidgetPlacement] = []
        y = free = 0  # the lines below the last child that are its margin
        for child in children:
            margin = child.styles.margin
            y += max(free, margin.top)
            region = Region(margin.left, y, *_size_of(child, size, parent.app.viewport_size))
            placements.append(WidgetPlacement(region, NULL_OFFSET, margin, child))
            y, free = region.bottom, margin.bottom
        return placements

    def get_content_height(self, widget: Widget, container: Size, viewport: Size, width: int) -> int:
        y = free = 0
        for child in widget.displayed_children:
            margin = child.styles.margin
            y += max(free, margin.top) + _size_of(child, Size(width, container.height), viewport).height
            free = margin.bottom
        return y + free


def _size_of(child: Widget, container: Size, viewport: Size) -> Size:
    """The size of `child` with its padding and border, without its margin."""
    styles = child.styles
    around, margin, height, most = styles.gutter, styles.margin, styles.height, styles.max_height
    width = max(container.width - margin.width, 0)
    if height is None or height.is_auto:
        lines = child.get_content_height(container, viewport, max(width - around.width, 0)) + around.height
    else:
        lines = int(height.resolve(container, viewport, _NO_SHARE))
    if most is not None:
        lines = min(lines, int(most.resolve(container, viewport, _NO_SHARE)))
    return Size(width, max(lines, around.height))


_NO_SHARE = Fraction(0)


class Stacked(Widget):
    """Lays its children out in a stack."""

    _stack: ClassVar[Layout] = Stack()

    @property
    def layout(self) -> Layout:
        return self._stack
