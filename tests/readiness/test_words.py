"""Each word that is not on its list is named once, at its exact place; a category may be a word of one's own."""

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.fields import Kind
from tests.plans import Leaf, leaves
from tests.readiness.one_rule import places_of, rule_called, verdicts
from tests.readiness.test_links import ONE_OF_EACH

RULE = "words-are-on-their-list"
WORD_FIELDS = [leaf for leaf in leaves(ONE_OF_EACH) if leaf.spec.kind in (Kind.WORD, Kind.WORDS)]


@pytest.mark.parametrize("leaf", WORD_FIELDS, ids=lambda leaf: leaf.place)
def test_a_word_that_is_not_on_its_list_is_named(leaf: Leaf) -> None:
    value = "nonsense" if leaf.spec.kind is Kind.WORD else ("nonsense", "nonsense")
    expected = [] if leaf.spec.is_own_word_allowed else [leaf.place]
    assert places_of(RULE, apply(ONE_OF_EACH, SetField(leaf.place, value))) == expected


@pytest.mark.parametrize("leaf", WORD_FIELDS, ids=lambda leaf: leaf.place)
def test_every_word_of_the_list_is_no_finding(leaf: Leaf) -> None:
    for word in leaf.spec.words:
        value = word if leaf.spec.kind is Kind.WORD else (word,)
        assert places_of(RULE, apply(ONE_OF_EACH, SetField(leaf.place, value))) == []


def test_a_blank_word_is_none() -> None:
    assert places_of(RULE, '[review]\ncadence = ""\nday = "  "\n[[people]]\nid = "ole"\ndays = [""]') == []


@pytest.mark.parametrize(
    ("written", "meant"), [("Friday", "fri"), ("FRI", "fri"), (" fri ", "fri"), ("frid", "fri"), ("someday", None)]
)
def test_what_was_meant_is_offered(written: str, meant: str | None) -> None:
    (problem,) = verdicts(RULE, f'[review]\nday = "{written}"')
    choice = "Choose one of: mon, tue, wed, thu, fri, sat, sun."
    assert problem.fix == (f'Did you mean "{meant}"? {choice}' if meant else choice)


def test_it_costs_nothing() -> None:
    assert rule_called(RULE).weight == 0
