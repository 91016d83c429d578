"""A text that is lent to another program: it stands in a private file for as long as that program may change it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mvo_tui.plan.ids import slug
from mvo_tui.storage.state_folder import PRIVATE, private_folder


@contextmanager
def lent(content: bytes, name: str, ending: str) -> Iterator[Path]:
    """A file that holds `content`, in a folder of its own that nobody else may enter; both are gone afterwards.

    `name` tells what it is, in the letters and digits that every program takes in a file name.

    Raises:
        OSError: it can't be written.
    """
    with TemporaryDirectory(dir=private_folder("lent"), ignore_cleanup_errors=True) as folder:  # which is 0700
        path = Path(folder, f"{slug(name) or 'text'}{ending}")
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(file, "wb") as stream:
            stream.write(content)
        yield path
