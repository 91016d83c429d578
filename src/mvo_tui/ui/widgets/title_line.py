"""The first line of a screen: what is open on the left, the two numbers and whether it is saved on the right."""

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from mvo_tui.readiness.report import Report
from mvo_tui.ui.widgets.line_list import one_line
from mvo_tui.ui.widgets.painted import Painted


class Title(NamedTuple):
    """The `name` of the plan, `where` in it one is ("3 of 6  Processes"), and `facts` for the right edge."""

    name: str = ""
    where: str = ""
    facts: str = ""


class TitleLine(Painted[Title]):
    """One line. The right part stays whole; the left one gives way."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-line--name"}
    DEFAULT_CSS = """
    TitleLine { height: 1; background: $panel; color: $foreground; }
    TitleLine > .title-line--name { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = Title()

    def show(self, name: str, where: str, facts: str) -> None:
        """Show these; see `Title`."""
        title = Title(name, where, facts)
        if title != self._shown:
            self._shown = title
            self.repaint_lines([0])

    def look_at(self, y: int) -> Title:
        return self._shown

    def paint(self, look: Title, width: int) -> Strip:
        plain, bold = self.component_style(""), self.component_style("title-line--name")
        name, where, facts = map(one_line, look)
        right = f" {facts} "
        room = max(width - cell_len(right), 0)
        left = Strip([Segment(f" {name}", plain + bold), Segment(f"   {where}" if where else "", plain)])
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(room - 1, 0)), Segment("…", plain)])
        return Strip([*left.adjust_cell_length(room, plain), Segment(right, plain)])


def numbers(report: Report) -> str:
    """The two numbers in a few characters: ``Ready 49  Lean 92``."""
    lean = "-" if report.lean is None else f"{report.lean:.0f}"
    held = f" (held, earned {report.earned:.0f})" if report.held_by else ""
    return f"Ready {report.score:.0f}{held}  Lean {lean}"
