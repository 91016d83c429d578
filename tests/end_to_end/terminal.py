"""A real terminal for tests: run a program in it, press keys, and wait for what a person would see.

    with Terminal(["mvo-tui", "demo"], home=tmp_path) as terminal:
        terminal.wait_for("Can we deliver this?")
        terminal.press("f8")
        terminal.type("Every box arrives by Sunday")
        terminal.press("enter")
        terminal.wait_for(lambda screen: "Ready 12" in screen.text)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0

The program gets a pseudo-terminal that is its controlling one, so that resizing it sends SIGWINCH and closing
it sends SIGHUP, as a window does. It runs in a home of its own, without the machine's settings or network.
The terminal reads until a condition holds, and fails with a picture of the screen when that takes too long or
the program ended first; no test has to sleep.

Linux and macOS only: Windows has no pseudo-terminals of this kind.
"""

import array
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import mvo_tui
from tests.end_to_end.keyboard import key_bytes, paste_bytes
from tests.end_to_end.screen import BRACKETED_PASTE, MOUSE_MODES, USUAL_MODES, Screen

Condition = str | re.Pattern[str] | Callable[[Screen], bool]

PATIENCE = 20.0
"""Seconds until a wait gives up. Long, because a busy machine is no fault of the program."""

QUIET = 0.4
"""Seconds without output after which a program counts as done with what it was asked."""

ESCAPE_PAUSE = 0.25
"""Seconds after Escape without another key: more than twice what Textual waits to tell it from an Alt key."""

# "Do you know synchronized output?" - "Yes, and it is off."
_KNOWS_FRAMES, _YES_IT_DOES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"

# A folder whose `sitecustomize` takes the network from a Python program.
_WITHOUT_NETWORK = Path(__file__).parent / "without_network"

# And the folder of the package under test, which need not be the one that is installed.
_IMPORTED_FROM = (str(_WITHOUT_NETWORK), str(Path(mvo_tui.__file__).parents[1]))

# Makes the pseudo-terminal on standard input the controlling one of the session, then becomes the program.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class TerminalError(AssertionError):
    """What was waited for did not come. The message shows the screen as it was."""


