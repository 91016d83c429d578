"""The report: "Can we deliver this, sustainably?" in two numbers, a level, six areas and a list of findings.

Pure: the same plan has the same report on any machine on any day. What goes stale with time is a notice (`notices.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from math import fsum
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import Finding, RuleResult, folded, judge, scale
from mvo_tui.readiness.level import Level, level
from mvo_tui.readiness.rule import CAP, Area, Measure, Rule, Severity


class AreaScore(NamedTuple):
    """Points earned and possible in one area."""

    area: Area
    earned: float
    possible: float


@dataclass(frozen=True)
class Report:
    """How a plan is judged. `earned` and `lean` are 0 to 100, unrounded; `lean` is None with nothing to weigh."""

    index: PlanIndex
    results: tuple[RuleResult, ...]
    level: Level
    earned: float
    lean: float | None
    areas: tuple[AreaScore, ...]

    @property
    def plan(self) -> Plan:
        return self.index.plan

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, those with the most points for the least effort first; Lean's after Readiness'."""
        groups: list[tuple[Finding, ...]] = [(finding,) for finding in folded(self.results)]
        groups += [result.findings for result in self.results if result.findings and self._counts(result.rule.measure)]
        groups.sort(key=_urgency)
        return tuple(chain.from_iterable(groups))

    def findings_at(self, item: str) -> tuple[Finding, ...]:
        """The findings of the item at the place `item`, its fields and its steps."""
        return tuple(chain.from_iterable(found[item] for found in self._found_by_item if item in found))

    @cached_property
    def _found_by_item(self) -> tuple[Mapping[str, tuple[Finding, ...]], ...]:
        found = (result for result in self.results if result.findings and self._counts(result.rule.measure))
        return tuple(result.by_item for result in found)

    def _counts(self, measure: Measure) -> bool:
        return measure is Measure.READINESS or self.lean is not None

    @cached_property
    def cap(self) -> float:
        """The highest score that may be shown: 49 with a critical finding, 89 with a high one, else 100."""
        return min((CAP.get(severity, 100.0) for severity in self._standing), default=100.0)

    @property
    def score(self) -> float:
        """The Readiness that is shown: what is earned, held by the gates."""
        return min(self.earned, self.cap)

    @cached_property
    def held_by(self) -> tuple[Finding, ...]:
        """The findings that hold the score below what is earned, most urgent first; empty where none does."""
        if self.earned <= self.cap:
            return ()
        return tuple(
            finding
            for finding in self.findings
            if finding.points and finding.measure is Measure.READINESS and CAP.get(finding.severity) == self.cap
        )

    @cached_property
    def _standing(self) -> frozenset[Severity]:
        """The severities of the Readiness rules that have something to say and points to give."""
        return frozenset(
            result.rule.severity
            for result in self.results
            if result.worth and result.rule.measure is Measure.READINESS and (result.findings or result.missing)
        )


def evaluate(plan: Plan, previous: Report | None = None, rules: tuple[Rule, ...] | None = None) -> Report:
    """The report on `plan`. `previous`, a report on a plan that shares structure, only makes it quicker."""
    rules, worths = (all_rules(), _worths_of_all()) if rules is None else (rules, _worths(rules))
    index = PlanIndex(plan, previous.index if previous else None)
    known = {result.rule.id: result for result in previous.results} if previous else {}
    results = tuple(judge(rule, index, worth, known.get(rule.id)) for rule, worth in zip(rules, worths, strict=True))
    return Report(
        index=index,
        results=results,
        level=level(index),
        earned=_earned(results, Measure.READINESS),
        lean=_earned(results, Measure.LEAN) if _has_something_to_weigh(plan) else None,
        areas=_areas(results),
    )


@cache
def _worths_of_all() -> tuple[float, ...]:
    return _worths(all_rules())


def _worths(rules: tuple[Rule, ...]) -> tuple[float, ...]:
    """The points of each rule."""
    scales = {measure: scale(rules, measure) for measure in Measure}
    return tuple(rule.weight * scales[rule.measure] for rule in rules)


def _earned(results: tuple[RuleResult, ...], measure: Measure) -> float:
    if measure is Measure.LEAN:  # no subject is no surplus
        lost = sum(
            finding.points for result in results if result.rule.measure is measure for finding in result.findings
        )
        return 100.0 - lost
    # What is earned of everything adds up to a little more than 100 in floating point.
    return min(fsum(result.earned for result in results if result.rule.measure is measure), 100.0)


def _has_something_to_weigh(plan: Plan) -> bool:
    return any((plan.stages, plan.processes, plan.tools, plan.roles, plan.kpis))


def _areas(results: tuple[RuleResult, ...]) -> tuple[AreaScore, ...]:
    own: dict[Area, list[RuleResult]] = {area: [] for area in Area}
    for result in results:
        if result.rule.measure is Measure.READINESS:
            own[result.rule.area].append(result)
    return tuple(
        AreaScore(area, sum(result.earned for result in its), sum(result.worth for result in its))
        for area, its in own.items()
    )


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def _urgency(findings: tuple[Finding, ...]) -> tuple[bool, float, int, str]:
    """The findings of one rule are worth and cost the same, so that whole groups are put in order."""
    finding = findings[0]
    points_a_minute = finding.points / max(finding.effort_minutes, 1)
    is_lean = finding.measure is Measure.LEAN
    return (is_lean, -points_a_minute, _RANK[finding.severity], finding.rule)
