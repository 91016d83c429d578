"""The report as the JSON document of ``mvo-tui check --json``. A contract: ``docs/readiness.md``, ``check --json``.

Numbers are not rounded. Where there is nothing to weigh, the score of Lean is null.
"""

from collections.abc import Iterable
from typing import Any

from mvo_tui.readiness.catalogue import VERSION
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.notices import Notice
from mvo_tui.readiness.report import Report


def report_document(report: Report, name: str, notices: Iterable[Notice] = ()) -> dict[str, Any]:
    """The document for the plan in the file `name`, of plain values that `json.dumps` takes."""
    return {
        "plan": name,
        "format": report.plan.format,
        "rules": VERSION,
        "readiness": {
            "score": report.score,
            "earned": report.earned,
            "held_by": list(dict.fromkeys(finding.rule for finding in report.held_by)),
        },
        "lean": {"score": report.lean},
        "level": str(report.level),
        "areas": [{"area": str(area.area), "earned": area.earned, "possible": area.possible} for area in report.areas],
        "findings": [_finding(finding) for finding in report.findings],
        "notices": [{"place": notice.place, "text": notice.text} for notice in notices],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "area": str(finding.area),
        "measure": str(finding.measure),
        "severity": str(finding.severity),
        "outcome": str(finding.outcome),
        "place": finding.place,
        "points": finding.points,
        "effort_minutes": finding.effort_minutes,
        "title": finding.title,
        "why": finding.why,
        "fix": finding.fix,
    }
