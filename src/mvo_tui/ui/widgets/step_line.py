"""The six steps in a line, the current one in brackets; a click asks to go to one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from mvo_tui.ui.widgets.painted import Painted

_GAPS = (3, 1, 0)  # cells between two steps, as there is room


class StepLine(Painted[int]):
    """Shows the titles of the steps and marks the one of number `show` was given, from 1."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"step-line--here"}
    DEFAULT_CSS = """
    StepLine { height: 1; background: $background; color: $text-muted; padding: 0 2; }
    StepLine > .step-line--here { color: $primary; text-style: bold; }
    """

    class Chosen(Message):
        """The founder wants to go to step `step`, from 1."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._step = 0

    def show(self, step: int) -> None:
        """Mark step `step`; 0 marks none."""
        if step != self._step:
            self._step = step
            self.repaint_lines([0])

    def look_at(self, y: int) -> int:
        return self._step

    def paint(self, look: int, width: int) -> Strip:
        plain = self.component_style("")
        marked = plain + self.component_style("step-line--here")
        return Strip([Segment(text, marked if number == look else plain) for number, text in self._texts()])

    def _texts(self) -> list[tuple[int, str]]:
        """Each title with its number; brackets stand in the gaps, so that nothing moves."""
        least = sum(cell_len(title) + 2 for title in self._titles)
        gap = " " * next((gap for gap in _GAPS if least + gap * len(self._titles) <= self.size.width), 0)
        texts = []
        for number, title in enumerate(self._titles, start=1):
            left, right = ("[", "]") if number == self._step else (" ", " ")
            texts.append((number, f"{left}{title}{right}{gap}"))
        return texts

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset_capture(self).x
        for number, text in self._texts():
            x -= cell_len(text)
            if x < 0:
                self.post_message(self.Chosen(number))
                return
