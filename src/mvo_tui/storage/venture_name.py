"""What the venture of a plan is called, without reading the plan: only the table that says so is looked at."""

import tomllib
from pathlib import Path

_LOOKED_AT = 16_384  # bytes; the venture stands at the top of what we write


def venture_name(path: Path) -> str:
    """The name; "" where there is none near the top of the file, or the file can't be read."""
    try:
        if not path.is_file():  # a pipe would wait for somebody to write
            return ""
        with path.open("rb") as file:
            return name_in(file.read(_LOOKED_AT).decode("utf-8-sig", errors="ignore"))
    except OSError:
        return ""


def name_in(text: str) -> str:
    """The name that the table ``[venture]`` of a plan, or of the beginning of one, says."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if line.strip() == "[venture]"), None)
    if start is None:
        return ""
    for line in lines[start + 1 :]:
        key, is_set, _ = line.partition("=")
        if line.lstrip().startswith("["):
            return ""
        if is_set and key.strip() == "name":
            return _value(line)
    return ""


def _value(line: str) -> str:
    try:
        name = tomllib.loads(line)["name"]
    except (tomllib.TOMLDecodeError, KeyError):
        return ""
    return name.strip() if isinstance(name, str) else ""
