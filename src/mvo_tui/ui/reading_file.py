"""The file of the open plan, looked at and read by a thread that may hang with its disk."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import OpenedPlan, has_changed
from mvo_tui.ui.disk_work import DiskWork
from mvo_tui.ui.taking_in import FromFile, merge_with_file

Signature = tuple[int, int, int] | None
"""A file's time, size and number; None where there is no file."""
NOT_SEEN: Signature = (-1, -1, -1)
"""What no file has."""


def signature_of(path: Path) -> Signature:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def signature_if_known(opened: OpenedPlan) -> Signature:
    """The signature of the file, if it holds what was opened or last saved; else `NOT_SEEN`."""
    signature = signature_of(opened.path)  # first: what changes in between is then seen as new
    return NOT_SEEN if has_changed(opened) else signature


class Reading:
    """The file being read, and merged with `plan`, which began as `opened`.

    Args:
        tell: called from the thread at the end.

    Attributes:
        work: brings the signature, and the merge if the file has changed.
    """

    def __init__(self, opened: OpenedPlan, plan: Plan, tell: Callable[["Reading"], object]) -> None:
        self.opened = opened
        self.work = DiskWork(partial(_read, opened, plan), lambda _: tell(self)).start()


def _read(opened: OpenedPlan, plan: Plan) -> tuple[Signature, FromFile | None]:
    return signature_of(opened.path), merge_with_file(opened, plan)
