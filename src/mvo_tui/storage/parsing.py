"""From TOML text to plain dicts, quickly, with tomllib as the judge of what is valid.

`tomledit` reads some eight times faster than tomllib and gives the same values; it differs in that it also takes what
TOML 1.1 added (short times, new escapes, inline tables over several lines). So text that might hold such a thing
is read by tomllib, and so is whatever the quick reader refuses: its verdict and its messages are the ones that count
(``docs/decisions/0005-toml-writer.md``; ``tests/storage/test_parsing.py`` holds the two against each other).
"""

import re
from collections.abc import Iterator
from typing import Any

import tomledit

from mvo_tui.storage.patterns import many
from mvo_tui.storage.problems import Problem, TomlError

RawTable = dict[str, Any]
Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a parsed document."""

_MOST_PARTS = 32
_STRING = '(?:"(?!"")' + many(r'[^"\\\n]++|\\[^\n]') + r""""|'(?!'')[^'\n]*+')"""
_SHORT_TIME = re.compile(r":[0-9][0-9](?!:[0-9])")
_OLD_IN_INLINE_TABLE = rf"""[^{{}}\n#"',]++|,(?!\s*\}})|{_STRING}"""
_NEW_INLINE_TABLE = re.compile(rf"\{{(?!{many(_OLD_IN_INLINE_TABLE)}\}})")
_LONG_KEY = rf"(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|{_STRING})[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}"
_LONG_NUMBER = r"(?<![0-9_])[0-9_]{4300}"


def parse(text: str) -> RawTable:
    """The values that `text` says.

    Raises:
        TomlError: it is no TOML, or nested so deeply that no plan can be meant.
    """
    plain = text.replace("\r\n", "\n") if "\r" in text else text
    if "\r" in plain or _may_be_newer_than_1_0(plain):
        return _judged(text, None)
    try:
        return tomledit.loads(plain).value
    except (ValueError, RecursionError) as error:
        reason = str(error)
        if "recursion limit" in reason:
            raise _too_deep(text, _position_in(reason)) from None
        return _judged(text, _position_in(reason))


def _may_be_newer_than_1_0(text: str) -> bool:
    """Whether `text` may hold something that TOML 1.1 alone allows, or a byte order mark; in doubt, yes."""
    has_new_escape = "\\" in text and ("\\e" in text or "\\x" in text)  # one character is found much sooner than two
    if text.startswith("\ufeff") or has_new_escape or _NEW_INLINE_TABLE.search(text):
        return True
    return any(
        _may_be_a_value(text[max(0, found.start() - 64) : found.start()]) for found in _SHORT_TIME.finditer(text)
    )


def _may_be_a_value(before: str) -> bool:
    """Whether a time, of which `before` ends with the hour, may be a value and not a part of a text; in doubt, yes."""
    hour, left = before[-2:], before[:-2]
    if not hour.isdigit():
        return False
    if left[-1:] in ("T", "t"):
        return left[-2:-1].isdigit()
    left = left.rstrip(" \t")
    return not left or left[-1] in "=[,\n" or left[-3:-2] == "-"  # the end of a date


def _judged(text: str, position: tuple[int, int] | None) -> RawTable:
    """What tomllib says of `text`. `position` (line, column) is where another reader stumbled, if it did."""
    import tomllib  # few documents need it, and few the messages

    from mvo_tui.storage.toml_messages import place_near, sentence_for

    if found := re.search(_LONG_KEY, text):
        raise _too_deep(text, _line_and_column(text, found.start()))
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _position_in(str(error)) or position or _line_and_column(text, len(text))
        what = sentence_for(str(error), text.split("\n")[line - 1][column - 1 :])
        raise TomlError(Problem(line, column, place_near(text, line), what)) from None
    except RecursionError:
        raise _too_deep(text, position) from None
    except ValueError:
        raise _too_long(text, position) from None
    if any(_is_too_large(value) for value in _numbers(raw)):
        raise _too_long(text, position)
    return raw


def _too_deep(text: str, position: tuple[int, int] | None) -> TomlError:
    from mvo_tui.storage.toml_messages import place_near

    found = re.search(_LONG_KEY, text)
    line, column = position or _line_and_column(text, found.start() if found else 0)
    return TomlError(Problem(line, column, place_near(text, line), "this is nested too deeply for a plan"))


def _too_long(text: str, position: tuple[int, int] | None) -> TomlError:
    from mvo_tui.storage.toml_messages import place_near

    found = re.search(_LONG_NUMBER, text)
    line, column = position or _line_and_column(text, found.start() if found else 0)
    what = "this number is too large; whole numbers have at most 18 digits"
    return TomlError(Problem(line, column, place_near(text, line), what))


def _numbers(raw: object) -> Iterator[int]:
    if isinstance(raw, dict):
        for value in raw.values():
            yield from _numbers(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _numbers(value)
    elif isinstance(raw, int):
        yield raw


def _is_too_large(number: int) -> bool:
    """Whether TOML lets a reader refuse it: it does not fit into 64 bits."""
    return not -(2**63) <= number < 2**63


def _position_in(message: str) -> tuple[int, int] | None:
    found = re.search(r"line ([0-9]+), column ([0-9]+)", message)
    return (int(found[1]), int(found[2])) if found else None


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
