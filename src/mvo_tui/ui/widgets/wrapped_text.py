"""Passages of plain text, wrapped and drawn by line; a passage may have a label in a column of its own.

It asks for a new layout only when the number of its lines changes, so that a changed word costs a line and no more.
"""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mvo_tui.ui.widgets.line_list import one_line

_NARROW = 50  # cells below which labels stand in the text


class Passage(NamedTuple):
    """A text; `style` is "", "muted", "strong", "good" or "bad"; `most_lines`: cut behind so many, 0 for never."""

    text: str
    style: str = ""
    label: str = ""
    most_lines: int = 0


class WrappedText(Widget):
    """Shows passages, one below the other. `label_width`: cells of the column of the labels, 0 for none."""

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

    def __init__(self, *, label_width: int = 0, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._label_width = label_width
        self._passages: tuple[Passage, ...] = ()
        self._wrapped: tuple[int, list[tuple[str, str, str]]] | None = None

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self._passages)

    def show(self, passages: Sequence[Passage]) -> None:
        """Show `passages`; those without text are left out."""
        kept = tuple(passage for passage in passages if passage.text)
        if kept == self._passages:
            return
        before = len(self._lines(self.size.width)) if self.size.width else -1
        self._passages, self._wrapped = kept, None
        self.refresh(layout=before != len(self._lines(self.size.width)))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        plain = self.rich_style
        lines = self._lines(self.size.width)
        if y >= len(lines):
            return Strip.blank(self.size.width, plain)
        label, text, style = lines[y]
        look = plain + self.get_component_rich_style(f"wrapped-text--{style}", partial=True) if style else plain
        segments = [Segment(text, look)]
        if label:
            segments.insert(
                0, Segment(label, plain + self.get_component_rich_style("wrapped-text--label", partial=True))
            )
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _lines(self, width: int) -> list[tuple[str, str, str]]:
        """Label, text and style of each line at `width`."""
        if self._wrapped is None or self._wrapped[0] != width:
            lines = [line for passage in self._passages for line in self._wrap(passage, max(width, 10))]
            self._wrapped = (width, lines)
        return self._wrapped[1]

    def _wrap(self, passage: Passage, width: int) -> list[tuple[str, str, str]]:
        column = self._label_width if width >= _NARROW else 0
        text = one_line(passage.text)
        if not column and passage.label:
            text = f"{passage.label}: {text}"
        lines = [part.plain.rstrip() for part in Content(text).wrap(max(width - column, 10))]
        if passage.most_lines and len(lines) > passage.most_lines:
            lines = lines[: passage.most_lines]
            lines[-1] = _shortened(lines[-1], width - column)
        label = one_line(passage.label) if column else ""
        return [(f"{'' if number else label:<{column}}", line, passage.style) for number, line in enumerate(lines)]


def _shortened(line: str, width: int) -> str:
    """`line` with a mark that there is more."""
    while line and cell_len(line) > width - 4:
        line = line[:-1]
    return f"{line} ..."
