"""Names for new files: nothing that is there already is ever overwritten by one."""

from pathlib import Path

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.reading import is_there


def refuse_taken(path: Path) -> None:
    """Do nothing where `path` is free.

    Raises:
        PlanError: something is there, or it can't be seen.
    """
    if is_there(path):
        raise PlanError(f"{shown(str(path))} is there already. Nothing was written. Open it, or choose another name.")


def free_name(path: Path) -> Path:
    """``sunday-box-copy.mvo.toml`` beside ``sunday-box.mvo.toml``, or with a number where that is taken.

    Raises:
        PlanError: there are a thousand, or the folder can't be seen.
    """
    stem, dot, endings = path.name.partition(".")
    for number in range(1, 1000):
        name = f"{stem}-copy{'' if number == 1 else f'-{number}'}{dot}{endings}"
        if not is_there(path.with_name(name)):
            return path.with_name(name)
    raise PlanError(f"There are a thousand copies of {shown(path.name)} already. Nothing was written.")
