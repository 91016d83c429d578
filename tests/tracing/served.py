"""The way from a process back to its promises, told once more in a few plain lines to hold the traces against."""

from collections.abc import Iterator

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Promise


def promises_served(process_id: str, index: PlanIndex) -> Iterator[Promise]:
    """The promises that exist and that a process works for, each once, in the order of the journey."""
    seen: set[str] = set()
    for touchpoint in index.touchpoints_behind.get(process_id, ()):
        for promise_id in touchpoint.promises:
            if promise_id in index.promise and promise_id not in seen:
                seen.add(promise_id)
                yield index.promise[promise_id]
