"""The ledger: what each rule finds, and what every finding is worth.

A rule's weight is scaled so that all rules of a measure are worth 100, and split evenly over its subjects. So
``earned + sum(points of all findings) == 100`` for every plan. Source: ``docs/readiness.md``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import repeat
from operator import is_, itemgetter
from typing import Any, NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.kept import Stretch
from mvo_tui.plan.places import item_of
from mvo_tui.readiness.rule import Area, ManySubjects, Measure, Missing, Outcome, Problem, Rule, Severity

_MANY = 100
"""Above so many subjects the sieve pays for itself, also where a part of them is as before."""


class Finding(NamedTuple):
    """One subject that did not pass (or all of a kind of which there is none). Texts are plain text."""

    rule: str
    area: Area
    measure: Measure
    severity: Severity
    outcome: Outcome
    place: str
    points: float
    effort_minutes: int
    title: str
    why: str
    fix: str


class _Result(NamedTuple):
    """All that a `RuleResult` is made of; a class of its own, since a named tuple has no room for what is kept."""

    rule: Rule
    inputs: tuple[object, ...]
    subjects: ManySubjects
    problems: Mapping[int, Problem]
    missing: Missing | None
    worth: float  # points of the whole rule
    findings: tuple[Finding, ...]


class RuleResult(_Result):
    """What a rule found on a plan. `problems` has those of the subjects that did not pass, by the subject's number.

    `inputs` are the parts of the plan that were read, to tell whether the verdicts still hold for the next plan.
    """

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each item, by the item's place (``processes.take-order``, ``venture``)."""
        groups: dict[str, tuple[Finding, ...]] = {}
        for finding in self.findings:
            item = item_of(finding.place)
            groups[item] = (*groups.get(item, ()), finding)
        return groups

    @cached_property
    def earned(self) -> float:
        """Points, 0 to `worth`."""
        if not self.subjects:
            return 0.0 if self.missing else self.worth
        return self.worth * (len(self.subjects) - len(self.findings)) / len(self.subjects)


def scale(rules: Sequence[Rule], measure: Measure) -> float:
    """Points for one unit of weight, so that all rules of the measure are worth 100 together."""
    return 100 / (sum(rule.weight for rule in rules if rule.measure is measure) or 1)


def judge(rule: Rule, index: PlanIndex, worth: float, previous: RuleResult | None = None) -> RuleResult:
    """What `rule` finds. Verdicts of `previous` are taken over where nothing that they rest on has changed.

    A rule that breaks becomes a visible result: neither a crash nor a pass.
    """
    try:
        inputs = tuple([index.part(read) if isinstance(read, str) else read(index) for read in rule.reads])
        subjects = rule.subjects.pick(index)
        missing = None if subjects else rule.subjects.missing(index)
    except Exception as error:
        problem = _broken(rule, error)
        return RuleResult(rule, (), (problem,), {0: problem}, None, worth, _findings(rule, {0: problem}, 1, worth))
    if previous is None or len(inputs) != len(previous.inputs) or not all(map(is_, inputs, previous.inputs)):
        problems = _judge_all(rule, index, subjects)
    elif subjects and subjects is previous.subjects:
        return previous
    else:
        stretch = index.stretch(previous.subjects, subjects)
        if subjects and stretch.is_empty:
            return previous
        problems = _judge_changed(rule, index, subjects, previous, stretch)
    if previous is not None and len(subjects) == len(previous.subjects) and problems == previous.problems:
        problems, findings = previous.problems, previous.findings
    else:
        findings = _findings(rule, problems, len(subjects), worth)
    return RuleResult(rule, inputs, subjects, problems, missing, worth, findings)


