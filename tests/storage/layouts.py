"""The same document as different hands would write it: tables under headers, in dotted keys or in braces, out of order,
with comments and blank lines anywhere, other quotes, other numbers, unknown keys, other line ends.
"""

import datetime
import random
from collections.abc import Iterator
from typing import Any

import tomli_w

COMMENTS = ('# TODO [tools] "x', "#", "# é ''' \"\"\" = {", "# [[stages]]", "#:not a schema")
"""Each stands in a text with a number of its own behind it, so that none can vanish unseen."""


class Hand:
    """Writes documents in its own style, which `seed` decides."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        pick = self._chance.choice
        self._count = 0
        self._comments = pick((0.0, 0.1, 0.4))
        self._blank_lines = pick((0.0, 0.3, 1.0))
        self._inline = pick((0.0, 0.0, 0.2, 0.6))
        self._dotted = pick((0.0, 0.0, 0.3))
        self._strange_values = pick((0.0, 0.3))
        self._unknown = pick((0.0, 0.2))
        self._out_of_order = pick((False, False, True))
        self._indent = pick(("", "", "  "))
        self._line_end = pick(("\n", "\n", "\r\n", "mixed"))
        self._ends_with_newline = pick((True, True, False))

    def write(self, document: dict[str, Any]) -> str:
        """`document` in this hand."""
        root, blocks = self._table((), self._with_unknown_keys(document))
        if self._out_of_order:
            blocks = self._shuffled(blocks)
        lines = [*root, *(line for _, block in blocks for line in block)]
        text = "\n".join([*([self._comment(), ""] if self._is(self._comments) else []), *lines, *self._gap()])
        text = text if not self._ends_with_newline else text + "\n"
        if self._line_end == "mixed":
            return (
                "".join(line + self._chance.choice(("\n", "\r\n")) for line in text.split("\n")[:-1])
                + text.split("\n")[-1]
            )
        return text.replace("\n", self._line_end)

    def _comment(self) -> str:
        self._count += 1
        return f"{self._chance.choice(COMMENTS)} c{self._count}c"

    def _is(self, chance: float) -> bool:
        return self._chance.random() < chance

    def _with_unknown_keys(self, table: dict[str, Any]) -> dict[str, Any]:
        found = {
            key: self._with_unknown_keys(value)
            if isinstance(value, dict)
            else [self._with_unknown_keys(row) if isinstance(row, dict) else row for row in value]
            if isinstance(value, list)
            else value
            for key, value in table.items()
        }
        if self._is(self._unknown):
            unknown = self._chance.choice((1, [[1], ["a"]], {"deep": {"er": True}}, "é", [{"a": 1}, {"b": 2}]))
            keys = list(found)
            at = self._chance.randint(0, len(keys))
            name = self._chance.choice(("x colour", "x-colour", "ε", ""))
            return {key: found.get(key, unknown) for key in (*keys[:at], name, *keys[at:])}
        return found

    # tables

    def _table(self, path: tuple[str, ...], table: dict[str, Any]) -> tuple[list[str], list[tuple[str, list[str]]]]:
        """The lines under the header of `table`, and the blocks that follow; each block with its top-level key."""
        lines: list[str] = []
        blocks: list[tuple[str, list[str]]] = []
        for key, value in table.items():
            here = (*path, key)
            if isinstance(value, dict) and not self._is(self._inline):
                if (
                    self._is(self._dotted)
                    and all(not isinstance(each, dict | list) for each in value.values())
                    and value
                ):
                    for inner, each in value.items():
                        lines += self._statement((key, inner), each)
                    continue
                body, inner_blocks = self._table(here, value)
                if body or not inner_blocks or self._is(0.5):
                    blocks.append((here[0], [*self._gap(), *self._header(here, "[{}]"), *body]))
                blocks += inner_blocks
            elif is_rows(value) and not self._is(self._inline):
                for row in value:
                    body, inner_blocks = self._table(here, row)
                    blocks.append((here[0], [*self._gap(), *self._header(here, "[[{}]]"), *body]))
                    blocks += inner_blocks
            else:
                lines += self._statement((key,), value)
        return lines, blocks

    def _header(self, path: tuple[str, ...], form: str) -> Iterator[str]:
        indent = self._indent * (len(path) - 1)
        if self._is(self._comments):
            yield indent + self._comment()
        tail = "  " + self._comment() if self._is(self._comments / 2) else ""
        yield indent + form.format(".".join(map(self._key, path))) + tail

    def _shuffled(self, blocks: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
        """The blocks of different collections mixed; those of one collection keep their order."""
        by_key: dict[str, list[tuple[str, list[str]]]] = {}
        for block in blocks:
            by_key.setdefault(block[0], []).append(block)
        queues = list(by_key.values())
        mixed = []
        while queues:
            queue = self._chance.choice(queues)
            mixed.append(queue.pop(0))
            queues = [each for each in queues if each]
        return mixed

    def _gap(self) -> list[str]:
        lines = [""] if self._is(self._blank_lines) else []
        if self._is(self._comments / 2):
            lines += [self._comment(), ""]
        return lines

    # keys and values

    def _statement(self, key: tuple[str, ...], value: Any) -> Iterator[str]:
        if self._is(self._comments):
            yield self._indent + self._comment()
        tail = " " + self._comment() if self._is(self._comments) else ""
        equals = " = " if self._is(0.9) else self._chance.choice(("=", "   =  "))
        yield self._indent + ".".join(map(self._key, key)) + equals + self._value(value) + tail

    def _key(self, key: str) -> str:
        text = tomli_w.dumps({key: 1})[:-5]
        return f'"{text}"' if text.isascii() and text[0] not in "\"'" and self._is(self._strange_values / 5) else text

    def _value(self, value: Any, *, is_inline: bool = False) -> str:
        if isinstance(value, dict):
            inside = ", ".join(f"{self._key(key)} = {self._value(each, is_inline=True)}" for key, each in value.items())
            return f"{{ {inside} }}"
        if isinstance(value, list):
            return self._list(value, is_inline=is_inline)
        if self._is(self._strange_values):
            return self._strange(value)
        return tomli_w.dumps({"x": value})[4:-1]

    def _list(self, value: list[Any], *, is_inline: bool) -> str:
        elements = [self._value(each, is_inline=True) for each in value]
        if is_inline or not elements or not self._is(0.3):
            return f"[{', '.join(elements)}]"
        comma = "," if self._is(0.7) else ""
        lines = [element + "," for element in elements[:-1]] + [elements[-1] + comma]
        commented = [line + ("  " + self._comment() if self._is(self._comments) else "") for line in lines]
        return "[\n" + "\n".join(f"    {line}" for line in commented) + "\n]"

    def _strange(self, value: Any) -> str:
        """Another way to write the same."""
        plain = tomli_w.dumps({"x": value})[4:-1]
        if isinstance(value, bool):
            return plain
        if isinstance(value, int) and value > 9:
            return self._chance.choice((hex(value), f"{value:_}", f"+{value}"))
        if isinstance(value, float):
            return self._chance.choice((f"{value:e}", f"+{value}"))
        if isinstance(value, str):
            if value.isprintable() and "'" not in value:
                return self._chance.choice(
                    (
                        f"'{value}'",
                        f"'''{value}'''",
                        f'"""\\\n    {plain[1:-1]}"""' if value.strip() == value else plain,
                    )
                )
            return plain
        if isinstance(value, datetime.datetime):
            return plain.replace(" ", "T")
        return plain


def is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
