"""The journal of the plan that is open: every edit, and every text that stands in a field, on the disk at once.

One file a plan and a process in the state folder, ``journal/<key of the path>-<process>-<time>.jsonl``, locked for as
long as the process lives; `journal_lines` says what stands in it, `left_behind` finds what another process left. The
file begins with the first line that is worth keeping. After each save a new one begins with what is not saved yet, and
where that is nothing there is none. See ``docs/decisions/0012-journal.md``.
"""

import contextlib
import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mvo_tui import __version__
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.model import Plan
from mvo_tui.storage.file_lock import lock
from mvo_tui.storage.journal_lines import Header, edit_line, header_line, typed_line
from mvo_tui.storage.owner import this_process
from mvo_tui.storage.plan_file import OpenedPlan
from mvo_tui.storage.reading import reason
from mvo_tui.storage.state_folder import PRIVATE, private_folder

FOLDER = "journal"
MOST_OLD_TEXT = 1024 * 1024
"""Bytes of texts that were typed on since; beyond it the journal is written anew with the newest alone."""
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class _File(NamedTuple):
    path: Path
    descriptor: int


class Journal:
    """Keeps what is not saved yet. A journal that can't be written stops nothing: `trouble` says why.

    `record` and `type` come back when the kernel has the line; `sync` waits for the disk. Any thread may call any of
    them.

    Args:
        opened: the plan that the edits start from.
        is_kept: False for a copy to look around in, of which nothing is kept.

    Attributes:
        trouble: why the last line could not be written, in a few words; empty where it could.
    """

    def __init__(self, opened: OpenedPlan, *, is_kept: bool = True) -> None:
        self._opened, self._is_kept = opened, is_kept
        self._guard = threading.RLock()
        self._file: _File | None = None
        self._header: tuple[OpenedPlan, bytes] | None = None
        self._pending: list[tuple[Plan, bytes]] = []  # each edit since the last save, with the plan after it
        self._typed: dict[str, str] = {}
        self._unwritten = b""  # what the file has still to get: a full disk took less than it was given
        self._old_text = 0
        self.trouble = ""

    @property
    def typed(self) -> Mapping[str, str]:
        """What stands in fields and was not entered, by the place of the field."""
        return self._typed

    def record(self, edit: Edit, after: Plan) -> None:
        """Keep `edit`, which led to the plan `after`."""
        line = edit_line(edit, time.time())
        with self._guard:
            self._pending.append((after, line))
            self._append(line)

    def type(self, place: str, text: str) -> None:
        """Keep `text`, which stands in the field at `place`; an empty one is forgotten."""
        with self._guard:
            before = self._typed.pop(place, "")
            if text:
                self._typed[place] = text
            if text == before:
                return
            self._old_text += len(before)
            old = None
            if self._old_text > MOST_OLD_TEXT:
                old = self._begin_anew()
            else:
                self._append(typed_line(place, text, time.time()))
        self._retire(old)

    def saved(self, opened: OpenedPlan, plan: Plan | None = None) -> None:
        """`opened.plan` is on the disk: only what came after it is still to be kept.

        `plan` is the one that it holds, where what somebody else had changed was saved with it.
        """
        held = opened.plan if plan is None else plan
        fresh = self._first_line_of(opened) if self._is_kept else b""  # before anybody has to wait for it
        with self._guard:
            plans = [after for after, _line in self._pending]
            last = max((number for number, after in enumerate(plans) if after is held), default=-1)
            self._pending = self._pending[last + 1 :]
            self._opened, self._header = opened, (opened, fresh)
            old = self._go_on()
        self._retire(old)

    def given_up(self, opened: OpenedPlan) -> None:
        """The founder goes on with `opened`; the edits until now are not wanted. What stands in fields is."""
        with self._guard:
            self._pending, self._opened = [], opened
            old = self._go_on()
        self._retire(old)

    def rebased(self, opened: OpenedPlan, edit: Edit | None, after: Plan) -> None:
        """The file is another now: `opened`; `edit` leads from its plan to `after`, None where they are one."""
        with self._guard:
            self._opened = opened
            self._pending = [(after, edit_line(edit, time.time()))] if edit else []
            old = self._go_on()
        self._retire(old)

    def prepare(self) -> None:
        """Make ready what a new file begins with, so that no key waits for it (30 ms for a plan of 10,000 items)."""
        if self._is_kept:
            opened = self._opened
            self._header = opened, self._first_line_of(opened)

    def sync(self) -> None:
        """Wait until the disk has all lines. Nobody who writes one waits meanwhile."""
        with self._guard, contextlib.suppress(OSError):
            copy = os.dup(self._file.descriptor) if self._file else None
        if copy is not None:
            with contextlib.suppress(OSError):
                os.fsync(copy)
                _sync_folder()
            with contextlib.suppress(OSError):
                os.close(copy)

    def close(self) -> None:
        """The program ends. What is safe is removed; what is not stays, for the next start."""
        with self._guard:
            is_safe = not self._typed and (not self._pending or self._pending[-1][0] is self._opened.plan)
            if not is_safe:
                self.sync()
            file, self._file = self._file, None
            if file:
                _end(file, is_safe=is_safe)

    # Writing

    def _go_on(self) -> _File | None:
        """Begin a new file with what is still to be kept, if anything is. The file that is not needed any more."""
        if self._pending or self._typed:
            return self._begin_anew()
        old, self._file, self._unwritten, self._old_text = self._file, None, b"", 0
        return old

    def _retire(self, old: _File | None) -> None:
        """Remove `old` once the disk has what took its place. Not under the guard: a key may have to wait for that."""
        if old:
            self.sync()
            _end(old, is_safe=True)

    def _append(self, line: bytes) -> None:
        if self._file is None:
            self._begin_anew()
            return
        self._unwritten, error = _write(self._file.descriptor, self._unwritten + line)
        self.trouble = reason(error) if error else ""

    def _begin_anew(self) -> _File | None:
        """Write all that is to be kept into a new file. The old one, which stays until the disk has the new one."""
        if not self._is_kept:
            return None
        try:
            fresh = _create(self._opened.key, b"".join(self._lines()))
        except OSError as error:
            self.trouble = reason(error)
            return None
        old, self._file = self._file, fresh
        self._unwritten, self._old_text, self.trouble = b"", 0, ""
        return old

    def _lines(self) -> Iterator[bytes]:
        yield self._first_line_of(self._opened)
        yield from (line for _plan, line in self._pending)
        yield from (typed_line(place, text, time.time()) for place, text in self._typed.items())

    def _first_line_of(self, opened: OpenedPlan) -> bytes:
        known = self._header
        if known is None or known[0] is not opened:
            known = opened, header_line(_header_of(opened), time.time())
        return known[1]


