"""What an item is there for: the promises it serves, and by which touchpoint. The answer to "why does this exist?"."""

from collections.abc import Iterable, Iterator
from itertools import chain

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Debt, Feature, Item, Kpi, Person, Process, Promise, Role, Stage, Tool, Touchpoint

Path = tuple[Promise, Touchpoint]


def serves(item: Item, index: PlanIndex) -> tuple[Path, ...]:
    """Each promise that `item` works for with the first touchpoint that leads to it, in the order of the journey."""
    found: dict[str, Path] = {}
    for promise, touchpoint in _paths(item, index):
        found.setdefault(promise.id, (promise, touchpoint))
    return tuple(found.values())


def _paths(item: Item, index: PlanIndex) -> Iterator[Path]:
    match item:
        case Touchpoint():
            yield from ((index.promise[promise], item) for promise in item.promises if promise in index.promise)
        case Stage():
            yield from chain.from_iterable(_paths(touchpoint, index) for touchpoint in item.touchpoints)
        case Process():
            yield from chain.from_iterable(_paths(point, index) for point in index.touchpoints_behind.get(item.id, ()))
        case Tool():
            yield from _through(index.processes_using.get(item.id, ()), index)
        case Role():
            yield from _through(index.processes_involving.get(item.id, ()), index)
        case Person():
            yield from chain.from_iterable(_paths(role, index) for role in index.roles_held.get(item.id, ()))
        case Kpi():
            yield from chain(_to_promise(item.promise, index), _through(item.processes, index))
        case Feature():
            yield from _through(item.processes, index)
        case Debt():
            yield from _through((item.process or "",), index)


def _to_promise(promise_id: str | None, index: PlanIndex) -> Iterator[Path]:
    promise = index.promise.get(promise_id or "")
    return ((promise, point) for point in index.touchpoints_serving.get(promise.id, ())) if promise else iter(())


def _through(process_ids: Iterable[str], index: PlanIndex) -> Iterator[Path]:
    return chain.from_iterable(_paths(index.process[key], index) for key in process_ids if key in index.process)
