"""Where the traceback of a fault goes: a private file in the state folder, without the values of variables."""

import os
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from mvo_tui.storage.state_folder import private_folder


def write_fault(error: BaseException | None) -> Path:
    """Write the traceback of `error`; the file's path. Without a state folder it goes to the temporary one.

    Raises:
        OSError: it could be written nowhere.
    """
    # Only where it happened: the text of an exception may quote what a founder typed.
    lines = traceback.format_tb(error.__traceback__) if error else []
    text = f"{type(error).__name__}\n{''.join(lines)}"
    prefix = f"fault-{datetime.now():%Y%m%d-%H%M%S}-"
    try:
        descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".txt", dir=private_folder("faults"))
    except OSError:
        descriptor, name = tempfile.mkstemp(prefix=f"mvo-tui-{prefix}", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return Path(name)
