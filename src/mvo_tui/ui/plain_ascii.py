"""The last filter before an ASCII-only terminal: every other character becomes its nearest ASCII one, or "?"."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_NEAREST = {
    "│┃║▏▕▎▌▐": "|",
    "─━═▁▔▄▀": "-",
    "┌┐└┘├┤┬┴┼╭╮╰╯": "+",
    "▾▼": "v",
    "▸▶→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "•·": "*",
    "█▓": "#",
    "▒░": ".",
    "\N{EN DASH}\N{EM DASH}": "-",
    "“”": '"',
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "…": ".",
    "\N{MULTIPLICATION SIGN}": "x",
}
_TABLE = {ord(character): plain for characters, plain in _NEAREST.items() for character in characters}


class PlainAscii(LineFilter):
    """Keeps the width of every text: a character of two cells becomes two."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII."""
        return [Segment(to_ascii(text), style, control) for text, style, control in segments]


@lru_cache(maxsize=2048)
def to_ascii(text: str) -> str:
    """`text` in ASCII, as wide as it was."""
    if text.isascii():
        return text
    return "".join(_ascii(character) for character in text.translate(_TABLE))


def _ascii(character: str) -> str:
    if character.isascii():
        return character
    width = cell_len(character)
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return (plain or "?" * width)[:width].ljust(width)
