"""Input from the terminal that is no UTF-8 becomes a replacement character instead of the end of the program.

Textual 8.2 decodes strictly, and one Latin-1 byte (a paste from an old program) would close it.
"""

import codecs
import sys
from functools import partial
from typing import Any


def tolerate_any_bytes() -> None:
    """To be called once before the app runs. Does nothing on Windows, whose driver reads characters."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    def tolerant(encoding: str) -> Any:
        return partial(codecs.getincrementaldecoder(encoding), errors="replace")

    vars(linux_driver)["getincrementaldecoder"] = tolerant
