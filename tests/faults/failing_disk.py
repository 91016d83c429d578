"""A disk that fails at one step of a save: it counts the calls that a good save makes, then lets the n-th go wrong.

The steps are found, not listed: every call that the program makes to look, read or write is one. What writes past it (a
new system call in `storage`) is noticed by `test_every_way_to_write_is_counted`.
"""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

import pytest

WRITING_CALLS = (
    "open", "write", "fsync", "fdatasync", "replace", "rename", "link", "unlink", "mkdir", "ftruncate", "truncate",
    "fchmod", "fchown", "chmod", "setxattr", "close",
)  # fmt: skip


LOOKING_CALLS = (
    "stat", "lstat", "fstat", "access", "listdir", "scandir", "readlink", "listxattr", "getxattr", "utime",
)  # fmt: skip


class Killed(BaseException):
    """The power goes: nothing that follows reaches the disk, not even the cleaning up."""


class Call(NamedTuple):
    """One step: the system call, and what it was about."""

    name: str
    about: str


Fault = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], Any]


class FailingDisk:
    """Stands before `os` and `open`. `calls` are the steps so far; the one numbered `at` meets `fault`.

    `is_lasting`: so do all that write from there on.
    """

    def __init__(self, at: int = -1, fault: Fault | None = None, *, is_lasting: bool = False) -> None:
        self.calls: list[Call] = []
        self.is_dead = False
        self._at, self._fault, self._is_lasting = at, fault, is_lasting

    def step(self, name: str, real: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> Any:
        if self.is_dead:
            raise Killed
        number = len(self.calls)
        self.calls.append(Call(name, _about(args)))
        if self._fault is None or not self._is_bad(number, name):
            return real(*args, **options)
        try:
            return self._fault(real, args, options)
        except Killed:
            self.is_dead = True
            raise

    def _is_bad(self, number: int, name: str) -> bool:
        if self._is_lasting:
            return number >= self._at >= 0 and name in WRITING_CALLS and name != "close"
        return number == self._at

    @property
    def opened_to_write(self) -> list[str]:
        return [call.about for call in self.calls if call.name == "open"]

    @property
    def writing_steps(self) -> list[int]:
        return [number for number, call in enumerate(self.calls) if call.name in WRITING_CALLS]


def _about(args: tuple[Any, ...]) -> str:
    return str(args[0]) if args and isinstance(args[0], str | os.PathLike) else ""


class _File:
    """An open file, each of whose reads and writes is a step."""

    def __init__(self, disk: FailingDisk, file: Any) -> None:
        self._disk, self._file = disk, file

    def write(self, content: bytes) -> int:
        """Straight to the disk, in one go or, where the disk is short of room, in part."""

        def write(content: bytes) -> int:
            written = int(self._file.write(content))
            self._file.flush()
            return written

        return int(self._disk.step("write", write, (content,), {}))

    def read(self, size: int = -1) -> Any:
        return self._disk.step("read", self._file.read, (size,), {})

    def truncate(self, size: int | None = None) -> int:
        return int(self._disk.step("truncate", self._file.truncate, () if size is None else (size,), {}))

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def failing_disk(at: int = -1, fault: Fault | None = None, *, is_lasting: bool = False) -> Iterator[FailingDisk]:
    """Let the step `at` of all that is done on the disk meanwhile meet `fault`; if it lasts, so do later writes."""
    disk = FailingDisk(at, fault, is_lasting=is_lasting)
    with pytest.MonkeyPatch.context() as patch:
        for name in (*WRITING_CALLS, *LOOKING_CALLS):
            if hasattr(os, name):
                real = _no_sync if "sync" in name else getattr(os, name)
                patch.setattr(os, name, _counted(disk, name, real))
        real_open = builtins.open

        def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
            if isinstance(file, int):  # opened by os.open, and counted there
                return _File(disk, real_open(file, mode, *args, **options))
            step = "open" if set(mode) & set("wax+") else "open to read"
            return _File(disk, disk.step(step, real_open, (file, mode, *args), options))

        patch.setattr(builtins, "open", opened)
        patch.setattr(io, "open", opened)  # which pathlib takes
        yield disk


def _no_sync(_: int) -> None:
    """It is counted and may fail; to wait for a real disk would tell these tests nothing."""


def _counted(disk: FailingDisk, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **options: Any) -> Any:
        is_reading = name == "open" and not (len(args) > 1 and args[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return disk.step("open to read" if is_reading else name, real, args, options)

    return call


# What can go wrong


def error(number: int) -> Fault:
    def fault(*_: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fault


def half(number: int) -> Fault:
    """A write that takes half of the bytes, and then fails; for any other call, an error after it was done."""

    def fault(real: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> Any:
        if args and isinstance(args[0], bytes):
            args = (args[0][: len(args[0]) // 2],)
        done = real(*args, **options)
        if real.__name__ == "open":
            os.close(done) if isinstance(done, int) else done.close()
        raise OSError(number, os.strerror(number))

    return fault


def kill_before(*_: object) -> Any:
    raise Killed


def kill_after(real: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> Any:
    with suppress(OSError):  # a folder that is there already
        real(*args, **options)
    raise Killed


def kill_half_way(real: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> Any:
    if args and isinstance(args[0], bytes):
        real(args[0][: len(args[0]) // 2], **options)
    raise Killed
