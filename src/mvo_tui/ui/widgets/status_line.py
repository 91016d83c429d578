"""The line above the footer: the finding that one looks at, or what the program has to say of the last action."""

from mvo_tui.readiness.ledger import Finding
from mvo_tui.ui.widgets.severity_marks import mark
from mvo_tui.ui.widgets.text_line import TextLine


class StatusLine(TextLine):
    """One line of plain text."""

    DEFAULT_CSS = """
    StatusLine { padding: 0 1; background: $surface; }
    """

    def show_finding(self, finding: Finding | None) -> None:
        """The finding in one line, with what to do; a plain sentence where there is none."""
        if finding is None:
            self.show_text("No gaps found by these checks.")
        else:
            points = f"+{finding.points:.1f}  " if finding.points else ""
            self.show_text(f"{mark(finding)[0]} {points}{finding.title}.  {finding.fix}")
