"""Where a founder stopped in a plan, and what was typed there but not entered yet. One small private file a plan.

A draft is a kindness, not a promise: what can't be read or written is as if there were none.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from mvo_tui.storage.atomic_write import write_atomically
from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder

MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class Draft:
    """`place` is a place in the plan or the id of a question; `typed` the text that was not entered.

    `is_interview` tells whether the founder was in the interview.
    """

    place: str = ""
    typed: str = ""
    is_interview: bool = False


def read_draft(path: Path) -> Draft | None:
    """The draft of the plan at `path`, or None."""
    try:
        with open(_file(path), encoding="utf-8") as file:
            kept = json.loads(file.read(MAX_BYTES))
        place, typed, is_interview = kept["place"], kept["typed"], kept.get("is_interview") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Draft(place, typed, is_interview) if isinstance(place, str) and isinstance(typed, str) else None


def keep_draft(path: Path, draft: Draft) -> None:
    """Remember `draft` for the plan at `path`; an empty one is forgotten."""
    if draft == Draft():
        forget_draft(path)
        return
    with contextlib.suppress(OSError):
        write_atomically(_file(path), json.dumps(asdict(draft)).encode(), mode=PRIVATE)


def forget_draft(path: Path) -> None:
    with contextlib.suppress(OSError):
        _file(path).unlink(missing_ok=True)


def _file(path: Path) -> Path:
    return private_folder("drafts") / f"{key_of(path)}.json"
