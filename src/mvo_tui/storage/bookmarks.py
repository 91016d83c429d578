"""Where a founder stopped in a plan. One small private file a plan; what was typed there is in the journal.

A bookmark is a kindness, not a promise: what can't be read or written is as if there were none.
"""

import contextlib
import json
from pathlib import Path
from typing import NamedTuple

from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder

MAX_BYTES = 64 * 1024


class Bookmark(NamedTuple):
    """`place` is a place in the plan or of a question; `is_interview`: it was looked at in the interview."""

    place: str = ""
    is_interview: bool = False


def read_bookmark(path: Path) -> Bookmark | None:
    """The bookmark in the plan at `path`, or None."""
    try:
        with open(_file(path), encoding="utf-8") as file:
            kept = json.loads(file.read(MAX_BYTES))
        place, is_interview = kept["place"], kept.get("is_interview") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Bookmark(place, is_interview) if isinstance(place, str) else None


def keep_bookmark(path: Path, bookmark: Bookmark) -> None:
    """Remember `bookmark` for the plan at `path`; an empty one is forgotten."""
    if bookmark == Bookmark():
        forget_bookmark(path)
        return
    from mvo_tui.storage.atomic_write import write_atomically

    with contextlib.suppress(OSError):
        write_atomically(_file(path), json.dumps(bookmark._asdict()).encode(), mode=PRIVATE)


def forget_bookmark(path: Path) -> None:
    with contextlib.suppress(OSError):
        _file(path).unlink(missing_ok=True)


def _file(path: Path) -> Path:
    return private_folder("bookmarks") / f"{key_of(path)}.json"
