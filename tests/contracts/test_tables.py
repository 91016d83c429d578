"""The tables of the plan take what pydantic models with the same fields take, and refuse what those refuse."""

import datetime
from copy import deepcopy
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from benchmarks.pydantic_models import program
from mvo_tui.plan.model import Plan
from tests.plans import document_of, plans

Document = dict[str, Any]


def pydantic_plan() -> type[BaseModel]:
    made: dict[str, Any] = {}
    exec(program(), made)
    plan: type[BaseModel] = made["Plan"]
    return plan


SAME = pydantic_plan()

odd_values: st.SearchStrategy[object] = st.sampled_from(
    [
        None,
        "",
        "text",
        "No Slug",
        True,
        0,
        -1,
        2**70,
        1.5,
        -0.5,
        float("nan"),
        float("inf"),
        datetime.date(2026, 11, 2),
        datetime.datetime(2026, 11, 2, 9, 30),
        datetime.time(9, 30),
        [],
        ["a"],
        [1],
        [{}],
        [{"id": "a"}],
        {},
        {"id": "a"},
        b"bytes",
    ]
).map(deepcopy)  # what is drawn may be filled with more


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of a plan, with up to three odd values in it."""
    document = document_of(draw(plans()))
    for _ in range(draw(st.integers(0, 3))):
        table = document
        while (inner := _tables_in(table)) and draw(st.sampled_from([True, False])):
            table = draw(st.sampled_from(inner))
        table[draw(st.sampled_from([*table, "unheard_of"]))] = draw(odd_values)
    return document


def _tables_in(table: Document) -> list[Document]:
    rows = [row for value in table.values() if isinstance(value, list) for row in value if isinstance(row, dict)]
    return rows + [value for value in table.values() if isinstance(value, dict)]


@given(documents())
@example({"format": True})
@example({"processes": [{"id": "a", "owner": ["b"]}, {"id": "b", "owner": 7}]})
@settings(max_examples=200)
def test_tables_take_and_refuse_what_pydantic_does(document: Document) -> None:
    try:
        expected = SAME.model_validate(document)
    except ValidationError as refused:
        where = {error["loc"][:3] for error in refused.errors()}
        found = _refused(document)
        assert found is not None
        assert {error["loc"][:3] for error in found.errors()} == where
    else:
        assert document_of(Plan.model_validate(document)) == _as_lists(expected.model_dump())


def _refused(document: Document) -> ValidationError | None:
    try:
        Plan.model_validate(document)
    except ValidationError as error:
        return error
    return None


def _as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_lists(part) for name, part in value.items()}
    return [_as_lists(part) for part in value] if isinstance(value, tuple) else value
