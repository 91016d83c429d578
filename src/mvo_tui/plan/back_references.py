"""What a `PlanIndex` makes its look-ups of: pure functions, each also the key under which its result is kept.

Most are made of links alone, in columns: `attrgetter` and `map` pass over a collection several times as fast as a loop.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from mvo_tui.plan.model import Item, Kpi, Process, Role, Stage

T = TypeVar("T")
AnItem = TypeVar("AnItem", bound=Item)

Groups = Mapping[str, tuple[str, ...]]
"""Ids by the id that they name, each once, in order."""


class JourneyLinks(NamedTuple):
    """All links of all touchpoints, in columns: the id of each, what it serves, the processes behind it."""

    ids: tuple[str, ...]
    promises: tuple[tuple[str, ...], ...]
    processes: tuple[tuple[str, ...], ...]


class ProcessLinks(NamedTuple):
    """All links of all processes, in columns; those of the steps have an entry for each step."""

    ids: tuple[str, ...]
    owners: tuple[str | tuple[str, ...] | None, ...]
    backups: tuple[str | None, ...]
    tools: tuple[tuple[str, ...] | None, ...]
    step_counts: tuple[int, ...]
    step_roles: tuple[str | None, ...]
    step_tools: tuple[str | None, ...]

    @property
    def roles_of_each(self) -> Iterator[tuple[str | None, ...]]:
        """The roles that the steps of each process name."""
        return split(self.step_roles, self.step_counts)

    @property
    def tools_of_each(self) -> Iterator[tuple[str | None, ...]]:
        """The tools that the steps of each process name."""
        return split(self.step_tools, self.step_counts)


_id = attrgetter("id")
steps_of = attrgetter("steps")
_role = attrgetter("role")
_tool = attrgetter("tool")


def owner_id(process: Process) -> str | None:
    """The id that the owner field names, when it names exactly one."""
    return process.owner if isinstance(process.owner, str) else None


def tool_ids(process: Process) -> tuple[str, ...]:
    """The ids of the tools that `process` names, in its list and in its steps, each once."""
    return tuple(dict.fromkeys((*(process.tools or ()), *filter(None, map(_tool, process.steps)))))


def role_ids(process: Process) -> tuple[str, ...]:
    """The ids of the roles that own, back up or do a step of `process`, each once."""
    owner = process.owner
    owners = owner if isinstance(owner, tuple) else (owner,)
    return tuple(filter(None, dict.fromkeys((*owners, process.backup, *map(_role, process.steps)))))


def column_of_steps(field: str) -> Callable[..., tuple[Any, ...]]:
    """Makes the function that tells what the steps of all processes hold in `field`."""
    of_step = attrgetter(field)
    return lambda processes: tuple(map(of_step, chain.from_iterable(map(steps_of, processes))))


def split(values: tuple[T, ...], counts: Iterable[int]) -> Iterator[tuple[T, ...]]:
    """`values` in tuples of so many."""
    ends = tuple(accumulate(counts))
    return map(values.__getitem__, map(slice, (0, *ends), ends))


def count_of_steps(process: Process) -> int:
    return len(process.steps)


def counts_of_steps(processes: tuple[Process, ...]) -> Iterable[int]:
    """The same of all, several times as fast."""
    return map(len, map(steps_of, processes))


def ends_of(counts: tuple[int, ...]) -> tuple[int, ...]:
    """How many there are up to each, its own among them."""
    return tuple(accumulate(counts))


def lists_in_one(field: str) -> Callable[..., tuple[Any, ...]]:
    """Makes the function that puts the lists that tables hold in `field` into one, in order."""
    list_of = attrgetter(field)
    return lambda tables: tuple(chain.from_iterable(map(list_of, tables)))


def stages_by_touchpoint(stages: tuple[Stage, ...]) -> dict[str, Stage]:
    return {touchpoint.id: stage for stage in stages for touchpoint in stage.touchpoints}


def by_id(items: tuple[AnItem, ...] | None) -> dict[str, AnItem]:
    return dict(zip(map(_id, items or ()), items or (), strict=True))


def those_called(groups: Groups, items: Mapping[str, T]) -> dict[str, tuple[T, ...]]:
    """The items whose ids are in `groups`."""
    return {key: tuple(map(items.__getitem__, ids)) for key, ids in groups.items()}


def grouped(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Groups:
    """The other way round: by each id that is named, the ids of those that name it."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for item, named in pairs:
        for key in named if len(named) == 1 else dict.fromkeys(named):
            if key:
                groups[key].append(item)
    return {key: tuple(ids) for key, ids in groups.items()}


def touchpoints_by_promise(links: JourneyLinks) -> Groups:
    return grouped(zip(links.ids, links.promises, strict=True))


def touchpoints_by_process(links: JourneyLinks) -> Groups:
    return grouped(zip(links.ids, links.processes, strict=True))


def all_in_lists(lists: tuple[tuple[str, ...] | None, ...]) -> frozenset[str]:
    return frozenset(chain.from_iterable(filter(None, lists)))


def processes_by_promise(links: JourneyLinks) -> Groups:
    """The processes behind the touchpoints that serve a promise, in the order of the journey."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for promises, processes in zip(links.promises, links.processes, strict=True):
        for promise in promises:
            found[promise] += processes
    return {promise: tuple(dict.fromkeys(processes)) for promise, processes in found.items()}


def processes_by_tool(links: ProcessLinks) -> Groups:
    return grouped(
        (process, (*(tools or ()), *filter(None, in_steps)))
        for process, tools, in_steps in zip(links.ids, links.tools, links.tools_of_each, strict=True)
    )


def processes_by_role(links: ProcessLinks) -> Groups:
    return grouped(
        (process, tuple(filter(None, (*(owner if isinstance(owner, tuple) else (owner,)), backup, *in_steps))))
        for process, owner, backup, in_steps in zip(
            links.ids, links.owners, links.backups, links.roles_of_each, strict=True
        )
    )


def roles_by_person(roles: tuple[Role, ...]) -> dict[str, tuple[Role, ...]]:
    return _items_by_link((role.held_by, role) for role in roles)


def kpis_by_promise(kpis: tuple[Kpi, ...]) -> dict[str, tuple[Kpi, ...]]:
    return _items_by_link((kpi.promise, kpi) for kpi in kpis)


def kpis_by_process(kpis: tuple[Kpi, ...]) -> dict[str, tuple[Kpi, ...]]:
    return _items_by_link((process, kpi) for kpi in kpis for process in dict.fromkeys(kpi.processes))


def _items_by_link(pairs: Iterable[tuple[str | None, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        if key:
            groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def holders(roles: tuple[str, ...], held_by: tuple[str | None, ...], people: frozenset[str]) -> dict[str, str]:
    """The person who holds a role, by the role's id, where there is such a person."""
    return {role: person for role, person in zip(roles, held_by, strict=True) if person in people}
