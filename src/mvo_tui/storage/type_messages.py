"""What pydantic's verdicts mean to somebody who typed the file by hand: a sentence for each type of error."""

import datetime
from typing import Any

from mvo_tui.plan.checker import ErrorDetails
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.ids import slug

_EXPECTED = {
    Kind.LINE: "text in quotes",
    Kind.PROSE: "text in quotes",
    Kind.WORD: "a word in quotes",
    Kind.LINK: "an id in quotes",
    Kind.NUMBER: "a number",
    Kind.YES_NO: "true or false",
    Kind.WORDS: 'a list of words, such as ["mon", "tue"]',
    Kind.LINKS: 'a list of ids, such as ["order-desk"]',
    Kind.DATE: "a date without quotes, such as 2026-11-02",
    Kind.TIME: "a time without quotes, such as 09:30:00",
    Kind.ITEMS: "a list of tables, each under a [[header]]",
}
_NO_ID = ("string_pattern_mismatch", "string_too_long", "string_too_short")
_BY_TYPE = {
    "greater_than_equal": "must be 0 or more",
    "finite_number": "must be a plain number, not inf or nan",
}


def sentence_for(error: ErrorDetails, kind: Kind | None, value: Any) -> str:
    """What is wrong with `value`, which stands where a value of `kind` should; a kind of None is a table."""
    if sentence := _BY_TYPE.get(error["type"]):
        return sentence
    if error["type"] in _NO_ID:
        suggestion = slug(value)
        hint = f'; "{suggestion}" would do' if suggestion else ""
        return f"an id is made of a-z, 0-9 and -, at most 64 of them{hint}"
    expected = _EXPECTED[kind] if kind else "a table of keys and values"
    return f"must be {expected}, not {name_of(value)}{_mended(kind, value)}"


def name_of(value: Any) -> str:
    """What a TOML value is called."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case datetime.datetime():
            return "a date and time"
        case datetime.date():
            return "a date"
        case datetime.time():
            return "a time"
        case list():
            return "a list"
    return "a table"


def _mended(kind: Kind | None, value: Any) -> str:
    """The same value in the right type, where it is clear what was meant."""
    if kind in (Kind.LINKS, Kind.WORDS) and isinstance(value, str):
        return f'; write ["{value}"]' if _is_plain(value) else ""
    if kind in (Kind.LINE, Kind.PROSE, Kind.WORD, Kind.LINK) and type(value) in (int, float):
        return f'; write "{value}"'
    if not isinstance(value, str):
        return ""
    plain = value.strip().lower()
    if kind is Kind.YES_NO and plain in ("true", "yes", "on", "false", "no", "off"):
        return f"; write {'true' if plain in ('true', 'yes', 'on') else 'false'}"
    if kind in (Kind.NUMBER, Kind.DATE, Kind.TIME) and _reads_as(kind, plain):
        return f"; write {plain}"
    return ""


def _is_plain(text: str) -> bool:
    return len(text) <= 64 and text.isprintable() and not set(text) & set('"\\')


def _reads_as(kind: Kind, text: str) -> bool:
    if len(text) > 20 or not text.isascii():
        return False
    try:
        if kind is Kind.DATE:
            return datetime.date.fromisoformat(text).isoformat() == text
        if kind is Kind.TIME:
            return datetime.time.fromisoformat(text).isoformat() == text
        return bool(text.lstrip("-")[:1].isdigit()) and float(text) < float("inf")
    except ValueError:
        return False
