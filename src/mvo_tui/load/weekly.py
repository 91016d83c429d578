"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections.abc import Mapping

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Touchpoint, Venture

FULL = 0.8
"""The share of the hours for operations that may be planned; the rest is for what goes wrong."""


def times_a_week(touchpoint: Touchpoint, venture: Venture) -> float | None:
    """How often a week the touchpoint happens, or None where that is not known."""
    if touchpoint.times is None:
        return None
    per = {
        "new customer": venture.new_customers_per_week,
        "active customer per week": venture.active_customers,
        "week": 1,
    }.get(touchpoint.per or "")
    return None if per is None else touchpoint.times * per


def runs_a_week(process: Process, index: PlanIndex) -> float | None:
    """How often a week the process runs, or None where one of its touchpoints does not say or it has none."""
    known = [times_a_week(point, index.venture) for point in index.touchpoints_behind.get(process.id, ())]
    if not known or None in known:
        return None
    return sum(times for times in known if times is not None)


def minutes_a_week(index: PlanIndex) -> Mapping[str, float | None]:
    """Minutes a week of each person, by id; None where unknown.

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan without steps.
    """
    if not index.steps or any(index.holder(step.role) is None for step in index.steps):
        return dict.fromkeys(index.person)
    loads: dict[str, float | None] = dict.fromkeys(index.person, 0.0)
    for process in index.plan.processes:
        runs = runs_a_week(process, index) if process.steps else 0.0
        for step in process.steps:
            holder = index.holder(step.role or (process.owner if isinstance(process.owner, str) else None))
            if holder is None:
                continue
            so_far = loads[holder.id]
            known = so_far is not None and runs is not None and step.minutes is not None
            loads[holder.id] = so_far + runs * step.minutes if known else None  # type: ignore[operator]
    return loads
