"""When a value counts as an answer.

Placeholders ("TBD", "?", the program's own example) count as unanswered, in free text only; a word counts when it
is on its list. Source: ``docs/readiness.md``, findings and the ledger.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

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
_LOREM = "lorem ipsum"
_BLANK: frozenset[str | None] = frozenset({None, ""})
_WORDS_OF_AN_EXAMPLE = 3  # shorter examples ("Nora", "EUR") may well be somebody's true answer


def is_said(text: str | None) -> bool:
    """Whether free text says something: not absent, blank, a placeholder or the program's own example."""
    return _said[text]


def unsaid(texts: frozenset[str | None]) -> frozenset[str | None]:
    """Those of many texts that say nothing, several times as fast as text by text."""
    written = texts - _BLANK
    plain = tuple(map(str.casefold, map(str.strip, cast(frozenset[str], written))))
    if _nothing_said().isdisjoint(plain) and _LOREM not in "\n".join(plain):  # as nearly always
        return texts & _BLANK
    nothing, texts_and_plain = _nothing_said(), zip(written, plain, strict=True)
    return texts & _BLANK | {text for text, plain in texts_and_plain if plain in nothing or plain.startswith(_LOREM)}


class _Said(dict[str | None, bool]):
    """What was found of texts before: many rules ask it of the same texts at every edit.

    A dictionary that starts anew now and then, because an LRU cache writes at every hit.
    """

    _MOST = 1 << 16

    def __missing__(self, text: str | None) -> bool:
        if len(self) >= self._MOST:
            self.clear()
        plain = (text or "").strip().casefold()
        found = plain not in _nothing_said() and not plain.startswith(_LOREM)
        self[text] = found
        return found


_said = _Said()


def is_word(text: str | None, words: Mapping[str, str]) -> bool:
    """Whether `text` is one of the words of its list."""
    return text is not None and text in words


@cache
def _nothing_said() -> frozenset[str]:
    return _PLACEHOLDERS | {"", *_examples()}


def _examples() -> Iterator[str]:
    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, model.Table):
            for spec in field_specs(value):
                if spec.is_free_text:
                    yield from (text.casefold() for text in spec.examples if len(text.split()) >= _WORDS_OF_AN_EXAMPLE)
