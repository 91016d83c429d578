"""A program in a pseudo-terminal whose every output is timed: what is on the screen, and since when.

Linux only in what it tells of processor time and memory (`/proc`); elsewhere those are None.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.fast_screen import FastScreen

SIZE = (120, 40)
"""Columns and rows: the size at which the workbench shows its three panes."""

QUIET = 0.12
"""Seconds without output after which an answer to a key counts as complete: several frames of Textual (60 a second)."""

_CORE = 36  # behind the program's name, in /proc/PID/stat

Seen = Callable[[FastScreen], object]


@dataclass(frozen=True)
class Reply:
    """What followed a key press; times in seconds from the press."""

    first_paint: float | None
    """When the first output came, or None where the key changed nothing on the screen."""
    settled: float | None
    """When what was watched took its last new value, or None where it kept its value."""
    bytes: int
    cpu: float | None


class GoneError(RuntimeError):
    """The program ended, or did not show what was waited for. The message holds its last screen."""


class WatchedProgram:
    """Runs `command` at once; `started` is the clock just before that."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self.command = list(command)
        self.screen = FastScreen(*SIZE)
        self.bytes = 0
        self.started = time.perf_counter()
        self.process_id, self._master = pty.fork()
        if self.process_id == 0:  # the program
            try:
                columns, rows = SIZE
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.chdir(folder)
                os.execvpe(self.command[0], self.command, dict(environment))
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program and wait until it is gone."""
        if self._master < 0:
            return
        os.kill(self.process_id, signal.SIGKILL)
        os.close(self._master)
        os.waitpid(self.process_id, 0)
        self._master = -1

    def wait_for(self, seen: Seen, timeout: float = 60.0) -> float:
        """Return the seconds from the start until the screen first satisfied `seen`."""
        deadline = time.perf_counter() + timeout
        arrived = time.perf_counter()
        while not seen(self.screen):
            next_arrival = self._read(max(0.0, deadline - time.perf_counter()))
            if next_arrival is None:
                raise GoneError(f"{' '.join(self.command)} never showed it:\n{self._shown()}")
            arrived = next_arrival
        return arrived - self.started

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing has come for `quiet` seconds."""
        while self._read(quiet) is not None:
            pass

    def press(
        self, key: bytes, watched: Seen, *, until_changed: bool = False, timeout: float = 5.0, quiet: float = QUIET
    ) -> Reply:
        """Press a key, read until the program has been quiet, and tell when `watched` got its final value.

        Waits up to `timeout` for the first output; with `until_changed`, for a change of what is watched, since
        something else (the end of an earlier save) may be painted before it.
        """
        before, bytes_before, cpu_before = watched(self.screen), self.bytes, self.cpu_seconds()
        pressed = time.perf_counter()
        os.write(self._master, key)
        first = settled = None
        value, has_answered = before, False
        while (arrived := self._read(quiet if has_answered else timeout)) is not None:
            first = first if first is not None else arrived - pressed
            if (now := watched(self.screen)) != value:
                value, settled = now, arrived - pressed
            has_answered = settled is not None or not until_changed
        cpu_after = self.cpu_seconds()
        return Reply(
            first_paint=first,
            settled=settled,
            bytes=self.bytes - bytes_before,
            cpu=None if cpu_after is None or cpu_before is None else cpu_after - cpu_before,
        )

    def idle(self, seconds: float) -> tuple[int, float | None]:
        """Leave the program alone. Returns the bytes that it wrote and the processor seconds that it took."""
        bytes_before, cpu_before = self.bytes, self.cpu_seconds()
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            self._read(left)
        cpu_after = self.cpu_seconds()
        cpu = None if cpu_after is None or cpu_before is None else cpu_after - cpu_before
        return self.bytes - bytes_before, cpu

    def cpu_seconds(self) -> float | None:
        """Return the processor time of all threads so far, to the nanosecond."""
        nanoseconds = 0
        try:
            for thread in Path(f"/proc/{self.process_id}/task").iterdir():
                nanoseconds += int((thread / "schedstat").read_text().split()[0])
        except OSError:
            return None
        return nanoseconds / 1e9

    def core(self) -> int | None:
        """Return the number of the core that the program ran on last."""
        try:
            status = Path(f"/proc/{self.process_id}/stat").read_text()
        except OSError:
            return None
        return int(status.rpartition(")")[2].split()[_CORE])

    def memory(self) -> int | None:
        """Return the bytes of memory that the program holds (resident set)."""
        try:
            status = Path(f"/proc/{self.process_id}/status").read_text()
        except OSError:
            return None
        kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kilobytes) * 1024

    def _shown(self) -> str:
        return "\n".join(row.rstrip() for row in self.screen.rows if row.strip())

    def _read(self, seconds: float) -> float | None:
        """Draw the next output. Returns when it arrived, or None when none came in time or the program ended."""
        if not select.select([self._master], [], [], seconds)[0]:
            return None
        try:
            output = os.read(self._master, 65536)
        except OSError:
            output = b""
        arrived = time.perf_counter()
        if not output:
            raise GoneError(f"{' '.join(self.command)} ended:\n{self._shown()}")
        self.bytes += len(output)
        self.screen.feed(output)
        return arrived
