"""The questions that stand ready: "Ana is away", "the payment page is down", one for each thing that may be missing."""

from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item
from mvo_tui.plan.names import called
from mvo_tui.plan.places import items_of
from mvo_tui.tracing.away import CAN_BE_AWAY
from mvo_tui.tracing.link import place_of

_WORDS = {"people": "is away", "tools": "is down", "roles": "stands empty", "processes": "is not done"}
HEADS = {
    "people": "Who is away for two weeks?",
    "tools": "What is down?",
    "roles": "Which role stands empty?",
    "processes": "Which process is not done?",
}


class Question(NamedTuple):
    """What if an item were missing? `words`: "is away"."""

    place: str
    item: Item
    words: str

    @property
    def text(self) -> str:
        return f"{called(self.item)} {self.words}"


def questions(index: PlanIndex, collection: str) -> Iterator[Question]:
    """One for each item of a collection that can be away, in the order of the plan."""
    for item in items_of(index.plan, collection):
        yield Question(place_of(item), item, _WORDS[collection])


def all_questions(index: PlanIndex) -> Iterator[Question]:
    """People first, then tools, roles and processes."""
    for collection in CAN_BE_AWAY:
        yield from questions(index, collection)
