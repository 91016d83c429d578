"""Text in lines of so many columns, as a terminal counts them: some characters take two, some none.

What people typed is printed as it is, but for characters that would move the cursor, colour the screen, turn the
reading direction or hide between letters: they are shown as their number, ``<U+001B>``. The two joiners (U+200C and
U+200D) stay: Persian, the scripts of India and some emoji are spelled with them. Every command prints text of a plan
through `visible`; JSON alone is exact.
"""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


def visible(text: str) -> str:
    """`text` with plain line feeds and nothing that a terminal obeys."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", plain)


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text`, none wider than `width` columns; at least one. Words that are too long are broken."""
    return [line for paragraph in visible(text).strip("\n ").split("\n") for line in _filled(paragraph, width)]


def _filled(paragraph: str, width: int) -> list[str]:
    lines, used = [""], 0
    for piece in (piece for word in paragraph.split() for piece in _pieces(word, width)):
        taken = columns(piece)
        if used and used + 1 + taken > width:
            lines.append(piece)
            used = taken
        else:
            lines[-1] += f" {piece}" if used else piece
            used += taken + (1 if used else 0)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """`word` in pieces of at most `width` columns."""
    if columns(word) <= width:
        return [word]
    pieces, start, used = [], 0, 0
    for position, character in enumerate(word):
        taken = _columns_of(character)
        if used and used + taken > width:
            pieces.append(word[start:position])
            start, used = position, 0
        used += taken
    return [*pieces, word[start:]]
