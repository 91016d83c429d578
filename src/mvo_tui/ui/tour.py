"""The tour: what there is to try, one sentence and one key at a time. It is gone through on the real screen."""

import re
from typing import NamedTuple

from mvo_tui.ui.commands import spoken_key_of

SAMPLE = "repair-shop"
"""What the tour goes through where no plan is open; it has gaps worth walking."""
OFFER = "First time here? A tour of two minutes: Enter. Esc: not now."
AGAIN = "That was the tour. To take it again, look for Tour in the palette."


class Step(NamedTuple):
    """One thing to try.

    Attributes:
        tells: what it is good for.
        key: what to press: a key, or the name of an action in braces.
        done_by: the actions that complete it, any of them.
        is_open: with a field open (True) or with none (False) it is complete; None where that does not matter.
    """

    tells: str
    key: str
    done_by: frozenset[str] = frozenset()
    is_open: bool | None = None

    def is_done(self, actions: frozenset[str], *, is_open: bool) -> bool:
        """Whether it is complete after `actions` and with a field open or not."""
        return bool(self.done_by & actions) if self.is_open is None else self.is_open is is_open

    @property
    def press(self) -> str:
        """The key to press, as it is now."""
        return re.sub(r"\{(\w+)\}", lambda found: spoken_key_of(found[1]), self.key)


STEPS = (
    Step(
        "This is a plan: its parts on the left, the one you look at beside them, and at the top how ready it is.",
        "Down",
        frozenset({"cursor_down"}),
    ),
    Step(
        "What is missing is gone through one by one, the most useful first, and each says what it brings.",
        "{next_gap}",
        frozenset({"next_gap"}),
    ),
    Step("Any line can be changed. Enter opens it.", "Enter, once or twice", is_open=True),
    Step(
        "Here you answer. The numbers move with the answer, and it is saved by itself. Esc leaves without one.",
        "Esc, or an answer and Enter",
        is_open=False,
    ),
    Step("Nothing that you try does harm: each change can be taken back.", "{undo}", frozenset({"undo"})),
    Step(
        "The same plan, seen otherwise: the journey as a board, who does what, the numbers of the week.",
        "{views}, then Esc",
        frozenset({"views"}),
    ),
    Step("Whatever you look for has a name: actions, places, gaps.", "{palette}, then Esc", frozenset({"palette"})),
    Step("The question you are at, the keys and every word are explained here.", "{help}", frozenset({"help"})),
)


class Tour(NamedTuple):
    """How far one is: the step of that number, from 0, and what was done since it began."""

    number: int = 0
    actions: frozenset[str] = frozenset()

    @property
    def step(self) -> Step | None:
        """What there is to try; None at the end."""
        return STEPS[self.number] if self.number < len(STEPS) else None

    def after(self, action: str) -> "Tour":
        """The tour when `action` was taken."""
        return self._replace(actions=self.actions | {action})

    def going_on(self, *, is_open: bool) -> "Tour":
        """The tour at its next step where this one is complete."""
        step = self.step
        return Tour(self.number + 1) if step is not None and step.is_done(self.actions, is_open=is_open) else self
