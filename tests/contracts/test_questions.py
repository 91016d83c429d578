"""Questions and fields are one and the same list, told twice: in the model and in the words that ask for it."""

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from mvo_tui.interview.catalogue import all_questions, all_steps, question_at, questions_of
from mvo_tui.interview.question import Question
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Item, NotApplicable, Plan, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from mvo_tui.readiness.rule import Area

NUMBERED = {"steps": "processes.*.steps.*", "readings": "kpis.*.readings.*", "log": "review.log.*"}
TABLES: dict[str, type[Table]] = {**type_of_collection, **type_of_numbered, **type_of_single}
OF_SEVERAL = {"venture.core-promise", "journey.first-contact", "journey.value", "journey.after-value", "journey.truth"}


def those(is_wrong: Callable[[Question], bool]) -> list[str]:
    """The ids of the questions that break a rule of this contract."""
    return [question.id for question in all_questions() if is_wrong(question)]


def all_fields() -> list[str]:
    """Every field and every list of the format, as a pattern."""
    tables: list[tuple[str, type[Table]]] = [(f"{name}.*", model) for name, model in type_of_collection.items()]
    tables += list(type_of_single.items())
    tables += [(NUMBERED[name], model) for name, model in type_of_numbered.items()]
    tables += [("journey.not_applicable", NotApplicable)]
    fields = [f"{place}.{spec.name}" for place, model in tables for spec in field_specs(model)]
    return fields + [spec.name for spec in field_specs(Plan)]


def model_of_offers(question: Question) -> type[Table]:
    """The table that an offer of the question fills."""
    if question.collection == "not_applicable":
        return type_of_collection["stages"]
    if question.id == "after-value":
        return type_of_collection["touchpoints"]
    return type_of_collection[question.field] if question.is_list else TABLES[question.collection]


def test_every_field_has_exactly_one_question_and_every_question_a_field() -> None:
    places = [question.place for question in all_questions() if question.place not in OF_SEVERAL]

    assert sorted(places) == sorted(all_fields())


def test_a_question_without_a_field_is_one_of_the_known_few() -> None:
    assert {question.place for question in all_questions() if question.spec is None} == OF_SEVERAL


def test_the_files_say_the_same_to_every_reader() -> None:
    folder = files("mvo_tui.interview") / "questions"
    entries = [
        tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name[-5:] == ".toml"
    ]

    asks = [question["ask"] for entry in entries for question in entry["questions"]]

    assert sorted(asks) == sorted(question.ask for question in all_questions())


def test_ids_are_unique() -> None:
    ids = [question.id for question in all_questions()]

    assert len(ids) == len(set(ids))


def test_the_steps_are_the_six_areas_of_the_report() -> None:
    titles = [step.title.lower() for step in all_steps()]

    assert titles == [area.value if area is not Area.OWNERSHIP else "owners" for area in Area]
    assert all(step.aim.endswith(".") for step in all_steps())


def test_a_question_says_what_is_asked_and_why() -> None:
    assert those(lambda question: question.ask.count("?") != 1 or len(question.ask) > 180) == []
    assert those(lambda question: not question.why.endswith(".") or not 20 < len(question.why) < 240) == []


def test_the_tone_is_calm() -> None:
    assert those(lambda question: any(mark in text_of(question) for mark in ("!", "Oops", "simply", "just "))) == []
    assert those(lambda question: not text_of(question).isascii()) == []


def text_of(question: Question) -> str:
    return " ".join((question.ask, question.why, question.too_much, question.note, *question.examples))


def test_a_name_is_asked_for_only_where_there_is_an_item() -> None:
    assert those(lambda question: "{name}" in question.ask and question.place.count("*") != 1) == []
    assert those(lambda question: "{stage}" in question.ask and question.collection != "touchpoints") == []


def test_rows_within_an_item_are_not_asked_one_by_one() -> None:
    assert those(lambda question: question.is_asked and question.collection in NUMBERED) == []


def test_none_is_an_answer_exactly_where_the_format_tells_it_from_silence() -> None:
    kinds = (Kind.ITEMS, Kind.LINKS)

    def can_be_none(question: Question) -> bool:
        holder = TABLES.get(question.collection, Plan)
        is_list = question.spec is not None and question.spec.kind in kinds
        return is_list and holder.model_fields[question.field].default is None

    assert those(lambda question: bool(question.none) != can_be_none(question)) == []


@pytest.mark.parametrize("question", [q for q in all_questions() if q.offers], ids=lambda question: question.id)
def test_an_offer_fills_fields_that_exist_with_values_that_count_as_answers(question: Question) -> None:
    model = model_of_offers(question)
    specs = {spec.name: spec for spec in field_specs(model)}
    for offer in question.offers:
        named = {naming_field(model): offer.label} if issubclass(model, Item) else {}
        made = model.model_validate({"id": "x", **named, **offer.values})
        assert {field: getattr(made, field) for field in offer.values} == offer.values
        for field, value in offer.values.items():
            assert not specs[field].is_free_text or is_said(str(value))  # an offer is no placeholder
            assert specs[field].kind is not Kind.WORD or value in specs[field].words


def test_the_model_alone_owns_the_examples_of_its_fields() -> None:
    assert those(lambda question: bool(question.examples) and not (question.is_list or question.spec is None)) == []


def test_what_is_typed_has_an_example() -> None:
    kinds = (Kind.LINE, Kind.NUMBER, Kind.DATE, Kind.TIME)

    assert those(lambda q: q.spec is not None and q.spec.kind in kinds and not q.example) == []
    assert those(lambda q: q.is_list and q.is_asked and not q.example) == []


def test_a_question_is_found_by_its_pattern_and_by_a_concrete_place() -> None:
    assert those(lambda question: question_at(question.place) is not question) == []
    assert (
        those(lambda question: question_at(question.place.replace("*", "x", 1).replace("*", "2")) is not question) == []
    )


def test_the_form_of_an_item_is_the_order_of_the_format() -> None:
    fields = [question.field for question in questions_of("roles")]

    assert fields == ["name", "held_by", "duties", "notes"]


def test_a_function_that_is_missing_leads_to_the_question_of_its_reason() -> None:
    assert question_at("journey.billing").place == "journey.not_applicable.billing"


@pytest.mark.parametrize("place", ["", "venture", "processes.x", "processes.x.colour", "nonsense", "a.b.c.d"])
def test_where_nothing_is_asked_the_answer_is_a_sentence(place: str) -> None:
    with pytest.raises(PlanError, match="no question"):
        question_at(place)


def test_a_time_is_shown_as_it_is_typed() -> None:
    assert question_at("review.time").example == "08:30"
