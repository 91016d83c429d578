"""Why does this exist: the links that lead from an item one step up, towards the promises.

The only way from the work to a promise is over the touchpoints (``docs/plan-format.md``, law 9). What is no part of it
is led to it: a person by the roles that they hold, a feature by the processes that support it.
"""

from collections.abc import Iterable, Iterator, Mapping

from mvo_tui.plan.index import PlanIndex, ProcessStep, owner_id
from mvo_tui.plan.model import (
    Debt,
    Feature,
    Item,
    Kpi,
    ParkedItem,
    Person,
    Process,
    Promise,
    Role,
    Stage,
    Tool,
    Touchpoint,
    Venture,
)
from mvo_tui.plan.places import field_place
from mvo_tui.tracing.link import Link, Traced, hole, link, link_to_nothing, or_hole, place_of, traced_at


def links_up(item: Traced, index: PlanIndex) -> Iterator[Link]:
    """The links from `item` to what it is there for, in the order of the plan; holes where there is nothing."""
    place = place_of(item)
    match item:
        case Touchpoint():
            yield from _promises(item, index)
        case Stage():
            points = (link("with touchpoint", point) for point in item.touchpoints)
            yield from or_hole(points, "has no touchpoint yet", field_place(place, "touchpoints"))
        case Process():
            behind = (link("behind touchpoint", point) for point in index.touchpoints_behind.get(item.id, ()))
            yield from or_hole(behind, "behind no touchpoint: no promise needs it yet", place)
        case ProcessStep():
            yield link("of process", item.process)
        case Tool():
            yield from or_hole(_uses(item, index), "used by no process", place)
        case Role():
            yield from or_hole(_duties(item, index), "has nothing to do: no process, step or KPI names it", place)
        case Person():
            roles = (link("holds role", role) for role in index.roles_held.get(item.id, ()))
            yield from or_hole(roles, "holds no role", place)
        case _:
            yield from _beside_the_path(item, index)


def _beside_the_path(item: Traced, index: PlanIndex) -> Iterator[Link]:
    """The links of what is no part of the way from the work to a promise."""
    match item:
        case Kpi():
            yield from or_hole(_watched(item, index), "watches nothing yet", field_place(place_of(item), "promise"))
        case Feature():
            at = field_place(place_of(item), "processes")
            found = named("supported by process", item.processes, index.process, at)
            yield from or_hole(found, "supported by no process yet", at)
        case Debt():
            at = field_place(place_of(item), "process")
            found = named("a workaround in process", (item.process or "",), index.process, at)
            yield from or_hole(found, "a workaround in no process yet", at)
        case ParkedItem():
            yield from _about(item, index)


def _about(parked: ParkedItem, index: PlanIndex) -> Iterator[Link]:
    about = traced_at(index.plan, parked.about or "")
    if about is not None:
        yield link("is about the venture," if isinstance(about, Venture) else "is about", about)
    elif parked.about:
        yield link_to_nothing("is about", parked.about, field_place(place_of(parked), "about"))


def named(words: str, ids: Iterable[str], known: Mapping[str, Item], at: str) -> Iterator[Link]:
    """A link to each item that is named, each once, in the order of the names; `at`: the field that names them."""
    for item_id in dict.fromkeys(ids):
        if item_id in known:
            yield link(words, known[item_id])
        elif item_id:
            yield link_to_nothing(words, item_id, at)


def _promises(touchpoint: Touchpoint, index: PlanIndex) -> Iterator[Link]:
    at = field_place(place_of(touchpoint), "promises")
    found = tuple(named("serves promise", touchpoint.promises, index.promise, at))
    for each in found:
        is_core = isinstance(each.item, Promise) and each.item.core
        yield each._replace(words="serves core promise") if is_core else each
    if not found:
        yield hole("serves no promise yet", at)


def _uses(tool: Tool, index: PlanIndex) -> Iterator[Link]:
    """The steps that are done with the tool; the process itself where it needs the tool and no step says for what."""
    for process_id in index.processes_using.get(tool.id, ()):
        process = index.process[process_id]
        steps = [step for step in steps_of(process) if step.step.tool == tool.id]
        yield from (link(f"used in step {step.number}:", step) for step in steps)
        if not steps:
            yield link("needed by process", process)


def _duties(role: Role, index: PlanIndex) -> Iterator[Link]:
    for process_id in index.processes_involving.get(role.id, ()):
        yield from _duties_in(role, index.process[process_id])
    yield from (link("answers for KPI", kpi) for kpi in index.plan.kpis if kpi.owner == role.id)
    yield from (link("answers for workaround", debt) for debt in index.plan.debts or () if debt.owner == role.id)


def _duties_in(role: Role, process: Process) -> Iterator[Link]:
    """What the role does in a process. An owner does the steps that name no role, so theirs are not told one by one."""
    if owner_id(process) == role.id:
        yield link("owns process", process)
    else:
        if isinstance(process.owner, tuple) and role.id in process.owner:
            yield link("is one of several owners of process", process)
        steps = (step for step in steps_of(process) if step.step.role == role.id)
        yield from (link(f"does step {step.number}:", step) for step in steps)
    if process.backup == role.id:
        yield link("backs up process", process)


def _watched(kpi: Kpi, index: PlanIndex) -> Iterator[Link]:
    place = place_of(kpi)
    yield from named("watches promise", (kpi.promise or "",), index.promise, field_place(place, "promise"))
    yield from named("watches process", kpi.processes, index.process, field_place(place, "processes"))


def steps_of(process: Process) -> Iterator[ProcessStep]:
    return (ProcessStep(process, number, step) for number, step in enumerate(process.steps, start=1))
