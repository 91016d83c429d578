"""What a founder has chosen in the interface for all plans: the theme, and that the tour has been offered.

Kept in the state folder. What can't be read or written is as if nothing had been chosen; the configuration, which the
founder writes, comes first.
"""

import contextlib
import json
from typing import Any, NamedTuple

from mvo_tui.storage.state_folder import PRIVATE, private_folder, state_folder

_MAX_BYTES = 4096
_NAME = "preferences.json"


class Preferences(NamedTuple):
    """`theme`: the name of the one chosen last, "" for none; `is_toured`: the tour was taken or declined."""

    theme: str = ""
    is_toured: bool = False


def read_preferences() -> Preferences:
    try:
        with open(state_folder(_NAME), encoding="utf-8") as file:
            kept = json.loads(file.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    theme = kept.get("theme")
    return Preferences(theme if isinstance(theme, str) else "", kept.get("is_toured") is True)


def keep_preferences(**chosen: Any) -> None:
    """Remember `chosen`, and the rest as it was."""
    from mvo_tui.storage.atomic_write import write_atomically

    before = read_preferences()
    after = before._replace(**chosen)
    if after != before:
        with contextlib.suppress(OSError):
            content = json.dumps(after._asdict()).encode()
            write_atomically(private_folder() / _NAME, content, mode=PRIVATE)
