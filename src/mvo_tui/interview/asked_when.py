"""When a question makes sense at all: some are asked only after another answer, or only while something is missing."""

from mvo_tui.interview.has_answer import Check, is_free_for
from mvo_tui.interview.question import Question
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi, Process, Table, Tool, Touchpoint
from mvo_tui.plan.vocabulary import MANUAL_MODES, MUST_BE_COVERED

_COSTLY = 1 / 3
"""The share of the tool budget from which on a simpler way should have been weighed. Source: ``docs/readiness.md``."""


def always(_: Table, __: PlanIndex) -> bool:
    return True


def condition_of(question: Question) -> Check:
    """Whether `question` is to be asked of a table, answered or not."""
    if question.field in ("name", "statement") and question.place.count("*"):
        return _is_blank(question.field)
    return _CONDITIONS.get(question.id, always)


def reads_of(question: Question) -> frozenset[str]:
    """What tells whether `question` applies and is answered, besides its own item: collections, and the venture."""
    linked = question.spec.collection if question.spec else ""
    others = {"process-backup": {"people"}, "tool-simpler": {"venture"}}.get(question.id, set())
    return frozenset({linked, *others} - {""})


def _is_blank(field: str) -> Check:
    """Items are named when they are listed; who writes the file by hand may have left the name out."""
    return lambda table, _: not is_said(getattr(table, field))


def _has_promises(_: Table, index: PlanIndex) -> bool:
    return bool(index.plan.promises)


def _has_touchpoints(_: Table, index: PlanIndex) -> bool:
    return bool(index.touchpoints)


def _has_room_for(moment: str) -> Check:
    return lambda _, index: any(is_free_for(moment, touchpoint) for touchpoint in index.touchpoints)


def _is_value_marked(_: Table, index: PlanIndex) -> bool:
    return "value" in index.moments


def _is_not_covered(function: str) -> Check:
    return lambda _, index: bool(index.plan.stages) and all(stage.function != function for stage in index.plan.stages)


def _is_manual(table: Table, _: PlanIndex) -> bool:
    return isinstance(table, Process) and table.mode in MANUAL_MODES


def _has_somebody_else(_: Table, index: PlanIndex) -> bool:
    return len(index.plan.people) != 1


def _is_costly(table: Table, index: PlanIndex) -> bool:
    budget = index.venture.tool_budget_per_month
    cost = table.monthly_cost if isinstance(table, Tool) else None
    return cost is not None and budget is not None and cost > budget * _COSTLY


def _happens(table: Table, _: PlanIndex) -> bool:
    return isinstance(table, Touchpoint) and table.times is not None


def _watches_no_process(table: Table, index: PlanIndex) -> bool:
    return isinstance(table, Kpi) and not any(process in index.process for process in table.processes)


def _watches_no_promise(table: Table, index: PlanIndex) -> bool:
    return isinstance(table, Kpi) and table.promise not in index.promise


_CONDITIONS: dict[str, Check] = {
    "core-promise": _has_promises,
    "first-contact": _has_room_for("first contact"),
    "moment-of-value": _has_room_for("value"),
    "moment-of-truth": _has_room_for("truth"),
    "after-value": _is_value_marked,
    "touchpoint-per": _happens,
    "process-automate-when": _is_manual,
    "process-backup": _has_somebody_else,
    "tool-simpler": _is_costly,
    "kpi-promise": _watches_no_process,
    "kpi-processes": _watches_no_promise,
    **{f"no-{function}": _is_not_covered(function) for function in MUST_BE_COVERED},
}
