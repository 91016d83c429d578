"""Undo and redo of what is typed into one line: states of the text, a word or a cut or a paste at a time.

Typing on within a word, and erasing character after character, stay one step; a new word, a paste, a cut or a move of
the cursor begins the next.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

MOST_STEPS = 200


class Typed(NamedTuple):
    """A text and where the cursor stands in it."""

    text: str
    cursor: int


@dataclass
class TypingHistory:
    """The way back and forth through the states of one field."""

    past: list[Typed] = field(default_factory=list)
    future: list[Typed] = field(default_factory=list)
    _last: Typed | None = None  # the state that the last step led to, while it may still grow
    _grows: bool = True  # whether that step was typing (else erasing)

    def clear(self) -> None:
        self.past.clear()
        self.future.clear()
        self._last = None

    def record(self, before: Typed, after: Typed) -> None:
        """The text went from `before` to `after`."""
        if after.text == before.text:
            return
        change = len(after.text) - len(before.text)
        is_touch = abs(change) == 1 and after.cursor - before.cursor in (change, 0)  # 0: erased to the right
        grows = change > 0
        begins_word = grows and is_touch and _begins_word(before, after)
        if not (is_touch and before == self._last and grows == self._grows and not begins_word):
            self.past.append(before)
            del self.past[:-MOST_STEPS]
        self.future.clear()
        self._last, self._grows = (after if is_touch else None), grows

    def undone(self, here: Typed) -> Typed | None:
        """The state to return to from `here`, or None at the beginning."""
        return self._step(self.past, self.future, here)

    def redone(self, here: Typed) -> Typed | None:
        """The state to go forward to from `here`, or None at the end."""
        return self._step(self.future, self.past, here)

    def _step(self, source: list[Typed], target: list[Typed], here: Typed) -> Typed | None:
        self._last = None
        if not source:
            return None
        target.append(here)
        return source.pop()


def _begins_word(before: Typed, after: Typed) -> bool:
    """Whether the character just typed follows a blank and is none itself."""
    typed = after.text[before.cursor : after.cursor]
    return not typed.isspace() and before.text[: before.cursor][-1:].isspace()
