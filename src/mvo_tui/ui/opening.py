"""From a path to the plan that is open. The disk is asked in a thread: one that does not answer holds nobody."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.ids import slug
from mvo_tui.storage.plan_file import Found, OpenedPlan, look_up, new_plan, open_found
from mvo_tui.storage.typed_paths import typed_path
from mvo_tui.ui.asks_disks import AsksDisks
from mvo_tui.ui.disk_work import DiskWork

Keep = Callable[[OpenedPlan], object]
Fail = Callable[[PlanError | None], object]
"""Told why the plan was not opened; None where the founder did not want to wait any longer."""


def open_at(app: AsksDisks, path: Path, keep: Keep, fail: Fail, *, must_exist: bool = False) -> None:
    """Open the plan at `path`, or begin one where there is no file yet and need not be one."""

    def take(looked_up: DiskWork[Found]) -> None:
        _hand_over(lambda: open_found(looked_up.outcome()), keep, fail)

    app.ask_disk(path.name, partial(look_up, path, must_exist=must_exist), take, partial(fail, None))


def begin_called(app: AsksDisks, name: str, keep: Keep, fail: Fail) -> None:
    """Begin a plan of that name in the folder that one is in; its file is written with the first save."""

    def take(made: DiskWork[OpenedPlan]) -> None:
        _hand_over(made.outcome, keep, fail)

    app.ask_disk(_file_name(name), lambda: new_plan(_unused_path(name)), take, partial(fail, None))


def _file_name(name: str, ending: str = "") -> str:
    return f"{slug(name) or 'plan'}{ending}.mvo.toml"


def _unused_path(name: str) -> Path:
    """A file name for a new plan in this folder that is not taken.

    Raises:
        PlanError: the folder is gone.
    """
    path, number = typed_path(_file_name(name)), 2
    while os.path.lexists(path):
        path, number = path.with_name(_file_name(name, f"-{number}")), number + 1
    return path


def _hand_over(opened: Callable[[], OpenedPlan], keep: Keep, fail: Fail) -> None:
    try:
        plan = opened()
    except PlanError as error:
        fail(error)
    else:
        keep(plan)
