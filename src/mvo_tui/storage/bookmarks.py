"""Where a founder stopped in a plan. One small private file a plan; what was typed there is in the journal.

A bookmark is a kindness, not a promise: what can't be read or written is as if there were none. The key of a plan is
`OpenedPlan.key`, or `state_folder.key_of(path)`.
"""

import contextlib
import json
from pathlib import Path
from typing import NamedTuple

from mvo_tui.storage.state_folder import PRIVATE, private_folder

MAX_BYTES = 64 * 1024


class Bookmark(NamedTuple):
    """`place` is a place in the plan or of a question; `is_interview`: it was looked at in the interview."""

    place: str = ""
    is_interview: bool = False


def read_bookmark(key: str) -> Bookmark | None:
    """The bookmark in the plan of that key, or None."""
    try:
        with open(_file(key), encoding="utf-8") as file:
            kept = json.loads(file.read(MAX_BYTES))
        place, is_interview = kept["place"], kept.get("is_interview") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Bookmark(place, is_interview) if isinstance(place, str) else None


def keep_bookmark(key: str, bookmark: Bookmark) -> None:
    """Remember `bookmark` for the plan of that key; an empty one is forgotten."""
    if bookmark == Bookmark():
        forget_bookmark(key)
        return
    from mvo_tui.storage.atomic_write import write_atomically

    with contextlib.suppress(OSError):
        write_atomically(_file(key), json.dumps(bookmark._asdict()).encode(), mode=PRIVATE)


def forget_bookmark(key: str) -> None:
    with contextlib.suppress(OSError):
        _file(key).unlink(missing_ok=True)


def _file(key: str) -> Path:
    return private_folder("bookmarks") / f"{key}.json"
