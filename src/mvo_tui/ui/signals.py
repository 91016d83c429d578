"""How the program meets signals: end gracefully on SIGHUP, SIGTERM and SIGINT, stop and go on, notice a lost terminal.

Textual installs handlers for SIGTSTP, SIGCONT and SIGWINCH only: SIGTERM and SIGHUP would end it at once with the
terminal left raw, and a SIGCONT that follows anything but its own SIGTSTP would start a second input thread. Not on
Windows, where saving after every change is the protection.
"""

import asyncio
import contextlib
import contextvars
import os
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

from mvo_tui.ui.last_resort import LastResort

_OF_TERMINAL = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGTSTP")
    if hasattr(signal, name)  # Windows has few of them
]
_ENDS = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGINT") if hasattr(signal, name)]
DEADLINE = 3.0
"""Seconds for a graceful end; then the default action of SIGALRM ends the process."""
FOR_THE_SCREEN = 1.0
"""Seconds of these in which no disk is waited for any more: the terminal has to be given back."""
FOR_THE_LAST_RESORT = 0.3
"""Seconds of these that are left to end it where the loop does not."""


class Signals:
    """Install once the driver has set its own handlers (from the app's ``on_mount``).

    Args:
        end: called on the event loop with the signal's number and with until when it may wait; saves and leaves.
        repaint: called on the event loop when the process goes on after a stop that was not ours.
        save: called on the event loop before the process stops; who knows whether it will ever go on.
        keep: called from a thread as soon as the end is near; keeps what is nowhere but in memory, and says what
            becomes of it. The loop may be too busy ever to be told.
    """

    def __init__(
        self,
        end: Callable[[int, float], None],
        repaint: Callable[[], None],
        save: Callable[[], None],
        keep: Callable[[], str],
    ) -> None:
        self._end, self._repaint, self._save, self._keep = end, repaint, save, keep
        self._received = 0
        self._hears: socket.socket | None = None
        self._is_suspended = False
        self._last_resort = LastResort()

    def install(self) -> None:
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return
        self._loop = asyncio.get_running_loop()
        self._context = contextvars.copy_context()
        for number in _ENDS:
            signal.signal(number, self._terminate)
        self._on_stop = signal.getsignal(signal.SIGTSTP)
        self._on_continue = signal.getsignal(signal.SIGCONT)
        signal.signal(signal.SIGTSTP, self._stop)
        signal.signal(signal.SIGCONT, self._continue)
        threading.Thread(target=self._watch_terminal, daemon=True).start()
        self._heard, self._hears = socket.socketpair()
        self._hears.setblocking(False)
        signal.set_wakeup_fd(self._hears.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._end_in_time, args=(self._heard,), daemon=True).start()

    def let_go(self) -> None:
        """The program has come to its end."""
        if self._hears is not None:
            signal.set_wakeup_fd(-1)
            self._hears.close()
            self._hears = None

    def _terminate(self, number: int, _frame: FrameType | None) -> None:
        # Touches no terminal: writing to a dead one blocks for ever.
        if not self._received:
            self._received = number
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, DEADLINE)
            self._call(self._end, number, time.monotonic() + DEADLINE - FOR_THE_SCREEN)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._call(self._save_and_stop)

    def _save_and_stop(self) -> None:
        try:
            self._save()
        finally:
            self._is_suspended = True
            if callable(self._on_stop):
                self._on_stop(signal.SIGTSTP, None)

    def _continue(self, number: int, frame: FrameType | None) -> None:
        if self._is_suspended and callable(self._on_continue):
            self._is_suspended = False
            self._on_continue(number, frame)
        else:
            self._call(self._repaint)

    def _call(self, function: Callable[..., None], *arguments: float) -> None:
        # A signal comes in any context. A timer that is set in one without the app fails at its first tick.
        self._loop.call_soon_threadsafe(function, *arguments, context=self._context)

    def _watch_terminal(self) -> None:
        """End the program when the terminal is gone and no SIGHUP came, as under nohup."""
        if sys.__stdin__ is None:
            return
        with contextlib.suppress(OSError, ValueError):
            poll = select.poll()
            poll.register(sys.__stdin__.fileno(), select.POLLHUP)
            poll.poll()
            os.kill(os.getpid(), signal.SIGTERM)

    def _end_in_time(self, heard: socket.socket) -> None:
        """In a thread: hear of signals at once, keep the words, and see to it that the end comes.

        The loop may never hear: it is busy, or waits for a terminal that takes nothing any more. A handler in Python
        runs on the loop's thread alone.
        """
        with heard:
            number = self._first_end(heard)
            if not number:
                return
            safe, deadline = self._keep(), time.monotonic() + DEADLINE - FOR_THE_LAST_RESORT
            while (left := deadline - time.monotonic()) > 0:
                heard.settimeout(left)
                with contextlib.suppress(TimeoutError):
                    if not heard.recv(64):
                        return
            self._last_resort.end(128 + number, safe)

    def _first_end(self, heard: socket.socket) -> int:
        """The first signal that is to end the program; 0 where it came to its end without one."""
        while numbers := heard.recv(64):
            for number in numbers:
                # Ctrl+C may be meant for another program that the terminal is lent to.
                if number in _ENDS and (number != signal.SIGINT or signal.getsignal(number) == self._terminate):
                    return number
        return 0


@contextlib.contextmanager
def lent_terminal(end: Callable[[], None]) -> Iterator[None]:
    """While another program, started in here, has the terminal.

    Ctrl+C belongs to that program and Ctrl+Z stops both, so that the shell gets the terminal. Where we are to end, the
    other is asked to by `end`, and then we do what is done at the end.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def with_its_end(handler: object) -> Callable[[int, FrameType | None], None]:
        def handle(number: int, frame: FrameType | None) -> None:
            end()
            if callable(handler):
                handler(number, frame)

        return handle

    def leave_it(_number: int, _frame: FrameType | None) -> None:
        """Not SIG_IGN, which the other program would inherit."""

    before = {number: signal.getsignal(number) for number in _OF_TERMINAL}
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, leave_it)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, with_its_end(before[number]))
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)
