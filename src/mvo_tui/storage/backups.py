"""Copies of plans from before the program changed them: a few of each plan, private, beside the program's own memory.

The name of a backup says which plan, in which order, when and why:
``sunday-box-1f6c...-0007-20261123-0915-daily.mvo.toml``. They are put in order by the number, since clocks go wrong.
"""

import contextlib
import os
import re
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from mvo_tui.plan.ids import slug
from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder, state_folder

KEPT = 10
"""Of one plan, besides those that guard a single save."""
KEPT_IN_PLACE = 2
MOST_BYTES = 200 * 1024 * 1024
"""Of all plans together; the newest backup stays, however large."""


class Why(StrEnum):
    """What a backup is for."""

    FIRST = "first"  # from before the program's first change of a file that something else wrote
    DAILY = "daily"
    FORMAT = "format"  # from before the file got a newer format
    LAYOUT = "layout"  # from before the file was laid out anew, which loses comments
    THEIRS = "theirs"  # what somebody else had written, when the founder chose to keep theirs
    IN_PLACE = "in-place"  # while a file is written that can't be replaced


class _Kept(NamedTuple):
    number: int
    why: str
    day: str
    path: Path


_NAME = re.compile(r"[a-z0-9-]*?([0-9a-f]{32})-([0-9]{4,})-([0-9]{8})-[0-9]{4}-([a-z-]+)\.mvo\.toml")


def keep_backup(path: Path, content: bytes, why: Why = Why.FIRST) -> Path:
    """Keep `content`, what the file at `path` holds, and wait until the disk has it. The place where it is kept.

    All but the last ten of this file go, and the oldest of all plans where there is too much.

    Raises:
        OSError: it could not be kept.
    """
    folder = private_folder("backups")
    kept = _kept(folder, path)
    descriptor, backup = _new_file(folder, path, kept[-1].number + 1 if kept else 1, why)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        backup.unlink(missing_ok=True)  # half a backup would push out a whole one
        raise
    with contextlib.suppress(OSError):
        _let_go(kept, why)
        _let_go_of_the_oldest(folder, backup)
    return backup


def _new_file(folder: Path, path: Path, number: int, why: Why) -> tuple[int, Path]:
    """A file that was not there, open for writing, and where it is. Another process may take the same number."""
    stem = slug(path.name.partition(".")[0])[:40]
    while True:
        name = f"{stem}-{_key(path)}-{number:04}-{datetime.now():%Y%m%d-%H%M}-{why}.mvo.toml".lstrip("-")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            return os.open(folder / name, flags, PRIVATE), folder / name
        except FileExistsError:
            number += 1


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups of the file at `path`, the oldest first."""
    return tuple(each.path for each in _kept(state_folder("backups"), path))


def has_backup_of_today(path: Path) -> bool:
    today = f"{datetime.now():%Y%m%d}"
    return any(each.day == today and each.why != Why.IN_PLACE for each in _kept(state_folder("backups"), path))


def _key(path: Path) -> str:
    return key_of(path)[:32]


def _kept(folder: Path, path: Path) -> list[_Kept]:
    key = _key(path)
    try:
        names = [name for name in os.listdir(folder) if key in name]
    except OSError:
        return []
    found = [(match, folder / name) for name in names if (match := _NAME.fullmatch(name)) and match[1] == key]
    return sorted(_Kept(int(match[2]), match[4], match[3], backup) for match, backup in found)


def _let_go(kept: list[_Kept], why: Why) -> None:
    """Delete what is too many now that one more is there. Saves in place must not push out the others."""
    is_in_place = why is Why.IN_PLACE
    same = [each for each in kept if (each.why == Why.IN_PLACE) == is_in_place]
    most = KEPT_IN_PLACE if is_in_place else KEPT
    for each in same[: max(0, len(same) + 1 - most)]:
        each.path.unlink(missing_ok=True)


def _let_go_of_the_oldest(folder: Path, newest: Path) -> None:
    with os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.stat().st_size, Path(entry.path)) for entry in entries]
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= MOST_BYTES:
            return
        if path != newest:
            path.unlink(missing_ok=True)
            total -= size
