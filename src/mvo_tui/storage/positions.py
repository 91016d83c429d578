"""From a path in the parsed document to the line and column in its text. For messages; only looked up on demand."""

from bisect import bisect_right

from mvo_tui.storage.parsing import Path
from mvo_tui.storage.toml_layout import Block, blocks, parts_of_value, statements

_Span = tuple[int, int]


class Positions:
    """Finds values in `text`, which has been parsed. What was looked at once is remembered."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._blocks: dict[Path, Block] = {}
        self._first_under: dict[Path, Block] = {}
        for block in blocks(text):
            self._blocks[block.path] = block
            for length in range(len(block.path)):
                self._first_under.setdefault(block.path[:length], block)
        self._statements: dict[Path, dict[Path, _Span]] = {}
        self._parts: dict[_Span, dict[Path, _Span]] = {}

    def line_and_column(self, path: Path) -> tuple[int, int]:
        """Where the value at `path` starts, from 1; a table under a header starts there.

        Where the path leads to nothing, the position is that of the nearest table around it.
        """
        offset = self._offset(path)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _offset(self, path: Path) -> int:
        nearest = 0
        for length in range(len(path)):
            block = self._blocks.get(path[:length])
            if block is None:
                continue
            nearest = block.header
            found = _leading_to(self._values_of(block), path, length)
            if found:
                return self._inside(*found)
        block = self._blocks.get(path) or self._first_under.get(path)
        return block.header if block else nearest

    def _inside(self, span: _Span, path: Path) -> int:
        """The offset of what `path` leads to in the value of that span."""
        found = _leading_to(self._parts_of(span), path, 0) if path and self._text[span[0]] in "[{" else None
        return self._inside(*found) if found else span[0]

    def _values_of(self, block: Block) -> dict[Path, _Span]:
        if block.path not in self._statements:
            found = statements(self._text, block)
            self._statements[block.path] = {each.path: (each.value, each.value_end) for each in found}
        return self._statements[block.path]

    def _parts_of(self, span: _Span) -> dict[Path, _Span]:
        if span not in self._parts:
            found = parts_of_value(self._text, *span)
            self._parts[span] = {path: (value, end) for path, _, value, end in found}
        return self._parts[span]


def _leading_to(spans: dict[Path, _Span], path: Path, length: int) -> tuple[_Span, Path] | None:
    """The span on the way to `path`, and the rest of the path; `length` parts of it are known to be on the way."""
    for end in range(length + 1, len(path) + 1):
        if path[:end] in spans:
            return spans[path[:end]], path[end:]
    return None
