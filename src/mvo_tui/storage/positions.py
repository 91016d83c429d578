"""From a path in the parsed document to the line and column in its text. For messages; only looked up on demand."""

from mvo_tui.storage.toml_layout import Block, Path, blocks, parts_of_value, statements


class Positions:
    """Finds values in `text`, which has been parsed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: dict[Path, Block] = {}
        self._first_under: dict[Path, Block] = {}
        for block in blocks(text):
            self._blocks[block.path] = block
            for length in range(len(block.path)):
                self._first_under.setdefault(block.path[:length], block)

    def line_and_column(self, path: Path) -> tuple[int, int]:
        """Where the value at `path` starts, from 1; a table under a header starts there.

        Where the path leads to nothing, the position is that of the nearest table around it.
        """
        offset = self._offset(path)
        return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)

    def _offset(self, path: Path) -> int:
        nearest = 0
        for length in range(len(path)):
            block = self._blocks.get(path[:length])
            if block is None:
                continue
            nearest = block.header
            for statement in statements(self._text, block):
                if statement.path == path[: len(statement.path)]:
                    rest = path[len(statement.path) :]
                    return self._inside(statement.value, statement.value_end, rest)
        block = self._blocks.get(path) or self._first_under.get(path)
        return block.header if block else nearest

    def _inside(self, start: int, end: int, path: Path) -> int:
        """The offset of what `path` leads to in the value between `start` and `end`."""
        if path and self._text[start] in "[{":
            for part, _, value, value_end in parts_of_value(self._text, start, end):
                if part == path[: len(part)]:
                    return self._inside(value, value_end, path[len(part) :])
        return start
