"""Show what arrives of each key in this terminal. The terminal is given back as it was, however this ends."""

import codecs
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from mvo_tui.exports.text.wrapping import visible
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage.configuration_file import read_configuration
from mvo_tui.ui.key_report import INTRO, is_leaving, line_for, risks_here, told_to_leave
from mvo_tui.ui.launch import has_terminal
from mvo_tui.ui.own_keys import with_own_keys

NO_TERMINAL = "mvo-tui info --keys needs a terminal: it shows which keys arrive from it."
NOT_HERE = "mvo-tui info --keys works on Linux and macOS; Windows has no terminals of that kind."
_BURST = 0.03
"""Seconds in which the bytes of one key arrive."""
_PATIENCE = 0.3
"""Seconds until an Esc that stands alone is known to be one."""
_KITTY_ON, _KITTY_OFF = "\x1b[>25u", "\x1b[<u"  # the same that Textual asks for


class _EndedBySignalError(Exception):
    """A signal asks to leave."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def watch_keys() -> int:
    """Print a line for each key until the founder leaves. Returns the exit code.

    Raises:
        PlanError: there is no terminal.
    """
    if not has_terminal():
        raise PlanError(NO_TERMINAL, ExitCode.USAGE)
    if sys.platform == "win32":
        raise PlanError(NOT_HERE, ExitCode.USAGE)
    configuration = read_configuration()
    is_kitty_off = not configuration.has_kitty_keys or bool(os.environ.get("TEXTUAL_DISABLE_KITTY_KEY"))
    commands = with_own_keys(configuration.keys).commands
    _say(*INTRO, *risks_here(is_kitty_off=is_kitty_off))
    before = ""
    try:
        with _raw_terminal(has_kitty=not is_kitty_off) as descriptor:
            for data, key, character in _presses(descriptor):
                _say(line_for(data, key, character, commands))
                if is_leaving(key, before):
                    return int(ExitCode.DONE)
                before = key
                _say(*filter(None, [told_to_leave(key)]))
    except _EndedBySignalError as ended:
        return 128 + ended.number
    return int(ExitCode.DONE)  # the terminal was closed


def _say(*lines: str) -> None:
    for line in lines:
        print(visible(line), flush=True)


def _presses(descriptor: int) -> Iterator[tuple[bytes, str, str | None]]:
    """Each key with its bytes; a burst that gives several gives its bytes with the first."""
    from textual import events
    from textual._xterm_parser import XTermParser

    parser, decode = XTermParser(), codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    while data := os.read(descriptor, 4096):
        while select.select([descriptor], [], [], _BURST)[0] and (more := os.read(descriptor, 4096)):
            data += more
        found = list(parser.feed(decode(data)))
        until = time.monotonic() + _PATIENCE
        while not found and time.monotonic() < until and not select.select([descriptor], [], [], _BURST)[0]:
            found = list(parser.tick())
        for event in found:
            if isinstance(event, events.Key):
                yield data, event.key, event.character
                data = b""


@contextmanager
def _raw_terminal(*, has_kitty: bool) -> Iterator[int]:
    """The keyboard, with each byte as it comes, and the terminal as it was afterwards."""
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    raw = termios.tcgetattr(descriptor)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    handlers = {number: signal.signal(number, _leave) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    try:
        termios.tcsetattr(descriptor, termios.TCSANOW, raw)
        if has_kitty:
            _ask(_KITTY_ON)
        yield descriptor
    except OSError:  # the terminal is gone
        pass
    finally:
        with suppress(OSError, termios.error):
            if has_kitty:
                _ask(_KITTY_OFF)
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _ask(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()


def _leave(number: int, _frame: FrameType | None) -> None:
    raise _EndedBySignalError(number)
