"""When a text counts as an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.answered import is_said, is_word, unsaid
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.vocabulary import MOMENT
from tests.plans import MODELS, PLACEHOLDERS, SAID, SAMPLES, STRANGE, leaves, sample


@pytest.mark.parametrize("text", ["Ring Nora", "x-ray", "No", "0", "?!", "TBD by Friday", "none", "电话", "EUR", "tod"])
def test_an_answer(text: str) -> None:
    assert is_said(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "  ",
        "\n\t",
        "TBD",
        " tbd ",
        "ToDo",
        "To do",
        "n/a",
        "?",
        "???",
        "-",
        "…",
        "...",
        "lorem ipsum",
        "Lorem ipsum dolor sit amet, " * 20,
        "xxx",
    ],
)
def test_a_placeholder_is_no_answer(text: str | None) -> None:
    assert not is_said(text)


@given(st.frozensets(st.none() | st.text(max_size=4) | st.sampled_from((*SAID, *PLACEHOLDERS, *STRANGE, "ToDo", "x"))))
def test_of_many_texts_it_is_told_as_of_each(texts: frozenset[str | None]) -> None:
    assert unsaid(texts) == {text for text in texts if not is_said(text)}


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_programs_own_example_is_no_answer_where_it_is_a_sentence(model: type) -> None:
    for spec in field_specs(model):
        for example in spec.examples if spec.is_free_text else ():
            assert is_said(example) == (len(example.split()) < 3), example
            assert is_said(example.upper()) == is_said(example)


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"messy-draft"}))
def test_no_sample_plan_is_taken_for_the_programs_example(name: str) -> None:
    """A fault of the placeholders would show here: these plans mean all that they say."""
    texts = [leaf for leaf in leaves(sample(name)) if leaf.spec.kind is Kind.LINE and leaf.value]
    assert [leaf.place for leaf in texts if not is_said(leaf.value)] == []


def test_a_word_counts_when_it_is_on_its_list_as_it_is() -> None:
    assert is_word("first contact", MOMENT)
    assert not is_word("First contact", MOMENT)
    assert not is_word("first_contact", MOMENT)
    assert not is_word("", MOMENT)
    assert not is_word(None, MOMENT)
