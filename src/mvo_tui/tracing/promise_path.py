"""The path from a promise to the work: promises <- touchpoints.promises -> touchpoints.processes, and nothing else.

A chain asks for one good link, not for all to be good: a promise is carried, tooled and owned when at least one process
on its path is. Source: ``docs/plan-format.md``, law 9, and ``docs/readiness.md``, law 7.
"""

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from mvo_tui.plan.answered import is_said, is_word
from mvo_tui.plan.back_references import ProcessLinks
from mvo_tui.plan.index import PlanIndex, owner_id, tool_ids
from mvo_tui.plan.model import Kpi, Process, Promise, Touchpoint
from mvo_tui.plan.vocabulary import DIRECTION


class PromisePath(NamedTuple):
    """What carries one promise; processes are those that exist, each once."""

    touchpoints: tuple[Touchpoint, ...]
    processes: tuple[Process, ...]
    kpis: tuple[Kpi, ...]


def path_of_promise(promise: Promise, index: PlanIndex) -> PromisePath:
    touchpoints = index.touchpoints_serving.get(promise.id, ())
    known = index.process
    ids = index.process_ids_serving.get(promise.id, ())
    processes = tuple(known[process_id] for process_id in ids if process_id in known)
    return PromisePath(touchpoints, processes, index.kpis_watching.get(promise.id, ()))


def is_tooled(process: Process, index: PlanIndex) -> bool:
    """Whether the process has decided on its tools: it names some, or none on purpose.

    A link to nothing counts as absent, and a list without it is an empty one: decided. Were it worth less, taking the
    link out would raise the score.
    """
    return process.tools is not None or any(tool in index.tool_ids for tool in tool_ids(process))


def tooled_processes(index: PlanIndex) -> frozenset[str]:
    """The ids of all processes that have decided on their tools."""
    return index.look_for_same(_tooled, index.process_links, index.tool_ids)


def _tooled(links: ProcessLinks, known: frozenset[str]) -> frozenset[str]:
    if None not in links.tools:
        return frozenset(links.ids)
    return frozenset(
        process
        for process, tools, in_steps in zip(links.ids, links.tools, links.tools_of_each, strict=True)
        if tools is not None or not known.isdisjoint(in_steps)
    )


def is_owned_by_person(process: Process, index: PlanIndex) -> bool:
    return owner_id(process) in index.holder_of_role


def owned_processes(index: PlanIndex) -> frozenset[str]:
    """The ids of all processes that are owned by a person."""
    return index.look_for_same(_owned, index.process_links, index.holder_of_role)


def _owned(links: ProcessLinks, holder_of_role: Mapping[object, str]) -> frozenset[str]:
    return frozenset(compress(links.ids, map(holder_of_role.__contains__, links.owners)))


def unmeasured(promise: Promise) -> tuple[str, ...]:
    """The fields that are missing to check it: what is counted, which way, how much, in which unit."""
    answers = {
        "measure": is_said(promise.measure),
        "direction": is_word(promise.direction, DIRECTION),
        "target": promise.target is not None,
        "unit": is_said(promise.unit),
    }
    return tuple(field for field, is_answered in answers.items() if not is_answered)


def is_measurable(promise: Promise) -> bool:
    return not unmeasured(promise)


def core_promise(index: PlanIndex) -> Promise | None:
    """The promise that must hold: the one marked as core.

    Where several are marked by mistake it is the one that is best carried, so that a second mark never lowers a score.
    """
    marked = index.look(_marked, index.plan.promises)
    if len(marked) == 1:
        return marked[0]
    return max(sorted(marked, key=lambda p: p.id), key=lambda p: _strength(p, index), default=None)


def _marked(promises: tuple[Promise, ...]) -> tuple[Promise, ...]:
    return tuple(promise for promise in promises if promise.core)


def _strength(promise: Promise, index: PlanIndex) -> float:
    """How well a promise is carried, in the weights of the core promise's rules (critical 10, high 7.5)."""
    processes = index.process_ids_serving.get(promise.id, ())
    links = (
        promise.id in index.promises_in_journey,
        not index.process_ids.isdisjoint(processes),
        not tooled_processes(index).isdisjoint(processes),
        not owned_processes(index).isdisjoint(processes),
        promise.id in index.kpis_watching,
    )
    return 10 * sum(links) + 7.5 * is_measurable(promise)
