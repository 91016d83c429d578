"""What breaks without it: some people, roles, tools or processes are taken away; what does not happen any more?

The rules, from the bottom up. Only what follows from what was taken away counts: a hole that the plan has anyway is a
finding, and does not break again.

1. A role stands empty when it, or the person who holds it, is away.
2. A backup is there when the process names one, it is held by a person who exists, and neither role nor person is away.
   It does every step that a role which stands empty would do, and answers for the process in its owner's place. Nobody
   else does: who else might jump in is a hope, and no plan.
3. A step stops when its tool is away, or when the role that does it (its own, else the owner) stands empty and no
   backup is there. In an automated process a step that names no role is done by nobody, so that nobody is missed.
4. A process stands still when it is away itself, when one of its steps stops, when a tool that it names is away, or
   when it has no steps yet, its owner's role stands empty and no backup is there (an automated one goes on). Else it
   is carried by the backup where one steps in, and goes on without an owner where the owner's role stands empty and
   no backup is there.
5. A touchpoint has no work behind it when all of its processes stand still, and lacks a part of it when some do.
6. A promise falls when a decisive touchpoint lacks work: one that serves it and is marked as the moment of value or of
   truth, or any that serves it where none is marked so. Where another lacks work, the promise is at risk.
7. A feature loses its support when a process of it stands still; a KPI or a workaround is answered for by nobody when
   its owner's role stands empty.

What was taken away is the cause and no consequence, so it is not told among what breaks.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import TypeVar

from mvo_tui.plan.index import PlanIndex, ProcessStep, owner_id
from mvo_tui.plan.model import Debt, Item, Kpi, Plan, Process, Promise, Touchpoint
from mvo_tui.plan.places import item_place
from mvo_tui.tracing.away import Away, away_of, doer_id
from mvo_tui.tracing.broken import (
    Breakage,
    BrokenFeature,
    BrokenProcess,
    BrokenPromise,
    BrokenTouchpoint,
    MissedStep,
    ProcessState,
    PromiseState,
    TouchpointState,
)
from mvo_tui.tracing.why import steps_of

AnItem = TypeVar("AnItem", bound=Item)
Broken = TypeVar("Broken", BrokenProcess, BrokenPromise)

DECISIVE = ("value", "truth")
"""The moments at which a promise is kept or broken."""


def without(places: Iterable[str], index: PlanIndex) -> Breakage:
    """What breaks without the items at `places`; those that the plan does not have break nothing."""
    away = away_of(places, index)
    found = [_process(process, away) for process in _concerned(away)]
    broken = tuple(each for each in found if each is not None)
    still = {each.process.id for each in broken if each.state is ProcessState.STILL}
    touchpoints = _touchpoints(still, index)
    return Breakage(
        away=tuple(sorted(away.places)),
        roles=tuple(role for role in index.plan.roles if role.id in away.empty and not away.has("roles", role.id)),
        processes=_gravest_first(each for each in broken if not away.has("processes", each.process.id)),
        touchpoints=touchpoints,
        promises=_gravest_first(_promises(touchpoints, index)),
        features=tuple(_features(still, index)),
        unanswered=tuple(_unanswered(index.plan, away.empty)),
    )


def _concerned(away: Away) -> tuple[Process, ...]:
    """The processes that name anything of what is away, in the order of the plan."""
    index = away.index
    ids = set(chain.from_iterable(index.processes_involving.get(role, ()) for role in away.empty))
    for place in away.places:
        collection, _, item_id = place.partition(".")
        if collection == "tools":
            ids.update(index.processes_using.get(item_id, ()))
        elif collection == "processes":
            ids.add(item_id)
    return _in_order(ids, index.process, index.look(_process_order, index.plan.processes))


def _process(process: Process, away: Away) -> BrokenProcess | None:
    """How the process fares; None where it goes on as it did."""
    steps = tuple(filter(None, (_missed(step, away) for step in steps_of(process))))
    in_steps = {step.tool for step in process.steps}
    tools = tuple(item_place("tools", tool) for tool in process.tools or () if _is_missed(tool, in_steps, away))
    owner_cause = away.empty.get(owner_id(process) or "", "")
    state = _state(process, steps, bool(owner_cause), bool(tools), away)
    is_backed_up = away.is_backed_up(process)
    return BrokenProcess(process, state, is_backed_up, steps, owner_cause, tools) if state else None


def _is_missed(tool: str, in_steps: Collection[str | None], away: Away) -> bool:
    return tool not in in_steps and away.has("tools", tool)


def _missed(step: ProcessStep, away: Away) -> MissedStep | None:
    process, tool = step.process, step.step.tool or ""
    lacks_tool = away.has("tools", tool)
    cause = away.empty.get(doer_id(step, away.index), "")
    if not cause and not lacks_tool:
        return None
    stops = lacks_tool or not away.is_backed_up(process)
    return MissedStep(step, cause, item_place("tools", tool) if lacks_tool else "", stops)


def _state(
    process: Process, steps: tuple[MissedStep, ...], lacks_owner: bool, lacks_tool: bool, away: Away
) -> ProcessState | None:
    is_backed_up = away.is_backed_up(process)
    does_owner_all = not process.steps and process.mode != "automated"
    if away.has("processes", process.id) or lacks_tool or any(missed.stops for missed in steps):
        return ProcessState.STILL
    if (lacks_owner or steps) and is_backed_up:
        return ProcessState.CARRIED
    if lacks_owner:
        return ProcessState.STILL if does_owner_all else ProcessState.UNOWNED
    return None


def _touchpoints(still: Collection[str], index: PlanIndex) -> tuple[BrokenTouchpoint, ...]:
    ids = set(chain.from_iterable(index.touchpoint_ids_behind.get(process, ()) for process in still))
    order = index.look(_touchpoint_order, index.touchpoints)
    return tuple(_touchpoint(point, still, index) for point in _in_order(ids, index.touchpoint, order))


def _touchpoint(point: Touchpoint, still: Collection[str], index: PlanIndex) -> BrokenTouchpoint:
    behind = [index.process[each] for each in dict.fromkeys(point.processes) if each in index.process]
    stopped = tuple(process for process in behind if process.id in still)
    state = TouchpointState.ALL if len(stopped) == len(behind) else TouchpointState.PART
    return BrokenTouchpoint(point, state, stopped)


def _features(still: Collection[str], index: PlanIndex) -> Iterable[BrokenFeature]:
    for feature in index.plan.features or ():
        if stopped := tuple(each for each in dict.fromkeys(feature.processes) if each in still):
            yield BrokenFeature(feature, tuple(index.process[each] for each in stopped))


def _promises(broken: tuple[BrokenTouchpoint, ...], index: PlanIndex) -> Iterable[BrokenPromise]:
    lacking: dict[str, list[BrokenTouchpoint]] = {}
    for each in broken:
        for promise_id in dict.fromkeys(each.touchpoint.promises):
            lacking.setdefault(promise_id, []).append(each)
    for promise in index.plan.promises:
        if promise.id in lacking:
            decisive = decisive_touchpoints(promise, index)
            first = [each for each in lacking[promise.id] if each.touchpoint.id in decisive]
            rest = [each for each in lacking[promise.id] if each.touchpoint.id not in decisive]
            state = PromiseState.FALLS if first else PromiseState.AT_RISK
            yield BrokenPromise(promise, state, (*first, *rest))


def decisive_touchpoints(promise: Promise, index: PlanIndex) -> frozenset[str]:
    """The ids of the touchpoints at which the promise is kept or broken; see rule 6. Those without work are holes."""
    points = [point for point in index.touchpoints_serving.get(promise.id, ()) if _has_work(point, index)]
    marked = [point.id for point in points if point.moment in DECISIVE]
    return frozenset(marked or (point.id for point in points))


def _has_work(point: Touchpoint, index: PlanIndex) -> bool:
    return not index.process_ids.isdisjoint(point.processes)


def _unanswered(plan: Plan, empty: Mapping[str, str]) -> Iterable[Kpi | Debt]:
    if empty:
        yield from (kpi for kpi in plan.kpis if kpi.owner in empty)
        yield from (debt for debt in plan.debts or () if debt.owner in empty)


def _gravest_first(broken: Iterable[Broken]) -> tuple[Broken, ...]:
    return tuple(sorted(broken, key=lambda each: -each.state))


def _in_order(ids: Iterable[str], known: Mapping[str, AnItem], order: Mapping[str, int]) -> tuple[AnItem, ...]:
    return tuple(known[item_id] for item_id in sorted(ids, key=order.__getitem__))


def _process_order(processes: tuple[Process, ...]) -> dict[str, int]:
    """Where each process stands in the plan, by its id."""
    return {process.id: number for number, process in enumerate(processes)}


def _touchpoint_order(points: tuple[Touchpoint, ...]) -> dict[str, int]:
    """Where each touchpoint stands in the journey, by its id."""
    return {point.id: number for number, point in enumerate(points)}
