"""When a value counts as an answer.

Placeholders ("TBD", "?", the program's own example) count as unanswered, in free text only; a word counts when it
is on its list. Source: ``docs/readiness.md``, findings and the ledger.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from mvo_tui.plan import model
from mvo_tui.plan.fields import field_specs

_PLACEHOLDERS = frozenset(
    {
        "tbd",
        "tba",
        "todo",
        "to do",
        "to be done",
        "to be decided",
        "n/a",
        "na",
        "none yet",
        "later",
        "xxx",
        "xx",
        "x",
    }
    | {"lorem ipsum", "placeholder", "unknown", "?", "??", "???", "-", "--", "---", "...", "…", "."}
)
_WORDS_OF_AN_EXAMPLE = 3  # shorter examples ("Nora", "EUR") may well be somebody's true answer


def is_said(text: str | None) -> bool:
    """Whether free text says something: not absent, blank, a placeholder or the program's own example."""
    if not text:
        return False
    plain = text.strip().casefold()
    if len(plain) > _longest_placeholder():
        return not plain.startswith("lorem ipsum")
    return bool(plain) and plain not in _all_placeholders() and not plain.startswith("lorem ipsum")


def is_word(text: str | None, words: Mapping[str, str]) -> bool:
    """Whether `text` is one of the words of its list."""
    return text is not None and text in words


@cache
def _all_placeholders() -> frozenset[str]:
    return _PLACEHOLDERS | frozenset(_examples())


@cache
def _longest_placeholder() -> int:
    # Quick way out for long texts: stripping and folding them costs more than their length.
    return max(map(len, _all_placeholders()))


def _examples() -> Iterator[str]:
    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, BaseModel):
            for spec in field_specs(value):
                if spec.is_free_text:
                    yield from (text.casefold() for text in spec.examples if len(text.split()) >= _WORDS_OF_AN_EXAMPLE)
