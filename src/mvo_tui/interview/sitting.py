"""What one sitting remembers besides the plan: the way to the question that stands there, and what was skipped."""

from typing import NamedTuple

from mvo_tui.interview.next_question import Asked, answers_so_far, next_question, previous_question, question_for
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex


class Sitting(NamedTuple):
    """The places that were asked about before the question of now, the last one last, and those left open for now."""

    way: tuple[str, ...] = ()
    skipped: frozenset[str] = frozenset()

    def left(self, asked: Asked) -> "Sitting":
        """The sitting after one has gone on from `asked`."""
        return self._replace(way=(*self.way, asked.place))

    def skipping(self, asked: Asked) -> "Sitting":
        """The sitting in which `asked` is left open for now."""
        return self._replace(skipped=self.skipped | {asked.place})

    def next(self, index: PlanIndex, after: Asked) -> Asked | None:
        """The next open question; what was skipped comes when nothing else is open. None: nothing is open."""
        return next_question(index, after, self.skipped)

    def back(self, index: PlanIndex, now: Asked | None) -> "tuple[Asked | None, Sitting]":
        """The question before `now` (None: behind the last one) and the sitting from there; None at the first.

        It is the one that stood there before, answered, skipped or only looked at. Where none did, it is the one
        before in the order of the interview, and behind the last one the last that has an answer.
        """
        for number in range(len(self.way) - 1, -1, -1):
            try:
                return question_for(index, self.way[number]), self._replace(way=self.way[:number])
            except PlanError:
                continue  # what it was about is gone
        return _one_before(index, now), self._replace(way=())


def _one_before(index: PlanIndex, now: Asked | None) -> Asked | None:
    if now is not None:
        return previous_question(index, now)
    said = answers_so_far(index)
    return question_for(index, said[-1].place) if said else None
