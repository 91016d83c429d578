"""Section 2: the journey in the customer's order, and what is set aside."""

from collections.abc import Iterator

from mvo_tui.exports.text.names import names_of, number, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, optional, spaced
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import NotApplicable, Stage, Touchpoint
from mvo_tui.plan.vocabulary import FUNCTION


def lines(index: PlanIndex) -> Iterator[str]:
    blocks = [block for stage in index.plan.stages for block in (_stage(stage), _touchpoints(stage, index))]
    blocks = blocks or [line(f"The journey is {NOT_SAID}.")]
    yield from spaced([*blocks, _set_aside(index.plan.journey.not_applicable)])


def _stage(stage: Stage) -> Iterator[str]:
    yield from line(f"{title_of(stage, stage.name)} ({stage.function or f'function {NOT_SAID}'})")
    yield from optional("Notes", stage.notes)


def _touchpoints(stage: Stage, index: PlanIndex) -> Iterator[str]:
    if not stage.touchpoints:
        yield from entry("No touchpoint yet")
    for touchpoint in stage.touchpoints:
        yield from _touchpoint(touchpoint, index)


def _touchpoint(touchpoint: Touchpoint, index: PlanIndex) -> Iterator[str]:
    moment = f" [{touchpoint.moment}]" if touchpoint.moment else ""
    yield from entry(title_of(touchpoint, touchpoint.name) + moment)
    yield from field("Channel", touchpoint.channel)
    yield from field("Customer does", touchpoint.customer_action)
    yield from field("Customer sees", touchpoint.frontstage)
    yield from field("Behind it", names_of(touchpoint.processes, index.process))
    yield from field("Serves", names_of(touchpoint.promises, index.promise))
    yield from field("How often", _how_often(touchpoint))
    yield from optional("Notes", touchpoint.notes)


def _how_often(touchpoint: Touchpoint) -> str:
    if touchpoint.times is None:
        return ""
    return f"{number(touchpoint.times)} per {touchpoint.per or f'({NOT_SAID})'}"


def _set_aside(not_applicable: NotApplicable) -> Iterator[str]:
    for function in FUNCTION:
        yield from optional("Set aside", _reason(function, getattr(not_applicable, function)), indent=2)


def _reason(function: str, reason: str | None) -> str:
    return f"{function}: {reason}" if reason and reason.strip() else ""
