"""The end of a program that does not come to its end: its loop is busy, or waits for something, and hears no signal.

A thread gives the terminal back, says one sentence and ends the process. Nothing else of the program is used then.
"""

import contextlib
import os
import sys
from typing import Any

if sys.platform != "win32":
    import termios

_USUAL_MODES = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l"  # no reports
    b"\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"  # lines wrap, plain keys, the shell's screen, a cursor
)
_SENTENCE = "mvo-tui was told to end, did not come to it in time, and was stopped. {safe}"


class LastResort:
    """Made before the screen is taken, so that it knows what the terminal was like."""

    def __init__(self) -> None:
        self._stdin, self._stderr = sys.__stdin__, sys.__stderr__  # None where the process was started without them
        self._attributes: list[Any] | None = None
        if sys.platform != "win32" and self._stdin is not None:
            with contextlib.suppress(OSError, ValueError, termios.error):
                self._attributes = termios.tcgetattr(self._stdin)

    def end(self, exit_code: int, safe: str) -> None:
        """End the process at once; `safe` says what becomes of the words."""
        with contextlib.suppress(Exception):  # a terminal that is gone
            if sys.platform != "win32" and self._stdin is not None and self._attributes is not None:
                termios.tcsetattr(self._stdin, termios.TCSANOW, self._attributes)
                self._write(_USUAL_MODES)
            self._write(f"{_SENTENCE.format(safe=safe)}\r\n".encode())
        os._exit(exit_code)

    def _write(self, content: bytes) -> None:
        if self._stderr is not None:
            os.write(self._stderr.fileno(), content)
