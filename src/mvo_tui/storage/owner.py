"""Which process a journal belongs to, and whether it may still live: where a file system has no lock that would tell.

A process number alone is given to another program one day. So the moment when the process began is kept with it, and
which start of which machine it ran on. What can't be known (another machine on the same network drive, a system that
does not tell when a process began) counts as living until nothing has been written for a day: a journal is offered a
day late then, and never lost.
"""

import os
import platform
import time
from pathlib import Path
from typing import NamedTuple

RECENT = 24 * 60 * 60.0
"""Seconds since the last line of a journal in which its process may live, where that can't be known."""
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class Owner(NamedTuple):
    """A process.

    Attributes:
        process: its number.
        began: when it began, as the system counts that; "" where the system does not tell.
        boot: which start of the machine it ran in; "" where the system does not tell.
        machine: the machine's name and, in a container, which one.
    """

    process: int
    began: str
    boot: str
    machine: str


UNKNOWN = Owner(0, "", "", "")


def this_process() -> Owner:
    return Owner(os.getpid(), _began(os.getpid()) or "", _boot(), _machine())


def may_live(owner: Owner, written_at: float) -> bool:
    """Whether `owner`, who wrote the last line at `written_at` (seconds of the clock on the wall), may still live."""
    is_recent = time.time() - written_at < RECENT
    if owner.machine != _machine():
        return is_recent
    if owner.boot != _boot():
        return False  # the machine has been started anew since
    if os.name == "nt":  # to ask for a process by its number would end it there
        return is_recent
    if not _is_there(owner.process):
        return False
    began = _began(owner.process)
    return began == owner.began if began and owner.began else is_recent


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except PermissionError:  # of somebody else
        return True
    except (OSError, OverflowError):
        return False
    return True


def _began(process: int) -> str | None:
    """When the process began, in ticks since the machine did; None where that can't be known."""
    try:
        status = Path(f"/proc/{process}/stat").read_bytes()
        return status.rpartition(b")")[2].split()[19].decode("ascii")  # the name before it may hold anything
    except (OSError, ValueError, IndexError):
        return None


def _boot() -> str:
    try:
        return _BOOT.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _machine() -> str:
    try:
        container = os.readlink("/proc/self/ns/pid")  # each has process numbers of its own
    except OSError:
        container = ""
    return f"{platform.node()} {container}".strip()
