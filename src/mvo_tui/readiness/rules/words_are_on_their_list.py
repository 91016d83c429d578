"""Every word is one of its list: a word that the program does not know is no answer yet."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple, cast

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Table
from mvo_tui.plan.suggestions import nearest
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, Subjects, wrong
from mvo_tui.readiness.tables import found_in, keys_with, name_of, numbers_beyond, place_of, rows


class UnknownWord(NamedTuple):
    """A word in the field at `place` that is not on the field's list; `name` is whose field it is."""

    place: str
    word: str
    name: str
    field: FieldSpec


def unknown_words(index: PlanIndex) -> tuple[UnknownWord, ...]:
    """Each once, in the order of places and words."""
    found = {
        (unknown.place, unknown.word): unknown
        for key, find in _FINDERS.items()
        for unknown in found_in(key, index, find, _doubtful)
    }
    return tuple(unknown for _, unknown in sorted(found.items()))


def judge(unknown: UnknownWord, _index: PlanIndex) -> Problem | None:
    title = f"{unknown.name}: {quoted(unknown.word)} is no word for {unknown.field.title}"
    meant = _meant(unknown.word, unknown.field.words)
    choice = f"Choose one of: {', '.join(unknown.field.words)}."
    return wrong(unknown.place, title, f'Did you mean "{meant}"? {choice}' if meant else choice)


def _meant(written: str, words: Mapping[str, str]) -> str | None:
    """The word that was meant: the one that differs in case or has this meaning ("Friday"), else the nearest."""
    plain = written.strip().casefold()
    same = (word for word, meaning in words.items() if plain in (word, meaning.casefold()))
    return next(same, None) or nearest(plain, words)


def _unknown_words_in(table: Table) -> tuple[UnknownWord, ...]:
    return tuple(
        UnknownWord(f"{place_of(row)}.{field.name}", word, name_of(row), field)
        for row in rows(table)
        for field in _word_fields(type(row.table))
        for word in _words(getattr(row.table, field.name))
        if word not in field.words
    )


def _doubtful(tables: tuple[Table, ...], index: PlanIndex) -> Iterator[int]:
    """The numbers of the tables in which a word may not be on its list."""
    for field in _word_fields(type(tables[0])):
        yield from numbers_beyond(field.words, field, tables, index)


def _words(value: object) -> Iterator[str]:
    """The words of a field; a blank one is no word."""
    words = (value,) if isinstance(value, str) else cast(tuple[str, ...], value or ())
    return (word for word in words if word.strip())


@cache
def _word_fields(model: type[Table]) -> tuple[FieldSpec, ...]:
    """The fields that take words of a list and no others."""
    words = (Kind.WORD, Kind.WORDS)
    return tuple(spec for spec in field_specs(model) if spec.kind in words and not spec.is_own_word_allowed)


# One function for each key of the plan, because a look-up is kept under the function that made it.
_FINDERS = {key: partial(_unknown_words_in) for key in keys_with(_word_fields)}

RULE = Rule(
    id="words-are-on-their-list",
    area=Area.PROCESSES,
    severity=Severity.LOW,
    subjects=Subjects("each word that is not on its list", unknown_words, lambda _index: None),
    judge=judge,
    why="A word of one's own stays in the file, and counts as unanswered: nobody can act on it.",
    fix="Choose a word of the list.",
    effort_minutes=1,
    is_free=True,
    good="""
[review]
cadence = "weekly"
day = "fri"
""",
    bad="""
[review]
cadence = "weekly"
day = "Friday"
""",
)
