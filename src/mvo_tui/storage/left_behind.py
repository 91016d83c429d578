"""Journals that a process has left behind: found, read, put aside, removed.

Only a journal whose process is gone is offered, which its lock tells, or `owner` where there are no locks; it stays
locked while it is being decided on. What is not a journal of this user in a format that this version knows is never
touched.
"""

import contextlib
import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mvo_tui.storage.file_lock import take_lock
from mvo_tui.storage.journal import FOLDER
from mvo_tui.storage.journal_lines import Content, read_journal, typed_line
from mvo_tui.storage.owner import may_live
from mvo_tui.storage.state_folder import key_of, private_folder, state_folder

DISCARDED = "discarded"
KEPT_DAYS = 30
MAX_BYTES = 128 * 1024 * 1024
_NAME = re.compile(r"(?P<key>[0-9a-f]{64})-[0-9]+-[0-9a-f]+\.jsonl")
_DAY = 24 * 60 * 60.0
_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS |= getattr(os, "O_BINARY", 0)


class LeftBehind(NamedTuple):
    """A journal whose process is gone. Nobody else can have it until it is released, removed or discarded."""

    file: Path
    content: Content
    descriptor: int

    def release(self) -> None:
        """Leave it as it is, for another time."""
        with contextlib.suppress(OSError):
            os.close(self.descriptor)

    def remove(self) -> None:
        """All that it holds is safe elsewhere."""
        self.release()  # first: Windows removes nothing that is open
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)

    def discard(self) -> None:
        """Put it aside; after thirty days it goes. Where that can't be done it stays."""
        self.release()
        with contextlib.suppress(OSError):
            aside = private_folder(DISCARDED) / self.file.name
            os.utime(self.file)  # the thirty days begin now
            os.replace(self.file, aside)

    def forget_typed(self, place: str) -> None:
        """What was typed at `place` is not wanted any more."""
        with contextlib.suppress(OSError):
            os.write(self.descriptor, b"\n" + typed_line(place, "", time.time()))


class Journals(NamedTuple):
    """What the folder of the journals holds: those left behind, the latest first, and the files that no one can use."""

    left_behind: tuple[Content, ...]
    foreign: tuple[Path, ...]


def left_behind(plan: Path) -> list[LeftBehind]:
    """The journals of the plan at `plan` that were left behind, the latest first. Each is locked until it is let go."""
    return left_behind_of(key_of(plan))


def left_behind_of(key: str) -> list[LeftBehind]:
    """The same, for the plan of that key: nothing is asked of the disk of the plan."""
    found = []
    for file, of_plan in _files():
        if of_plan == key:
            with contextlib.suppress(ValueError):
                each = _open(file)
                found += [each] if each else []
    return sorted(found, key=lambda each: each.content.at, reverse=True)


def journals() -> Journals:
    """All journals, none of them locked any more."""
    found, foreign = [], []
    for file, key in _files():
        if not key:
            foreign.append(file)
            continue
        try:
            each = _open(file)
        except ValueError:
            foreign.append(file)
            continue
        if each is not None:
            each.release()
            found.append(each.content)
    return Journals(tuple(sorted(found, key=lambda content: content.at, reverse=True)), tuple(foreign))


def typed_left_behind(plan: Path, place: str) -> str:
    """What was typed in the field at `place` and not entered; empty where nothing was."""
    text = ""
    for each in reversed(left_behind(plan)):
        text = each.content.typed.get(place, text)
        each.release()
    return text


def forget_typed(plan: Path, place: str) -> None:
    """What was typed in the field at `place` has been entered or is not wanted."""
    for each in left_behind(plan):
        if place in each.content.typed:
            each.forget_typed(place)
        each.release()


def prune() -> None:
    """Remove what was discarded more than thirty days ago, and empty files that nobody could remove."""
    for folder, days in ((DISCARDED, KEPT_DAYS), (FOLDER, 1)):
        with contextlib.suppress(OSError):
            for entry in list(os.scandir(state_folder(folder))):
                status = entry.stat(follow_symlinks=False)
                is_ours = _NAME.fullmatch(entry.name) and stat.S_ISREG(status.st_mode)
                is_old = time.time() - status.st_mtime > days * _DAY
                if is_ours and is_old and (folder == DISCARDED or not status.st_size):
                    os.unlink(entry.path)


def _files() -> Iterator[tuple[Path, str]]:
    """The files of the folder with the key of their plan; "" where the name is no journal's."""
    try:
        names = sorted(os.listdir(state_folder(FOLDER)))
    except OSError:
        return
    for name in names:
        match = _NAME.fullmatch(name)
        yield state_folder(FOLDER, name), match["key"] if match else ""


def _open(file: Path) -> LeftBehind | None:
    """The journal in `file`; None where its process lives, or it is empty, and so not worth a word.

    Raises:
        ValueError: it is nothing that this version or this user may touch.
    """
    try:
        descriptor = os.open(file, _FLAGS)
    except OSError as error:
        raise ValueError("it can't be opened") from error
    is_taken = False
    try:
        status = os.fstat(descriptor)
        if not _is_ours(status):
            raise ValueError("it is none of ours")
        if not status.st_size or (is_locked := _take(descriptor)) is None:
            return None
        with open(descriptor, "rb", closefd=False) as stream:
            content = read_journal(stream.read())
        is_taken = is_locked or not may_live(content.header.owner, content.at)
        return LeftBehind(file, content, descriptor) if is_taken else None
    finally:
        if not is_taken:
            os.close(descriptor)


def _take(descriptor: int) -> bool | None:
    """Lock the journal: None where a process holds it, False where the file system has no locks."""
    try:
        take_lock(descriptor)
    except BlockingIOError:
        return None
    except OSError:
        return False
    return True


def _is_ours(status: os.stat_result) -> bool:
    is_own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return is_own and stat.S_ISREG(status.st_mode) and status.st_nlink == 1 and status.st_size <= MAX_BYTES
