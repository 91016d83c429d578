"""What is done a while after it was asked for, once for all the times that it was asked for until then.

There is one timer at most, and the event loop's own: one of Textual's would be felt in each key that asks. The app is
told the method itself: what `call_later` wraps it in is a new object, of which Textual counts the parameters anew.
"""

import asyncio
import time
from collections.abc import Callable

from textual.events import Callback
from textual.message_pump import MessagePump


class AfterTheFirst:
    """Does `do` so many `seconds` after it was asked for, however often it is asked for until then."""

    def __init__(self, app: MessagePump, seconds: float, do: Callable[[], None]) -> None:
        self._app, self._seconds, self._do = app, seconds, do
        self._is_coming = False

    def ask(self) -> None:
        if not self._is_coming:
            self._is_coming = True
            asyncio.get_running_loop().call_later(self._seconds, self._come)

    def _come(self) -> None:
        self._is_coming = False
        self._app.post_message(Callback(callback=self._do))


class AfterTheLast:
    """Does `do` when it was not asked for again for so many `seconds`."""

    def __init__(self, app: MessagePump, seconds: float, do: Callable[[], None]) -> None:
        self._app, self._seconds, self._do = app, seconds, do
        self._due = 0.0  # by the clock that only goes on
        self._is_coming = False

    def ask(self) -> None:
        self._due = time.monotonic() + self._seconds
        if not self._is_coming:
            self._look_in(self._seconds)

    def _look_in(self, seconds: float) -> None:
        self._is_coming = True
        asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        left = self._due - time.monotonic()
        if left > 0:
            self._look_in(left)
        else:
            self._is_coming = False
            self._app.post_message(Callback(callback=self._do))
