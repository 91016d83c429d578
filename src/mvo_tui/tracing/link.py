"""What a trace is made of: items, and the links between them, in words that read on from one to the next."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mvo_tui.plan.index import ProcessStep
from mvo_tui.plan.model import Item, Plan, Process, Venture
from mvo_tui.plan.names import called, in_a_line, kind_of
from mvo_tui.plan.places import find, item_at, item_place, type_of_collection

Traced = Item | ProcessStep | Venture
"""What can be traced: an item, a step with its process, or the venture with all that it promises."""

COLLECTION_OF = {model: collection for collection, model in type_of_collection.items()}

LONGEST = 200
"""Characters of a name; what shows it wraps it, or cuts it where its line ends."""


class Link(NamedTuple):
    """One link of a path: where it leads to, and how, as in "done by role".

    A hole has no item: its words say what is missing, and its place is where that can be said.
    """

    words: str
    item: Traced | None
    place: str

    @property
    def is_hole(self) -> bool:
        return self.item is None


def link(words: str, item: Traced) -> Link:
    return Link(words, item, place_of(item))


def hole(words: str, place: str) -> Link:
    return Link(words, None, place)


def link_to_nothing(words: str, item_id: str, place: str) -> Link:
    """A link to an item that the plan does not have counts as none, and is shown, so that nobody looks for it."""
    return hole(f'{words} "{in_a_line(item_id)}", which is not in this plan', place)


def or_hole(links: Iterable[Link], words: str, place: str) -> Iterator[Link]:
    """The links; where there are none, a hole that is filled at `place`."""
    found = tuple(links)
    yield from found or (hole(words, place),)


def place_of(item: Traced) -> str:
    if isinstance(item, Venture):
        return "venture"
    return item.place if isinstance(item, ProcessStep) else item_place(COLLECTION_OF[type(item)], item.id)


def name_of(item: Traced) -> str:
    """What an item is called, in one line; a step by what is done in it."""
    if isinstance(item, Venture):
        return in_a_line(item.name or "", LONGEST) or "not named yet"
    if isinstance(item, ProcessStep):
        return in_a_line(item.step.action or "", LONGEST) or f"Step {item.number} of {called(item.process)}"
    return called(item, LONGEST)


def kind_of_traced(item: Traced) -> str:
    """What kind of thing it is: "tool", "step 2 of Take an order"."""
    if isinstance(item, ProcessStep):
        return f"step {item.number} of {called(item.process)}"
    return kind_of(type(item))


def traced_at(plan: Plan, place: str) -> Traced | None:
    """The item that `place` lies in, a step if it lies in one; None where the plan has nothing there to trace."""
    parts = place.split(".")
    if find(plan, place) is None:
        return None
    if parts[0] == "venture":
        return plan.venture
    if parts[0] == "stages" and parts[2:3] == ["touchpoints"] and len(parts) > 3:
        parts = parts[2:]
    item = item_at(plan, ".".join(parts[:2]))
    if len(parts) > 3 and parts[2] == "steps":
        return step_at(plan, parts[1], int(parts[3]))
    return item if isinstance(item, Item) else None


def step_at(plan: Plan, process_id: str, number: int) -> ProcessStep:
    """Step `number`, from 1, of a process that there is."""
    process = item_at(plan, item_place("processes", process_id))
    assert isinstance(process, Process)
    return ProcessStep(process, number, process.steps[number - 1])
