"""A word of the command line as the value of a field: a TOML value, and what is none is text."""

import datetime
import tomllib

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage.control_characters import without_control_characters

_KINDS = (bool, int, float, str, list, datetime.date, datetime.time)  # a time of a day on a date is a date to Python


def value_of(text: str | None) -> object:
    """`text` as TOML reads it, else as it stands; None blanks. Control characters are left out, as from a paste.

    Raises:
        PlanError: it holds bytes that are no text.
    """
    if text is None:
        return None
    try:
        text.encode()
    except UnicodeEncodeError:
        raise PlanError("VALUE is not UTF-8. Nothing was changed.", ExitCode.USAGE) from None
    try:
        document = tomllib.loads(f"value = {text}\n")
    except (ValueError, RecursionError):
        return without_control_characters(text)
    value = document["value"]
    is_one_value = len(document) == 1 and isinstance(value, _KINDS) and not isinstance(value, datetime.datetime)
    return _clean(value) if is_one_value else without_control_characters(text)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return without_control_characters(value)
    if isinstance(value, list):
        return tuple(_clean(item) for item in value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return value
