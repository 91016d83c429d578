"""What a `PlanIndex` makes its look-ups of: pure functions, each also the key under which its result is kept.

Most are made of links alone, in columns: `attrgetter` and `map` pass over a collection several times as fast as a loop.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice, repeat
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, cast

from mvo_tui.plan.model import Item, Kpi, Process, Role, Stage, Step, Touchpoint

T = TypeVar("T")
AnItem = TypeVar("AnItem", bound=Item)

Groups = Mapping[str, tuple[str, ...]]
"""Ids by the id that they name, each once, in order."""


class ProcessStep(NamedTuple):
    """A step with the process it belongs to and its number, from 1."""

    process: Process
    number: int
    step: Step

    @property
    def place(self) -> str:
        return f"processes.{self.process.id}.steps.{self.number}"


ProcessHead = tuple[str, str | tuple[str, ...] | None, str | None, tuple[str, ...] | None]
"""Of a process its id, owner, backup and tools."""


class ProcessLinks(NamedTuple):
    """All links of all processes: `heads` and `step_counts` one for each process, the others one for each step."""

    heads: tuple[ProcessHead, ...]
    step_counts: tuple[int, ...]
    step_roles: tuple[str | None, ...]
    step_tools: tuple[str | None, ...]

    @property
    def roles_of_each(self) -> Iterator[tuple[ProcessHead, tuple[str | None, ...]]]:
        """Each process with the roles that its steps name."""
        return zip(self.heads, split(self.step_roles, self.step_counts), strict=True)

    @property
    def tools_of_each(self) -> Iterator[tuple[ProcessHead, tuple[str | None, ...]]]:
        """Each process with the tools that its steps name."""
        return zip(self.heads, split(self.step_tools, self.step_counts), strict=True)


_id = attrgetter("id")
_touchpoints = attrgetter("touchpoints")
steps_of = attrgetter("steps")
_role = attrgetter("role")
_tool = attrgetter("tool")
_as_step = cast(Any, partial(tuple.__new__, ProcessStep))  # quicker than the class, and there are thousands


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


def steps_in_order(processes: tuple[Process, ...]) -> tuple[ProcessStep, ...]:
    lists = tuple(map(steps_of, processes))
    counts = tuple(map(len, lists))
    owners = chain.from_iterable(map(repeat, processes, counts))
    numbers = chain.from_iterable(map(range, repeat(1), map((1).__add__, counts)))
    return tuple(map(_as_step, zip(owners, numbers, chain.from_iterable(lists), strict=True)))


def steps_alone(processes: tuple[Process, ...]) -> tuple[Step, ...]:
    return in_one(map(steps_of, processes))


def column_of_steps(field: str) -> Callable[..., tuple[Any, ...]]:
    """Makes the function that tells what the steps of all processes hold in `field`."""
    of_step = attrgetter(field)
    return lambda processes: tuple(map(of_step, chain.from_iterable(map(steps_of, processes))))


def split(values: Iterable[T], counts: Iterable[int]) -> Iterator[tuple[T, ...]]:
    """`values` in tuples of so many."""
    return map(tuple, map(islice, repeat(iter(values)), counts))


def count_of_steps(process: Process) -> int:
    return len(process.steps)


def in_one(lists: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(lists))


def touchpoints_in_order(stages: tuple[Stage, ...]) -> tuple[Touchpoint, ...]:
    return tuple(chain.from_iterable(map(_touchpoints, stages)))


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


JourneyLinks = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
"""Of each touchpoint its id, the promises that it serves and the processes behind it."""


def touchpoints_by_promise(links: JourneyLinks) -> Groups:
    return grouped((touchpoint, promises) for touchpoint, promises, _ in links)


def touchpoints_by_process(links: JourneyLinks) -> Groups:
    return grouped((touchpoint, processes) for touchpoint, _, processes in links)


def all_promises(links: JourneyLinks) -> frozenset[str]:
    return frozenset(chain.from_iterable(promises for _, promises, _ in links))


def all_processes(links: JourneyLinks) -> frozenset[str]:
    return frozenset(chain.from_iterable(processes for _, _, processes in links))


def processes_by_promise(links: JourneyLinks) -> Groups:
    """The processes behind the touchpoints that serve a promise, in the order of the journey."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for _, promises, processes in links:
        for promise in promises:
            found[promise].update(dict.fromkeys(processes))
    return {promise: tuple(processes) for promise, processes in found.items()}


def processes_by_tool(links: ProcessLinks) -> Groups:
    return grouped(
        (process, (*(tools or ()), *filter(None, in_steps)))
        for (process, _owner, _backup, tools), in_steps in links.tools_of_each
    )


def processes_by_role(links: ProcessLinks) -> Groups:
    return grouped(
        (process, tuple(filter(None, (*(owner if isinstance(owner, tuple) else (owner,)), backup, *in_steps))))
        for (process, owner, backup, _tools), in_steps in links.roles_of_each
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


def holders(roles: tuple[tuple[str, str | None], ...], people: frozenset[str]) -> dict[str, str]:
    """The person who holds a role, by the role's id, where there is such a person."""
    return {role: person for role, person in roles if person in people}
