"""Did you mean: the nearest of the names that exist."""

from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest

_LONGEST = 200  # characters; names are shorter, and comparing a pasted megabyte takes seconds

MOST_NAMES = 500
"""Among more names none is looked for: a plan full of links to nothing must not keep anybody waiting."""

_COMPARED = 5  # names that are compared letter by letter; the rest is out by the pairs of letters that it shares


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is much like it."""
    names = list(known)
    if len(word) > _LONGEST or len(names) > MOST_NAMES:
        return None
    if word and word in names:
        return word
    if len(names) > _COMPARED:
        pairs = _pairs(word)
        names = nlargest(_COMPARED, names, key=lambda name: (_shared(pairs, _pairs(name)), name))
    # difflib is imported here because few plans need it and every start would pay for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, names, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence, or an empty text where no name is near."""
    found = nearest(word, known)
    return f'Did you mean "{found}"?' if found else ""


@lru_cache(maxsize=2 * MOST_NAMES)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of letters that follow each other in `word`."""
    return frozenset(map(str.__add__, word, word[1:]))


def _shared(pairs: frozenset[str], others: frozenset[str]) -> float:
    """How alike two sets of pairs are, 0 to 1 (Dice's coefficient)."""
    return 2 * len(pairs & others) / (len(pairs) + len(others) or 1)
