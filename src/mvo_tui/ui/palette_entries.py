"""What of a plan the palette knows: its items and its findings, found by words in any order.

By words, and not letter by letter as commands are: among ten thousand items every three letters are somewhere.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mvo_tui.plan.names import called
from mvo_tui.plan.places import all_items
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report
from mvo_tui.readiness.rule import Measure

MOST = 40
"""Items, and findings, that are shown at a time; more than a screen holds."""


class PlaceEntry(NamedTuple):
    """A line of the palette that leads to `place`; `rank` is higher for what fits better, below 1."""

    title: str
    hint: str
    place: str
    is_finding: bool = False
    rank: float = 0.5


class PlaceEntries:
    """The items and findings of a report, made ready once for all keys of a search."""

    def __init__(self, report: Report, *, has_findings: bool = True) -> None:
        self._items = [
            (f"{name} {place}".casefold(), PlaceEntry(name, place, place))
            for place, item in all_items(report.plan)
            for name in (called(item),)
        ]
        findings = [finding for finding in report.findings if finding.place] if has_findings else []
        self._findings = [(_found_by(finding), finding) for finding in findings]

    def about(self, typed: str) -> Iterator[PlaceEntry]:
        """Those that have all the words that were typed: first what is called so, then the findings."""
        words = typed.casefold().split()
        items = [entry for text, entry in self._items if all(word in text for word in words)]
        items.sort(key=lambda entry: (not entry.title.casefold().startswith(words[0]), len(entry.title)))
        yield from _ranked(items[:MOST], 0.9)
        findings = [finding for text, finding in self._findings if all(word in text for word in words)]
        yield from _ranked([entry_of(finding) for finding in findings[:MOST]], 0.6)

    def first_findings(self, number: int) -> Sequence[PlaceEntry]:
        """The findings that bring the most for the least effort."""
        return [entry_of(finding) for _text, finding in self._findings[:number]]


def _ranked(entries: Sequence[PlaceEntry], highest: float) -> Iterator[PlaceEntry]:
    """`entries` with ranks that keep their order."""
    for number, entry in enumerate(entries):
        yield entry._replace(rank=highest - 0.001 * number)


def _found_by(finding: Finding) -> str:
    return f"finding gap {finding.title} {finding.fix} {finding.place}".casefold()


def entry_of(finding: Finding) -> PlaceEntry:
    """A finding with what mending it brings."""
    number = "Lean" if finding.measure is Measure.LEAN else "Ready"
    points = f"+{finding.points:.1f} {number}" if finding.points else "for your information"
    return PlaceEntry(f"{finding.title}   {points}", finding.fix, finding.place, is_finding=True)
