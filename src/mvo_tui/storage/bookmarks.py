"""Where a founder stopped in a plan, and how the screen was arranged. One small private file a plan.

A bookmark is a kindness, not a promise: what can't be read or written, or makes no sense, is as if it were not there.
What was typed in the plan is in the journal. The key of a plan is `OpenedPlan.key`, or `state_folder.key_of(path)`.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from mvo_tui.storage.state_folder import PRIVATE, private_folder

MAX_BYTES = 64 * 1024
MOST_FOLDS = 500


class Bookmark(NamedTuple):
    """Where one stood, and how it looked there.

    Attributes:
        place: a place in the plan or of a question.
        is_interview: it was looked at in the interview.
        view: the view of the plan, "" for the workbench.
        folds: the places that are folded in the outline.
        outline_width: cells, 0 for the usual ones; the same for `panel_width`.
    """

    place: str = ""
    is_interview: bool = False
    view: str = ""
    folds: tuple[str, ...] = ()
    outline_width: int = 0
    panel_width: int = 0


def read_bookmark(key: str) -> Bookmark | None:
    """The bookmark in the plan of that key, or None."""
    try:
        with open(_file(key), encoding="utf-8") as file:
            kept = json.loads(file.read(MAX_BYTES))
        if not isinstance(kept["place"], str):
            return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Bookmark(
        place=kept["place"],
        is_interview=kept.get("is_interview") is True,
        view=view if isinstance(view := kept.get("view"), str) else "",
        folds=_texts(kept.get("folds")),
        outline_width=_cells(kept.get("outline_width")),
        panel_width=_cells(kept.get("panel_width")),
    )


def _texts(kept: Any) -> tuple[str, ...]:
    return tuple(text for text in kept[:MOST_FOLDS] if isinstance(text, str)) if isinstance(kept, list) else ()


def _cells(kept: Any) -> int:
    return kept if type(kept) is int and 0 <= kept < 1000 else 0


def keep_bookmark(key: str, bookmark: Bookmark) -> None:
    """Remember `bookmark` for the plan of that key; an empty one is forgotten.

    It is not waited for the disk: this comes between keys, and a bookmark that a power cut takes is no loss of words.
    """
    if bookmark == Bookmark():
        forget_bookmark(key)
        return
    kept = {name: value for name, value in bookmark._asdict().items() if value or name == "place"}
    kept["folds"] = bookmark.folds[:MOST_FOLDS]
    with contextlib.suppress(OSError):
        file = _file(key)
        new = file.with_suffix(".new")
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "wb") as opened:
            opened.write(json.dumps(kept).encode())
        os.replace(new, file)


def forget_bookmark(key: str) -> None:
    with contextlib.suppress(OSError):
        _file(key).unlink(missing_ok=True)


def _file(key: str) -> Path:
    return private_folder("bookmarks") / f"{key}.json"
