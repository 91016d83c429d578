"""Words as one looks for them: without accents, capitals and other differences that nobody types."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """Where something stands in a text: from `start` up to `end`."""

    start: int
    end: int


def folded(text: str) -> str:
    """`text` as it is looked through: "Café Größe" is "cafe grosse"."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


@lru_cache(maxsize=4_096)
def _folded_character(character: str) -> str:
    # Folding after taking apart, and once more before: some capitals come apart only then.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(part for part in apart if not unicodedata.combining(part))


def words_of(text: str) -> tuple[str, ...]:
    """What is looked for when `text` is typed: its words, folded, in any order."""
    return tuple(dict.fromkeys(folded(text).split()))


def spans_of(words: Sequence[str], text: str) -> tuple[Span, ...]:
    """Where the `words` stand in `text`, from left to right, without overlaps."""
    parts = [folded(character) for character in text]
    starts = [number for number, part in enumerate(parts) for _ in part]  # of each folded character, its own
    whole = "".join(parts)
    found = [
        Span(starts[at], starts[at + len(word) - 1] + 1)
        for word in words
        for at in range(len(whole))
        if word and whole.startswith(word, at)
    ]
    return _joined(sorted(found))


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
