"""What every promise needs, judged alike for the core promise and the others.

Two rules each use these judges: the core promise's is critical, the others' is not, and their words differ. A chain
asks for one good link. Source: ``docs/readiness.md``, what must be judged (promise) and law 7.
"""

from collections.abc import Iterable
from itertools import compress, count, repeat

from mvo_tui.plan.index import PlanIndex, owner_id
from mvo_tui.plan.model import Process, Promise
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Problem, unanswered, wrong
from mvo_tui.readiness.sieve import Known, Sieve, ids
from mvo_tui.tracing.promise_path import (
    is_owned_by_person,
    is_tooled,
    owned_processes,
    path_of_promise,
    tooled_processes,
    unmeasured,
)

CARRIED_READS = ("journey_links", "process_ids")
TOOLED_READS = ("journey_links", "process_links", "tool_ids")
OWNED_READS = ("journey_links", "process_links", "role_ids", "holder_of_role")
"""What the judges of those names read."""


def _on_its_way(those: Known) -> Sieve:
    """One of the processes behind a touchpoint that serves the promise is one of `those`."""

    def sieve(promises: tuple[Promise, ...], index: PlanIndex) -> Iterable[int]:
        ways = map(index.process_ids_serving.get, index.column(promises, "id"), repeat(()))
        return compress(count(), map(ids(those, index).isdisjoint, ways))

    return sieve


CARRIED_SIEVE = _on_its_way("process_ids")
TOOLED_SIEVE = _on_its_way(tooled_processes)
OWNED_SIEVE = _on_its_way(owned_processes)


def measurable(promise: Promise, _index: PlanIndex) -> Problem | None:
    """It says what is counted, which way, how much, in which unit."""
    gaps = unmeasured(promise)
    if not gaps:
        return None
    place = f"promises.{promise.id}.{gaps[0]}"
    if gaps[0] == "direction" and promise.direction:
        return wrong(
            place, f"{called(promise)}: {quoted(promise.direction)} is no direction", 'Say "at least" or "at most".'
        )
    return unanswered(place, f"{called(promise)}: no {_either(gaps)} to check it by")


def reached(promise: Promise, index: PlanIndex) -> Problem | None:
    """A touchpoint serves it."""
    if promise.id in index.promises_in_journey:
        return None
    return unanswered(f"promises.{promise.id}", f"{called(promise)}: no touchpoint serves it")


def carried(promise: Promise, index: PlanIndex) -> Problem | None:
    """A process stands behind a touchpoint that serves it."""
    path = path_of_promise(promise, index)
    if path.processes:
        return None
    place = f"touchpoints.{path.touchpoints[0].id}.processes" if path.touchpoints else f"promises.{promise.id}"
    return unanswered(place, f"{called(promise)}: no process carries it")


def tooled(promise: Promise, index: PlanIndex) -> Problem | None:
    """A process that carries it names a tool that exists, or needs none on purpose."""
    processes = path_of_promise(promise, index).processes
    if any(is_tooled(process, index) for process in processes):
        return None
    place = f"processes.{_first(processes).id}.tools" if processes else f"promises.{promise.id}"
    return unanswered(place, f"{called(promise)}: the tools behind it are not decided")


def owned(promise: Promise, index: PlanIndex) -> Problem | None:
    """A process that carries it has an owner who is a person."""
    processes = path_of_promise(promise, index).processes
    if any(is_owned_by_person(process, index) for process in processes):
        return None
    place = _owner_place(_first(processes), index) if processes else f"promises.{promise.id}"
    return unanswered(place, f"{called(promise)}: no person answers for it")


def watched(promise: Promise, index: PlanIndex) -> Problem | None:
    """A KPI names it."""
    if index.kpis_watching.get(promise.id):
        return None
    return unanswered("kpis", f"{called(promise)}: no KPI watches it")


def _first(processes: tuple[Process, ...]) -> Process:
    """One of them, the same whatever the order of the links."""
    return min(processes, key=lambda process: process.id)


def _either(words: tuple[str, ...]) -> str:
    """``measure, target or unit``."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _owner_place(process: Process, index: PlanIndex) -> str:
    """Where the person is missing: at the role that owns the process, or at the process."""
    owner = owner_id(process)
    return f"roles.{owner}.held_by" if owner in index.role_ids else f"processes.{process.id}.owner"
