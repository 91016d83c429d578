"""What may stand in a field: plain characters, not too many of them."""

import unicodedata

from mvo_tui.storage.control_characters import without_control_characters

MOST_CHARACTERS = 20_000
"""As much as a field takes; what is longer belongs in a document of its own that the plan points to."""

TOO_LONG = f"That is more than a field holds. The first {MOST_CHARACTERS:,} characters are here; the rest is not."


def one_line(text: str) -> str:
    """`text` without control characters, in one line: line ends and tabs become blanks, no word is lost."""
    if "\n" not in text and "\r" not in text:
        return without_control_characters(text).replace("\t", " ")
    return " ".join(lines_of(text))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of `text` that say something, without control characters."""
    lines = without_control_characters(text).split("\n")
    return tuple(line.replace("\t", " ").strip() for line in lines if line.strip())


def is_text(character: str | None) -> bool:
    """Whether a key types text: anything but control characters, so that joiners and wide blanks pass too."""
    return character is not None and bool(character) and not any(map(_is_control, character))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
