"""What traces to a promise, for the rules that look for surplus. Source: plan format, law 9.

While nothing traces to a promise, it is not known what does not: then there is no surplus to speak of.
"""

from collections.abc import Container

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Stage

READS = ("promises", "stages")
"""What `is_anything_traced` and `serves_promise` read."""


def is_anything_traced(index: PlanIndex) -> bool:
    """Whether some touchpoint serves a promise that exists."""
    return index.look(_serves_any, index.plan.stages, index.promise)


def serves_promise(process_id: str, index: PlanIndex) -> bool:
    return process_id in index.look(_processes_that_serve, index.plan.stages, index.promise)


def _processes_that_serve(stages: tuple[Stage, ...], promises: Container[str]) -> frozenset[str]:
    touchpoints = (touchpoint for stage in stages for touchpoint in stage.touchpoints)
    serving = (point for point in touchpoints if any(promise in promises for promise in point.promises))
    return frozenset(process for touchpoint in serving for process in touchpoint.processes)


def _serves_any(stages: tuple[Stage, ...], promises: Container[str]) -> bool:
    touchpoints = (touchpoint for stage in stages for touchpoint in stage.touchpoints)
    return any(promise in promises for touchpoint in touchpoints for promise in touchpoint.promises)
