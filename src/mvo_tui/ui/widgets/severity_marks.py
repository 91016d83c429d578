"""The marks of findings: a shape each, so that nothing is said by colour alone."""

from collections.abc import Iterable

from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.rule import Measure, Outcome, Severity
from mvo_tui.ui.widgets.line_list import Span

LEGEND = (("!!", "critical"), ("! ", "does not hold"), ("o ", "open"), ("+ ", "more than needed"))
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def mark(finding: Finding) -> Span:
    """Two cells and their style."""
    if finding.measure is Measure.LEAN:
        return ("+ ", "mark")
    if finding.severity is Severity.CRITICAL:
        return ("!!", "bad")
    return ("! ", "warn") if finding.outcome is Outcome.FAIL else ("o ", "muted")


def worst_mark(findings: Iterable[Finding]) -> Span:
    """The mark of the gravest of `findings`, or blanks."""
    worst = min(
        findings,
        key=lambda f: (f.measure is Measure.LEAN, _RANK[f.severity] > 0, f.outcome is not Outcome.FAIL),
        default=None,
    )
    return ("  ", "") if worst is None else mark(worst)
