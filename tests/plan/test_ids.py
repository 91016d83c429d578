"""Ids: readable, plain, unique."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.ids import MAX_LENGTH, is_slug, readable_id, slug, unused_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take an order", "take-an-order"),
        ("  Café: 2 Gäste!  ", "cafe-2-gaste"),
        ("Straße 12", "strasse-12"),
        ("Don't panic", "don-t-panic"),
        ("ＦＵＬＬ ＷＩＤＴＨ", "full-width"),
        ("--a--b--", "a-b"),
        ("…", ""),
        ("电话", ""),
        ("", ""),
        ("a" * 64, "a" * 64),
        ("a" * 63 + " b", "a" * 63),
        ("a" * 65, "a" * 64),
    ],
)
def test_a_slug_keeps_what_can_be_typed_anywhere(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=100))
def test_a_slug_is_one_or_nothing_and_the_slug_of_itself(text: str) -> None:
    made = slug(text)
    assert made == "" or is_slug(made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert slug(made) == made


@pytest.mark.parametrize("text", ["", "A", "a_b", "a b", "ä", "a\n", "a" * 65, "a.b", "١"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)


def test_a_taken_id_gets_the_next_number() -> None:
    assert unused_id("rider", ()) == "rider"
    assert unused_id("rider", {"rider"}) == "rider-2"
    assert unused_id("rider", {"rider", "rider-2", "rider-4"}) == "rider-3"


def test_a_long_id_is_cut_to_make_room_for_its_number() -> None:
    long = "a" * MAX_LENGTH
    assert unused_id(long, {long}) == "a" * 62 + "-2"


@given(st.lists(st.sampled_from(["Ride", "ride", "ride-2", "Ride 2", "?", "", "r" * 80]), max_size=15))
def test_ids_of_a_collection_are_unique_slugs(names: list[str]) -> None:
    taken: set[str] = set()
    for number, name in enumerate(names, start=1):
        made = readable_id({"name": name}, "parking_lot", number, taken)
        assert is_slug(made)
        assert made not in taken
        taken.add(made)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"name": "Ride", "text": "Bake"}, "ride"),
        ({"statement": "By 6:30"}, "by-6-30"),
        ({"text": "Cakes?"}, "cakes"),
        ({"name": "电话", "text": "Cakes?"}, "cakes"),
        ({"name": 7}, "parking-lot-3"),
        ({}, "parking-lot-3"),
    ],
)
def test_an_id_comes_from_the_name_the_statement_the_text_or_the_number(item: dict[str, Any], expected: str) -> None:
    assert readable_id(item, "parking_lot", 3, ()) == expected
