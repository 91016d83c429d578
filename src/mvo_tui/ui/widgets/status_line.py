"""The line above the footer: the finding that one looks at, or what the program has to say of the last action."""

from textual.content import Content
from textual.widgets import Static

from mvo_tui.readiness.ledger import Finding
from mvo_tui.ui.widgets.line_list import one_line
from mvo_tui.ui.widgets.severity_marks import mark


class StatusLine(Static):
    """One line of plain text; what people typed is never markup."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1; padding: 0 1; background: $surface; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def show_text(self, text: str) -> None:
        self.update(Content(one_line(text)), layout=False)

    def show_finding(self, finding: Finding | None) -> None:
        """The finding in one line, with what to do; a plain sentence where there is none."""
        if finding is None:
            self.show_text("No gaps found by these checks.")
        else:
            points = f"+{finding.points:.1f}  " if finding.points else ""
            self.show_text(f"{mark(finding)[0]} {points}{finding.title}.  {finding.fix}")
