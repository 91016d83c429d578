"""Keys, each in its turn: a key is heard when the one before has had its whole effect.

Textual gives every widget a queue of its own, and the app runs the keys of commands ahead of all of them. Keys that
come faster than they are handled (a quick typist on a busy machine, a paste without brackets, a scanner) could so
overtake each other: F8 the Enter before it, a word the answer that brings the question it is meant for.

How it is known that a key has had its effect: a mark is sent behind it, through the queue of every widget from the one
with the focus up to the app. What the key set off is ahead of the mark in each queue, or stands in one of them when
the mark arrives; then the mark goes the way again. An answer is told in several messages, each sent by the handler of
the one before, which may be at work with all queues empty; so behind a key for a field the mark goes twice at least.
"""

import time
from collections import deque
from collections.abc import Iterator
from itertools import chain, repeat
from typing import Protocol, runtime_checkable

from textual import events
from textual.dom import DOMNode
from textual.widget import Widget

from mvo_tui.ui.terminal.sparing import Sparing


@runtime_checkable
class KeyTaker(Protocol):
    """A screen that may want the next key for itself, whatever else that key does."""

    def take_key(self, event: events.Key) -> bool:
        """Whether the screen has used the key up."""


REST = 0.7
"""Seconds without a key after which nobody is in the middle of a word."""


class KeysInTurn(Sparing, is_part=True):
    """An app that hears keys and pastes in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._typed_into: DOMNode | None = None  # the field, while only letters for it are under way
        self._is_under_way = self._is_joined = self._is_held = False
        self._last_key_at = 0.0
        self._way: tuple[DOMNode, ...] = ()  # of the one mark that is on its way
        self._rest_of_way: Iterator[DOMNode] = iter(())

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
        if not self._is_under_way:  # else the mark that is on its way will find them
            self._is_under_way = True
            self._follow(self.screen)

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
        """Let the key have its effect, and send the mark after it."""
        way: Widget = self.focused or self.screen
        is_letter = self._is_letter(event)
        self._is_joined = self._is_under_way
        self._is_under_way, self._typed_into = True, way if is_letter else None
        if not self._is_taken(event):
            await super().on_event(event)
        if not self._is_joined:
            is_answer = not is_letter and way.check_consume_key("a", "a")
            self._follow(way, 2 if is_answer else 1)

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

    def _follow(self, start: DOMNode, legs: int = 1) -> None:
        """Send a mark from `start` up to the app, `legs` times."""
        self._way = tuple(start.ancestors_with_self)
        self._rest_of_way = chain.from_iterable(repeat(self._way, legs))
        self._pass_mark()

    def _pass_mark(self) -> None:
        """Send the mark on; a widget that is being removed hears nothing and is left out.

        Not by `call_later`: its callback is new each time, and Textual looks up the parameters of what is new to it.
        """
        for node in self._rest_of_way:
            if node.post_message(events.Callback(self._pass_mark)):
                return
        self.call_later(self._arrived)

    async def _arrived(self) -> None:
        """The mark is there: hear the next key, unless there is more to wait for."""
        way = self._way
        if self.screen not in way:  # which may still be on its way to stand there
            self._follow(self.screen)
        elif self._is_joined and self._typed_into is not None:
            self._is_joined = False
            self._follow(self._typed_into)
        elif any(node.message_queue_size for node in way if node is not self):
            self._follow(way[0])
        else:
            self._is_under_way = False
            await self._hear_those_whose_turn_it_is()
