"""One line above a question that says where one is: "You have four roles; this is the second."."""

from mvo_tui.interview.question import Question
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Process, Table, Touchpoint
from mvo_tui.plan.names import called, kind_of, several
from mvo_tui.plan.places import items_of, type_of_collection

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def counted(number: int, collection: str) -> str:
    """A number with its noun: "four touchpoints", "one role", "13 processes"."""
    model = type_of_collection[collection]
    return f"{_COUNTS[number] if number < len(_COUNTS) else number} {(kind_of if number == 1 else several)(model)}"


def context_of(question: Question, table: Table, number: int, index: PlanIndex) -> str:
    """`number`: that of the item in its collection, from 0. Empty where there is nothing to say."""
    collection = question.place.partition(".")[0]
    if isinstance(table, Touchpoint):
        return _among_touchpoints(table, index)
    if isinstance(table, Item):
        count = len(items_of(index.plan, collection))
        behind = _behind(table, index) if isinstance(table, Process) else ""
        return f"You have {counted(count, collection)}{_this_is(number + 1, count)}.{behind}"
    if question.place in type_of_collection and (items := items_of(index.plan, question.place)):
        return f"You have {counted(len(items), question.place)} so far."
    if collection == "journey" and question.spec is None:
        touchpoints = counted(len(index.touchpoints), "touchpoints")
        return f"You have {touchpoints} in {counted(len(index.plan.stages), 'stages')}."
    return ""


def _among_touchpoints(touchpoint: Touchpoint, index: PlanIndex) -> str:
    stage = index.stage_of[touchpoint.id]
    count = len(stage.touchpoints)
    position = next(number for number, other in enumerate(stage.touchpoints, start=1) if other is touchpoint)
    return f'You have {counted(count, "touchpoints")} in "{called(stage)}"{_this_is(position, count)}.'


def _this_is(position: int, count: int) -> str:
    if count < 2:
        return ""
    return f"; this is the {_ordinal(position)}"


def _ordinal(position: int) -> str:
    """As far in words as the counts are: "twelfth", "13th", "22nd"."""
    if position < len(_ORDINALS):
        return _ORDINALS[position]
    is_teen = position % 100 in (11, 12, 13)
    return f"{position}{'th' if is_teen else _ENDINGS.get(position % 10, 'th')}"


def _behind(process: Process, index: PlanIndex) -> str:
    touchpoints = index.touchpoints_behind.get(process.id, ())
    if not touchpoints:
        return ""
    others = f" and {len(touchpoints) - 1} more" if touchpoints[1:] else ""
    return f' It works behind "{called(touchpoints[0])}"{others}.'
