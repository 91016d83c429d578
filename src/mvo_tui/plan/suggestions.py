"""Did you mean: the nearest of the names that exist."""

from collections.abc import Iterable

_LONGEST = 200  # characters; names are shorter, and comparing a pasted megabyte takes seconds


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is much like it."""
    if len(word) > _LONGEST:
        return None
    # difflib is imported here because few plans need it and every start would pay for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence, or an empty text where no name is near."""
    found = nearest(word, known)
    return f'Did you mean "{found}"?' if found else ""
