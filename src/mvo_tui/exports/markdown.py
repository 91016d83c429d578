"""Markdown in which what people typed stays what they typed: nothing in it becomes a heading, a link or a table."""

import re

from mvo_tui.exports.text.wrapping import visible

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)](?:\s|$)))")


def escaped(text: str) -> str:
    """`text`, in one line, as Markdown that shows exactly that."""
    plain = " ".join(visible(text).split())
    plain = _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}", plain)
    return _AT_THE_START.sub(_held, plain)


def escaped_lines(text: str, indent: str = "") -> str:
    """`text` with its lines, as one paragraph of a list item that is indented by `indent`."""
    lines = [escaped(line) for line in visible(text).split("\n") if line.strip()]
    return f"  \n{indent}".join(lines)


def _held(found: re.Match[str]) -> str:
    """A sign at the start of a line that would begin a list; of a number it is the dot behind it that does."""
    blanks, sign = found[1], found[2]
    return f"{blanks}{sign}\\" if sign.isdigit() else f"{blanks}\\{sign}"
