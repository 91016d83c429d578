"""When a value counts as an answer.

Placeholders ("TBD", "?", the program's own example) count as unanswered, in free text only; a word counts when it
is on its list. Source: ``docs/readiness.md``, findings and the ledger.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

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
    return _said[text]


def are_said(texts: Iterable[str | None]) -> Iterator[bool]:
    """The same of each of many texts, several times as fast."""
    return map(_said.__getitem__, texts)


class _Said(dict[str | None, bool]):
    """What was found of texts before: many rules ask it of the same texts at every edit.

    A dictionary that starts anew now and then, because an LRU cache writes at every hit.
    """

    _MOST = 1 << 16

    def __missing__(self, text: str | None) -> bool:
        if len(self) >= self._MOST:
            self.clear()
        plain = (text or "").strip().casefold()
        found = bool(plain) and plain not in _all_placeholders() and not plain.startswith("lorem ipsum")
        self[text] = found
        return found


_said = _Said()


def is_word(text: str | None, words: Mapping[str, str]) -> bool:
    """Whether `text` is one of the words of its list."""
    return text is not None and text in words


@cache
def _all_placeholders() -> frozenset[str]:
    return _PLACEHOLDERS | frozenset(_examples())


def _examples() -> Iterator[str]:
    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, model.Table):
            for spec in field_specs(value):
                if spec.is_free_text:
                    yield from (text.casefold() for text in spec.examples if len(text.split()) >= _WORDS_OF_AN_EXAMPLE)
