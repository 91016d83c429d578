"""Look-ups and back references of a plan, each built once, when it is first asked for, and shared with the next plan.

A look-up is a pure function of a collection or of other look-ups (they stand in `back_references.py`). The index of the
next plan takes it over where those are the same objects, so an edit of a process rebuilds nothing of the journey. Most
edits change words and neither ids nor links: what rests on ids and links alone (`..._ids`, `..._links`) stays the very
same object over them.
"""

from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any

from mvo_tui.plan import back_references as refer
from mvo_tui.plan.back_references import Groups, JourneyLinks, ProcessLinks, owner_id, role_ids, tool_ids
from mvo_tui.plan.columns import Column, Columns
from mvo_tui.plan.kept import Items, KeptLookUps, Stretch
from mvo_tui.plan.model import Kpi, Person, Plan, Process, Promise, Role, Stage, Step, Table, Tool, Touchpoint, Venture
from mvo_tui.plan.places import type_of_collection, type_of_numbered
from mvo_tui.plan.steps import ProcessStep, Steps

__all__ = ["PlanIndex", "ProcessStep", "owner_id", "role_ids", "tool_ids"]


class PlanIndex(KeptLookUps):
    """Everything that a rule, a trace or a form may want to look up in `plan`."""

    def __init__(self, plan: Plan, previous: "PlanIndex | None" = None) -> None:
        super().__init__(previous)
        self.plan = plan
        self._columns: dict[int, Columns] = {}
        self._ids: dict[str, frozenset[str]] = {}

    def part(self, name: str) -> object:
        """The part of the plan, or the look-up, of that name."""
        return getattr(self.plan if name in _KEYS else self, name)

    def column(self, tables: tuple[Table, ...], field: str) -> Column:
        """What `tables`, all of one type, hold in `field`."""
        columns = self._columns.get(id(tables))
        if columns is None:
            columns = self._columns[id(tables)] = Columns(tables)
        return columns[field]

    def within(self, tables: tuple[Table, ...], field: str) -> tuple[Any, ...]:
        """The tables in the lists that `tables` hold in `field`, in order."""
        return self.look(_WITHIN[field], tables)

    def kept(self, collection: str, field: str) -> tuple[Any, ...]:
        """What the items of a collection hold in `field`; the same object for as long as it is equal."""
        items = self.touchpoints if collection == "touchpoints" else getattr(self.plan, collection) or ()
        return self.look_at_each(_field_of(collection, field), items, at_once=lambda _: self.column(items, field).cells)

    def named_in(self, model: type[Table], field: str, lists: tuple[Any, ...]) -> frozenset[str]:
        """The texts in lists that tables of one type hold in `field`; the same object for as long as they are equal."""
        return self.look_for_same(_named_in(model, field), lists)

    def stretch(self, before: Items | Steps, after: Items | Steps) -> Stretch:
        """Where subjects differ. The steps of a process are others where the process is another one."""
        if isinstance(before, tuple) or isinstance(after, tuple):
            return self.difference(tuple(before), tuple(after))
        start, end_before, end_after = self.difference(before.processes, after.processes)
        return Stretch(after.before(start), before.before(end_before), after.before(end_after))

    @cached_property
    def venture(self) -> Venture:
        return self.plan.venture

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Those of all stages, in the customer's order."""
        return self.within(self.plan.stages, "touchpoints")

    @cached_property
    def moments(self) -> tuple[str | None, ...]:
        """The moment that each touchpoint is said to be, in the customer's order."""
        return self.kept("touchpoints", "moment")

    @cached_property
    def stage_of(self) -> Mapping[str, Stage]:
        """The stage of each touchpoint, by the touchpoint's id."""
        return self.look(refer.stages_by_touchpoint, self.plan.stages)

    @cached_property
    def steps(self) -> Steps:
        """The steps of all processes, in order."""
        return self.look(Steps, self.plan.processes, self.look(refer.ends_of, self.step_counts))

    # Items by their ids.

    @cached_property
    def promise(self) -> Mapping[str, Promise]:
        return self._by_id("promises", self.plan.promises)

    @cached_property
    def touchpoint(self) -> Mapping[str, Touchpoint]:
        return self._by_id("touchpoints", self.touchpoints)

    @cached_property
    def process(self) -> Mapping[str, Process]:
        return self._by_id("processes", self.plan.processes)

    @cached_property
    def tool(self) -> Mapping[str, Tool]:
        return self._by_id("tools", self.plan.tools)

    @cached_property
    def role(self) -> Mapping[str, Role]:
        return self._by_id("roles", self.plan.roles)

    @cached_property
    def person(self) -> Mapping[str, Person]:
        return self._by_id("people", self.plan.people)

    @cached_property
    def kpi(self) -> Mapping[str, Kpi]:
        return self._by_id("kpis", self.plan.kpis)

    def _by_id(self, collection: str, items: tuple[Any, ...] | None) -> Mapping[str, Any]:
        return self.look(_BY_ID[collection], items)

    # The ids alone.

    @cached_property
    def promise_ids(self) -> frozenset[str]:
        return self.ids("promises")

    @cached_property
    def process_ids(self) -> frozenset[str]:
        return self.ids("processes")

    @cached_property
    def tool_ids(self) -> frozenset[str]:
        return self.ids("tools")

    @cached_property
    def role_ids(self) -> frozenset[str]:
        return self.ids("roles")

    @cached_property
    def person_ids(self) -> frozenset[str]:
        return self.ids("people")

    def ids(self, collection: str) -> frozenset[str]:
        """The ids that there are in a collection; the same object for as long as they are the same."""
        found = self._ids.get(collection)
        if found is None:
            found = self._ids[collection] = self.look(_IDS_TOGETHER[collection], self.kept(collection, "id"))
        return found

    # The links alone.

    @cached_property
    def journey_links(self) -> JourneyLinks:
        columns = (self.kept("touchpoints", field) for field in ("id", "promises", "processes"))
        return self.look(JourneyLinks, *columns)

    @cached_property
    def process_links(self) -> ProcessLinks:
        columns = (self.kept("processes", field) for field in ("id", "owner", "backup", "tools"))
        return self.look(ProcessLinks, *columns, self.step_counts, self.step_roles, self._of_steps("tool"))

    @cached_property
    def step_counts(self) -> tuple[int, ...]:
        """How many steps each process has."""
        return self.look_at_each(refer.count_of_steps, self.plan.processes, at_once=refer.counts_of_steps)

    @cached_property
    def step_roles(self) -> tuple[str | None, ...]:
        """The role that each step of all processes names, in order."""
        return self._of_steps("role")

    @cached_property
    def step_minutes(self) -> tuple[float | None, ...]:
        return self._of_steps("minutes")

    def _of_steps(self, field: str) -> tuple[Any, ...]:
        return self.look_within_each(
            _OF_STEPS[field], self.plan.processes, refer.steps_of, lambda: self.column(self.all_steps, field).cells
        )

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """The steps of all processes, without their processes."""
        return self.within(self.plan.processes, "steps")

    @cached_property
    def role_links(self) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
        """The ids of the roles, and for each the person who is said to hold it."""
        return self.kept("roles", "id"), self.kept("roles", "held_by")

    @cached_property
    def holder_of_role(self) -> Mapping[str, str]:
        """The id of the person who holds a role, by the role's id, where there is such a person."""
        return self.look_for_same(refer.holders, *self.role_links, self.person_ids)

    @cached_property
    def promises_in_journey(self) -> frozenset[str]:
        """The ids of the promises that some touchpoint serves."""
        return self.named_in(Touchpoint, "promises", self.kept("touchpoints", "promises"))

    @cached_property
    def processes_in_journey(self) -> frozenset[str]:
        """The ids of the processes that work behind some touchpoint."""
        return self.named_in(Touchpoint, "processes", self.kept("touchpoints", "processes"))

    # Who names whom, by the id that is named.

    @cached_property
    def touchpoint_ids_serving(self) -> Groups:
        """The ids of the touchpoints that serve a promise."""
        return self.look(refer.touchpoints_by_promise, self.journey_links)

    @cached_property
    def touchpoint_ids_behind(self) -> Groups:
        """The ids of the touchpoints that a process works behind."""
        return self.look(refer.touchpoints_by_process, self.journey_links)

    @cached_property
    def process_ids_serving(self) -> Groups:
        """The ids of the processes behind the touchpoints that serve a promise, each once."""
        return self.look(refer.processes_by_promise, self.journey_links)

    @cached_property
    def touchpoints_serving(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints that serve a promise, by the promise's id."""
        return self.look(_SERVING, self.touchpoint_ids_serving, self.touchpoint)

    @cached_property
    def touchpoints_behind(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints that a process works behind, by the process's id."""
        return self.look(_BEHIND, self.touchpoint_ids_behind, self.touchpoint)

    @cached_property
    def processes_using(self) -> Groups:
        """The ids of the processes that need a tool, in their list or in a step, by the tool's id."""
        return self.look(refer.processes_by_tool, self.process_links)

    @cached_property
    def processes_involving(self) -> Groups:
        """The ids of the processes in which a role owns, backs up or does a step, by the role's id."""
        return self.look(refer.processes_by_role, self.process_links)

    @cached_property
    def roles_held(self) -> Mapping[str, tuple[Role, ...]]:
        """The hats of a person: roles by the person's id."""
        return self.look(refer.roles_by_person, self.plan.roles)

    @cached_property
    def kpis_watching(self) -> Mapping[str, tuple[Kpi, ...]]:
        """The KPIs that watch a promise, by the promise's id."""
        return self.look(refer.kpis_by_promise, self.plan.kpis)

    @cached_property
    def kpis_of_process(self) -> Mapping[str, tuple[Kpi, ...]]:
        return self.look(refer.kpis_by_process, self.plan.kpis)

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


_KEYS = frozenset(Plan.model_fields)

# A look-up is kept under the function that made it, so each collection has functions of its own.
_BY_ID: dict[str, Callable[..., Mapping[str, Any]]] = {name: partial(refer.by_id) for name in type_of_collection}
_IDS_TOGETHER: dict[str, Callable[..., frozenset[str]]] = {name: partial(frozenset) for name in type_of_collection}
_SERVING: Callable[..., dict[str, tuple[Touchpoint, ...]]] = partial(refer.those_called)
_BEHIND: Callable[..., dict[str, tuple[Touchpoint, ...]]] = partial(refer.those_called)
_WITHIN = {field: refer.lists_in_one(field) for field in ("touchpoints", *type_of_numbered)}
_OF_STEPS = {field: refer.column_of_steps(field) for field in ("role", "tool", "minutes")}


@cache
def _field_of(_collection: str, field: str) -> Callable[..., Any]:
    return attrgetter(field)


@cache
def _named_in(_model: type[Table], _field: str) -> Callable[..., frozenset[str]]:
    return partial(refer.all_in_lists)
