"""What a field of the plan is for people and programs: its title, its kind, what it may point to, an example.

The model declares each field with one of the functions here, which also says what values it takes; the form, the
interview and the JSON Schema read it back with `field_spec`. The words of the question that asks for a field stand in
`interview/questions/`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mvo_tui.plan import checker
from mvo_tui.plan.table import Declared, Table, schema_of

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

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


_TEXT = checker.TEXT
_TEXTS = checker.many(_TEXT)
_NUMBER = checker.first_of(checker.WHOLE_NUMBER, checker.NUMBER)
_AMOUNT = checker.first_of(checker.WHOLE_AMOUNT, checker.AMOUNT)


def line(title: str, *examples: str) -> Any:
    """One line of free text."""
    return _declare(Kind.LINE, _TEXT, title, examples)


def prose(title: str, *examples: str) -> Any:
    """Free text of any length."""
    return _declare(Kind.PROSE, _TEXT, title, examples)


def number(title: str, example: float) -> Any:
    """Any number; what it counts is in the title."""
    return _declare(Kind.NUMBER, _NUMBER, title, (f"{example:g}",))


def amount(title: str, example: float) -> Any:
    """A number of something that there is: 0 or more."""
    return _declare(Kind.NUMBER, _AMOUNT, title, (f"{example:g}",))


def yes_no(title: str) -> Any:
    return _declare(Kind.YES_NO, checker.TRUTH, title, ("true",))


def word(title: str, words: Mapping[str, str], *, own_allowed: bool = False) -> Any:
    """One word of a list (`own_allowed`: or one of the founder's own)."""
    return _declare(Kind.WORD, _TEXT, title, tuple(words)[:1], words=words, own_allowed=own_allowed)


def words(title: str, choices: Mapping[str, str]) -> Any:
    return _declare(Kind.WORDS, _TEXTS, title, tuple(choices)[:1], words=choices, default=())


def link(title: str, collection: str, example: str) -> Any:
    """The id of one item of `collection`."""
    return _declare(Kind.LINK, _TEXT, title, (example,), collection=collection)


def link_or_links(title: str, collection: str, example: str) -> Any:
    """The id of one item; several are a mistake that is told, and no error."""
    either = checker.first_of(_TEXT, _TEXTS)
    return _declare(Kind.LINK, either, title, (example,), collection=collection)


def links(title: str, collection: str, example: str, *, default: tuple[str, ...] | None = ()) -> Any:
    """The ids of items of `collection`. A default of None tells "not decided" from "none, decided"."""
    return _declare(Kind.LINKS, _TEXTS, title, (example,), collection=collection, default=default)


def date(title: str, example: str) -> Any:
    return _declare(Kind.DATE, checker.DATE, title, (example,))


def time(title: str, example: str) -> Any:
    return _declare(Kind.TIME, checker.TIME, title, (example,))


def items(title: str, table: type[Table], *, default: tuple[()] | None = ()) -> Any:
    """A list of tables."""
    rows = checker.many(schema_of(table))
    return _declare(Kind.ITEMS, rows, title, (), default=default, table=table)


def version(newest: int) -> Any:
    """The number of the file's format."""
    return Declared(checker.WHOLE_NUMBER, newest)


def single(table: type[Table]) -> Any:
    """One table."""
    return Declared(schema_of(table), table.model_construct(), table=table)


def _declare(  # noqa: PLR0913 - all but the first four are rare, and named
    kind: Kind,
    schema: "CoreSchema",
    title: str,
    examples: tuple[str, ...],
    *,
    default: object = None,
    words: Mapping[str, str] = NO_WORDS,
    own_allowed: bool = False,
    collection: str = "",
    table: type[Table] | None = None,
) -> Any:
    spec = FieldSpec("", title, kind, words, own_allowed, collection, examples)
    return Declared(checker.or_none(schema) if default is None else schema, default, spec, table)


@cache
def field_spec(model: type[Table], name: str) -> FieldSpec:
    """The declaration of the field `name` of `model`.

    Raises:
        KeyError: the model has no such field, or it is a plain value such as an id.
    """
    spec = model.model_fields[name].spec
    if not isinstance(spec, FieldSpec):
        raise KeyError(name)
    return spec._replace(name=name)


@cache
def field_specs(model: type[Table]) -> tuple[FieldSpec, ...]:
    """The declared fields of `model` in the order of the format, notes last, ids and single tables left out."""
    return tuple(field_spec(model, name) for name in sorted(declared_fields(model), key="notes".__eq__))


@cache
def declared_fields(model: type[Table]) -> tuple[str, ...]:
    """The names of the declared fields: all but ids, the format and single tables."""
    return tuple(name for name, field in model.model_fields.items() if field.spec)
