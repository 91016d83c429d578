"""Lines are as wide as a terminal shows them, and nothing of a text is lost in wrapping it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.exports.text.wrapping import columns, visible, wrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("   ", [""]),
        ("short", ["short"]),
        ("two  words", ["two words"]),
        ("exactly 10", ["exactly 10"]),
        ("one more than ten", ["one more", "than ten"]),
        ("abcdefghijklm no", ["abcdefghij", "klm no"]),
        ("a abcdefghijklm", ["a", "abcdefghij", "klm"]),
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo\n", ["one", "", "two"]),
        ("日本語の長い文章です", ["日本語の長", "い文章です"]),
        ("e\u0301" * 12, ["e\u0301" * 10, "e\u0301" * 2]),
    ],
)
def test_wrapped(text: str, expected: list[str]) -> None:
    assert wrapped(text, 10) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("\uff41\uff42", 4), ("🙂", 2), ("a\u200bb", 2)],
)
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain ünï 日本 🙂", "plain ünï 日本 🙂"),
        ("a\tb\r\nc\rd", "a b\nc\nd"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("\x9b\x7f\x00", "<U+009B><U+007F><U+0000>"),
        ("\u202eabc\u2069", "<U+202E>abc<U+2069>"),
        ("\u2028", "<U+2028>"),
        ("a\u200eb\u200fc\u061c", "a<U+200E>b<U+200F>c<U+061C>"),
        ("a\u200bb\u2060c\ufeff", "a<U+200B>b<U+2060>c<U+FEFF>"),
        ("می\u200cخواهم 👩\u200d🍳", "می\u200cخواهم 👩\u200d🍳"),
        ("\udc80", "<U+DC80>"),
        ("[b]x[/]", "[b]x[/]"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text(), st.integers(2, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines
    assert all(columns(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", visible(text))


def test_a_megabyte_is_wrapped() -> None:
    assert len(wrapped("x" * 1_000_000, 50)) == 20_000
    assert len(wrapped("ä " * 500_000, 50)) == 20_000
