"""What tomllib's verdicts mean to somebody who typed the file by hand, and which part of the plan they are about."""

import re
from collections import deque

from mvo_tui.storage.control_characters import shown

_SENTENCES = (
    ("Expected '=' after a key", 'a key needs an equals sign and a value after it: name = "Order desk"'),
    ("Invalid initial character for a key", "a line starts with a key (letters, digits, - and _) or a [table]"),
    ("Invalid statement", "a line starts with a key (letters, digits, - and _) or a [table]"),
    ("Expected newline or end", "there is something left over here; one key and one value a line"),
    ("Expected ']]'", "this header of a list needs two closing brackets: [[processes]]"),
    ("Expected ']'", "this header of a table needs a closing bracket: [venture]"),
    ("Unclosed array", "a list is opened with [ and never closed with ]"),
    ("Unclosed inline table", "a table in braces has to be closed with } on the same line"),
    ("Unterminated string", "a text is opened with a quote and never closed"),
    ('Expected \'"""\'', "a text is opened with three quotes and never closed"),
    ("Expected \"'''\"", "a text is opened with three quotes and never closed"),
    ('Expected "\'"', "a text is opened with a quote and never closed"),
    ("Unescaped", "a backslash in a text is written twice (\\\\), or put the text in single quotes"),
    ("Invalid hex value", "after \\u come four, after \\U eight of the digits 0-9 and a-f"),
    ("Escaped character is not", "this code stands for no character"),
    ("Invalid date or datetime", "there is no such day or time"),
    ("Duplicate inline table key", "this key is here already"),
    ("Cannot overwrite a value", "this key is here already"),
    ("twice", "this table is here already"),
    ("Cannot mutate immutable namespace", "this table stands in braces elsewhere; add the key there"),
    ("Cannot redefine namespace", "this table is here already"),
)
_TRUTH = re.compile(r"(true|false|yes|no|on|off)\b", re.IGNORECASE)
_SHORT_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}\b(?!:)")
_HEADER = re.compile(r"^[ \t]*(\[\[?)[ \t]*([A-Za-z0-9_.-]+)[ \t]*\]", re.MULTILINE)
_ID = re.compile(r"^[ \t]*id[ \t]*=[ \t]*[\"']([a-z0-9-]{1,64})[\"']", re.MULTILINE)
_KEY = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=")


def sentence_for(message: str, rest_of_line: str) -> str:
    """The founder's sentence for tomllib's `message`, which is about the start of `rest_of_line`."""
    is_odd = bool(rest_of_line) and not rest_of_line[0].isprintable() and rest_of_line[0] not in "\t\r"
    if is_odd or "Illegal character" in message or "Found invalid character" in message:
        return _on_a_character(rest_of_line)
    if "Invalid value" in message or _SHORT_TIME.match(rest_of_line):
        return _on_a_value(rest_of_line)
    if "Invalid initial character for a key" in message and rest_of_line[:1] in ("", "}"):
        return "a table in braces stands on one line, without a comma before its }"
    if "Expected newline or end" in message and rest_of_line[:1] == ":":
        return "a time is written with two digits each for hour, minute and second: 09:30:00"
    if "Expected newline or end" in message and rest_of_line[:1].isdigit():
        return "a number does not start with 0; if it is text, put it in quotes"
    for start, sentence in _SENTENCES:
        if start in message:
            return sentence
    return shown(message.partition(" (at ")[0])


def _on_a_character(rest_of_line: str) -> str:
    if not rest_of_line:
        return "a text in single quotes ends on its own line; longer ones stand in three quotes"
    return f"the character {rest_of_line[0]!a} may not stand in a plan file"


def _on_a_value(rest_of_line: str) -> str:
    if not rest_of_line.strip() or rest_of_line.startswith("#"):
        return "a value is missing here; to leave a field open, take its line out"
    if truth := _TRUTH.match(rest_of_line):
        meant = "true" if truth[1].lower() in ("true", "yes", "on") else "false"
        return f"write {meant}, in small letters and without quotes"
    if found := _SHORT_TIME.match(rest_of_line):
        return f"a time is written with its seconds: {found[0].zfill(5)}:00"
    if rest_of_line[0].isalpha():
        return "text has to stand in quotes"
    return "this is neither text in quotes nor a number, a date, true, false or a list"


def place_near(text: str, line: int) -> str:
    """The place that line number `line` is about, as far as can be told from text that is no TOML."""
    lines = text.split("\n")
    above = "\n".join(lines[: line - 1])
    place = ""
    headers = deque(_HEADER.finditer(above), maxlen=1)
    for header in headers:
        found = _ID.search(above, header.end()) if header[1] == "[[" else None
        place = f"{header[2].rpartition('.')[2]}.{found[1]}" if found else header[2]
    key = _KEY.match(lines[line - 1])
    return ".".join(filter(None, (place, key[1] if key else ""))) or "plan"
