"""The readiness panel: "Can we deliver this, sustainably?" - the numbers, what holds them, and what to do next."""

from collections.abc import Iterator
from functools import lru_cache

from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import AreaScore, Report
from mvo_tui.readiness.rule import Measure
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList, Span
from mvo_tui.ui.widgets.requests import PlaceRequested
from mvo_tui.ui.widgets.severity_marks import mark
from mvo_tui.ui.widgets.word_wrap import wrapped

QUESTION = "Can we deliver this, sustainably?"
_BAR = 10  # cells
_LINES = 3  # of a finding: its title in one or two, and what it brings
_ALL_GOOD = "No gaps found by these checks."
NOT_JUDGED = (
    "This plan was written by a newer mvo-tui. What this version can't read it can't judge, so nothing is judged here"
    " and nothing is changed.",
    "Update mvo-tui to see what the plan earns and to edit it.",
)
"""What stands here of a plan of a newer format, in paragraphs."""


class ReadinessPanel(LineList):
    """Shows a report; Enter on a finding asks to open its place."""

    DEFAULT_CSS = """
    ReadinessPanel { padding: 0 1; background: $surface; }
    """
    jumping_chooses = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._findings: tuple[Finding, ...] = ()
        self._head: tuple[Line, ...] = ()
        self._report: Report | None = None
        self._wraps_at = 0
        self._is_unjudged = False

    @property
    def count(self) -> int:
        return len(self._head) + _LINES * len(self._findings)

    def line_at(self, number: int) -> Line:
        if number < len(self._head):
            return self._head[number]
        position, part = divmod(number - len(self._head), _LINES)
        finding = self._findings[position]
        return _lines_of(mark(finding), finding.title, _worth(finding), self._wraps_at)[part]

    def show(self, report: Report | None) -> None:
        """Show `report`, at once; None where the plan can't be judged: then why."""
        if report is None:
            self._show_unjudged()
            return
        self._findings = report.findings
        self._report = report
        self._wraps_at = max(self.width, 24)
        before, self._head = len(self._head), tuple(_head(report, self._wraps_at))
        self.lines_changed(self.cursor + len(self._head) - before)  # the cursor stays on its finding

    def _show_unjudged(self) -> None:
        """Say why there is nothing to show of a plan that is of a newer format."""
        self._findings, self._report, self._is_unjudged = (), None, True
        width = max(self.width, 24)
        paragraphs = [wrapped(text, width) for text in NOT_JUDGED]
        lines = [_fixed((text, "")) for paragraph in paragraphs for text in (*paragraph, "")]
        self._head = (_fixed((QUESTION, "head")), BLANK, *lines)
        self.lines_changed(0)

    def keep_in_view(self, number: int) -> None:
        """The first finding is shown with the numbers above it."""
        super().keep_in_view(0 if number <= len(self._head) else number)

    def on_resize(self) -> None:
        if self._report is not None:
            self.show(self._report)
        elif self._is_unjudged:
            self._show_unjudged()

    def finding_at_cursor(self) -> Finding | None:
        position = (self.cursor - len(self._head)) // _LINES
        return self._findings[position] if 0 <= position < len(self._findings) else None

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        finding = self.finding_at_cursor()
        if finding is not None and finding.place:
            self.post_message(PlaceRequested(finding.place, is_editing=True))


@lru_cache(maxsize=2_000)
def _lines_of(sign: Span, title: str, worth: str, width: int) -> tuple[Line, Line, Line]:
    """A finding in three lines. They move with every answer and hardly ever change."""
    first, *more = wrapped(title, max(width - 3, 10), most=2)
    rest = [Line((("   ", ""), span), is_choice=False) for span in (*((text, "") for text in more), (worth, "muted"))]
    return Line((sign, (" ", ""), (first, ""))), rest[0], rest[1] if len(rest) > 1 else BLANK


def _worth(finding: Finding) -> str:
    minutes = f"{finding.effort_minutes} min"
    number = "Lean" if finding.measure is Measure.LEAN else "Ready"
    return f"+{finding.points:.1f} {number}   {minutes}" if finding.points else f"for your information   {minutes}"


def _head(report: Report, width: int) -> Iterator[Line]:
    """The numbers first: they stay in their places while what holds them comes and goes."""
    yield _fixed((QUESTION, "head"))
    yield BLANK
    held = f"   held, earned {report.earned:.0f}" if report.held_by else ""
    yield _fixed(("Ready ", "strong"), (f"{report.score:>4.0f}", "strong"), (" of 100", ""), (held, "warn"))
    lean = "-" if report.lean is None else f"{report.lean:.0f}"
    yield _fixed(("Lean  ", "strong"), (f"{lean:>4}", "strong"), (" of 100" if report.lean is not None else "", ""))
    yield _fixed(("Level ", "strong"), (f" {report.level.capitalize()}", ""))
    yield BLANK
    for area in report.areas:
        yield _bar(area)
    yield BLANK
    if report.held_by:
        for text in wrapped(_held(report), width, most=2):
            yield _fixed((text, "warn"))
        yield BLANK
    yield _fixed(("Next, most for least effort" if report.findings else _ALL_GOOD, "head"))


def _fixed(*spans: tuple[str, str]) -> Line:
    return Line(spans, is_choice=False)


def _held(report: Report) -> str:
    first, *others = report.held_by
    by = f"by this and {len(others)} more" if others else "by"
    return f"Held at {report.cap:.0f} {by}: {first.title}"


def _bar(area: AreaScore) -> Line:
    share = area.earned / area.possible if area.possible else 0.0
    # A bar is full only when the area is.
    full = _BAR if share > 1 - 1e-9 else min(int(share * _BAR + 0.5), _BAR - 1)
    bar = "█" * full + "░" * (_BAR - full)
    style = "good" if full == _BAR else ""
    numbers = f"{area.earned:4.1f}/{area.possible:.1f}"
    return _fixed((f"{area.area.capitalize():<10} ", ""), (bar, style), (f" {numbers}", "muted"))
