"""The contract of every rule: its words, its weight, and the two samples that are its test and its documentation."""

import re
from functools import cache, cached_property
from itertools import chain
from operator import is_
from pkgutil import iter_modules

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import all_items, split_field, value_at
from mvo_tui.readiness import rules as rules_folder
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.readiness.rule import Area, Measure, Outcome, Read, Rule, Severity
from tests.plans import plan_from_toml, sample

TITLE = 140  # characters: about 60 of ours, and a name of at most 60
SENTENCE = 120  # characters of a why or a fix: two lines of the panel

MARKUP = re.compile(r"\[[a-z/@#]|[`*]|</?[a-z]", re.IGNORECASE)
A_PLACE = re.compile(r"[a-z_]+(\.[a-z0-9_-]+)*")

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)


@cache
def judged(sample: str) -> Report:
    return evaluate(plan_from_toml(sample))


def findings_of(rule: Rule, sample: str) -> list[Finding]:
    """What the rule says of a sample; Lean's word counts even where there is too little to weigh."""
    report = judged(sample)
    single = chain.from_iterable(result.findings for result in report.results)
    return [finding for finding in {*report.findings, *single} if finding.rule == rule.id]


def test_every_module_has_one_rule_and_is_named_after_it() -> None:
    files = {module.name for module in iter_modules(rules_folder.__path__)}
    assert {rule.id.replace("-", "_") for rule in all_rules()} == files


def test_ids_are_unique_and_rules_stand_in_the_order_of_their_areas() -> None:
    found = [rule.id for rule in all_rules()]
    assert len(set(found)) == len(found)
    assert sorted(all_rules(), key=lambda rule: (list(Area).index(rule.area), rule.id)) == list(all_rules())


def test_there_are_about_sixty_rules_of_readiness_and_some_of_lean() -> None:
    measures = [rule.measure for rule in all_rules()]
    assert 55 <= measures.count(Measure.READINESS) <= 75
    assert 10 <= measures.count(Measure.LEAN) <= 20


@each_rule
def test_the_good_sample_passes(rule: Rule) -> None:
    assert findings_of(rule, rule.good) == []
    result = next(result for result in judged(rule.good).results if result.rule is rule)
    assert result.subjects or result.missing is None, "the good sample has nothing to look at"


@each_rule
def test_the_bad_sample_yields_a_finding(rule: Rule) -> None:
    assert findings_of(rule, rule.bad)


@each_rule
def test_a_finding_says_what_where_why_and_what_to_do(rule: Rule) -> None:
    for finding in findings_of(rule, rule.bad):
        assert finding.outcome in (Outcome.FAIL, Outcome.UNKNOWN)
        assert A_PLACE.fullmatch(finding.place), finding.place
        assert 5 <= len(finding.title) <= TITLE
        assert finding.why
        assert finding.fix
        assert finding.points > 0 or rule.is_free


@each_rule
def test_a_finding_leads_to_a_place_that_can_be_opened(rule: Rule) -> None:
    plan = plan_from_toml(rule.bad)
    for finding in findings_of(rule, rule.bad):
        assert can_be_opened(plan, finding.place), finding.place


def can_be_opened(plan: Plan, place: str) -> bool:
    """Whether the place is there, or stands for something that is missing from the journey."""
    table, _, missing = place.partition(".")
    if table == "journey":
        return missing in {"first-contact", "value", "after-value"} or hasattr(plan.journey.not_applicable, missing)
    value_at(plan, place if "." not in place else split_field(place)[0])
    value_at(plan, place)
    return True


@each_rule
def test_the_words_are_there_and_plain(rule: Rule) -> None:
    titles = [finding.title for finding in findings_of(rule, rule.bad)]
    for text in (rule.why, rule.fix, *titles):
        assert text == text.strip()
        assert not MARKUP.search(text), text
        assert "!" not in text, text
        assert text.isprintable(), text
    for text in (rule.why, rule.fix):
        assert text.endswith((".", "?")), text
        assert text.lstrip('"')[0].isupper(), text
        assert len(text) <= SENTENCE, text
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert 1 <= rule.effort_minutes <= 30


@each_rule
def test_the_module_says_what_the_rule_wishes(rule: Rule) -> None:
    module = __import__(f"{rules_folder.__name__}.{rule.id.replace('-', '_')}", fromlist=["RULE"])
    first = (module.__doc__ or "").partition("\n")[0]
    assert first.endswith((".", "?")), first
    assert len(first.split()) >= 5, first


LOOK_UPS = {name for name, value in vars(PlanIndex).items() if isinstance(value, cached_property)}


@each_rule
def test_what_it_reads_are_keys_of_the_plan_or_look_ups(rule: Rule) -> None:
    names = {read for read in rule.reads if isinstance(read, str)}
    assert names <= set(Plan.model_fields) | LOOK_UPS
    assert len(set(rule.reads)) == len(rule.reads)


@each_rule
def test_what_it_reads_stays_the_same_object_over_an_edit_of_words(rule: Rule) -> None:
    """Else its verdicts were never taken over. A key of the plan does so unless something under it is edited."""
    plan = sample("sunday-box")
    index = PlanIndex(plan)
    before = [read_of(read, index) for read in rule.reads if read not in Plan.model_fields]
    later = PlanIndex(reworded(plan), index)
    after = [read_of(read, later) for read in rule.reads if read not in Plan.model_fields]
    assert all(map(is_, before, after))


def read_of(read: Read, index: PlanIndex) -> object:
    return index.part(read) if isinstance(read, str) else read(index)


def reworded(plan: Plan) -> Plan:
    """The plan with other notes on everything: no id, link, name or number differs."""
    for place, _item in all_items(plan):
        plan = apply(plan, SetField(f"{place}.notes", "Seen on Monday"))
    return plan


@each_rule
def test_what_is_free_is_of_the_lowest_severity(rule: Rule) -> None:
    assert not rule.is_free or rule.severity is Severity.LOW
