"""The places that one has visited, and the way back through them and forth again, across all views of the plan.

A place is visited when one goes away from it by more than a step: by a letter, a search, a finding, to another view.
"""

from collections.abc import Callable
from typing import NamedTuple

MOST_VISITS = 100
"""How far back the way leads."""


class Visit(NamedTuple):
    """One place, and the name of the view in which it was looked at."""

    view: str
    place: str


IsThere = Callable[[Visit], bool]
"""Whether the plan of now still has what was visited."""


class Visited(NamedTuple):
    """Visits before the place of now (`past`, newest last) and after it (`future`, next last)."""

    past: tuple[Visit, ...] = ()
    future: tuple[Visit, ...] = ()

    def left(self, here: Visit) -> "Visited":
        """The way after one has left `here` for somewhere new."""
        return Visited(_with(self.past, here))

    def back(self, here: Visit, is_there: IsThere) -> "tuple[Visit, Visited] | None":
        """The visit before `here` and the way from there, or None where there is none. What is gone is left out."""
        past = _up_to_another(self.past, here, is_there)
        return (past[-1], Visited(past[:-1], _with(self.future, here))) if past else None

    def forward(self, here: Visit, is_there: IsThere) -> "tuple[Visit, Visited] | None":
        """The visit after `here` and the way from there, or None where there is none."""
        future = _up_to_another(self.future, here, is_there)
        return (future[-1], Visited(_with(self.past, here), future[:-1])) if future else None


def _with(visits: tuple[Visit, ...], here: Visit) -> tuple[Visit, ...]:
    """`visits` and `here`, which never stands there twice in a row."""
    return visits if visits[-1:] == (here,) else (*visits, here)[-MOST_VISITS:]


def _up_to_another(visits: tuple[Visit, ...], here: Visit, is_there: IsThere) -> tuple[Visit, ...]:
    """`visits` up to the last that is another place than `here` and is still there."""
    end = len(visits)
    while end and (visits[end - 1] == here or not is_there(visits[end - 1])):
        end -= 1
    return visits[:end]
