"""The laws of readiness (docs/readiness.md), over every sample plan and over generated ones.

The numbers of the laws are those of that document. Law 4 (every rule has a plan that passes it and one that does not)
is tested in tests/contracts/test_rules.py.
"""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Edit, SetField, apply
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.places import field_at, find, items_of, type_of_collection, type_of_numbered, value_at
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.readiness.rule import Measure, Outcome, Rule
from tests.plans import (
    NOWHERE,
    SAMPLES,
    Leaf,
    document_of,
    edits,
    leaves,
    lists,
    neighbours,
    plan_from_toml,
    plans,
    reorderings,
    sample,
    sample_plans,
    with_unused_id,
)

EPSILON = 1e-6
LOAD_RULES = frozenset({"person-not-overloaded"})
"""A load is unknown until every part of it is known, so blanking a part can move it either way (law 1)."""

few = settings(max_examples=15)
some = settings(max_examples=40)


def earned(report: Report, without: frozenset[str] = frozenset()) -> float:
    return sum(
        result.earned
        for result in report.results
        if result.rule.measure is Measure.READINESS and result.rule.id not in without
    )


def after(report: Report, edit: Edit) -> Report:
    return evaluate(apply(report.plan, edit), report)


def readiness_findings(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.measure is Measure.READINESS]


# The ledger law


@given(plans() | sample_plans)
@some
def test_what_is_earned_and_what_is_missing_are_worth_100(plan: Plan) -> None:
    report = evaluate(plan)
    assert report.earned + sum(finding.points for finding in readiness_findings(report)) == pytest.approx(100)
    assert sum(area.earned for area in report.areas) == pytest.approx(report.earned)
    assert sum(area.possible for area in report.areas) == pytest.approx(100)
    if report.lean is not None:
        surplus = sum(finding.points for finding in report.findings if finding.measure is Measure.LEAN)
        assert report.lean + surplus == pytest.approx(100)


def test_an_empty_plan_earns_nothing() -> None:
    report = evaluate(Plan())
    assert report.earned == 0
    assert report.lean is None


# Law 1: blanking any field, or deleting any link, never raises what is earned


def blankings(leaf: Leaf) -> Iterator[Edit]:
    """Blank the field, or delete one of its links."""
    if leaf.value is not None:
        yield SetField(leaf.place, None)
    if leaf.spec.kind is Kind.LINKS:
        for number in range(len(leaf.value or ())):
            yield SetField(leaf.place, leaf.value[:number] + leaf.value[number + 1 :])


def check_that_blanking_never_raises(plan: Plan) -> None:
    report = evaluate(plan)
    before = earned(report, without=LOAD_RULES)
    for leaf in leaves(plan):
        for edit in blankings(leaf):
            assert earned(after(report, edit), without=LOAD_RULES) <= before + EPSILON, edit


@pytest.mark.parametrize("name", SAMPLES)
def test_blanking_a_field_of_a_sample_never_raises_what_is_earned(name: str) -> None:
    check_that_blanking_never_raises(sample(name))


@given(plans())
@few
def test_blanking_a_field_never_raises_what_is_earned(plan: Plan) -> None:
    check_that_blanking_never_raises(plan)


@given(plans() | sample_plans, st.sampled_from(("features", "tools", "debts")))
@few
def test_no_longer_deciding_on_a_list_never_raises_what_is_earned(plan: Plan, name: str) -> None:
    report = evaluate(plan)
    assert earned(after(report, SetField(name, None)), LOAD_RULES) <= earned(report, LOAD_RULES) + EPSILON


# Law 2: adding an empty or placeholder item never raises Readiness


def hollow_items(name: str) -> Iterator[Table]:
    """An item of which nothing is said, and one of which only placeholders are."""
    model = (type_of_collection | type_of_numbered)[name]
    identity = {"id": "hollow"} if name in type_of_collection else {}
    texts = {spec.name: "TBD" for spec in field_specs(model) if spec.is_free_text}
    yield model.model_validate(identity)
    yield model.model_validate(identity | texts)


def check_that_hollow_items_never_raise(plan: Plan) -> None:
    report = evaluate(plan)
    for into, name in lists(plan):
        for item in hollow_items(name):
            for index in (0, None):
                more = after(report, AddItem(into, with_unused_id(plan, name, item), index))
                assert more.earned <= report.earned + EPSILON, (into, item)
                assert more.score <= report.score + EPSILON, (into, item)


@pytest.mark.parametrize("name", SAMPLES)
def test_adding_a_hollow_item_to_a_sample_never_raises_readiness(name: str) -> None:
    check_that_hollow_items_never_raise(sample(name))


@given(plans() | st.just(Plan()))
@few
def test_adding_a_hollow_item_never_raises_readiness(plan: Plan) -> None:
    check_that_hollow_items_never_raise(plan)


# Law 3: mending a finding, and only it, raises what is earned by exactly its points; mending never lowers it


def answers(plan: Plan, place: str) -> Iterator[Any]:
    """Values that may mend the field at `place`."""
    spec = field_at(place)
    assert spec is not None
    here = value_at(plan, place)
    known = [item.id for item in items_of(plan, spec.collection)] if spec.collection else []
    match spec.kind:
        case Kind.LINE | Kind.PROSE:
            yield f"Ring about {place.replace('.', ' ')} within 24 hours"
        case Kind.NUMBER:
            yield 5
        case Kind.DATE:
            yield datetime.date(2026, 3, 14)
        case Kind.TIME:
            yield datetime.time(9, 30)
        case Kind.WORD:
            yield from spec.words
        case Kind.WORDS:
            yield tuple(spec.words)
        case Kind.LINK:
            yield from known
        case Kind.LINKS:
            yield from ((*(here if isinstance(here, tuple) else ()), link) for link in known)
            yield ()


