"""Which files the program wrote last: so a backup is kept before its first change of a file that something else wrote.

One tiny private file a plan, with the SHA-256 of what was written. It is not synced: where it is lost, a backup more is
kept, and that is all.
"""

import contextlib
import os
from pathlib import Path

from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder, state_folder

MOST = 500
"""Plans that are remembered; the oldest go."""


def remember_written(path: Path, fingerprint: str) -> None:
    with contextlib.suppress(OSError):
        folder = private_folder("written")
        file = _file(path)
        if not file.exists():
            _make_room(folder)
            file.touch(mode=PRIVATE)
        file.write_text(fingerprint, encoding="ascii")


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as entries:
        found = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries)
    for _, path in found[: max(0, len(found) + 1 - MOST)]:
        os.unlink(path)


def was_written_here(path: Path, fingerprint: str) -> bool:
    """Whether the content with that fingerprint is what this program wrote to `path` last."""
    try:
        return _file(path).read_text(encoding="ascii") == fingerprint
    except (OSError, UnicodeError):
        return False


def _file(path: Path) -> Path:
    return state_folder("written") / key_of(path)
