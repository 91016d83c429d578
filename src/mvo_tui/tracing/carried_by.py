"""What carries this: the links that lead from an item one step down, to the work, the tools, the roles, the people."""

from collections.abc import Iterator

from mvo_tui.plan.index import PlanIndex, ProcessStep, owner_id
from mvo_tui.plan.model import Debt, Feature, Kpi, Process, Promise, Role, Stage, Touchpoint, Venture
from mvo_tui.plan.places import field_place
from mvo_tui.tracing.link import Link, Traced, hole, link, link_to_nothing, or_hole, place_of
from mvo_tui.tracing.why import named, steps_of


def links_down(item: Traced, index: PlanIndex, above: Traced | None = None) -> Iterator[Link]:
    """The links from `item` to what carries it, in the order of the plan; holes where there is nothing yet.

    `above`: the item that the trace comes from.
    """
    match item:
        case Venture():
            promises = (_promise(promise) for promise in index.plan.promises)
            yield from or_hole(promises, "promises nothing yet", "promises")
        case Promise():
            yield from _kept(item, index)
        case Stage():
            points = (link("with touchpoint", point) for point in item.touchpoints)
            yield from or_hole(points, "has no touchpoint yet", field_place(place_of(item), "touchpoints"))
        case Touchpoint():
            at = field_place(place_of(item), "processes")
            yield from or_hole(named("carried by process", item.processes, index.process, at), "no process yet", at)
        case Feature():
            at = field_place(place_of(item), "processes")
            found = named("supported by process", item.processes, index.process, at)
            yield from or_hole(found, "supported by no process yet", at)
        case Process():
            yield from _work(item, index)
        case ProcessStep():
            yield from _done(item, index, is_told=above is not None)
        case Role():
            at = field_place(place_of(item), "held_by")
            yield from or_hole(named("held by", (item.held_by or "",), index.person, at), "nobody holds it", at)
        case Kpi() | Debt():
            at = field_place(place_of(item), "owner")
            found = named("answered for by role", (item.owner or "",), index.role, at)
            yield from or_hole(found, "nobody answers for it", at)


def _promise(promise: Promise) -> Link:
    return link("promises first of all:" if promise.core else "promises:", promise)


def _kept(promise: Promise, index: PlanIndex) -> Iterator[Link]:
    points = (link("kept at touchpoint", point) for point in index.touchpoints_serving.get(promise.id, ()))
    yield from or_hole(points, "kept at no touchpoint yet: none says that it serves it", place_of(promise))
    kpis = (link("watched by KPI", kpi) for kpi in index.kpis_watching.get(promise.id, ()))
    yield from or_hole(kpis, "watched by no KPI yet", place_of(promise))


def _work(process: Process, index: PlanIndex) -> Iterator[Link]:
    place = place_of(process)
    yield from _owner(process, index)
    at = field_place(place, "backup")
    yield from or_hole(named("backed up by role", (process.backup or "",), index.role, at), "no backup yet", at)
    steps = (link(f"step {step.number}:", step) for step in steps_of(process))
    yield from or_hole(steps, "no steps yet", field_place(place, "steps"))
    yield from _tools(process, index)
    yield from (link("watched by KPI", kpi) for kpi in index.kpis_of_process.get(process.id, ()))


def _owner(process: Process, index: PlanIndex) -> Iterator[Link]:
    at = field_place(place_of(process), "owner")
    if isinstance(process.owner, tuple):
        yield hole("several owners, so none: an owner is one", at)
    else:
        yield from or_hole(named("owned by role", (process.owner or "",), index.role, at), "no owner yet", at)


def _tools(process: Process, index: PlanIndex) -> Iterator[Link]:
    """The tools that the process names and no step of it does: those are told with their steps."""
    at = field_place(place_of(process), "tools")
    in_steps = {step.tool for step in process.steps}
    if process.tools is None and in_steps <= {None, ""}:
        yield hole("tools not decided yet", at)
    yield from named("with tool", (tool for tool in process.tools or () if tool not in in_steps), index.tool, at)


def _done(step: ProcessStep, index: PlanIndex, *, is_told: bool) -> Iterator[Link]:
    """Who does the step, and with what. Where the owner does it, and has just been told, nothing is said of who."""
    role_id, at = step.step.role or "", field_place(step.place, "role")
    if role_id in index.role:
        if not (is_told and role_id == owner_id(step.process)):
            yield link("done by role", index.role[role_id])
    else:
        if role_id:
            yield link_to_nothing("done by role", role_id, at)
        owner = index.owner(step.process)
        if owner and not is_told:
            yield link("done by the owner,", owner)
        elif not owner and not role_id:
            yield hole("done by nobody yet", at)
    yield from named("with tool", (step.step.tool or "",), index.tool, field_place(step.place, "tool"))
