"""Minutes a week per person: steps x minutes x how often their process runs at the estimated demand.

A process runs as often as the touchpoints that use it come by; their frequencies add up. A load is None (unknown)
until every step of it has minutes, a person and a frequency. Source: ``docs/plan-format.md`` (times, per) and
``docs/readiness.md`` (ownership).
"""

from collections.abc import Mapping

from mvo_tui.plan.index import PlanIndex, ProcessStep
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

    A step that belongs to nobody could be anybody's: it makes every load unknown, and so does a plan in which no step
    has minutes.
    """
    doers = [_doer(step, index) for step in index.steps]
    has_minutes = any(step.step.minutes is not None for step in index.steps)
    if not has_minutes or None in doers:
        return dict.fromkeys(index.person)
    runs = {process.id: runs_a_week(process, index) for process in index.plan.processes if process.steps}
    loads: dict[str, float | None] = dict.fromkeys(index.person, 0.0)
    for step, doer in zip(index.steps, doers, strict=True):
        times, so_far = runs[step.process.id], loads[doer or ""]
        is_known = so_far is not None and times is not None and step.step.minutes is not None
        loads[doer or ""] = so_far + times * step.step.minutes if is_known else None  # type: ignore[operator]
    return loads


def _doer(step: ProcessStep, index: PlanIndex) -> str | None:
    """The id of the person who does the step."""
    role = index.doer(step)
    person = index.holder(role.id) if role else None
    return person.id if person else None
