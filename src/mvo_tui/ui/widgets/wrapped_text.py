"""Passages of plain text, wrapped and drawn by line; a passage may have a label in a column of its own.

It asks for a new layout only when the number of its lines changes, so that a changed word costs a line and no more.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive

from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.word_wrap import one_line, wrapped

_NARROW = 50  # cells below which labels stand in the text


class Passage(NamedTuple):
    """A text; `style` is "", "muted", "strong", "good" or "bad"; `most_lines`: cut behind so many, 0 for never."""

    text: str
    style: str = ""
    label: str = ""
    most_lines: int = 0


class WrappedLine(NamedTuple):
    """One line of a passage; `label` fills the column of the labels, where there is one."""

    label: str = ""
    text: str = ""
    style: str = ""


class _Wrapped(NamedTuple):
    """The passages as they stand at `width`, and how many lines each of them has."""

    width: int
    lines: list[WrappedLine]
    counts: tuple[int, ...]


class WrappedText(Painted[WrappedLine]):
    """Shows passages, one below the other.

    Args:
        label_width: cells of the column of the labels, 0 for none.
        least: lines that it takes even with less to say, so that nothing moves when it begins to speak.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "wrapped-text--label",
        *(f"wrapped-text--{name}" for name in ("muted", "strong", "good", "bad")),
    }
    DEFAULT_CSS = """
    WrappedText {
        height: auto; width: 1fr;
        & > .wrapped-text--label { color: $primary; }
        & > .wrapped-text--muted { color: $text-muted; }
        & > .wrapped-text--strong { text-style: bold; }
        & > .wrapped-text--good { color: $success; }
        & > .wrapped-text--bad { color: $error; text-style: bold; }
    }
    """

    # It does not scroll: a line more in it is one new layout of the screen, not two.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, *, label_width: int = 0, least: int = 0, id: str | None = None) -> None:
        super().__init__(id=id)
        self.disable_messages(events.Show, events.Hide, events.Resize)  # which nobody hears
        self._least = least
        self._label_width = label_width
        self._passages: tuple[Passage, ...] = ()
        self._wrapped: _Wrapped | None = None

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self._passages)

    def show(self, passages: Sequence[Passage]) -> None:
        """Show `passages`; those without text are left out."""
        kept = tuple(passage for passage in passages if passage.text)
        if kept == self._passages:
            return
        before = self._lines(self.size.width) if self.size.width else None
        self._passages, self._wrapped = kept, None
        after = self._lines(self.size.width)
        if before is None or max(len(before), self._least) != max(len(after), self._least):
            self.refresh(layout=True)
        else:
            self.repaint_lines([y for y in range(self.size.height) if _line(before, y) != _line(after, y)])

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(len(self._lines(width)), self._least)

    def lines_to_see(self, width: int, passages: int) -> int:
        """How many lines show all of the passages before number `passages`, and the first line of that one."""
        counts = self._wrapped_at(width).counts
        return sum(counts[: passages - 1]) + (len(counts) >= passages)

    def look_at(self, y: int) -> WrappedLine:
        return _line(self._lines(self.size.width), y)

    def paint(self, look: WrappedLine, width: int) -> Iterable[Segment]:
        plain = self.component_style("")
        label = [Segment(look.label, plain + self._style("label"))] if look.label else []
        return (*label, Segment(look.text, plain + self._style(look.style) if look.style else plain))

    def _style(self, name: str) -> Style:
        return self.component_style(f"wrapped-text--{name}")

    def _lines(self, width: int) -> list[WrappedLine]:
        """Label, text and style of each line at `width`."""
        return self._wrapped_at(width).lines

    def _wrapped_at(self, width: int) -> _Wrapped:
        if self._wrapped is None or self._wrapped.width != width:
            lines = [self._wrap(passage, max(width, 10)) for passage in self._passages]
            self._wrapped = _Wrapped(width, list(chain.from_iterable(lines)), tuple(map(len, lines)))
        return self._wrapped

    def _wrap(self, passage: Passage, width: int) -> list[WrappedLine]:
        column = self._label_width if width >= _NARROW else 0
        text = f"{passage.label}: {passage.text}" if passage.label and not column else passage.text
        lines = wrapped(text, max(width - column, 10), passage.most_lines)
        label = one_line(passage.label) if column else ""
        return [
            WrappedLine(f"{'' if number else label:<{column}}", line, passage.style)
            for number, line in enumerate(lines)
        ]


def _line(lines: list[WrappedLine], y: int) -> WrappedLine:
    return lines[y] if y < len(lines) else WrappedLine()