def _header_of(opened: OpenedPlan) -> Header:
    start = opened.on_disk.encoded()
    return Header(__version__, os.path.abspath(opened.path), opened.fingerprint, start, this_process())


def _create(key: str, content: bytes) -> _File:
    """A locked file that holds `content`.

    Raises:
        OSError: it can't be made, or not be filled; then there is none.
    """
    path = private_folder(FOLDER) / f"{key}-{os.getpid()}-{time.time_ns():x}.jsonl"
    file = _File(path, os.open(path, _FLAGS, PRIVATE))
    lock(file.descriptor)  # before there is anything in it that another process could find
    _rest, error = _write(file.descriptor, content)
    if error:
        _end(file, is_safe=True)
        raise error
    return file


def _write(descriptor: int, content: bytes) -> tuple[bytes, OSError | None]:
    """Write `content` in as few calls as the system allows. What it did not take, and why."""
    while content:
        try:
            content = content[os.write(descriptor, content) :]
        except OSError as error:
            return content, error
    return content, None


def _end(file: _File, *, is_safe: bool) -> None:
    """Close `file`, and remove it where all that it holds is safe elsewhere."""
    with contextlib.suppress(OSError):
        if is_safe:
            os.ftruncate(file.descriptor, 0)  # an empty one offers nothing, should it be impossible to remove it
    with contextlib.suppress(OSError):
        os.close(file.descriptor)
    if is_safe:
        with contextlib.suppress(OSError):
            file.path.unlink(missing_ok=True)


def _sync_folder() -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(private_folder(FOLDER), os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
