"""Section 1: the promises, each with its path to the people who keep it, and the features."""

from collections.abc import Iterator

from mvo_tui.exports.text.names import in_a_row, name, names_of, owner_in_words, target_in_words, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, optional, spaced
from mvo_tui.plan.index import PlanIndex, tool_ids
from mvo_tui.plan.model import Feature, Process, Promise, Touchpoint
from mvo_tui.tracing.promise_path import path_of_promise


def lines(index: PlanIndex) -> Iterator[str]:
    promises, features = index.plan.promises, index.plan.features
    blocks = [_promise(promise, index) for promise in promises] or [line(f"The promises are {NOT_SAID}.")]
    if features:
        blocks += [line("Features, and what supports them"), _features(features, index)]
    else:
        blocks.append(line(f"Features: {NOT_SAID if features is None else 'none that cause work'}"))
    yield from spaced(blocks)


def _promise(promise: Promise, index: PlanIndex) -> Iterator[str]:
    path = path_of_promise(promise, index)
    core = " [core promise]" if promise.core else ""
    yield from entry(title_of(promise, promise.statement) + core)
    yield from field("Measure", promise.measure)
    yield from field("Target", target_in_words(promise.direction, promise.target, promise.unit))
    yield from field("Kept by", [step for point in path.touchpoints for step in _steps(point, index)])
    yield from field("With", _tools(path.processes, index))
    yield from field("Watched by", in_a_row(name(kpi) for kpi in path.kpis))
    yield from optional("Notes", promise.notes)


def _steps(touchpoint: Touchpoint, index: PlanIndex) -> Iterator[str]:
    """The path through one touchpoint, a line a process: touchpoint > process > owner."""
    for process_id in touchpoint.processes or ("",):
        process = index.process.get(process_id)
        behind = _behind(process, index) if process else names_of([process_id], index.process, "no process yet")
        yield f"{name(touchpoint)} > {behind}"


def _behind(process: Process, index: PlanIndex) -> str:
    return f"{name(process)} > {owner_in_words(process, index) or 'no owner yet'}"


def _tools(processes: tuple[Process, ...], index: PlanIndex) -> str:
    """The tools of all of them, each once; that there are none only where one of them says so."""
    tools = dict.fromkeys(tool for process in processes for tool in tool_ids(process))
    is_decided = any(process.tools == () for process in processes)
    return names_of(tools, index.tool, "no tool, decided" if is_decided else "")


def _features(features: tuple[Feature, ...], index: PlanIndex) -> Iterator[str]:
    for feature in features:
        yield from entry(title_of(feature, feature.name))
        yield from field("Supported by", names_of(feature.processes, index.process))
        yield from optional("Notes", feature.notes)
