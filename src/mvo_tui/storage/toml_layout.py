"""Where things stand in the text of a TOML document: its blocks (a header and what is under it) and their statements.

Works on text that has been parsed already, so nothing is judged here. Offsets count characters. A path leads to a
value of the parsed document: ``("processes", 2, "steps", 0, "action")``. Runs of plain lines are skipped by one
regular expression, which is why a megabyte takes some ten milliseconds; statements are looked at only on demand.

Which comment belongs to what: lines of comment directly above a header or a key are its own; those directly below
the last key of a block belong to that block; those with a blank line on either side belong to nobody.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from mvo_tui.storage.parsing import Path
from mvo_tui.storage.patterns import many

_STRING = '(?:"(?!"")' + many(r'[^"\\\n]++|\\.') + r""""|'(?!'')[^'\n]*+')"""
_LONG_BASIC = '"{3}' + many(r'[^"\\]++|\\.|""?(?!")') + '"{3,5}'
_LONG_LITERAL = "'{3}" + many("[^']++|''?(?!')") + "'{3,5}"
_LONG_STRING = rf"(?:{_LONG_BASIC}|{_LONG_LITERAL})"
_PART = rf"(?:[A-Za-z0-9_-]+|{_STRING})"
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"

_LIST_OF_STRINGS = r"\[" + many(r'"[^"\\\n]*+"[, \t]*+') + r"\]"
_PLAIN_VALUE = rf"""(?:"[^"\\\n]++"|[^"'\[{{\n]|{_LIST_OF_STRINGS}|{_STRING})"""
_PLAIN_LINE = rf"[ \t]*+(?:[A-Za-z0-9_.-]++[ \t]*+=[ \t]*+{_PLAIN_VALUE}[^\n]*+|#[^\n]*+|\r?)\n"
_PLAIN_LINES = re.compile(many(_PLAIN_LINE))
"""Blank lines, comments, and statements whose value can't go on in the next line."""
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?[^\n]*+(?:\n|\Z)")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=[ \t]*")
_PARTS = re.compile(_PART)
_TOKEN = re.compile(
    rf"{_LONG_STRING}|{_STRING}|\#[^\n]*+|[\[{{]|[\]}}]|\n|[^\[\]{{}}\"'#\n]++",
    re.DOTALL,
)
_SPACES_OR_COMMA = re.compile(r"[ \t,]*")
_EMPTY_OR_COMMENT = re.compile(many(r"[ \t\r]*(?:#[^\n]*)?(?:\n|\Z)", 1))


class Block(NamedTuple):
    """A table header and the lines under it; the first block of a document has no header and the path ().

    `start_of` and `end_of` tell where it starts and ends with its comments.
    """

    path: Path
    is_row: bool  # [[...]]
    above: int  # no comment above the header reaches further up than this
    header: int  # where the header line starts
    body: int  # where the line under it starts
    floor: int  # all statements before this have been looked at; those after it are plain lines
    limit: int  # where the next header line starts, or the text ends


class Statement(NamedTuple):
    """A key and its value."""

    path: Path
    start: int  # of the line
    key: int
    value: int
    value_end: int
    end: int  # of the line


@lru_cache(maxsize=1)
def blocks(text: str) -> tuple[Block, ...]:
    """All blocks in the order of the text. The last answer is kept: each save of a sitting starts from one text."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    rows: dict[Path, int] = {}
    path: Path = ()
    is_row, above, header, body, floor, position = False, 0, 0, 0, 0, 0
    end_of_plain_lines, header_at, end = _PLAIN_LINES.match, _HEADER.match, len(text)
    while True:
        position = end_of_plain_lines(text, position).end()  # type: ignore[union-attr]  # it matches nothing as well
        found = header_at(text, position)
        if not found and position < end:
            floor = position = _end_of_line(text, end_of_value(text, position))
            continue
        yield Block(path, is_row, above, header, body, floor, position)
        if not found:
            return
        brackets, dotted = found.groups()
        is_row, above, header = brackets == "[[", floor, position
        path = _resolve(key_parts(dotted), is_row, rows)
        position = floor = body = found.end()


def _resolve(parts: tuple[str, ...], is_row: bool, rows: dict[Path, int]) -> Path:
    """The path that a header opens; `rows` holds the last index of each list of tables so far."""
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in rows:
            path = (*path, rows[path])
    path = (*path, parts[-1])
    if is_row:
        rows[path] = rows.get(path, -1) + 1
    return (*path, rows[path]) if path in rows else path


def start_of(text: str, block: Block) -> int:
    """Where `block` starts, with the comment that stands directly above its header."""
    start = block.header
    for line_start, line in _lines_above(text, block.above, block.header):
        if not line.startswith("#") or line.startswith("#:"):
            break
        start = line_start
    return start


def end_of(text: str, block: Block) -> int:
    """Where `block` ends, with the comment directly below it that is not the next one's."""
    lines = list(takewhile(_says_nothing, _lines_above(text, block.floor, block.limit)))[::-1]
    end = block.limit
    while lines and end < len(text) and lines[-1][1].startswith("#"):  # the comment of the next block
        end = lines.pop()[0]
    return next((start for start, line in lines if not line), end)


