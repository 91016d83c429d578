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
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

_OF_TERMINAL = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGTSTP")
    if hasattr(signal, name)  # Windows has few of them
]
DEADLINE = 3.0
"""Seconds for a graceful end; then the default action of SIGALRM ends the process."""


class Signals:
    """Install once the driver has set its own handlers (from the app's ``on_mount``).

    Args:
        end: called on the event loop with the signal's number; saves and leaves.
        repaint: called on the event loop when the process goes on after a stop that was not ours.
        save: called on the event loop before the process stops; who knows whether it will ever go on.
    """

    def __init__(self, end: Callable[[int], None], repaint: Callable[[], None], save: Callable[[], None]) -> None:
        self._end, self._repaint, self._save = end, repaint, save
        self._received = 0
        self._is_suspended = False

    def install(self) -> None:
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return
        self._loop = asyncio.get_running_loop()
        self._context = contextvars.copy_context()
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._terminate)
        self._on_stop = signal.getsignal(signal.SIGTSTP)
        self._on_continue = signal.getsignal(signal.SIGCONT)
        signal.signal(signal.SIGTSTP, self._stop)
        signal.signal(signal.SIGCONT, self._continue)
        threading.Thread(target=self._watch_terminal, daemon=True).start()

    def _terminate(self, number: int, _frame: FrameType | None) -> None:
        # Touches no terminal: writing to a dead one blocks for ever.
        if not self._received:
            self._received = number
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, DEADLINE)
            self._call(self._end, number)

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

    def _call(self, function: Callable[..., None], *arguments: int) -> None:
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
