"""Sieves: what one does not doubt, the judge passes, so that a report with them is the report without them."""

from typing import Any

import pytest
from hypothesis import given, settings

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Table
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.ledger import judge
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import Rule
from mvo_tui.readiness.sieve import any_leads_to, decided, leads_to, one_of, said
from tests.plans import SAMPLES, neighbours, plan_from_toml, plans, sample

SIEVED = [rule for rule in all_rules() if rule.sieve]
PLAIN = tuple(rule._replace(sieve=None) for rule in all_rules())

each_sieved = pytest.mark.parametrize("rule", SIEVED, ids=lambda rule: rule.id)


def passed(rule: Rule, plan: Plan) -> list[Any]:
    """The subjects that the sieve lets pass, after it was held that the judge agrees; it doubts each once, in order."""
    index = PlanIndex(plan)
    subjects = rule.subjects.pick(index)
    assert rule.sieve is not None
    doubtful = list(rule.sieve(subjects, index))
    assert doubtful == sorted(set(doubtful).intersection(range(len(subjects))))
    found = [subject for number, subject in enumerate(subjects) if number not in doubtful]
    assert [rule.judge(subject, index) for subject in found] == [None] * len(found)
    return found


@each_sieved
def test_a_sieve_passes_nothing_that_its_judge_does_not(rule: Rule) -> None:
    for text in (rule.good, rule.bad):
        plan = plan_from_toml(text)
        passed(rule, plan)
        for other in neighbours(plan):
            passed(rule, other)


@each_sieved
def test_a_sieve_is_worth_its_while(rule: Rule) -> None:
    """One that let nothing pass would be sound and useless."""
    assert passed(rule, plan_from_toml(rule.good)) or passed(rule, sample("sunday-box"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sieves_are_sound_on_a_sample(name: str) -> None:
    for rule in SIEVED:
        passed(rule, sample(name))


@given(plans())
@settings(max_examples=60)
def test_the_sieves_are_sound(plan: Plan) -> None:
    for rule in SIEVED:
        passed(rule, plan)


@given(plans())
@settings(max_examples=40)
def test_a_report_with_sieves_is_the_report_without_them(plan: Plan) -> None:
    with_sieves, without = evaluate(plan), evaluate(plan, rules=PLAIN)
    assert with_sieves.findings == without.findings
    assert (with_sieves.earned, with_sieves.lean, with_sieves.areas) == (without.earned, without.lean, without.areas)


def test_a_sieve_that_breaks_leaves_all_to_the_judge() -> None:
    def breaks(_subjects: object, _index: object) -> Any:
        raise ZeroDivisionError

    rule = SIEVED[0]
    plan = plan_from_toml(rule.bad)
    found = judge(rule._replace(sieve=breaks), PlanIndex(plan), worth=1.0).findings
    assert found == judge(rule, PlanIndex(plan), worth=1.0).findings
    assert found


TOOLS = """
[[tools]]
id = "shared-mailbox"
purpose = "One place for all"
category = "inbox"
integrates_with = []
[[tools]]
id = "b"
purpose = "TBD"
category = "nonsense"
integrates_with = ["nowhere", "b"]
[[tools]]
id = "c"
integrates_with = ["nowhere"]
"""


@pytest.mark.parametrize(
    ("sieve", "expected"),
    [
        (said("purpose"), [1, 2]),
        (decided("category"), [2]),
        (one_of("category", {"inbox": "messages"}), [1, 2]),
        (leads_to("id", lambda _index: {"b"}), [0, 2]),
        (any_leads_to("integrates_with", "tool_ids"), [0, 2]),
    ],
    ids=["said", "decided", "one_of", "leads_to", "any_leads_to"],
)
def test_what_each_kind_doubts(sieve: Any, expected: list[int]) -> None:
    index = PlanIndex(plan_from_toml(TOOLS))
    tools: tuple[Table, ...] = index.plan.tools or ()
    assert list(sieve(tools, index)) == expected
