"""What traces to a promise, for the rules that look for surplus. Source: plan format, law 9.

While nothing traces to a promise, it is not known what does not: then there is no surplus to speak of.
"""

from collections.abc import Container

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Stage

READS = ("promises", "stages")
"""What `is_anything_traced` and `serves_promise` read."""


def is_anything_traced(index: PlanIndex) -> bool:
    """Whether some touchpoint serves a promise that exists."""
    return index.look(_serves_any, index.plan.stages, index.promise)


def serves_promise(process: Process, index: PlanIndex) -> bool:
    promises = index.promise
    touchpoints = index.touchpoints_behind.get(process.id, ())
    return any(promise in promises for touchpoint in touchpoints for promise in touchpoint.promises)


def _serves_any(stages: tuple[Stage, ...], promises: Container[str]) -> bool:
    touchpoints = (touchpoint for stage in stages for touchpoint in stage.touchpoints)
    return any(promise in promises for touchpoint in touchpoints for promise in touchpoint.promises)
