"""A list drawn line by line, with a cursor: quick with ten thousand lines, and only changed lines are painted again.

Why not a list of Textual's: see ``docs/decisions/`` on drawing by line.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mvo_tui.ui.widgets.jump_letters import JumpTarget, Letters, with_letters
from mvo_tui.ui.widgets.line_styles import LINE_CLASSES, line_css
from mvo_tui.ui.widgets.painted import Painted, cells_of
from mvo_tui.ui.widgets.quiet_focus import QuietFocus
from mvo_tui.ui.widgets.scroll_bar import SlimScrollBar
from mvo_tui.ui.widgets.word_wrap import one_line

Span = tuple[str, str]
"""A text and the name of its style: "", "muted", "strong", "head", "good", "warn", "bad", "mark"."""


class Line(NamedTuple):
    """One line: spans on the left, spans that are kept at the right edge, and whether the cursor may stand on it."""

    left: tuple[Span, ...]
    right: tuple[Span, ...] = ()
    is_choice: bool = True


BLANK = Line((), (), is_choice=False)
_MOST_REMEMBERED = 500  # lines, several screens


class Look(NamedTuple):
    """How a line looks: what it says, how strongly the cursor shows on it, and the letters that lead there."""

    line: Line
    light: str
    """The cursor's style: "", "cursor", or "cursor-blurred" while the keys go elsewhere."""
    letters: tuple[tuple[int, str], ...] = ()
    """Painted over it, each at its column."""


