"""All questions, found by walking `questions/`: one TOML file a step, in the order in which they are asked."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

import tomledit

from mvo_tui.interview.question import Offer, Question
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import field_specs
from mvo_tui.plan.model import Table
from mvo_tui.plan.places import type_at, type_of_collection
from mvo_tui.plan.vocabulary import FUNCTION


class Step(NamedTuple):
    """One of the six steps. `aim`: what stands in the plan when it is done."""

    number: int
    title: str
    aim: str


@cache
def all_questions() -> tuple[Question, ...]:
    """In the order of the interview; those that only the form asks stand where they belong."""
    return tuple(_question(step.number, entry) for step, content in _steps() for entry in content.get("questions", ()))


@cache
def all_steps() -> tuple[Step, ...]:
    return tuple(step for step, _ in _steps())


@cache
def questions_of(collection: str) -> tuple[Question, ...]:
    """The questions of a collection (``processes``, ``steps``), or a single table (``venture``), in form order.

    Form order is the order of the format, notes last.
    """
    own = {question.field: question for question in all_questions() if question.collection == collection}
    own = {field: question for field, question in own.items() if question.spec is not None}
    order = list(own)
    if model := _model_of(next(iter(own.values()), None)):
        order = [spec.name for spec in field_specs(model)]
    return tuple(own[field] for field in order if field in own)


def question_at(place: str) -> Question:
    """The question of a place, concrete (``processes.take-order.owner``) or a pattern (``processes.*.owner``).

    Raises:
        PlanError: nothing is asked there, because it is no field and no list of the format.
    """
    question = _by_place().get(pattern_of(place))
    if question is None:
        raise PlanError(f"There is no question about {place}.")
    return question


def pattern_of(place: str) -> str:
    """`place` with every id and number replaced by ``*``; a missing function becomes the question of its reason."""
    parts = place.split(".")
    if parts[0] == "journey" and len(parts) == 2 and parts[1] in FUNCTION:
        return f"journey.not_applicable.{parts[1]}"
    first = 1 if parts[0] in type_of_collection else 2
    if first == 1 or parts[:2] == ["review", "log"]:
        parts[first::2] = ["*" for _ in parts[first::2]]
    return ".".join(parts)


@cache
def _by_place() -> Mapping[str, Question]:
    return MappingProxyType({question.place: question for question in all_questions()})


def _model_of(question: Question | None) -> type[Table] | None:
    return type_at(question.place.rpartition(".")[0].replace("*", "1")) if question else None


@cache
def _steps() -> tuple[tuple[Step, dict[str, Any]], ...]:
    folder = files(__package__) / "questions"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    # Every start of the interview waits for this; tomledit reads it some eight times sooner than tomllib.
    contents = [tomledit.loads((folder / name).read_text(encoding="utf-8")).value for name in names]
    return tuple(
        (Step(number, content["title"], content["aim"]), content) for number, content in enumerate(contents, start=1)
    )


def _question(step: int, entry: dict[str, Any]) -> Question:
    field = entry["place"].rpartition(".")[2]
    return Question(
        id=entry["id"],
        step=step,
        place=entry["place"],
        ask=entry["ask"],
        why=entry["why"],
        too_much=entry.get("too_much", ""),
        note=entry.get("note", ""),
        is_asked=entry.get("asked", True),
        offers=tuple(_offer(field, offer) for offer in entry.get("offers", ())),
        examples=tuple(entry.get("examples", ())),
        none=entry.get("none", ""),
    )


def _offer(field: str, entry: str | dict[str, Any]) -> Offer:
    """An offer as the TOML has it: a bare text is a value of the field itself; a table has a label and values."""
    if isinstance(entry, str):
        return Offer(entry, MappingProxyType({field: entry}))
    values = {key: value for key, value in entry.items() if key not in ("label", "hint")}
    return Offer(entry["label"], MappingProxyType(values), entry.get("hint", ""))
