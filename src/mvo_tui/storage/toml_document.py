"""A TOML text with its blocks looked up: which of them, and which statements, say what stands at a path."""

from collections.abc import Iterator, Sequence
from typing import Any

from mvo_tui.storage.parsing import Path, RawTable
from mvo_tui.storage.toml_layout import Block, Statement, blocks, end_of, start_of, statements


class TomlDocument:
    """`text` and the values that it says, `raw`. Blocks are known by their number in the text."""

    def __init__(self, text: str, raw: RawTable) -> None:
        self.text = text
        self.blocks: Sequence[Block] = blocks(text)
        self._raw = raw
        self._by_path: dict[Path, int] = {block.path: number for number, block in enumerate(self.blocks)}
        self._under: dict[Path, list[int]] = {}
        self._statements: dict[int, list[Statement]] = {}
        self._paths_of_rows: dict[int, Path] = {}

    def home(self, path: Path) -> int | None:
        """The block whose header opens `path`."""
        return self._by_path.get(path)

    def under(self, path: Path) -> list[int]:
        """The blocks at `path` and below it, in the order of the text."""
        if not self._under:
            for number, block in enumerate(self.blocks):
                for length in range(len(block.path) + 1):
                    self._under.setdefault(block.path[:length], []).append(number)
        return self._under.get(path, [])

    def start(self, number: int) -> int:
        """Where a block starts, with its own comment."""
        return start_of(self.text, self.blocks[number])

    def end(self, number: int) -> int:
        """Where a block ends, with the comment that belongs to it."""
        return end_of(self.text, self.blocks[number])

    def spans(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """From where to where the text of these blocks goes: one span for blocks that follow each other."""
        first = 0
        for index in range(1, len(numbers) + 1):
            if index == len(numbers) or numbers[index] != numbers[index - 1] + 1:
                yield self.start(numbers[first]), self.end(numbers[index - 1])
                first = index

    def statements_for(self, path: Path) -> list[tuple[int, Statement]]:
        """The statements that say `path` or what is below it, each with its block; not those in blocks below it."""
        for length in range(len(path) - 1, -1, -1):
            number = self._by_path.get(path[:length])
            found = [
                (number, statement)
                for statement in (self._statements_of(number) if number is not None else ())
                if number is not None and statement.path[: len(path)] == path
            ]
            if found:
                return found
        return []

    def statements_in(self, path: Path) -> list[tuple[int, Statement]]:
        """The statements that give the table at `path` its keys: under its own header, else with dotted keys."""
        number = self._by_path.get(path)
        if number is not None:
            return [(number, statement) for statement in self._statements_of(number)]
        return [pair for pair in self.statements_for(path) if len(pair[1].path) > len(path)]

    def path_of_row(self, row: Any) -> Path | None:
        """Where a row (the very object in `raw`) stands."""
        if not self._paths_of_rows:
            self._paths_of_rows = dict(_paths_of_rows(self._raw, ()))
        return self._paths_of_rows.get(id(row))

    def _statements_of(self, number: int) -> list[Statement]:
        if number not in self._statements:
            self._statements[number] = list(statements(self.text, self.blocks[number]))
        return self._statements[number]


def _paths_of_rows(table: RawTable, path: Path) -> Iterator[tuple[int, Path]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _paths_of_rows(value, (*path, key))
        elif isinstance(value, list):
            for index, row in enumerate(value):
                if isinstance(row, dict):
                    yield id(row), (*path, key, index)
                    yield from _paths_of_rows(row, (*path, key, index))