def mended(report: Report, finding: Finding) -> Report | None:
    """The report with the finding mended by one answer at its place, or None where that is not to be had so."""
    if field_at(finding.place) is None or find(report.plan, finding.place) is None:
        return None
    for answer in answers(report.plan, finding.place):
        found = after(report, SetField(finding.place, answer))
        if (finding.rule, finding.place) not in {(other.rule, other.place) for other in found.findings}:
            return found
    return None


def subjects(report: Report) -> list[int]:
    return [len(result.subjects) for result in report.results]


def check_that_mending_pays(report: Report, finding: Finding) -> bool:
    """Whether the finding could be mended alone, and so its points were compared."""
    found = mended(report, finding)
    if found is None:
        return False
    assert earned(found, LOAD_RULES) >= earned(report, LOAD_RULES) - EPSILON, finding
    if subjects(found) != subjects(report):
        return False
    left = {(other.rule, other.place, other.title) for other in found.findings}
    gone = [other for other in report.findings if (other.rule, other.place, other.title) not in left]
    if [other for other in gone if other.points] != [finding] or len(found.findings) > len(report.findings) - len(gone):
        return False
    assert found.earned - report.earned == pytest.approx(finding.points), finding
    return True


@pytest.mark.parametrize("name", SAMPLES)
def test_mending_a_finding_of_a_sample_brings_its_points(name: str) -> None:
    report = evaluate(sample(name))
    worth = [finding for finding in readiness_findings(report) if finding.points]
    paid = [check_that_mending_pays(report, finding) for finding in worth]
    assert not worth or any(paid)


@given(plans())
@few
def test_mending_a_finding_brings_its_points(plan: Plan) -> None:
    report = evaluate(plan)
    for finding in readiness_findings(report):
        if finding.points and finding.rule not in LOAD_RULES:
            check_that_mending_pays(report, finding)


# Law 5: order means nothing where it is no content


@given(st.data(), plans() | sample_plans)
@some
def test_the_order_of_what_has_none_changes_nothing(data: st.DataObject, plan: Plan) -> None:
    moved = evaluate(data.draw(reorderings(plan)))
    report = evaluate(plan)
    assert sorted(moved.findings) == sorted(report.findings)
    assert told(moved)[1:] == told(report)[1:]


def told(report: Report) -> tuple[object, ...]:
    """All that a report says."""
    return (report.findings, report.score, report.earned, report.lean, report.level, report.areas)


# Law 6 is tested in test_ledger.py


@given(plans())
@some
def test_no_rule_breaks(plan: Plan) -> None:
    assert [finding for finding in evaluate(plan).findings if finding.outcome is Outcome.ERROR] == []


# Law 7: truth is never worse than silence


def bad_values(leaf: Leaf) -> Iterator[Any]:
    match leaf.spec.kind:
        case Kind.LINE | Kind.PROSE:
            yield "TBD"
            if leaf.spec.name in ("statement", "action"):
                yield "The great and fast one"
        case Kind.WORD:
            yield "nonsense"
        case Kind.WORDS | Kind.LINKS:
            yield ("nonsense",)
        case Kind.LINK:
            yield from (NOWHERE, "team")
    if leaf.place.startswith("processes.") and leaf.spec.name == "owner":
        yield ("roles-1", "roles-2")


def check_that_bad_is_not_below_absent(plan: Plan) -> None:
    report = evaluate(plan)
    for leaf in leaves(plan):
        bad = [after(report, SetField(leaf.place, value)) for value in bad_values(leaf)]
        absent = after(report, SetField(leaf.place, None)) if bad else report
        assert all(found.earned >= absent.earned - EPSILON for found in bad), leaf.place
        if leaf.spec.kind is Kind.LINKS:
            more = after(report, SetField(leaf.place, (*(leaf.value or ()), NOWHERE)))
            assert more.earned >= report.earned - EPSILON, leaf.place


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bad_value_in_a_sample_scores_no_less_than_none(name: str) -> None:
    check_that_bad_is_not_below_absent(sample(name))


@given(plans())
@settings(max_examples=8)
def test_a_bad_value_scores_no_less_than_none(plan: Plan) -> None:
    check_that_bad_is_not_below_absent(plan)


@given(plans() | sample_plans)
@some
def test_a_second_core_promise_costs_nothing(plan: Plan) -> None:
    report = evaluate(plan)
    assume(any(promise.core for promise in plan.promises))
    for promise in plan.promises:
        marked = after(report, SetField(f"promises.{promise.id}.core", True))
        assert marked.earned >= report.earned - EPSILON


# A live report is the report: what each rule says that it reads is all that it reads


@given(st.data(), plans() | sample_plans)
@some
def test_a_report_made_from_the_last_one_is_the_report(data: st.DataObject, plan: Plan) -> None:
    report = evaluate(plan)
    for _ in range(data.draw(st.integers(1, 6))):
        report = after(report, data.draw(edits(report.plan)))
        assert told(report) == told(evaluate(report.plan))
    assert told(evaluate(plan, report)) == told(evaluate(plan))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_reads_no_more_than_it_says(rule: Rule) -> None:
    """From its samples one step there and back: a verdict that was taken over has to be the verdict."""
    for text in (rule.good, rule.bad):
        report = evaluate(plan_from_toml(text), rules=(rule,))
        for plan in neighbours(report.plan):
            anew = evaluate(plan, rules=(rule,))
            assert told(evaluate(plan, report, (rule,))) == told(anew)
            assert told(evaluate(report.plan, anew, (rule,))) == told(report)


@given(plans())
@few
def test_the_score_is_the_same_every_time(plan: Plan) -> None:
    assert told(evaluate(plan)) == told(evaluate(Plan.model_validate(document_of(plan))))
