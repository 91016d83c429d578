"""The level: how far an operation has come. A level holds only when all of it holds, and all below it.

Source: ``docs/readiness.md``.
"""

from enum import StrEnum

from mvo_tui.plan.answered import is_said, is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.plan.vocabulary import CADENCE
from mvo_tui.tracing.promise_path import core_promise, owned_processes


class Level(StrEnum):
    """From nothing to an operation that was walked through."""

    BLANK = "blank"
    SKETCHED = "sketched"
    OWNED = "owned"
    MEASURED = "measured"
    REHEARSED = "rehearsed"


def level(index: PlanIndex) -> Level:
    if not is_sketched(index):
        return Level.BLANK
    if not owned_processes(index).issuperset(index.process_ids):
        return Level.SKETCHED
    if not is_measured(index):
        return Level.OWNED
    if not all(index.column(index.plan.processes, "rehearsed_on")):
        return Level.MEASURED
    return Level.REHEARSED


def is_sketched(index: PlanIndex) -> bool:
    """A value proposition, a core promise, a journey with touchpoints, and processes."""
    has_promise = is_said(index.venture.value_proposition) and core_promise(index) is not None
    return has_promise and bool(index.touchpoints) and bool(index.plan.processes)


def is_measured(index: PlanIndex) -> bool:
    """Every promise is watched by a KPI with target, source and owner, and there is a review."""
    watched = (index.kpis_watching.get(promise.id, ()) for promise in index.plan.promises)
    return all(any(_is_complete(kpi, index) for kpi in kpis) for kpis in watched) and has_review(index)


def has_review(index: PlanIndex) -> bool:
    return is_word(index.plan.review.cadence, CADENCE)


def _is_complete(kpi: Kpi, index: PlanIndex) -> bool:
    return kpi.target is not None and is_said(kpi.source) and kpi.owner in index.role_ids
