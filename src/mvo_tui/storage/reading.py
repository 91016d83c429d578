"""From a path to the text of a plan file: refuses whatever can't be one, quickly and with a reason."""

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.problems import PlanUnreadableError, Problem

MAX_BYTES = 16 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Text(NamedTuple):
    """The text of a file; `has_bom` tells whether it began with a byte order mark, which `text` leaves out."""

    text: str
    has_bom: bool

    def encoded(self) -> bytes:
        return (_BOM if self.has_bom else b"") + self.text.encode()


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        PlanError: it is no regular file, larger than 16 MB, or can't be read. A pipe is never waited for.
    """
    name = shown(str(path))
    try:
        _refuse_what_is_no_file(name, os.stat(path))
        # A pipe that took the file's place since would block without O_NONBLOCK; Windows has neither.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            _refuse_what_is_no_file(name, os.fstat(file.fileno()))
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise PlanError(f"{name} can't be read: {reason(error)}. Nothing was changed.") from error
    if len(content) > MAX_BYTES:
        raise PlanError(_too_large(name))
    return content


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`, if only a link. What can't be seen is not taken for gone.

    Raises:
        PlanError: it can't be seen.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise PlanError(f"{shown(str(path))} can't be read: {reason(error)}. Nothing was changed.") from error
    return True


def decode(content: bytes, file: str) -> Text:
    """The text in `content`; `file` is the name for messages.

    Raises:
        PlanUnreadableError: it is not UTF-8.
    """
    has_bom = content.startswith(_BOM)
    if content.startswith(_UTF_16_OR_32):
        raise PlanUnreadableError(file, [Problem(1, 1, "plan", "this is UTF-16; save the file as UTF-8")])
    try:
        return Text(content.decode("utf-8-sig"), has_bom)
    except UnicodeDecodeError as error:
        before = content[len(_BOM) if has_bom else 0 :][: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        what = f"the byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise PlanUnreadableError(file, [Problem(before.count(b"\n") + 1, column, "plan", what)]) from None


_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EACCES: "you have no permission for it",
    errno.EPERM: "you have no permission for it",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk or folder can only be read",
    errno.EIO: "the disk has a fault",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
    errno.EFBIG: "the disk takes no file of that size",
    errno.ESTALE: "the network drive has lost it",
    errno.ETIMEDOUT: "the network drive does not answer",
    errno.EHOSTDOWN: "the network drive does not answer",
    errno.ENODEV: "the disk is gone",
    errno.ENXIO: "the disk is gone",
    errno.ENOTCONN: "the network drive does not answer",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EBUSY: "another program holds it",
}


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in a few words."""
    if not isinstance(error, OSError):
        return "that is no name of a file"
    return _REASONS.get(error.errno or 0) or shown((error.strerror or type(error).__name__).lower())


def _refuse_what_is_no_file(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise PlanError(f"{name} is a folder. Name the plan file in it, one that ends in .mvo.toml.")
    if not stat.S_ISREG(status.st_mode):
        raise PlanError(f"{name} is no file but a device or a pipe, so no plan can be read from it.")
    if status.st_size > MAX_BYTES:
        raise PlanError(_too_large(name))


def _too_large(name: str) -> str:
    return f"{name} is larger than 16 MB, which no plan is. It was not read."
