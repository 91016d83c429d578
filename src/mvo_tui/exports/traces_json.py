"""Traces and breakages as the JSON documents of ``mvo-tui trace`` and ``mvo-tui without``.

A contract: ``docs/traces.md``. Places are stable addresses, names are for people. Numbers are not rounded.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from mvo_tui.exports.stand_in_text import stand_ins_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item
from mvo_tui.tracing.breaks import without
from mvo_tui.tracing.broken import Breakage, BrokenProcess, ProcessState, PromiseState, TouchpointState
from mvo_tui.tracing.link import Traced, kind_of_traced, name_of, place_of
from mvo_tui.tracing.questions import all_questions
from mvo_tui.tracing.stand_ins import StandIn
from mvo_tui.tracing.trace import Row, Way, paths_to_promises, promises_in, trace

PROMISE_STATES = {PromiseState.AT_RISK: "at risk", PromiseState.FALLS: "falls"}
TOUCHPOINT_STATES = {TouchpointState.PART: "lacks a part", TouchpointState.ALL: "no work"}
PROCESS_STATES = {
    ProcessState.CARRIED: "carried by backup",
    ProcessState.UNOWNED: "without an owner",
    ProcessState.STILL: "stands still",
}


def trace_document(item: Traced, index: PlanIndex, plan_name: str) -> dict[str, Any]:
    """Both ways from `item`."""
    up = trace(item, Way.UP, index)
    return {
        "plan": plan_name,
        "format": index.plan.format,
        **_traced(item),
        "kind": kind_of_traced(item),
        "promises": [place_of(promise) for promise in promises_in(up)],
        "paths": paths_to_promises(item, index),
        "why": _nested(up),
        "carried_by": _nested(trace(item, Way.DOWN, index)),
    }


def _nested(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The rows of a trace, each with those below it."""
    levels: list[list[dict[str, Any]]] = [[]]
    for row in rows:
        del levels[row.depth + 1 :]
        below: list[dict[str, Any]] = []
        item = row.link.item
        levels[-1].append(
            {
                "place": row.link.place,
                "name": None if item is None else name_of(item),
                "link": row.link.words,
                "hole": item is None,
                "again": row.is_again,
                "then": below,
            }
        )
        levels.append(below)
    return levels[0]


def without_document(items: Sequence[Traced], index: PlanIndex, plan_name: str) -> dict[str, Any]:
    """What breaks without `items`."""
    places = list(map(place_of, items))
    found = without(places, index)
    return {
        "plan": plan_name,
        "format": index.plan.format,
        "without": list(map(_traced, items)),
        "depended_on": found.is_felt,
        "promises": [
            _traced(each.promise)
            | {
                "state": PROMISE_STATES[each.state],
                "touchpoints": [place_of(point.touchpoint) for point in each.touchpoints],
            }
            for each in found.promises
        ],
        "touchpoints": [
            _traced(each.touchpoint) | {"state": TOUCHPOINT_STATES[each.state], "processes": _places(each.processes)}
            for each in found.touchpoints
        ],
        "processes": list(map(_process, found.processes)),
        "features": [_traced(each.feature) | {"processes": _places(each.processes)} for each in found.features],
        "roles": list(map(_traced, found.roles)),
        "unanswered": list(map(_traced, found.unanswered)),
        "stand_ins": list(map(_stand_in, stand_ins_of(places, index))),
    }


def questions_document(index: PlanIndex, plan_name: str) -> dict[str, Any]:
    """What each thing that can be away would take with it, alone, in numbers."""
    return {
        "plan": plan_name,
        "format": index.plan.format,
        "questions": [
            {
                "place": question.place,
                "question": question.text,
                **_numbers(without([question.place], index)),
                "stand_ins": list(map(_stand_in, stand_ins_of([question.place], index))),
            }
            for question in all_questions(index)
        ],
    }


def _numbers(found: Breakage) -> dict[str, Any]:
    return {
        "depended_on": found.is_felt,
        "promises": {words: len(found.promises_that(state)) for state, words in PROMISE_STATES.items()},
        "processes": {words: len(found.processes_that(state)) for state, words in PROCESS_STATES.items()},
    }


def _process(broken: BrokenProcess) -> dict[str, Any]:
    return _traced(broken.process) | {
        "state": PROCESS_STATES[broken.state],
        "because": list(broken.causes),
        "steps": [
            {"place": missed.step.place, "stops": missed.stops, "because": list(broken.causes_of(missed))}
            for missed in broken.steps
        ],
        "steps_in_all": len(broken.process.steps),
    }


def _stand_in(stand_in: StandIn) -> dict[str, Any]:
    return _traced(stand_in.person) | {
        "minutes_per_week": stand_in.minutes,
        "steps_of_unknown_length": stand_in.unknown,
        "steps": [
            {"place": one.step.place, "minutes_per_week": one.minutes, "by_backup": one.by_backup}
            for one in stand_in.steps
        ],
    }


def _traced(item: Traced) -> dict[str, Any]:
    return {"place": place_of(item), "name": name_of(item)}


def _places(items: Iterable[Item]) -> list[str]:
    return list(map(place_of, items))