def _says_nothing(line: tuple[int, str]) -> bool:
    return not line[1] or line[1].startswith("#")


def _lines_above(text: str, floor: int, position: int) -> Iterator[tuple[int, str]]:
    """The lines before `position`, upwards: where each starts, and what it says."""
    while position > floor:
        start = text.rfind("\n", floor, position - 1) + 1 or floor
        yield start, text[start:position].strip()
        position = start


def statements(text: str, block: Block) -> Iterator[Statement]:
    """The statements of `block`, in the order of the text."""
    position = block.body
    while True:
        gap = _EMPTY_OR_COMMENT.match(text, position)
        if gap:
            position = gap.end()
        found = _KEY.match(text, position) if position < block.limit else None
        if not found:
            return
        value_end = end_of_value(text, found.end())
        end = _end_of_line(text, value_end)
        yield Statement(block.path + key_parts(found[1]), position, found.start(1), found.end(), value_end, end)
        position = end


def own_comment(text: str, statement: Statement, floor: int) -> int:
    """Where the lines of comment directly above `statement` start; not before `floor`."""
    start = statement.start
    while start > floor:
        above = text.rfind("\n", floor, start - 1) + 1 or floor
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def end_of_value(text: str, position: int) -> int:
    """Where the value (or the whole statement) that starts at `position` ends, before its comment and line end."""
    depth, end = 0, position
    for token in _TOKEN.finditer(text, position):
        first = token[0][0]
        if depth == 0 and first in "\n#":
            break
        depth += (first in "[{") - (first in "]}")
        if not token[0].isspace():
            end = token.end() - len(token[0]) + len(token[0].rstrip())
    return end


def parts_of_value(text: str, start: int, end: int) -> Iterator[tuple[Path, int, int, int]]:
    """The elements of the list, or the keys of the inline table, between `start` and `end`.

    Yields for each: its path in there, where it starts, and where its value starts and ends.
    """
    is_table, number, position = text[start] == "{", 0, start + 1
    while position < end - 1:
        gap = _EMPTY_OR_COMMENT.match(text, position)
        position = gap.end() if gap else position
        position = _SPACES_OR_COMMA.match(text, position).end()  # type: ignore[union-attr]  # it matches nothing as well
        if text[position : position + 1] in "\r\n#":
            continue
        if position >= end - 1:
            return
        key = _KEY.match(text, position) if is_table else None
        value = key.end() if key else position
        value_end = _end_of_element(text, value, end - 1)
        yield (key_parts(key[1]) if key else (number,)), position, value, value_end
        number, position = number + 1, value_end


def _end_of_element(text: str, position: int, limit: int) -> int:
    depth, last = 0, position
    for token in _TOKEN.finditer(text, position, limit):
        first = token[0][0]
        comma = token[0].find(",") if depth == 0 and first not in "\"'#" else -1
        if comma >= 0:
            kept = token[0][:comma].rstrip()
            return token.start() + len(kept) if kept else last
        depth += (first in "[{") - (first in "]}")
        if first != "#" and not token[0].isspace():
            last = token.start() + len(token[0].rstrip())
    return last


@lru_cache(maxsize=1024)
def key_parts(dotted: str) -> tuple[str, ...]:
    """The parts of a key as it stands in the text: ``a."b c"`` is ("a", "b c")."""
    return tuple(_part(part) for part in _PARTS.findall(dotted))


def _part(part: str) -> str:
    return next(iter(tomllib.loads(f"{part}=0"))) if part[0] in "\"'" else part


def _end_of_line(text: str, position: int) -> int:
    return text.find("\n", position) + 1 or len(text)
