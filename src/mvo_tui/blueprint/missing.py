"""What the customer's way as a whole still lacks: holes behind the last stage, each with the question that fills it."""

from mvo_tui.blueprint.cell import Cell, hole
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.plan.vocabulary import MUST_BE_COVERED

FIRST_CONTACT, VALUE, AFTER_VALUE = "journey.first-contact", "journey.value", "journey.after-value"


def holes_of_journey(index: PlanIndex) -> tuple[Cell, ...]:
    """The moments that no card is, then the functions that no stage covers; none while there is no card at all."""
    if not index.touchpoints:
        return ()
    cells = []
    if "first contact" not in index.moments:
        cells.append(hole(FIRST_CONTACT, "no first contact"))
    if "value" not in index.moments:
        cells.append(hole(VALUE, "no moment of value"))
    if not _goes_on(index):
        cells.append(hole(AFTER_VALUE, "nothing after the value"))
    return (*cells, *(_not_covered(function) for function in MUST_BE_COVERED if not _is_settled(function, index)))


def _goes_on(index: PlanIndex) -> bool:
    """Whether a card follows the first moment of value, or a stage keeps the customers."""
    behind = index.touchpoints[index.moments.index("value") + 1 :] if "value" in index.moments else ()
    return any(map(_is_told, behind)) or _is_covered("retention", index)


def _is_settled(function: str, index: PlanIndex) -> bool:
    """Whether it is covered, or set aside with a reason; the delivery of the promise can't be set aside."""
    reason = getattr(index.plan.journey.not_applicable, function)
    return _is_covered(function, index) or (function != "delivery" and is_said(reason))


def _is_covered(function: str, index: PlanIndex) -> bool:
    stages = (stage for stage in index.plan.stages if stage.function == function)
    return any(_is_told(touchpoint) for stage in stages for touchpoint in stage.touchpoints)


def _is_told(touchpoint: Touchpoint) -> bool:
    """Whether anything is said of it: an empty card covers nothing."""
    texts = (touchpoint.name, touchpoint.customer_action, touchpoint.frontstage, touchpoint.channel)
    return any(map(is_said, texts))


def _not_covered(function: str) -> Cell:
    return hole(f"journey.not_applicable.{function}", f"no {function}")
