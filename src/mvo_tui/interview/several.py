"""Answers that stand in several items: which promise is the core one, where value is, what comes afterwards."""

from collections.abc import Sequence

from mvo_tui.interview.catalogue import question_at
from mvo_tui.interview.has_answer import MOMENT_OF
from mvo_tui.interview.lines import label_of, new_items
from mvo_tui.interview.question import Offer, Question
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.item_edits import new_item, set_field
from mvo_tui.plan.model import Item, Plan, Stage
from mvo_tui.plan.names import called
from mvo_tui.plan.places import items_of
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import FUNCTION

_ONLY_ONE = frozenset({"first contact", "value"})
_LAST_STAGE = "Comes back"


def edit_of_several(plan: Plan, question: Question, lines: Sequence[str]) -> Edit:
    """The edit for a question that has no field of its own.

    Raises:
        PlanError: nothing was chosen, or something that is not there.
    """
    if not lines:
        raise PlanError("Choose one, or skip the question. Nothing was changed.", ExitCode.USAGE)
    if question.id == "core-promise":
        return _core_promise(plan, _chosen(plan, "promises", lines[0]))
    if question.id == "after-value":
        return _after_value(plan, lines)
    return _moment(plan, MOMENT_OF[question.id], _chosen(plan, "touchpoints", lines[0]))


def not_applicable(plan: Plan, function: str, reason: str) -> Edit:
    """Say that the venture truly lacks a function of the journey, and why.

    Raises:
        PlanError: there is no such function, it is delivery, or the reason says nothing.
    """
    if function not in FUNCTION:
        raise PlanError(
            f'There is no function "{function}". {did_you_mean(function, FUNCTION)}'.strip(), ExitCode.USAGE
        )
    if function == "delivery":
        raise PlanError(
            "Every venture delivers what it promised, somehow. Add the stage in which the customer receives it.",
            ExitCode.USAGE,
        )
    if not is_said(reason):
        raise PlanError(f"Setting {function} aside needs a reason, in a few words.", ExitCode.USAGE)
    return SetField(f"journey.not_applicable.{function}", reason.strip(), label=f"Set {function} aside")


def missing_function(plan: Plan, question: Question, text: str) -> Edit:
    """The stage that was chosen for a function nobody covers, or the reason why it is not needed."""
    offer = next((offer for offer in question.offers if offer.label == text.strip()), None)
    if offer:
        return _add_stage(plan, offer)
    if not text.strip():
        return set_field(plan, question.place, None)
    return not_applicable(plan, question.field, text)


def _add_stage(plan: Plan, offer: Offer) -> Edit:
    """Put the stage where its function usually comes in a customer's way."""
    stage = new_item(plan, "stages", offer.values)
    order = list(FUNCTION)
    rank = order.index(str(offer.values["function"]))
    later = (n for n, other in enumerate(plan.stages) if other.function in order and order.index(other.function) > rank)
    return AddItem("stages", stage, next(later, len(plan.stages)), label=f'Add stage "{offer.values["name"]}"')


def _chosen(plan: Plan, collection: str, text: str) -> Item:
    """The item that is meant by its id or its name."""
    items = items_of(plan, collection)
    for item in items:
        if item.id == text or called(item).casefold() == text.casefold():
            return item
    hint = did_you_mean(text, [called(item) for item in items])
    raise PlanError(f'There is no "{text}" among them. {hint}'.strip() + " Nothing was changed.", ExitCode.USAGE)


def _core_promise(plan: Plan, promise: Item) -> Edit:
    others = (
        SetField(f"promises.{other.id}.core", None) for other in plan.promises if other.core and other is not promise
    )
    return Batch(
        (*others, SetField(f"promises.{promise.id}.core", True)), label=f'Make "{called(promise)}" the core promise'
    )


def _moment(plan: Plan, moment: str, touchpoint: Item) -> Edit:
    """Give the moment to `touchpoint`; a moment of which there is only one leaves where it was."""
    before = (
        other
        for stage in plan.stages
        for other in stage.touchpoints
        if moment in _ONLY_ONE and other.moment == moment and other is not touchpoint
    )
    cleared = (SetField(f"touchpoints.{other.id}.moment", None) for other in before)
    edit = SetField(f"touchpoints.{touchpoint.id}.moment", moment)
    name = {"first contact": "first contact", "value": "moment of value"}.get(moment, "moment of truth")
    return Batch((*cleared, edit), label=f'Mark "{called(touchpoint)}" as {name}')


def _after_value(plan: Plan, lines: Sequence[str]) -> Edit:
    """Put the meetings behind the moment of value: into the last stage, or into a new one if that holds the value."""
    question = question_at("journey.after-value")
    last = plan.stages[-1] if plan.stages else None
    if last and not _holds_value(last) and any(_holds_value(stage) for stage in plan.stages):
        into, first = f"stages.{last.id}.touchpoints", tuple[Edit, ...]()
    else:
        stage = new_item(plan, "stages", {"name": _LAST_STAGE, "function": "retention"})
        assert isinstance(stage, Stage)
        into, first = f"stages.{stage.id}.touchpoints", (AddItem("stages", stage),)
    items = new_items(plan, into, question, lines, None)
    if not items:
        raise PlanError("That is in the plan already. Nothing was changed.", ExitCode.USAGE)
    return Batch((*first, *(AddItem(into, item) for item in items)), label=label_of(plan, into, items))


def _holds_value(stage: Stage) -> bool:
    return any(touchpoint.moment == "value" for touchpoint in stage.touchpoints)
