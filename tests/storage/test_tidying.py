"""Rows that need nothing are passed over many at once, and that comes to the same as looking at each of them."""

from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.storage.parsing import RawTable, parse
from mvo_tui.storage.samples import sample_text
from mvo_tui.storage.tidying import Tidying

Rows = list[Any]


def all_rows(table: RawTable) -> Iterator[Rows]:
    for value in table.values():
        if isinstance(value, list) and (tables := [row for row in value if isinstance(row, dict)]):
            yield value
            for row in tables:
                yield from all_rows(row)


def without_id(rows: Rows, at: int) -> None:
    rows[at].pop("id", None)


def with_the_id_of_the_first(rows: Rows, at: int) -> None:
    rows[at]["id"] = next(row.get("id", "first") for row in rows if isinstance(row, dict))


def with_an_unknown_key(rows: Rows, at: int) -> None:
    rows[at]["colour"] = "red"


def with_a_number_for_a_list(rows: Rows, at: int) -> None:
    for name in ("steps", "touchpoints", "readings"):
        if name in rows[at]:
            rows[at][name] = 7


def with_no_rows_within(rows: Rows, at: int) -> None:
    for name in ("steps", "touchpoints", "readings"):
        if name in rows[at]:
            rows[at][name] = []


def empty(rows: Rows, at: int) -> None:
    rows[at] = {}


def no_table(rows: Rows, at: int) -> None:
    rows[at] = 7


SPOILED_BY = (
    without_id,
    with_the_id_of_the_first,
    with_an_unknown_key,
    with_a_number_for_a_list,
    with_no_rows_within,
    empty,
    no_table,
)


@given(seed=st.integers(0, 10_000), times=st.integers(0, 3), name=st.sampled_from(["sunday-box", "messy-draft"]))
@settings(max_examples=150, deadline=None)
def test_many_rows_at_once_come_to_the_same_as_one_by_one(seed: int, times: int, name: str) -> None:
    random, raw = Random(seed), parse(sample_text(name))
    for _ in range(times):
        rows = random.choice(list(all_rows(raw)))
        tables = [number for number, row in enumerate(rows) if isinstance(row, dict)]
        random.choice(SPOILED_BY)(rows, random.choice(tables))
    at_once, one_by_one = Tidying(raw, ""), Tidying(raw, "a brace, { , means that all values are looked at")
    assert at_once.plan == one_by_one.plan
    assert at_once.double_ids == one_by_one.double_ids
    assert list(at_once.notices(str)) == list(one_by_one.notices(str))


def test_a_document_in_order_is_not_copied() -> None:
    raw = parse(sample_text("sunday-box"))
    assert Tidying(raw, "").plan is raw
