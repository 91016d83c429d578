"""The first line of a screen: what is open on the left, the two numbers and whether it is saved on the right."""

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from mvo_tui.readiness.report import Report
from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.word_wrap import one_line


class Title(NamedTuple):
    """The `name` of the plan, `where` in it one is ("3 of 6  Processes"), and `facts` for the right edge.

    `brief`: the facts in fewer words, for where there is no room for all.
    """

    name: str = ""
    where: str = ""
    facts: str = ""
    brief: str = ""


_LEAST_NAME = 8  # cells


class TitleLine(Painted[Title]):
    """One line. The right part stays whole; the left one gives way, and in it the name before the place."""

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
        self._show(Title(name, where, facts, facts))

    def show_plan(self, name: str, where: str, report: Report | None, status: str) -> None:
        """Show the numbers of `report` and whether the plan is saved; no numbers of what could not be judged."""
        name = name or "A plan without a name"
        if report is None:
            self._show(Title(name, where, status, status))
        else:
            facts, brief = (f"{numbers(report, is_brief=is_brief)}   {status}" for is_brief in (False, True))
            self._show(Title(name, where, facts, brief))

    def _show(self, title: Title) -> None:
        if title != self._shown:
            self._shown = title
            self.repaint_lines([0])

    def look_at(self, y: int) -> Title:
        return self._shown

    def paint(self, look: Title, width: int) -> Strip:
        plain, bold = self.component_style(""), self.component_style("title-line--name")
        name, where, gap, right = laid_out(look, width)
        return Strip([Segment(name, plain + bold), Segment(where + gap + right, plain)])


def laid_out(title: Title, width: int) -> tuple[str, str, str, str]:
    """The texts of the line from left to right: the name, where one is, blanks, the facts."""
    name, where, facts, brief = map(one_line, title)
    name, where = f" {name}", f"   {where}" if where else ""
    right = f" {facts if cell_len(f'{name}{where} {facts} ') <= width else brief} "
    room = max(width - cell_len(right), 0)
    name = _cut(name, max(room - cell_len(where), min(_LEAST_NAME, room)))
    where = _cut(where, room - cell_len(name))
    return name, where, " " * (room - cell_len(name) - cell_len(where)), right


def _cut(text: str, most: int) -> str:
    return text if cell_len(text) <= most else Content(text).truncate(max(most, 0), ellipsis=True).plain


def numbers(report: Report, *, is_brief: bool = False) -> str:
    """The two numbers in a few characters: ``Ready 49  Lean 92``."""
    lean = "-" if report.lean is None else f"{report.lean:.0f}"
    held = "" if not report.held_by else " (held)" if is_brief else f" (held, earned {report.earned:.0f})"
    return f"Ready {report.score:.0f}{held}  Lean {lean}"