def _judge_all(rule: Rule, index: PlanIndex, subjects: ManySubjects) -> Mapping[int, Problem]:
    numbers = _doubtful(rule, index, subjects)
    if not numbers:
        return {}
    try:
        verdicts = list(map(rule.judge, map(subjects.__getitem__, numbers), repeat(index)))
    except Exception:  # then one by one, so that the others keep their verdicts
        verdicts = [_verdict(rule, subjects[number], index) for number in numbers]
    return {number: verdict for number, verdict in zip(numbers, verdicts, strict=True) if verdict is not None}


def _doubtful(rule: Rule, index: PlanIndex, subjects: ManySubjects) -> Sequence[int]:
    """The numbers of the subjects that do not pass for certain."""
    everything = range(len(subjects))
    if rule.sieve is None:
        return everything
    try:
        return tuple(rule.sieve(subjects, index))
    except Exception:  # a sieve may break as a judge may
        return everything


def _judge_changed(
    rule: Rule, index: PlanIndex, subjects: ManySubjects, previous: RuleResult, stretch: Stretch
) -> Mapping[int, Problem]:
    """The problems of before but for those in the stretch of what is another subject now."""
    start, end_before, end = stretch
    if end - start > _MANY:
        return _judge_all(rule, index, subjects)
    problems = {number: problem for number, problem in previous.problems.items() if number < start}
    for number in range(start, end):
        verdict = _verdict(rule, subjects[number], index)
        if verdict is not None:
            problems[number] = verdict
    moved_by = end - end_before
    behind = ((number, problem) for number, problem in previous.problems.items() if number >= end_before)
    problems.update((number + moved_by, problem) for number, problem in behind)
    return problems


def _verdict(rule: Rule, subject: Any, index: PlanIndex) -> Problem | None:
    try:
        return rule.judge(subject, index)
    except Exception as error:  # a rule may break in any way, and the report must not
        return _broken(rule, error)


def _broken(rule: Rule, error: Exception) -> Problem:
    title = f"The check {rule.id} broke ({type(error).__name__})"
    return Problem(Outcome.ERROR, "", title, "Report this as a fault.")


def _findings(rule: Rule, problems: Mapping[int, Problem], subjects: int, worth: float) -> tuple[Finding, ...]:
    """In the order of their places and titles, so that the order of the items shows nowhere."""
    if not problems:
        return ()
    head, points = (rule.id, rule.area, rule.measure, rule.severity), worth / subjects if subjects else 0.0
    return tuple(
        _as_finding((*head, outcome, place, points, rule.effort_minutes, title, rule.why, fix or rule.fix))
        for outcome, place, title, fix in _in_order(problems.values())
    )


def _in_order(problems: Collection[Problem]) -> Iterable[Problem]:
    """By place, title and fix. Nearly always the places differ, and one text is a quicker key than three."""
    by_place = {problem.place: problem for problem in problems}
    if len(by_place) == len(problems):
        return map(by_place.__getitem__, sorted(by_place))
    return sorted(problems, key=itemgetter(1, 2, 3))


_as_finding = partial(tuple.__new__, Finding)  # quicker than the class, and there may be thousands


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def folded(results: Sequence[RuleResult]) -> tuple[Finding, ...]:
    """One finding for each missing thing, worth all the rules that have nothing to look at for want of it."""
    groups: dict[Missing, list[RuleResult]] = {}
    for result in results:
        if result.missing and result.rule.measure is Measure.READINESS:
            groups.setdefault(result.missing, []).append(result)
    return tuple(_fold(missing, group) for missing, group in groups.items())


def _fold(missing: Missing, results: Sequence[RuleResult]) -> Finding:
    worth = [result for result in results if result.worth] or results
    gravest = min((result.rule.severity for result in worth), key=_RANK.__getitem__)
    return Finding(
        rule=missing.rule,
        area=results[0].rule.area,
        measure=Measure.READINESS,
        severity=gravest,
        outcome=Outcome.UNKNOWN,
        place=missing.place,
        points=sum(result.worth for result in results),
        effort_minutes=missing.effort_minutes,
        title=missing.title,
        why=missing.why,
        fix=missing.fix,
    )
