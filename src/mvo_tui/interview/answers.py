"""What an answer does to the plan: an answer goes in as it was typed or chosen, an edit comes out.

The labels of the edits are what undo will show: ``Set owner of "Take an order"``.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import cast

from mvo_tui.interview import typed
from mvo_tui.interview.catalogue import question_at
from mvo_tui.interview.lines import add_lines, lines_of
from mvo_tui.interview.linking import create_and_link, link
from mvo_tui.interview.question import Question
from mvo_tui.interview.several import edit_of_several, missing_function, not_applicable
from mvo_tui.interview.together import fields_together
from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.item_edits import described, new_item, set_field
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import in_a_line, kind_of, naming_field
from mvo_tui.plan.places import split_field, type_of_collection, type_of_numbered, value_at
from mvo_tui.plan.suggestions import did_you_mean

__all__ = ["Answer", "add_item", "create_and_link", "edit_for", "not_applicable"]

Answer = str | Sequence[str]
"""Typed text, a chosen value, several chosen values, or the lines of a list."""

_SIGNED = frozenset({"target", "value"})
"""The numbers that may be below 0; all others count something."""


def edit_for(plan: Plan, place: str, answer: Answer, today: datetime.date | None = None) -> Edit:
    """The edit that gives `answer` at `place`.

    An empty text blanks the field. An empty tuple does too, and says "none, decided" where the format knows that.
    `today` is needed for answers such as "today" and for days without a year.

    Raises:
        PlanError: nothing is asked there, or the answer can't be read; the sentence says what is expected.
    """
    question = question_at(place)
    place = place if "*" in question.place else question.place
    spec = question.spec
    if spec is None:
        return edit_of_several(plan, question, lines_of(answer))
    if question.collection == "not_applicable":
        return missing_function(plan, question, answer if isinstance(answer, str) else " ".join(answer))
    if spec.kind is Kind.ITEMS:
        return _list(plan, place, question, answer, today)
    if spec.kind is Kind.LINKS:
        return _links(plan, place, question, (answer,) if isinstance(answer, str) else tuple(answer))
    if spec.kind is Kind.WORDS:
        words = lines_of(answer)
        return set_field(plan, place, tuple(dict.fromkeys(_word(spec, word) for word in words)) or None)
    text = answer if isinstance(answer, str) else "\n".join(answer)
    if not text.strip():
        return set_field(plan, place, None)
    if together := fields_together(plan, place, question, text):
        return _several_fields(plan, place, together)
    if spec.kind is Kind.LINK:
        return link(plan, place, (text,))
    return set_field(plan, place, _value(spec, text, today))


def add_item(plan: Plan, into: str, name: str, index: int | None = None) -> tuple[Edit, str]:
    """Put a new item called `name` into the list at `into`; also returns the place that it will have."""
    question = question_at(into)
    if question.spec is None or question.spec.kind is not Kind.ITEMS:
        raise PlanError(f"{into} is not a list. Nothing was changed.")
    collection = split_field(into)[1]
    model = (type_of_collection | type_of_numbered)[collection]
    field = naming_field(model)
    item = new_item(plan, into, {field: name} if name and field else {})
    label = f'Add {kind_of(model)} "{in_a_line(name)}"' if name else f"Add {kind_of(model)}"
    if isinstance(item, Item):
        return AddItem(into, item, index, label=label), f"{collection}.{item.id}"
    count = len(cast(tuple[object, ...], value_at(plan, into) or ()))
    position = count if index is None else max(0, min(index, count))
    return AddItem(into, item, index, label=label), f"{into}.{position + 1}"


def _list(plan: Plan, place: str, question: Question, answer: Answer, today: datetime.date | None) -> Edit:
    lines = lines_of(answer)
    if lines:
        return add_lines(plan, place, question, lines, today)
    if question.none and not isinstance(answer, str):
        if value_at(plan, place):
            raise PlanError("There are some in the plan; delete those first. Nothing was changed.", ExitCode.USAGE)
        return SetField(place, (), label=f"No {place.replace('_', ' ')}, decided")
    raise PlanError("Type at least one line, or skip the question. Nothing was changed.", ExitCode.USAGE)


def _links(plan: Plan, place: str, question: Question, answer: tuple[str, ...]) -> Edit:
    chosen = tuple(text for text in answer if text.strip())
    if chosen:
        return link(plan, place, chosen)
    if not question.none or answer:  # an empty text blanks, an empty tuple decides
        return set_field(plan, place, None)
    table, field = split_field(place)
    return SetField(place, (), label=f"No {field.replace('_', ' ')} for {described(plan, table)}, decided")


def _several_fields(plan: Plan, place: str, values: Mapping[str, object]) -> Edit:
    edits = tuple(set_field(plan, field, value) for field, value in values.items())
    return edits[0] if len(edits) == 1 else Batch(edits, label=set_field(plan, place, "said").label)


def _value(spec: FieldSpec, text: str, today: datetime.date | None) -> object:
    match spec.kind:
        case Kind.NUMBER:
            return (typed.number if spec.name in _SIGNED else typed.amount)(text, spec.name)
        case Kind.DATE:
            return typed.date(text, today)
        case Kind.TIME:
            return typed.time(text)
        case Kind.YES_NO:
            return typed.yes_no(text)
        case Kind.WORD:
            return _word(spec, text)
        case Kind.LINE:
            return " ".join(text.split())
        case _:
            return text.strip("\n")


def _word(spec: FieldSpec, text: str) -> str:
    """The word of the list that is meant: itself, its meaning ("Monday"), or one of the founder's own."""
    plain = " ".join(text.split()).casefold()
    for word, meaning in spec.words.items():
        if plain in (word.casefold(), meaning.casefold()):
            return word
    if spec.is_own_word_allowed:
        return " ".join(text.split())
    hint = did_you_mean(plain, spec.words)
    known = ", ".join(spec.words)
    raise PlanError(
        f'"{in_a_line(text)}" is not one of: {known}. {hint}'.strip() + " Nothing was changed.", ExitCode.USAGE
    )
