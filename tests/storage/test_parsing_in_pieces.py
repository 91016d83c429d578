"""Read in pieces, a document says what it says as a whole, or is refused with the same words."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.storage import parsing_in_pieces as module
from mvo_tui.storage.parsing import RawTable, parse
from mvo_tui.storage.parsing_in_pieces import parse_in_pieces
from mvo_tui.storage.problems import TomlError
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.samples import sample_text
from tests.plans import sample
from tests.storage.layouts import Hand


def verdict(read: object, text: str, *more: int) -> tuple[str, RawTable | None]:
    try:
        return "", read(text, *more)  # type: ignore[operator]
    except TomlError as error:
        return str(error.problem), None


TRICKY = (
    "[[a]]\nx = 1\n[[b]]\ny = 2\n[[a]]\nx = 3\n",
    "[[a]]\nx = 1\n[a.c]\nz = 1\n[[b]]\n[[a.d]]\nx = 3\n",
    "[[a]]\nx = 1\n[[b]]\n[a.c]\nz = 1\n",
    "a = [{ x = 1 }]\n[[a]]\nx = 2\n",
    "a = []\n[[b]]\n[[a]]\nx = 2\n",
    "[a]\nx = 1\n[[b]]\n[a]\ny = 2\n",
    "[a]\nx = 1\n[[b]]\n[a.c]\ny = 2\n",
    '[[a]]\nx = """\n[[b]]\n"""\n[[b]]\ny = 1\n',
    "[[a]]\nx = '''\n[[b]]\n[[c]]\n'''\n",
    "[[a]]\nx = [\n[[1]]\n]\n",
    "[[a]]\nx = 1\n[[b]]\ny = \n",
    "[[a]]\nx = 1\n[[a.b]]\n[[c]]\n[a.b.d]\n",
)


@pytest.mark.parametrize("text", TRICKY)
def test_what_only_the_whole_tells_is_read_as_a_whole(text: str) -> None:
    assert verdict(parse_in_pieces, text, 1) == verdict(parse, text)


@given(seed=st.integers(0, 10_000), length=st.integers(1, 3_000), name=st.sampled_from(["sunday-box", "messy-draft"]))
@settings(max_examples=60, deadline=None)
def test_any_layout_says_the_same_in_pieces(seed: int, length: int, name: str) -> None:
    text = Hand(seed).write(raw_from_plan(sample(name)))
    assert verdict(parse_in_pieces, text, length) == verdict(parse, text)


@given(seed=st.integers(0, 10_000), at=st.integers(0, 10_000), length=st.integers(1, 200))
@settings(max_examples=60, deadline=None)
def test_a_damaged_document_is_refused_with_the_same_words(seed: int, at: int, length: int) -> None:
    text = Hand(seed).write(raw_from_plan(sample("messy-draft")))
    start = random.Random(at).randrange(len(text))
    damaged = text[:start] + text[start + length :]
    assert verdict(parse_in_pieces, damaged, 500) == verdict(parse, damaged)


def test_a_plain_plan_is_really_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(text: str) -> RawTable:
        read.append(len(text))
        return parse(text)

    monkeypatch.setattr(module, "parse", counted)
    text = sample_text("sunday-box")
    assert parse_in_pieces(text, 2_000) == parse(text)
    assert len(read) > 3
    assert max(read) < len(text)
