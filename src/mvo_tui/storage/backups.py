"""Copies of files from before the program changed them in a way that can't be undone; the last ten of each plan."""

import os
import re
from pathlib import Path

from mvo_tui.storage.state_folder import PRIVATE, key_of, private_folder

KEPT = 10
_NUMBERED = re.compile(r"[0-9a-f]{64}-([0-9]+)\.mvo\.toml")


def keep_backup(path: Path, content: bytes) -> Path:
    """Keep `content`, what the file at `path` holds, and wait until the disk has it. The place where it is kept.

    Backups are numbered, since clocks go wrong; all but the last ten of this file go.

    Raises:
        OSError: it could not be kept.
    """
    folder = private_folder("backups")
    numbers = sorted(_numbers(folder, key_of(path)))
    number = (numbers[-1] if numbers else 0) + 1
    backup = _file(folder, path, number)
    descriptor = os.open(backup, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    for old in numbers[: max(0, len(numbers) + 1 - KEPT)]:
        _file(folder, path, old).unlink(missing_ok=True)
    return backup


def backups_of(path: Path) -> tuple[Path, ...]:
    """The backups of the file at `path`, the oldest first."""
    folder = private_folder("backups")
    return tuple(_file(folder, path, number) for number in sorted(_numbers(folder, key_of(path))))


def _file(folder: Path, path: Path, number: int) -> Path:
    return folder / f"{key_of(path)}-{number}.mvo.toml"


def _numbers(folder: Path, key: str) -> list[int]:
    found = (_NUMBERED.fullmatch(name) for name in os.listdir(folder) if name.startswith(key))
    return [int(match[1]) for match in found if match]
