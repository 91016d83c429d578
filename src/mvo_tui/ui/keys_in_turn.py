"""Keys, each in its turn: a key is heard when the one before has had its whole effect.

Textual gives every widget a queue of its own, and the app runs the keys of commands ahead of all of them. Keys that
come faster than they are handled (a quick typist on a busy machine, a paste without brackets, a scanner) could so
overtake each other: F8 the Enter before it, a word the answer that brings the question it is meant for.

How it is known that a key has had its effect: a mark is sent behind it, through the queue of every widget from the one
with the focus up to the app. What the key set off is ahead of the mark in each queue. An answer is told in several
messages, each sent by the handler of the one before; so the mark goes the way several times.
"""

from collections import deque
from collections.abc import Iterator
from itertools import chain, repeat

from textual import events
from textual.app import App
from textual.dom import DOMNode

LETTER_LEGS, KEY_LEGS = 1, 3
"""How often the mark goes up to the app: a letter changes its field; an answer goes from the field to its editor, from
there to the panel, from there to the screen."""


class KeysInTurn(App[None]):
    """An app that hears keys and pastes in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._typed_into: DOMNode | None = None  # the field, while only letters for it are under way
        self._is_under_way = self._is_joined = False

    @property
    def is_quiet(self) -> bool:
        """Whether every key has had its effect."""
        return not self._is_under_way

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._waiting.append(event)
            await self._hear_those_whose_turn_it_is()
        else:
            await super().on_event(event)

    async def _hear_those_whose_turn_it_is(self) -> None:
        while self._waiting and (not self._is_under_way or self._is_next_letter(self._waiting[0])):
            await self._hear(self._waiting.popleft())

    async def _hear(self, event: events.Event) -> None:
        """Let the key have its effect, and send the mark after it."""
        way: DOMNode = self.focused or self.screen
        is_letter = self._is_letter(event)
        self._is_joined = self._is_under_way
        self._is_under_way, self._typed_into = True, way if is_letter else None
        await super().on_event(event)
        if not self._is_joined:
            self._follow(way, LETTER_LEGS if is_letter else KEY_LEGS)

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

    def _follow(self, start: DOMNode, legs: int) -> None:
        """Send a mark from `start` up to the app, `legs` times."""
        way = tuple(start.ancestors_with_self)
        self._pass_mark(chain.from_iterable(repeat(way, legs)), self.screen)

    def _pass_mark(self, way: Iterator[DOMNode], screen: DOMNode) -> None:
        """Send the mark on; a widget that is being removed hears nothing and is left out."""
        for node in way:
            if node.call_later(self._pass_mark, way, screen):
                return
        self.call_later(self._arrived, screen)

    async def _arrived(self, screen: DOMNode) -> None:
        """The mark is there: hear the next key, unless there is more to wait for."""
        if self.screen is not screen:  # which may still be on its way to stand there
            self._follow(self.screen, LETTER_LEGS)
        elif self._is_joined and self._typed_into is not None:
            self._is_joined = False
            self._follow(self._typed_into, LETTER_LEGS)
        else:
            self._is_under_way = False
            await self._hear_those_whose_turn_it_is()
