"""Did you mean: a near name, or silence."""

import pytest

from mvo_tui.plan.suggestions import did_you_mean, nearest

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