class LineList(ScrollView, Painted[Look], QuietFocus, can_focus=True):
    """Shows lines. Subclasses say what a line is: they set `lines` through `show_lines`, or override `line_at`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("home,g", "cursor_home", "Top", show=False),
        Binding("end,G", "cursor_end", "End", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(LINE_CLASSES)
    DEFAULT_CSS = (
        line_css("LineList")
        + """
    LineList {
        height: 1fr;
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 40%;
        scrollbar-color-hover: $primary;
        scrollbar-color-active: $primary;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        overflow-x: hidden;
    }
    """
    )

    jumping_chooses: ClassVar[bool] = False
    """Whether a letter does more than to bring the cursor to its line."""

    class Highlighted(Message):
        """The cursor stands on line `number`."""

        def __init__(self, line_list: "LineList", number: int) -> None:
            super().__init__()
            self.line_list, self.number = line_list, number

        @property
        def control(self) -> "LineList":
            return self.line_list

    class Chosen(Highlighted):
        """Enter on line `number`, or a click on the line that the cursor stood on."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[Line] = ()
        self._cursor = 0
        self.moved: Callable[[int], None] | None = None
        """Called with the line that the cursor has just come to, before its frame is painted; a message is late."""
        self._letters: Mapping[int, tuple[tuple[int, str], ...]] = {}  # by the line that they lead to
        self._looks: dict[int, Look] = {}  # of the lines that can be seen
        self._top = 0  # the first line that is painted
        self._measured: tuple[Size, Size] | None = None

    @property
    def count(self) -> int:
        return len(self.lines)

    @property
    def cursor(self) -> int:
        """The line that the cursor stands on."""
        return self._cursor

    @cursor.setter
    def cursor(self, number: int) -> None:
        if number != self._cursor:
            self._cursor = number
            self.keep_in_view(number)
            self._repaint_changed()

    @property
    def width(self) -> int:
        """The cells of a line: all but the scrollbar and the padding."""
        return self.scrollable_size.width

    def line_at(self, number: int) -> Line:
        return self.lines[number]

    def show_lines(self, lines: Sequence[Line], cursor: int | None = None) -> None:
        """Show `lines`; the cursor goes to line `cursor`, or stays where it is as far as it can."""
        self.lines = lines
        self.lines_changed(cursor)

    def lines_changed(self, cursor: int | None = None) -> None:
        """To be called when `count` or what `line_at` says has changed: paints the lines that differ."""
        self._fit_height()
        before, after = self.cursor, self._choice_near(self.cursor if cursor is None else cursor)
        self._cursor = after
        if after != before:
            self.keep_in_view(after)
        self._repaint_changed()

    def _repaint_changed(self) -> None:
        top, before = self.scroll_offset.y, self._looks
        self._looks = {number: self._look(number) for number in range(top, top + self.size.height)}
        self.repaint_lines([number - top for number, look in self._looks.items() if before.get(number) != look])

    def _fit_height(self) -> None:
        """Tell the scrolling how many lines there are; lay out anew only when the scrollbar comes or goes."""
        size = Size(0, self.count)
        if self.virtual_size == size:
            return
        height = self.scrollable_size.height
        if not height or (size.height > height) is not self.show_vertical_scrollbar:
            self.virtual_size = size
            return
        self.set_reactive(LineList.virtual_size, size)
        self._measured = (size, self.container_size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True, immediate=True)

    @property
    def vertical_scrollbar(self) -> SlimScrollBar:
        bar = self._vertical_scrollbar
        if not isinstance(bar, SlimScrollBar):
            self._vertical_scrollbar = bar = SlimScrollBar()
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def _scroll_update(self, virtual_size: Size) -> None:
        """Textual has the scrollbars painted anew after every layout of the screen; they change with these sizes."""
        measures = (virtual_size, self.container_size)
        if measures != self._measured:
            self._measured = measures
            super()._scroll_update(virtual_size)

    # Painting

    def _look(self, number: int) -> Look:
        line = self.line_at(number) if number < self.count else BLANK
        light = ("cursor" if self.has_focus else "cursor-blurred") if line.is_choice and self.is_lit(number) else ""
        return Look(line, light, self._letters.get(number, ()))

    def render_lines(self, crop: Region) -> list[Strip]:
        self._top = self.scroll_offset.y
        return super().render_lines(crop)

    def look_at(self, y: int) -> Look:
        number = y + self._top
        look = self._looks.get(number)
        if look is None:  # scrolled to, or the first time
            if len(self._looks) > _MOST_REMEMBERED:
                self._looks.clear()
            look = self._looks[number] = self._look(number)
        return look

    def is_lit(self, y: int) -> bool:
        """Whether line `y` is painted as the one that the cursor stands on."""
        return y == self.cursor

    def paint(self, look: Look, width: int) -> Iterable[Segment]:
        line, light, letters = look
        ground = self.component_style("")
        if light:
            ground += self._style(light)
        right = [self._segment(span, ground, light) for span in line.right]
        room = max(width - cells_of(right) - (1 if right else 0), 0)
        left = [self._segment(span, ground, light) for span in line.left]
        gap = room - cells_of(left)
        if gap < 0:
            cut = [*Strip(left).crop(0, room - 1), Segment("…", ground)] if room > 1 else left
            left, gap = [*Strip(cut).adjust_cell_length(room, ground)], 0
        segments = [*left, Segment(" " * (gap + (1 if right else 0)), ground), *right]
        return with_letters(Strip(segments), letters, ground + self._style("jump")) if letters else segments

    def _segment(self, span: Span, ground: Style, light: str) -> Segment:
        text, name = span
        return Segment(one_line(text), ground if light or not name else ground + self._style(name))

    def _style(self, name: str) -> Style:
        return self.component_style(f"line--{name}")

    # No style of a list depends on the focus but that of the line with the cursor, which `Look` tells.

    def watch_has_focus(self, _has_focus: bool) -> None:
        self._repaint_changed()

    # The cursor

    def _choice_near(self, number: int, step: int = 1) -> int:
        """The nearest line from `number` on, in the direction of `step` first, that the cursor may stand on."""
        number = max(0, min(number, self.count - 1))
        for direction in (step, -step):
            here = number
            while 0 <= here < self.count:
                if self.line_at(here).is_choice:
                    return here
                here += direction
        return 0

    def on_resize(self) -> None:
        """What one looks at stays in sight where an editor opens below the list."""
        self.keep_in_view(self.cursor)

    def keep_in_view(self, number: int) -> None:
        """Scroll, at once and no more than needed, so that line `number` can be seen."""
        top, height = self.scroll_offset.y, self.size.height
        if height and not top <= number < top + height:
            self.scroll_to_region(Region(0, number, 1, 1), animate=False, force=True, immediate=True)

    def _go(self, number: int, step: int = 1) -> None:
        target = self._choice_near(number, step)
        if target != self.cursor:
            self.cursor = target
            if self.moved is not None:
                self.moved(target)
            self.post_message(self.Highlighted(self, target))

    def action_cursor_up(self) -> None:
        self._go(self.cursor - 1, -1)

    def action_cursor_down(self) -> None:
        self._go(self.cursor + 1)

    def action_cursor_home(self) -> None:
        self._go(0)

    def action_cursor_end(self) -> None:
        self._go(self.count - 1, -1)

    def action_page_up(self) -> None:
        self._go(self.cursor - max(self.size.height - 1, 1), -1)

    def action_page_down(self) -> None:
        self._go(self.cursor + max(self.size.height - 1, 1))

    def action_choose(self) -> None:
        if self.count and self.line_at(self.cursor).is_choice:
            self.post_message(self.Chosen(self, self.cursor))

    # Letters that lead to lines

    def jump_targets(self) -> Sequence[JumpTarget]:
        """The lines in sight on which the cursor may stand."""
        top = self.scroll_offset.y
        in_sight = range(top, min(top + self.size.height, self.count))
        return [JumpTarget(0, n - top, partial(self.jump_to, n)) for n in in_sight if self.line_at(n).is_choice]

    def show_letters(self, letters: Letters) -> None:
        top, by_line = self.scroll_offset.y, dict[int, tuple[tuple[int, str], ...]]()
        for (x, y), text in sorted(letters.items()):
            by_line[y + top] = (*by_line.get(y + top, ()), (x, text))
        self._letters = by_line
        self._repaint_changed()

    def jump_to(self, number: int) -> None:
        """What the letter of line `number` does: the cursor goes there, and chooses it where the list is for that."""
        self._go(number)
        if self.jumping_chooses:
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y
        if number < self.count and self.line_at(number).is_choice:
            if number == self.cursor:
                self.action_choose()
            else:
                self._go(number)
