"""What is taken away, and which roles stand empty for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mvo_tui.plan.index import PlanIndex, ProcessStep
from mvo_tui.plan.model import Process
from mvo_tui.plan.places import item_of, item_place

CAN_BE_AWAY = ("people", "tools", "roles", "processes")
"""The collections whose items can be taken away: those that carry others."""


def can_be_away(place: str) -> bool:
    """Whether `place` is that of an item which others rest on."""
    return place.partition(".")[0] in CAN_BE_AWAY and "." in place and place == item_of(place)


@dataclass(frozen=True)
class Away:
    """What is taken away, looked up. `empty`: the place for which a role stands empty, by the role's id."""

    index: PlanIndex
    places: frozenset[str]
    empty: Mapping[str, str]

    def has(self, collection: str, item_id: str | None) -> bool:
        return item_place(collection, item_id or "") in self.places

    def is_backed_up(self, process: Process) -> bool:
        """Whether the backup that the process names is there."""
        backup = process.backup or ""
        return backup in self.index.holder_of_role and backup not in self.empty


def away_of(places: Iterable[str], index: PlanIndex) -> Away:
    """Those of `places` that are items of the plan and can be away."""
    found = frozenset(place for place in places if can_be_away(place) and _is_there(place, index))
    empty: dict[str, str] = {}
    for place in sorted(found):  # people before roles: a role that is away itself stands empty for that
        collection, _, item_id = place.partition(".")
        if collection == "people":
            empty.update({role.id: place for role in index.roles_held.get(item_id, ())})
        elif collection == "roles":
            empty[item_id] = place
    return Away(index, found, empty)


def _is_there(place: str, index: PlanIndex) -> bool:
    collection, _, item_id = place.partition(".")
    return item_id in index.ids(collection)


def doer_id(step: ProcessStep, index: PlanIndex) -> str:
    """The id of the role that does the step, "" where none does: see rule 3 of what breaks."""
    if step.process.mode == "automated" and step.step.role not in index.role:
        return ""
    role = index.doer(step)
    return role.id if role else ""
