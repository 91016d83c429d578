"""The program's own state folder; the environment variable MVO_TUI_STATE_DIR redirects it."""

import os
from pathlib import Path

from platformdirs import user_state_path


def state_folder() -> Path:
    """The folder, which may not exist yet."""
    redirected = os.environ.get("MVO_TUI_STATE_DIR")
    return Path(redirected) if redirected else user_state_path("mvo-tui")
