"""Did you mean: a near name, or silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.suggestions import MOST_NAMES, did_you_mean, nearest

KNOWN = ("cs-team", "driver", "order-desk")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("cs-lead", "cs-team"), ("drivers", "driver"), ("orderdesk", "order-desk"), ("zzz", None), ("", None)],
)
def test_the_nearest_of_the_names_that_exist(word: str, expected: str | None) -> None:
    assert nearest(word, KNOWN) == expected


def test_it_is_a_sentence_or_nothing() -> None:
    assert did_you_mean("drivers", KNOWN) == 'Did you mean "driver"?'
    assert did_you_mean("zzz", KNOWN) == ""
    assert did_you_mean("drivers", ()) == ""


def test_what_is_much_longer_than_any_name_is_like_none() -> None:
    assert nearest("order-desk" * 100, ["order-desk" * 100]) is None
    assert nearest("o" * 200, ["o" * 200]) == "o" * 200


def test_among_many_names_the_nearest_is_found() -> None:
    many = tuple(f"role-{number:03}" for number in range(400))
    assert nearest("driverr", (*many, "driver")) == "driver"
    assert nearest("role-07", many) in {"role-007", "role-070"} | {f"role-07{digit}" for digit in range(10)}


def test_among_very_many_names_none_is_looked_for() -> None:
    assert nearest("driverr", [*map(str, range(MOST_NAMES)), "driver"]) is None


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=12))
def test_any_text_has_a_nearest_name_or_none(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, None}
    assert nearest(known[0], known) == known[0] if known and known[0] else True
