"""The first line of a screen: what is open on the left, the two numbers and whether it is saved on the right."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from mvo_tui.readiness.report import Report
from mvo_tui.ui.widgets.line_list import one_line


class TitleLine(Widget):
    """One line. The right part stays whole; the left one gives way."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-line--name"}
    DEFAULT_CSS = """
    TitleLine { height: 1; background: $panel; color: $foreground; }
    TitleLine > .title-line--name { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", "", "")

    def show(self, name: str, where: str, facts: str) -> None:
        """`name` of the plan, `where` in it one is ("3 of 6  Processes"), and `facts` for the right edge."""
        if (name, where, facts) != self._shown:
            self._shown = (name, where, facts)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        plain, bold = self.rich_style, self.get_component_rich_style("title-line--name")
        name, where, facts = map(one_line, self._shown)
        right = f" {facts} "
        room = max(self.size.width - cell_len(right), 0)
        left = Strip([Segment(f" {name}", plain + bold), Segment(f"   {where}" if where else "", plain)])
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(room - 1, 0)), Segment("…", plain)])
        return Strip([*left.adjust_cell_length(room, plain), Segment(right, plain)]).adjust_cell_length(
            self.size.width, plain
        )


def numbers(report: Report) -> str:
    """The two numbers in a few characters: ``Ready 49  Lean 92``."""
    lean = "-" if report.lean is None else f"{report.lean:.0f}"
    held = f" (held, earned {report.earned:.0f})" if report.held_by else ""
    return f"Ready {report.score:.0f}{held}  Lean {lean}"
