"""Look-ups and back references of a plan, each built once, when it is first asked for, and shared with the next plan.

A look-up is a pure function of a collection (they stand below the class). The index of the next plan takes it over
where that collection is the same object, so an edit of a process rebuilds nothing of the journey.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain
from operator import is_
from typing import NamedTuple, TypeVar, cast

from mvo_tui.plan.model import Item, Kpi, Person, Plan, Process, Promise, Role, Stage, Step, Tool, Touchpoint, Venture

T = TypeVar("T")
AnItem = TypeVar("AnItem", bound=Item)


class ProcessStep(NamedTuple):
    """A step with the process it belongs to and its number, from 1."""

    process: Process
    number: int
    step: Step

    @property
    def place(self) -> str:
        return f"processes.{self.process.id}.steps.{self.number}"


class PlanIndex:
    """Everything that a rule, a trace or a form may want to look up in `plan`."""

    def __init__(self, plan: Plan, previous: "PlanIndex | None" = None) -> None:
        self.plan = plan
        self._known: dict[Callable[..., object], tuple[tuple[object, ...], object]] = (
            dict(previous._known) if previous else {}
        )

    def look(self, build: Callable[..., T], *parts: object) -> T:
        """What `build` makes of `parts`, taken over where it was made of the very same objects before."""
        known = self._known.get(build)
        if known is None or not all(map(is_, known[0], parts)):
            known = self._known[build] = (parts, build(*parts))
        return cast(T, known[1])

    def look_at_each(self, build: Callable[..., T], items: tuple[object, ...], *others: object) -> tuple[T, ...]:
        """What `build` makes of each item and `others`, taken over where it was made of the very same objects before.

        What equals the value before *is* the value before, so that what rests on it stays as well. For what costs more
        than passing over an item: the edit of one process makes it anew for that process alone.
        """
        known = self._known.get(build)
        if known is not None and all(map(is_, known[0], (items, *others))):
            return cast(tuple[T, ...], known[1])
        made: dict[int, T] = {}
        if known is not None and all(map(is_, known[0][1:], others)):
            before, values = cast(tuple[object, ...], known[0][0]), cast(tuple[T, ...], known[1])
            made = dict(zip(map(id, before), values, strict=True))
        found = tuple(made[id(item)] if id(item) in made else build(item, *others) for item in items)
        if known is not None and known[1] == found:  # so that what rests on it stays too
            found = cast(tuple[T, ...], known[1])
        self._known[build] = ((items, *others), found)
        return found

    def look_for_same(self, build: Callable[..., T], *parts: object) -> T:
        """Like `look`, but what equals the value before is the value before, for look-ups that rest on this one."""
        known = self._known.get(build)
        found = self.look(build, *parts)
        if known is not None and known[1] == found:
            self._known[build] = (parts, known[1])
        return cast(T, self._known[build][1])

    @cached_property
    def venture(self) -> Venture:
        return self.plan.venture

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Those of all stages, in the customer's order."""
        return self.look(touchpoints_in_order, self.plan.stages)

    @cached_property
    def stage_of(self) -> Mapping[str, Stage]:
        """The stage of each touchpoint, by the touchpoint's id."""
        return self.look(stages_by_touchpoint, self.plan.stages)

    @cached_property
    def touchpoint(self) -> Mapping[str, Touchpoint]:
        return self.look(touchpoints_by_id, self.plan.stages)

    @cached_property
    def promise(self) -> Mapping[str, Promise]:
        return self.look(promises_by_id, self.plan.promises)

    @cached_property
    def process(self) -> Mapping[str, Process]:
        return self.look(processes_by_id, self.plan.processes)

    @cached_property
    def tool(self) -> Mapping[str, Tool]:
        return self.look(tools_by_id, self.plan.tools)

    @cached_property
    def role(self) -> Mapping[str, Role]:
        return self.look(roles_by_id, self.plan.roles)

    @cached_property
    def person(self) -> Mapping[str, Person]:
        return self.look(people_by_id, self.plan.people)

    @cached_property
    def kpi(self) -> Mapping[str, Kpi]:
        return self.look(kpis_by_id, self.plan.kpis)

    @cached_property
    def steps(self) -> tuple[ProcessStep, ...]:
        """The steps of all processes, in order."""
        return self.look(in_one, self.look_at_each(steps_of, self.plan.processes))

    @cached_property
    def touchpoints_serving(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints that serve a promise, by the promise's id."""
        return self.look(touchpoints_by_promise, self.plan.stages)

    @cached_property
    def touchpoints_behind(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints that a process works behind, by the process's id."""
        return self.look(touchpoints_by_process, self.plan.stages)

    @cached_property
    def processes_using(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the processes that need a tool, in their list or in a step, by the tool's id."""
        return self.look(processes_by_tool, self.look_at_each(tools_of, self.plan.processes))

    @cached_property
    def processes_involving(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the processes in which a role owns, backs up or does a step, by the role's id."""
        return self.look(processes_by_role, self.look_at_each(roles_of, self.plan.processes))

    @cached_property
    def roles_held(self) -> Mapping[str, tuple[Role, ...]]:
        """The hats of a person: roles by the person's id."""
        return self.look(roles_by_person, self.plan.roles)

    @cached_property
    def kpis_watching(self) -> Mapping[str, tuple[Kpi, ...]]:
        """The KPIs that watch a promise, by the promise's id."""
        return self.look(kpis_by_promise, self.plan.kpis)

    @cached_property
    def kpis_of_process(self) -> Mapping[str, tuple[Kpi, ...]]:
        return self.look(kpis_by_process, self.plan.kpis)

    def owner(self, process: Process) -> Role | None:
        """The one role that owns `process`, or None where there is none, several, or no such role."""
        return self.role.get(owner_id(process) or "")

    def doer(self, step: ProcessStep) -> Role | None:
        """The role that does the step: its own, else its process's owner; a link to no role counts as none."""
        return self.role.get(step.step.role or "") or self.owner(step.process)

    def holder(self, role_id: str | None) -> Person | None:
        """The person who holds the role, or None."""
        role = self.role.get(role_id or "")
        return self.person.get(role.held_by or "") if role else None


def owner_id(process: Process) -> str | None:
    """The id that the owner field names, when it names exactly one."""
    return process.owner if isinstance(process.owner, str) else None


def tool_ids(process: Process) -> tuple[str, ...]:
    """The ids of the tools that `process` names, in its list and in its steps, each once."""
    return tuple(dict.fromkeys((*(process.tools or ()), *(step.tool for step in process.steps if step.tool))))


def role_ids(process: Process) -> tuple[str, ...]:
    """The ids of the roles that own, back up or do a step of `process`, each once."""
    owners = (process.owner,) if isinstance(process.owner, str) else process.owner or ()
    named = (*owners, process.backup, *(step.role for step in process.steps))
    return tuple(dict.fromkeys(role for role in named if role))


# The builders. Each is also the key under which its result is kept.


def _by_id(items: Iterable[AnItem] | None) -> dict[str, AnItem]:
    return {item.id: item for item in items or ()}


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, tuple[T, ...]]:
    """Values by key, a value at most once a key, in order."""
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        if key:
            group = groups.setdefault(key, [])
            if not group or group[-1] is not value:
                group.append(value)
    return {key: tuple(group) for key, group in groups.items()}


def promises_by_id(promises: tuple[Promise, ...]) -> dict[str, Promise]:
    return _by_id(promises)


def processes_by_id(processes: tuple[Process, ...]) -> dict[str, Process]:
    return _by_id(processes)


def tools_by_id(tools: tuple[Tool, ...] | None) -> dict[str, Tool]:
    return _by_id(tools)


def roles_by_id(roles: tuple[Role, ...]) -> dict[str, Role]:
    return _by_id(roles)


def people_by_id(people: tuple[Person, ...]) -> dict[str, Person]:
    return _by_id(people)


def kpis_by_id(kpis: tuple[Kpi, ...]) -> dict[str, Kpi]:
    return _by_id(kpis)


def touchpoints_in_order(stages: tuple[Stage, ...]) -> tuple[Touchpoint, ...]:
    return tuple(touchpoint for stage in stages for touchpoint in stage.touchpoints)


def touchpoints_by_id(stages: tuple[Stage, ...]) -> dict[str, Touchpoint]:
    return _by_id(touchpoints_in_order(stages))


def stages_by_touchpoint(stages: tuple[Stage, ...]) -> dict[str, Stage]:
    return {touchpoint.id: stage for stage in stages for touchpoint in stage.touchpoints}


def touchpoints_by_promise(stages: tuple[Stage, ...]) -> dict[str, tuple[Touchpoint, ...]]:
    return _grouped((promise, point) for point in touchpoints_in_order(stages) for promise in point.promises)


def touchpoints_by_process(stages: tuple[Stage, ...]) -> dict[str, tuple[Touchpoint, ...]]:
    return _grouped((process, point) for point in touchpoints_in_order(stages) for process in point.processes)


def steps_of(process: Process) -> tuple[ProcessStep, ...]:
    return tuple(ProcessStep(process, number, step) for number, step in enumerate(process.steps, start=1))


def in_one(lists: tuple[tuple[T, ...], ...]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(lists))


Links = tuple[str, tuple[str, ...]]
"""The id of a process and the ids that it names."""


def tools_of(process: Process) -> Links:
    return process.id, tool_ids(process)


def roles_of(process: Process) -> Links:
    return process.id, role_ids(process)


def processes_by_tool(links: tuple[Links, ...]) -> dict[str, tuple[str, ...]]:
    return _grouped((tool, process) for process, tools in links for tool in tools)


def processes_by_role(links: tuple[Links, ...]) -> dict[str, tuple[str, ...]]:
    return _grouped((role, process) for process, roles in links for role in roles)


def roles_by_person(roles: tuple[Role, ...]) -> dict[str, tuple[Role, ...]]:
    return _grouped((role.held_by, role) for role in roles)


def kpis_by_promise(kpis: tuple[Kpi, ...]) -> dict[str, tuple[Kpi, ...]]:
    return _grouped((kpi.promise, kpi) for kpi in kpis)


def kpis_by_process(kpis: tuple[Kpi, ...]) -> dict[str, tuple[Kpi, ...]]:
    return _grouped((process, kpi) for kpi in kpis for process in kpi.processes)
