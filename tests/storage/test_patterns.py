"""Repeating without going back."""

import re
from pathlib import Path

import pytest

import mvo_tui
from mvo_tui.storage.patterns import many


@pytest.mark.parametrize(
    ("part", "text", "matched"),
    [
        ("ab?c", "acabcab", "acabc"),
        ("ab?c", "aca", "ac"),  # with `(...)*+`, Python before 3.11.5 takes the last a as well
        ('[^"]+|"(?!")', 'a"b""', 'a"b'),
        ("a", "", ""),
        ("a|ab", "aab", "aa"),
    ],
)
def test_it_takes_what_fits_and_no_half(part: str, text: str, matched: str) -> None:
    found = re.match(many(part), text)

    assert found
    assert found[0] == matched


def test_it_gives_nothing_back() -> None:
    assert not re.match(many("a") + "a", "aaa")


def test_it_goes_on_after_a_step() -> None:
    found = re.match(many("a|b"), "ab" * 5000 + "c")

    assert found
    assert found.end() == 10_000


def test_at_least_one_is_wanted_where_that_is_said() -> None:
    assert not re.match(many("a", 1), "b")
    assert re.match(many("a", 1), "ab")


def test_no_pattern_of_the_program_repeats_a_group_in_the_way_that_old_pythons_get_wrong() -> None:
    package = Path(mvo_tui.__file__).parent
    said = {path.name for path in package.rglob("*.py") if re.search(r"\)[*+?]\+", path.read_text("utf-8"))}

    assert said == {"patterns.py"}  # which explains it
