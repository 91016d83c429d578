"""Changes to a text by offset, collected in any order and applied at once; the blank lines between blocks stay tidy."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

_BLANK_LINES = re.compile(r"(?:[ \t\r]*\n)*")
_HAS_BLANK_LINES = re.compile(r"\n[ \t\r]*\n")
_HAS_HEADERS = re.compile(r"^[ \t]*\[", re.MULTILINE)


class _Kind(IntEnum):
    """Of several changes at one offset, the lower kind comes first."""

    PART = 0
    BLOCK = 1
    TIGHT_BLOCK = 2
    REMOVAL = 3


class _Change(NamedTuple):
    start: int
    kind: _Kind
    number: int
    end: int
    text: str


class Splices:
    """What is to change in one text."""

    def __init__(self) -> None:
        self._changes: list[_Change] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of what stands between `start` and `end`."""
        self._changes.append(_Change(start, _Kind.PART, len(self._changes), end, text))

    def insert_block(self, position: int, text: str, *, is_tight: bool = False) -> None:
        """Put the lines of `text` at `position`, set apart by blank lines if this document has any, or `is_tight`."""
        kind = _Kind.TIGHT_BLOCK if is_tight else _Kind.BLOCK
        self._changes.append(_Change(position, kind, len(self._changes), position, text))

    def remove_block(self, start: int, end: int) -> None:
        """Take whole lines out, and the blank lines that nobody needs then."""
        self._changes.append(_Change(start, _Kind.REMOVAL, 0, end, ""))

    def applied(self, text: str, newline: str, start: int = 0, end: int | None = None) -> str:
        """What stands between `start` and `end` after the changes that lie there."""
        end = len(text) if end is None else end
        output = _Output(newline, has_blank_lines=_sets_blocks_apart(text))
        position = start
        for change in sorted(self._settled(text, start, end)):
            if start <= change.start <= change.end <= end:
                output.add(text[position : change.start])
                position = max(position, change.end)
                if change.kind is _Kind.BLOCK:
                    output.add_block(change.text)
                else:
                    output.add(change.text)
        output.add(text[position:end])
        return "".join(output.parts)

    def _settled(self, text: str, start: int, end: int) -> Iterator[_Change]:
        """The changes that count: none inside what is taken out; blocks that belong there come before it.

        Blank lines that go with what is taken out stay where they lie before `start` or after `end`.
        """
        removals = [
            gone._replace(start=max(gone.start, start), end=min(gone.end, end))
            for gone in _removals(text, self._changes)
        ]
        yield from removals
        starts = [gone.start for gone in removals]
        for change in self._changes:
            last = bisect_right(starts, change.start) - 1
            around = removals[last] if last >= 0 and change.start < removals[last].end else None
            if change.kind is _Kind.REMOVAL or (change.kind is _Kind.PART and around and around.start < change.end):
                continue
            yield change._replace(start=around.start, end=around.start) if around else change


def _sets_blocks_apart(text: str) -> bool:
    """Whether blocks have blank lines between them; a text without a header has no style of its own to keep."""
    return bool(_HAS_BLANK_LINES.search(text)) or not _HAS_HEADERS.search(text)


def _removals(text: str, changes: list[_Change]) -> Iterator[_Change]:
    """The spans to take out, joined where only blank lines lie between, with the blank lines that go with them."""
    spans: list[tuple[int, int]] = []
    for start, _, _, end, _ in sorted(change for change in changes if change.kind is _Kind.REMOVAL):
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    for start, end in spans:
        after = _BLANK_LINES.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing as well
        if after == len(text):
            yield _Change(_start_of_blank_lines(text, start), _Kind.REMOVAL, 0, after, "")
        else:
            is_apart = _is_after_blank_line(text[max(0, start - 200) : start])
            yield _Change(start, _Kind.REMOVAL, 0, after if is_apart else end, "")


def _start_of_blank_lines(text: str, position: int) -> int:
    while position > 0:
        line = text.rfind("\n", 0, position - 1) + 1
        if text[line:position].strip():
            break
        position = line
    return position


def _is_after_blank_line(before: str) -> bool:
    """Whether `before` is nothing at all or ends with an empty line."""
    return not before or not before.removesuffix("\n").rpartition("\n")[2].strip()


class _Output:
    def __init__(self, newline: str, *, has_blank_lines: bool) -> None:
        self.parts: list[str] = []
        self._newline, self._has_blank_lines = newline, has_blank_lines
        self._tail = ""
        self._owes_blank_line = False

    def add(self, text: str) -> None:
        if text:
            if self._owes_blank_line and text.lstrip(" \t\r")[:1] != "\n":
                self._append(self._newline)
            self._owes_blank_line = False
            self._append(text)

    def add_block(self, text: str) -> None:
        if self._has_blank_lines and not _is_after_blank_line(self._tail):
            self._append(self._newline)
        self._append(text)
        self._owes_blank_line = self._has_blank_lines

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self._tail = (self._tail + text[-200:])[-200:]
