"""Section 5: roles and people: who holds what, and how full the week is."""

from collections.abc import Iterator

from mvo_tui.exports.text.names import in_a_row, name, name_of, number, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, optional, spaced
from mvo_tui.load.weekly import minutes_a_week
from mvo_tui.plan.index import PlanIndex, owner_id


def lines(index: PlanIndex) -> Iterator[str]:
    yield from spaced(
        [
            line("Roles" if index.plan.roles else f"The roles are {NOT_SAID}."),
            _roles(index),
            line("People" if index.plan.people else f"The people are {NOT_SAID}."),
            _people(index),
        ]
    )


def _roles(index: PlanIndex) -> Iterator[str]:
    owned = _owned(index)
    for role in index.plan.roles:
        yield from entry(title_of(role, role.name))
        yield from field("Held by", name_of(role.held_by, index.person) if role.held_by else None)
        yield from field("Duties", role.duties)
        yield from field("Owns", in_a_row(owned.get(role.id, ())) or "no process")
        yield from optional("Notes", role.notes)


def _owned(index: PlanIndex) -> dict[str, list[str]]:
    """The names of the processes that a role owns, by the role's id."""
    owned: dict[str, list[str]] = {}
    for process in index.plan.processes:
        if owner := owner_id(process):
            owned.setdefault(owner, []).append(name(process))
    return owned


def _people(index: PlanIndex) -> Iterator[str]:
    loads = minutes_a_week(index)
    for person in index.plan.people:
        hats = in_a_row(name(role) for role in index.roles_held.get(person.id, ()))
        yield from entry(title_of(person, person.name))
        yield from field("Hats", hats or "none")
        yield from field("Days", ", ".join(person.days))
        yield from field("Hours a week", number(person.hours_per_week))
        yield from field("Load", _load(loads[person.id], person.hours_per_week))
        yield from optional("Notes", person.notes)


def _load(minutes: float | None, hours: float | None) -> str:
    """``24.3 hours a week, 81 % of those there are``."""
    if minutes is None:
        return "not known yet"
    share = f", {minutes / 60 / hours:.0%} of those there are".replace("%", " %") if hours else ""
    return f"{number(round(minutes / 60, 1))} hours a week{share}"
