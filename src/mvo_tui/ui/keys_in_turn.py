"""Keys, each in its turn: a key is heard when the one before has had its whole effect.

Textual gives every widget a queue of its own, and the app runs the keys of commands ahead of all of them. Keys that
come faster than they are handled (a quick typist on a busy machine, a paste without brackets, a scanner) could so
overtake each other: F8 the Enter before it, a word the answer that brings the question it is meant for.

How it is known that a key has had its effect: no message waits for a widget and no handler is at work, from the one
that had the focus up to the app, and from the one that has it now; and the screen is laid out, which may hide them.
What a handler sets off stands in the queue of another before it ends, so there is no moment between the two at which
all of them seem to rest.
"""

import asyncio
import time
from collections import deque
from itertools import chain
from typing import Protocol, runtime_checkable

from textual import events
from textual._queue import Queue
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

from mvo_tui.ui.terminal.sparing import Sparing


@runtime_checkable
class KeyTaker(Protocol):
    """A screen that may want the next key for itself, whatever else that key does."""

    def take_key(self, event: events.Key) -> bool:
        """Whether the screen has used the key up."""


REST = 0.7
"""Seconds without a key after which nobody is in the middle of a word."""
_RESTS = 2
"""Looks at rest, one after the other, until an effect is over: what was put off to the next turn is done by then."""
_LOOKS = 12
"""Turns of the event loop after which a handler is waiting for something, and is looked at only now and then."""
_NOW_AND_THEN = 0.001  # seconds


class KeysInTurn(Sparing, is_part=True):
    """An app that hears keys and pastes in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._typed_into: DOMNode | None = None  # the field, while only letters for it are under way
        self._is_under_way = self._is_held = False
        self._last_key_at = 0.0
        self._way: tuple[DOMNode, ...] = ()  # from the one that had the focus up to the app
        self._looks = 0  # for the end of the effect, so far
        self._at_work: MessagePump = self  # when it was looked last
        self._rests = 0  # one after the other, so far

    @property
    def is_quiet(self) -> bool:
        """Whether every key has had its effect."""
        return not self._is_under_way and not self._is_held

    @property
    def seconds_at_rest(self) -> float:
        """How long no key has come."""
        return time.monotonic() - self._last_key_at

    @property
    def is_at_rest(self) -> bool:
        """Whether no key has come for a moment: what now comes up takes no letter that was meant for something else."""
        return self.seconds_at_rest > REST

    @property
    def is_key_under_way(self) -> bool:
        """Whether a key that was heard has not had all of its effect yet."""
        return self._is_under_way

    def hold_keys(self) -> None:
        """Keep the keys that come, until `let_keys_in`: nothing stands there yet that could hear them."""
        self._is_held = True

    def let_keys_in(self) -> None:
        """Hand what was typed to the screen that has been called for, as soon as it stands."""
        self._is_held = False
        if not self._is_under_way:  # else they are found at the end of what is
            self._await_end(self.screen)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._waiting.append(event)
            self._last_key_at = time.monotonic()
            await self._hear_those_whose_turn_it_is()
        else:
            await super().on_event(event)

    async def _hear_those_whose_turn_it_is(self) -> None:
        while self._waiting and not self._is_held and self._is_next(self._waiting[0]):
            await self._hear(self._waiting.popleft())

    def _is_next(self, event: events.Event) -> bool:
        return not self._is_under_way or self._is_next_letter(event)

    async def _hear(self, event: events.Event) -> None:
        """Let the key have its effect, and watch for the end of that."""
        way: Widget = self.focused or self.screen
        was_under_way, self._is_under_way = self._is_under_way, True
        self._typed_into = way if self._is_letter(event) else None
        if not self._is_taken(event):
            await super().on_event(event)
        if not was_under_way:
            self._await_end(way)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """As Textual's, which goes through copies of all bindings on the way to find that few keys are commands."""
        if priority and not self._may_be_command(key):
            return False
        return await super()._check_bindings(key, priority)

    def _may_be_command(self, key: str) -> bool:
        way = (self.focused or self.screen).ancestors_with_self
        return any(binding.priority for node in way for binding in node._bindings.key_to_bindings.get(key, ()))

    def _is_taken(self, event: events.Event) -> bool:
        """Whether the screen has used the key up before anything else could hear it."""
        return isinstance(event, events.Key) and isinstance(self.screen, KeyTaker) and self.screen.take_key(event)

    def _is_letter(self, event: events.Event) -> bool:
        """Whether the key does no more than to put a character into a field. A blank may tick an option."""
        return (
            isinstance(event, events.Key)
            and event.key != "space"
            and self.focused is not None
            and self.focused.check_consume_key(event.key, event.character)
        )

    def _is_next_letter(self, event: events.Event) -> bool:
        """Whether the key may go after letters for the same field, which its queue keeps in order."""
        return self._typed_into is not None and self._typed_into is self.focused and self._is_letter(event)

    def _await_end(self, start: DOMNode) -> None:
        """Look, from now on, whether what was told to `start` has had its effect."""
        self._is_under_way = True
        self._way, self._looks, self._at_work = tuple(start.ancestors_with_self), 0, start
        self._rests = 0
        asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        if self._exit or not self.screen_stack:  # the program is ending, and no screen may be left
            return
        self._looks += 1
        self._rests = 0 if _is_at_work(self._at_work) or self._is_any_at_work() else self._rests + 1
        if self._rests < _RESTS:
            loop = asyncio.get_running_loop()
            loop.call_soon(self._look) if self._looks < _LOOKS else loop.call_later(_NOW_AND_THEN, self._look)
            return
        try:
            self._arrived()
        except Exception as error:  # as what a handler raises
            self._handle_exception(error)

    def _is_any_at_work(self) -> bool:
        if self.screen._layout_required:
            return True
        now = self.focused or self.screen
        for node in chain(self._way, () if now is self._way[0] else now.ancestors_with_self):
            if _is_at_work(node):
                self._at_work = node
                return True
        return False

    def _arrived(self) -> None:
        """The effect is over: have the next key heard."""
        if self._waiting and not self._is_held:
            self.call_later(self._hear_next)
        else:
            self._is_under_way = False

    async def _hear_next(self) -> None:
        self._is_under_way = False
        await self._hear_those_whose_turn_it_is()


def _is_at_work(pump: MessagePump) -> bool:
    """Whether there is a message for `pump` or a handler of it has not ended: it does not wait for the next one."""
    queue: Queue[Message | None] = pump._message_queue
    return pump._running and not pump._closing and (bool(queue.values) or not queue.ready_event._waiters)
