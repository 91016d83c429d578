"""Where the traceback of a fault goes: a file in the state folder, without the values of variables."""

import traceback
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from mvo_tui.storage.state_folder import state_folder


def write_fault(error: BaseException | None) -> Path:
    """Write the traceback of `error`; the file's path. Where the state folder can't be written, the temporary one is."""
    name = f"fault-{datetime.now():%Y%m%d-%H%M%S}.txt"
    # Only where it happened: the text of an exception may quote what a founder typed.
    lines = traceback.format_tb(error.__traceback__) if error else []
    text = f"{type(error).__name__}\n{''.join(lines)}"
    for folder in (state_folder() / "faults", Path(gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return Path(gettempdir()) / name
