"""How keys, values and whole tables are written, with tomli-w: one key a line, every list of tables as ``[[...]]``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

MAX_LINE_LENGTH = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def key_text(parts: tuple[str, ...]) -> str:
    """A dotted key."""
    return ".".join(part if _BARE.fullmatch(part) else _scalar(part, is_one_line=True) for part in parts)


def value_text(value: Any, *, room: int = MAX_LINE_LENGTH, is_one_line: bool = False) -> str:
    """`value` as TOML. A list that needs more than `room` characters gets a line for each element."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_text((key,))} = {value_text(each, is_one_line=True)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if not isinstance(value, list | tuple):
        return _scalar(value, is_one_line=is_one_line)
    elements = [value_text(element, is_one_line=True) for element in value]
    line = f"[{', '.join(elements)}]"
    if is_one_line or len(line) <= room or not elements:
        return line
    return "[\n" + "".join(f"    {element},\n" for element in elements) + "]"


def statement_text(key: tuple[str, ...], value: Any) -> str:
    """``key = value`` and a line end."""
    name = key_text(key)
    return f"{name} = {value_text(value, room=MAX_LINE_LENGTH - len(name) - 3)}\n"


def table_text(name: tuple[str, ...], table: Mapping[str, Any], *, is_row: bool) -> str:
    """A table under its header, with the tables in it."""
    return "\n".join(_tables(name, table, is_row=is_row))


def document_text(document: Mapping[str, Any]) -> str:
    """A whole document."""
    return "\n".join(_tables((), document, is_row=False))


def is_rows(value: Any) -> bool:
    """Whether `value` is a list of tables that holds any."""
    return isinstance(value, list) and bool(value) and all(isinstance(row, Mapping) for row in value)


def _tables(name: tuple[str, ...], table: Mapping[str, Any], *, is_row: bool) -> Iterator[str]:
    """The text of `table` and of each table in it."""
    plain = {key: value for key, value in table.items() if not isinstance(value, Mapping) and not is_rows(value)}
    body = "".join(statement_text((key,), value) for key, value in plain.items())
    if not name:
        yield body
    elif is_row or body or not table:
        header = f"[[{key_text(name)}]]" if is_row else f"[{key_text(name)}]"
        yield f"{header}\n{body}"
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _tables((*name, key), value, is_row=False)
        elif is_rows(value):
            for row in value:
                yield from _tables((*name, key), row, is_row=True)


def _scalar(value: Any, *, is_one_line: bool) -> str:
    """A text with line ends stands in three quotes, unless it holds a carriage return, which those would lose."""
    is_long = isinstance(value, str) and "\n" in value and "\r" not in value and not is_one_line
    return tomli_w.dumps({"x": value}, multiline_strings=is_long)[4:-1]
