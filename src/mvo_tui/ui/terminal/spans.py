"""A span: what is written between two movements of the cursor, as cells."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from mvo_tui.ui.terminal.looks import PLAIN, Look, look_of

_MOST_KEPT = 4_096

# Text in a style, which ends with a reset; or plain text.
_RUN = re.compile(r"\x1b\[([\d;]+)m([^\x00-\x1f\x7f-\x9f]*)\x1b\[0m|([^\x00-\x1f\x7f-\x9f]+)")

# Characters that stand alone, one in a cell, from left to right: Latin, Greek, Cyrillic, punctuation, currencies,
# arrows, mathematics, lines, blocks and geometric shapes. All else may join, turn, or take two cells.
_ONE_BY_ONE = (
    (0x20, 0x24F),
    (0x370, 0x482),
    (0x48A, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x20A0, 0x20C0),
    (0x2190, 0x2199),
    (0x2200, 0x22FF),
    (0x2500, 0x25FC),
)


class Run(NamedTuple):
    """Cells `start` to before `end` of a span, which have one look."""

    start: int
    end: int
    look: Look


class Cells(NamedTuple):
    """The cells of a span, one character each, unless its text is not `is_sure`."""

    text: str
    runs: list[Run]
    marks: str
    """The mark of the look of each cell; a blank that looks the same has the same."""
    is_sure: bool
    """Whether it is known which character falls into which cell."""


@lru_cache(maxsize=_MOST_KEPT)
def cells_of(span: str) -> Cells | None:
    """The cells that `span` fills; None where it holds more than text in styles."""
    text, runs, at = "", list[Run](), 0
    for run in _RUN.finditer(span):
        codes, styled, plain = run.groups()
        look = look_of(codes) if codes else PLAIN
        if look is None or run.start() != at:
            return None
        at, start = run.end(), len(text)
        text += plain or styled
        runs.append(Run(start, len(text), look))
    marks = "".join(_marks(text[start:end], look) for start, end, look in runs)
    return Cells(text, runs, marks, stands_one_by_one(text)) if at == len(span) else None


def _marks(text: str, look: Look) -> str:
    if look.on_blank is look:
        return look.mark * len(text)
    return look.on_blank.mark.join(look.mark * len(word) for word in text.split(" "))


def stands_one_by_one(text: str) -> bool:
    """Whether each character of `text` fills one cell of its own."""
    return text.isascii() or all(map(_stands_alone, text))


@lru_cache(maxsize=_MOST_KEPT)
def _stands_alone(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _ONE_BY_ONE) and unicodedata.category(character)[0] != "C"


def in_doubt(text: str) -> tuple[int, ...]:
    """Where characters stand that some terminals of East Asia draw in two cells: lines, bullets and "é" among them."""
    return () if text.isascii() else _in_doubt(text)


@lru_cache(maxsize=_MOST_KEPT)
def _in_doubt(text: str) -> tuple[int, ...]:
    return tuple(at for at, character in enumerate(text) if unicodedata.east_asian_width(character) == "A")
