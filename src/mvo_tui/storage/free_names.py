"""Names for new files: nothing that is there already is ever overwritten by one."""

import os
from pathlib import Path

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import shown


def refuse_taken(path: Path) -> None:
    """Do nothing where `path` is free.

    Raises:
        PlanError: something is there.
    """
    if os.path.lexists(path):
        raise PlanError(f"{shown(str(path))} is there already. Nothing was written. Open it, or choose another name.")


def free_name(path: Path) -> Path:
    """``sunday-box-copy.mvo.toml`` beside ``sunday-box.mvo.toml``, or with a number where that is taken.

    Raises:
        PlanError: there are a thousand.
    """
    stem, dot, endings = path.name.partition(".")
    for number in range(1, 1000):
        name = f"{stem}-copy{'' if number == 1 else f'-{number}'}{dot}{endings}"
        if not os.path.lexists(path.with_name(name)):
            return path.with_name(name)
    raise PlanError(f"There are a thousand copies of {shown(path.name)} already. Nothing was written.")
