"""The model: every key is optional, wrong types are refused, unknown keys do not matter."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic_core import ValidationError

from mvo_tui.plan.fields import Kind, field_spec, field_specs
from mvo_tui.plan.model import EMPTY, FORMAT, Plan, Process, Venture
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from tests.plans import MODELS, document_of, plans

EVERY_MODEL = {**MODELS, **type_of_single}


def test_an_empty_file_is_a_plan() -> None:
    assert Plan.model_validate({"format": 1}) == EMPTY == Plan()
    assert EMPTY.format == FORMAT


def test_not_decided_and_none_decided_are_told_apart() -> None:
    assert Plan().tools is None
    assert Plan.model_validate({"tools": []}).tools == ()
    assert Plan.model_validate({"tools": []}) != Plan()
    assert Process(id="ride").tools is None


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("venture", "name", 7),
        ("venture", "new_customers_per_week", -1),
        ("venture", "new_customers_per_week", True),
        ("venture", "new_customers_per_week", "6"),
        ("venture", "active_customers", float("nan")),
        ("venture", "active_customers", float("inf")),
        ("review", "day", 1),
        ("review", "time", "09:30"),
        ("review", "attendees", "ana"),
        ("processes", "rehearsed_on", "2026-11-02"),
        ("processes", "rehearsed_on", datetime.datetime(2026, 11, 2, 9, 30)),
        ("processes", "owner", 7),
        ("processes", "owner", [7]),
        ("processes", "steps", {"action": "Ring"}),
        ("processes", "id", "Not a slug"),
        ("promises", "core", "yes"),
        ("promises", "target", "98"),
        ("promises", "target", True),
    ],
)
def test_a_wrong_type_is_refused(table: str, field: str, value: Any) -> None:
    document: dict[str, Any] = {table: {field: value}}
    if table in type_of_collection:
        document = {table: [{"id": "one", field: value}]}
    with pytest.raises(ValidationError):
        Plan.model_validate(document)


def test_a_word_that_is_not_on_its_list_is_no_error() -> None:
    assert Plan.model_validate({"review": {"day": "Friday"}}).review.day == "Friday"


def test_an_owner_may_be_a_list_and_a_target_negative() -> None:
    document = {"processes": [{"id": "a", "owner": ["b", "c"]}], "promises": [{"id": "p", "target": -2.5}]}
    plan = Plan.model_validate(document)
    assert plan.processes[0].owner == ("b", "c")
    assert plan.promises[0].target == -2.5


def test_whole_and_broken_numbers_stay_what_they_are() -> None:
    plan = Plan.model_validate({"venture": {"new_customers_per_week": 6, "active_customers": 6.0}})
    assert type(plan.venture.new_customers_per_week) is int
    assert type(plan.venture.active_customers) is float


def test_unknown_keys_are_left_to_the_file() -> None:
    assert Plan.model_validate({"vision": "World", "venture": {"motto": "On"}}) == EMPTY


def test_a_plan_does_not_change() -> None:
    with pytest.raises(AttributeError):
        EMPTY.venture = Venture()  # type: ignore[misc]  # a type checker says so as well
    with pytest.raises(AttributeError):
        del EMPTY.venture
    with pytest.raises(AttributeError):
        EMPTY.motto = "On"


@given(plans())
@settings(max_examples=30)
def test_a_plan_says_all_of_itself(plan: Plan) -> None:
    assert Plan.model_validate(document_of(plan)) == plan
    assert hash(Plan.model_validate(document_of(plan))) == hash(plan)


@pytest.mark.parametrize("model", EVERY_MODEL.values(), ids=EVERY_MODEL)
def test_every_field_is_declared_with_a_title_and_an_example(model: type) -> None:
    for spec in field_specs(model):
        assert spec.title
        assert spec.examples or spec.kind is Kind.ITEMS, spec.name
        assert bool(spec.words) == (spec.kind in (Kind.WORD, Kind.WORDS))
        if spec.kind in (Kind.LINK, Kind.LINKS):
            assert spec.collection in type_of_collection
        if spec.kind is Kind.ITEMS:
            assert spec.name in type_of_numbered | {"touchpoints": None}
        if spec.kind in (Kind.WORD, Kind.WORDS):
            assert all(spec.words.values()), "each word says what it means"


def test_an_id_is_no_declared_field() -> None:
    with pytest.raises(KeyError):
        field_spec(Process, "id")
