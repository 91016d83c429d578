"""What a field of the plan is for people and programs: its title, its kind, what it may point to, an example.

The model declares each field with one of the functions here; the form, the interview and the JSON Schema read
it back with `field_spec`. The words of the question that asks for a field stand in `interview/questions/`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, cast

from pydantic import BaseModel, Field

NO_WORDS: Mapping[str, str] = {}


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"  # one line of free text
    PROSE = "prose"  # free text of several lines
    NUMBER = "number"
    YES_NO = "yes-no"
    WORD = "word"  # one word of a list
    WORDS = "words"  # several words of a list
    LINK = "link"  # the id of one item
    LINKS = "links"  # the ids of several items
    DATE = "date"
    TIME = "time"
    ITEMS = "items"  # nested tables: touchpoints, steps, readings, the review's log


class FieldSpec(NamedTuple):
    """One field of one model. `words`: each allowed word and its meaning; `collection`: what a link points to."""

    name: str
    title: str
    kind: Kind
    words: Mapping[str, str]
    is_own_word_allowed: bool
    collection: str
    examples: tuple[str, ...]

    @property
    def is_free_text(self) -> bool:
        return self.kind in (Kind.LINE, Kind.PROSE)


def line(title: str, *examples: str) -> Any:
    """One line of free text."""
    return _declare(Kind.LINE, title, examples)


def prose(title: str, *examples: str) -> Any:
    """Free text of any length."""
    return _declare(Kind.PROSE, title, examples)


def number(title: str, example: float | None = None) -> Any:
    """A number; what it counts is in the title."""
    return _declare(Kind.NUMBER, title, () if example is None else (f"{example:g}",))


def yes_no(title: str) -> Any:
    return _declare(Kind.YES_NO, title, ("true",))


def word(title: str, words: Mapping[str, str], *, own_allowed: bool = False) -> Any:
    """One word of a list (`own_allowed`: or one of the founder's own)."""
    return _declare(Kind.WORD, title, tuple(words)[:1], words=words, own_allowed=own_allowed)


def words(title: str, choices: Mapping[str, str]) -> Any:
    return _declare(Kind.WORDS, title, tuple(choices)[:1], words=choices, default=())


def link(title: str, collection: str, example: str) -> Any:
    """The id of one item of `collection`."""
    return _declare(Kind.LINK, title, (example,), collection=collection)


def links(title: str, collection: str, example: str, *, default: tuple[str, ...] | None = ()) -> Any:
    """The ids of items of `collection`. A default of None tells "not decided" from "none, decided"."""
    return _declare(Kind.LINKS, title, (example,), collection=collection, default=default)


def date(title: str, example: str) -> Any:
    return _declare(Kind.DATE, title, (example,))


def time(title: str, example: str) -> Any:
    return _declare(Kind.TIME, title, (example,))


def items(title: str, *, default: tuple[()] | None = ()) -> Any:
    """A list of tables."""
    return _declare(Kind.ITEMS, title, (), default=default)


def _declare(
    kind: Kind,
    title: str,
    examples: tuple[str, ...],
    *,
    default: object = None,
    words: Mapping[str, str] = NO_WORDS,
    own_allowed: bool = False,
    collection: str = "",
) -> Any:
    # A plain dict, because pydantic writes this into the JSON Schema.
    spec = {"kind": kind, "words": dict(words), "own_allowed": own_allowed, "collection": collection}
    return Field(default=default, title=title, examples=list(examples), json_schema_extra={"x-mvo": cast(Any, spec)})


@cache
def field_spec(model: type[BaseModel], name: str) -> FieldSpec:
    """The declaration of the field `name` of `model`.

    Raises:
        KeyError: the model has no such field, or it is a plain value such as an id.
    """
    info = model.model_fields[name]
    extra = cast(dict[str, Any], info.json_schema_extra or {})["x-mvo"]
    return FieldSpec(
        name=name,
        title=info.title or name,
        kind=extra["kind"],
        words=extra["words"],
        is_own_word_allowed=extra["own_allowed"],
        collection=extra["collection"],
        examples=tuple(str(example) for example in info.examples or ()),
    )


@cache
def field_specs(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The declared fields of `model` in the order of the format, notes last, ids and single tables left out."""
    return tuple(field_spec(model, name) for name in sorted(declared_fields(model), key="notes".__eq__))


@cache
def declared_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of the declared fields: all but ids, the format and single tables."""
    return tuple(name for name, info in model.model_fields.items() if info.json_schema_extra)
