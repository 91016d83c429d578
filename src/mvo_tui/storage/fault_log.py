"""Where the traceback of a fault goes: a private file in the state folder, without the values of variables."""

import os
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from mvo_tui.storage.state_folder import private_folder

KEPT = 20
"""Files of faults; the oldest go."""


def write_fault(error: BaseException | None) -> Path:
    """Write the traceback of `error`; the file's path. Without a state folder it goes to the temporary one.

    Raises:
        OSError: it could be written nowhere.
    """
    # Only where it happened: the text of an exception may quote what a founder typed.
    text = "\nafter:\n".join(map(_where, _chain(error)))
    prefix = f"fault-{datetime.now():%Y%m%d-%H%M%S}-"
    try:
        _make_room(private_folder("faults"))
        descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".txt", dir=private_folder("faults"))
    except OSError:
        descriptor, name = tempfile.mkstemp(prefix=f"mvo-tui-{prefix}", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return Path(name)


def _chain(error: BaseException | None) -> Iterator[BaseException | None]:
    """`error`, and those that led to it."""
    yield error
    while error and (error := error.__cause__ or error.__context__):
        yield error


def _where(error: BaseException | None) -> str:
    lines = traceback.format_tb(error.__traceback__) if error else []
    return f"{type(error).__name__}\n{''.join(lines)}"


def _make_room(folder: Path) -> None:
    """The names begin with the time: the first ones are the oldest."""
    for path in sorted(folder.glob("fault-*.txt"))[: -KEPT + 1]:
        path.unlink(missing_ok=True)