class Terminal:
    """One program in one terminal.

    Args:
        command: The program and its arguments.
        home: An existing folder that becomes HOME, the working folder unless `cwd` is given, and the parent
            of the program's own state folder (`home/state`).
        size: Columns and rows.
        environment: More variables; they win over the usual ones.
        cwd: The working folder.
        allow_network: Let the program reach the network. Only this class's own test does.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        allow_network: bool = False,
    ) -> None:
        self.screen = Screen(*size)
        self.output = bytearray()
        """Everything that the program wrote, byte by byte."""
        self._master: int | None
        self._master, program_end = pty.openpty()
        self.resize(*size)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-ISc", _TAKE_TERMINAL, *command],
                stdin=program_end,
                stdout=program_end,
                stderr=program_end,
                cwd=cwd or home,
                env=isolated_environment(home, allow_network=allow_network) | dict(environment or {}),
                start_new_session=True,
            )
        finally:
            os.close(program_end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What the person does.

    def type(self, text: str) -> None:
        """Type `text` as a person does, key by key; a line end is the Enter key."""
        self.send(text.replace("\n", "\r").encode())

    def press(self, *keys: str) -> None:
        """Press keys one after another: `press("down", "enter", "ctrl+s")`."""
        for key in keys:
            self.send(key_bytes(key))
            if key == "escape":
                self._let_escape_stand_alone()

    def paste(self, text: str) -> None:
        """Paste `text` as the terminal does: bracketed when the program asked for that."""
        self.send(paste_bytes(text, bracketed=BRACKETED_PASTE in self.screen.modes))

    def click(self, text: str) -> None:
        """Click the first place that shows `text`. Fails when it is not on the screen or the mouse is off."""
        self.wait_for(text)
        if not MOUSE_MODES & self.screen.modes:
            raise TerminalError("the program has not asked for the mouse")
        row, column = self.screen.find(text) or (0, 0)
        place = f"{column + 1};{row + 1}"
        self.send(f"\x1b[<0;{place}M\x1b[<0;{place}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the kernel tells the program with SIGWINCH."""
        fcntl.ioctl(self._open_master(), termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(columns, rows)

    def send(self, data: bytes) -> None:
        """Send raw bytes, and read meanwhile: a program that is busy drawing takes a long paste in parts."""
        rest = memoryview(data)
        deadline = time.monotonic() + PATIENCE
        while rest:
            master = self._open_master()
            readable, writable, _ = select.select([master], [master], [], max(0.0, deadline - time.monotonic()))
            if readable and not self._read():
                raise self._failure("the program ended and can't take keys")
            if writable:
                rest = rest[os.write(master, rest[:1024]) :]
            if not readable and not writable:
                raise self._failure("the program has stopped reading its keys")

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window under the running program; the kernel sends SIGHUP."""
        if self._master is not None:
            os.close(self._master)
            self._master = None

    def stop_reading(self, *, while_pressing: str, times: int) -> None:
        """Take nothing of what the program paints, and press a key that makes it paint, until it waits for that."""
        master = self._open_master()
        for _ in range(times):
            os.write(master, key_bytes(while_pressing))
            time.sleep(0.005)  # as fast as a key repeats, so that each is painted
        deadline = time.monotonic() + PATIENCE
        waiting = bytearray()
        while self._is_still_painting(waiting) and time.monotonic() < deadline:
            time.sleep(0.1)

    def _is_still_painting(self, before: bytearray) -> bool:
        """Whether more has come since the last look, of what nobody reads."""
        size = array.array("i", [0])
        fcntl.ioctl(self._open_master(), termios.FIONREAD, size)
        is_more = before != size.tobytes()
        before[:] = size.tobytes()
        return is_more

    # What the person sees.

    @property
    def text(self) -> str:
        """The screen as it is now, as lines of text."""
        self._read_what_is_there()
        return self.screen.text

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is left as a shell needs it: echo and lines on, no mouse, cursor seen."""
        local_flags = termios.tcgetattr(self._open_master())[3]
        is_cooked = bool(local_flags & termios.ECHO and local_flags & termios.ICANON)
        return is_cooked and self.screen.modes == USUAL_MODES

    def wait_for(self, condition: Condition, timeout: float = PATIENCE) -> None:
        """Read until the screen shows a text, matches a pattern, or a predicate of the screen is true."""
        self._wait(lambda: _holds(condition, self.screen), f"the screen never showed {_describe(condition)}", timeout)

    def wait_until_quiet(self) -> None:
        """Read until the program has painted nothing for a while, as a person looks before the next key.

        For what the text of the screen does not tell, such as which pane has the focus.
        """
        written = -1
        while written != len(self.output):
            written = len(self.output)
            if not self._read(QUIET):
                raise self._failure("the program has ended")

    def wait_until_gone(self, condition: Condition, timeout: float = PATIENCE) -> None:
        """Read until the condition no longer holds."""
        is_gone = f"the screen went on showing {_describe(condition)}"
        self._wait(lambda: not _holds(condition, self.screen), is_gone, timeout)

    def wait_for_file(self, path: Path, text: str, timeout: float = PATIENCE) -> None:
        """Wait until a file holds `text`, as after an autosave, while the program goes on drawing."""

        def holds() -> bool:
            return path.is_file() and text in path.read_text(encoding="utf-8")

        self._wait(holds, f"{path.name} never held {text!r}", timeout)

    def wait_for_exit(self, timeout: float = PATIENCE) -> int:
        """Read until the program has ended. Returns its exit code, or minus the signal that ended it."""
        deadline = time.monotonic() + timeout
        while self._process.poll() is None:
            if time.monotonic() > deadline:
                raise self._failure("the program did not end")
            if self._master is None or not self._read(0.05):
                # Its terminal is closed, on one side or the other: only the process is left to wait for.
                try:
                    self._process.wait(max(0.0, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    raise self._failure("the program did not end") from None
        self._read_what_is_there()
        return self._process.returncode

    def close(self) -> None:
        """End the program, if it still runs, and give everything back."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.hang_up()

    # Reading.

    def _wait(self, is_met: Callable[[], bool], complaint: str, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        self._read_what_is_there()
        while not is_met():
            if time.monotonic() > deadline:
                raise self._failure(f"{complaint} within {timeout:g} seconds")
            if not self._read(0.05):
                if is_met():
                    return
                self.wait_for_exit(timeout)
                raise self._failure(f"{complaint}; the program has ended")

    def _read_what_is_there(self) -> None:
        while self._master is not None and select.select([self._master], [], [], 0)[0] and self._read():
            pass

    def _read(self, seconds: float = 0.0) -> bool:
        """Draw what arrives within `seconds`. Returns False once the program has closed its side."""
        master = self._open_master()
        if not select.select([master], [], [], seconds)[0]:
            return True
        try:
            output = os.read(master, 65536)
        except OSError:  # Linux reports the closed side as an error, macOS as an empty read.
            output = b""
        self.output += output
        self.screen.feed(output)
        if _KNOWS_FRAMES in self.output[1 - len(_KNOWS_FRAMES) - len(output) :]:  # then no half frame is ever seen
            os.write(master, _YES_IT_DOES)
        return bool(output)

    def _let_escape_stand_alone(self) -> None:
        """Read for a moment and send nothing, as a person would.

        An escape that is followed at once by a letter *is* Alt and that letter; no terminal can tell. So this
        is the one place where time itself is what is waited for.
        """
        deadline = time.monotonic() + ESCAPE_PAUSE
        while (left := deadline - time.monotonic()) > 0 and self._read(left):
            pass

    def _open_master(self) -> int:
        if self._master is None:
            raise TerminalError("the terminal is closed")
        return self._master

    def _failure(self, complaint: str) -> TerminalError:
        picture = "\n".join(f"| {line}" for line in self.screen.lines)
        ended = "" if self.is_running else f" (exit code {self._process.returncode})"
        return TerminalError(f"{complaint}{ended}. The screen:\n{picture}")


def isolated_environment(home: Path, *, allow_network: bool = False) -> dict[str, str]:
    """Return the variables of a fresh user with a UTF-8 terminal, and nothing of the machine's settings."""
    programs = [str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"]
    environment = {
        "HOME": str(home),
        "PATH": os.pathsep.join(programs),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "xdg-state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "MVO_TUI_STATE_DIR": str(home / "state"),
    }
    return environment if allow_network else environment | {"PYTHONPATH": os.pathsep.join(_IMPORTED_FROM)}


def _holds(condition: Condition, screen: Screen) -> bool:
    if isinstance(condition, str):
        return condition in screen.text
    if isinstance(condition, re.Pattern):
        return condition.search(screen.text) is not None
    return condition(screen)


def _describe(condition: Condition) -> str:
    if isinstance(condition, str):
        return repr(condition)
    if isinstance(condition, re.Pattern):
        return f"the pattern {condition.pattern!r}"
    return (condition.__doc__ or "what was waited for").strip()
