"""The folder of the program's own memory: drafts, recent plans, backups, faults.

Private to the user (0700, files 0600). The environment variable MVO_TUI_STATE_DIR redirects it.
"""

import hashlib
import os
from pathlib import Path

from platformdirs import user_state_path

VARIABLE = "MVO_TUI_STATE_DIR"
PRIVATE = 0o600


def state_folder(*names: str) -> Path:
    """The folder, or the one of that name in it, which may not exist yet."""
    redirected = os.environ.get(VARIABLE)
    folder = Path(redirected) if redirected else user_state_path("mvo-tui", appauthor=False)
    return folder.joinpath(*names)


def private_folder(*names: str) -> Path:
    """The same, made if it is missing.

    Raises:
        OSError: it can't be made.
    """
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in names:
        folder /= name
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def key_of(path: Path) -> str:
    """A name for what is kept about the plan at `path`: the same for all ways to reach it.

    It follows links, and so asks the disk of the plan: who must not wait for that takes `OpenedPlan.key`.
    """
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()
