"""What a founder types where the name of a file is asked for."""

import os
from pathlib import Path

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import shown

ENDING = ".mvo.toml"


def typed_path(text: str) -> Path:
    """The path that `text` means, from the root on; ``~`` is the home folder.

    It has no ``..`` in it: the way through a folder that is not there leads nowhere, though the file has been written.

    Raises:
        PlanError: it names the home of nobody, or begins in a folder that is gone.
    """
    try:
        return Path(os.path.abspath(Path(text).expanduser()))
    except RuntimeError as error:
        raise PlanError(f"{shown(text)}: there is no such home folder. Nothing was opened or written.") from error
    except FileNotFoundError as error:
        raise PlanError(
            f"{shown(text)}: the folder that you started in is gone. Nothing was opened or written."
            " Type the whole path, or begin with ~ for your home folder."
        ) from error


def path_of_copy(original: Path, text: str) -> Path:
    """Where a copy of the plan at `original` goes: in the folder that `text` names, or in a file of that name.

    Raises:
        PlanError: as `typed_path`.
    """
    path = typed_path(text)
    if text.endswith(("/", os.sep)) or os.path.isdir(path):
        return path / original.name
    return path if path.suffix == ".toml" else path.with_name(path.name + ENDING)


def suggested_copy(original: Path) -> Path:
    """A free name in the home folder, which is most likely on another disk than the one that failed."""
    stem, dot, endings = original.name.partition(".")
    home = Path(os.path.expanduser("~"))
    for number in range(1, 100):
        path = home / (original.name if number == 1 else f"{stem}-{number}{dot}{endings}")
        if not os.path.lexists(path):
            return path
    return home
