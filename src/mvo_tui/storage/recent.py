"""The plans opened last, for the start screen. What can't be read or written is as if there were none."""

import contextlib
import json
import os
from pathlib import Path

from mvo_tui.storage.atomic_write import write_atomically
from mvo_tui.storage.state_folder import PRIVATE, private_folder

KEPT = 20


def recent_plans() -> tuple[Path, ...]:
    """The plans opened last that are still there, the latest first. Asks the disk of each."""
    return tuple(path for path in remembered_plans() if os.path.isfile(path))


def remember_plan(path: Path) -> None:
    """Put the plan at `path` on top of the list."""
    latest = Path(os.path.abspath(path))
    paths = [latest, *(other for other in remembered_plans() if other != latest)][:KEPT]
    with contextlib.suppress(OSError, UnicodeError):
        write_atomically(_file(), json.dumps([str(each) for each in paths]).encode(), mode=PRIVATE)


def remembered_plans() -> list[Path]:
    """The plans opened last, whether they are there or not."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [Path(each) for each in kept if isinstance(each, str) and "\0" not in each] if isinstance(kept, list) else []


def _file() -> Path:
    return private_folder() / "recent.json"
