"""One answer for many items: what is asked once is said of all of them, as one edit."""

import datetime
from collections.abc import Sequence

from mvo_tui.interview.answers import Answer, edit_for
from mvo_tui.interview.choices import Choices, choices
from mvo_tui.interview.next_question import Asked, question_for
from mvo_tui.interview.question import filled
from mvo_tui.plan.edits import Batch, Edit, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.many import GONE, counted, label_of_setting
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.places import field_at, field_place, item_at, value_at


def question_for_all(plan: Plan | PlanIndex, places: Sequence[str], field: str) -> tuple[Asked, Choices]:
    """The question about `field`, asked of all the items at `places` at once, and what may be chosen.

    Raises:
        PlanError: an item is gone, or all are, or nothing is asked about such a field.
    """
    if not places:
        raise PlanError(GONE)
    place = field_place(places[0], field)
    asked = question_for(plan, place)
    ask = filled(asked.question.ask, f"each of these {counted(places)}", "its stage")
    return asked._replace(ask=ask, context=f"For {counted(places)} at once"), choices(plan, place)


def value_of_all(plan: Plan, places: Sequence[str], field: str) -> object:
    """What all the items say in `field`; None where they differ."""
    values = [value_at(plan, field_place(place, field)) for place in places]
    return values[0] if all(value == values[0] for value in values) else None


def edit_for_all(
    plan: Plan, places: Sequence[str], field: str, answer: Answer, today: datetime.date | None = None
) -> Edit:
    """The edit that gives `answer` at `field` of every item. What it names and is not there yet is made once.

    Raises:
        PlanError: the answer can't be read, or an item is gone; the sentence says what is expected.
    """
    edits: list[Edit] = []
    after = plan
    for place in places:
        edits.append(edit_for(after, field_place(place, field), _for_one(after, place, field, answer), today))
        after = apply(after, edits[-1])
    if not edits:
        raise PlanError(GONE)
    value = value_at(after, field_place(places[0], field))
    return Batch(tuple(edits), label=label_of_setting(after, places, field, value))


def _for_one(plan: Plan, place: str, field: str, answer: Answer) -> Answer:
    """The answer for one of many: nothing is linked to itself."""
    spec, item = field_at(field_place(place, field)), item_at(plan, place)
    is_own_kind = spec is not None and spec.kind is Kind.LINKS and spec.collection == place.partition(".")[0]
    if not is_own_kind or isinstance(answer, str) or not isinstance(item, Item):
        return answer
    return tuple(part for part in answer if part != item.id) or ""
