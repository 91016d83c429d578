"""An answer as a text that a person edits in a program of their own, and the edit that the edited text is.

A list stands there an item a line. What comes back is read like any other answer; a line that was changed changes its
item, a new line makes one, a line that is gone takes its item and the links to it away.
"""

import datetime
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import cast

from mvo_tui.interview.answers import edit_for
from mvo_tui.interview.catalogue import question_at
from mvo_tui.interview.lines import lines_of, values_of_line
from mvo_tui.interview.question import Question
from mvo_tui.plan.edits import Batch, Edit, SetField, apply, checked
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.item_edits import described, field_in_words, ids_in_use, new_item
from mvo_tui.plan.many import remove_all
from mvo_tui.plan.model import Item, Person, Plan, Reading, ReviewEntry, Step, Table
from mvo_tui.plan.names import called, kind_of, naming_field
from mvo_tui.plan.places import item_place, items_of, split_field, value_at

_MANY = (Kind.LINKS, Kind.WORDS, Kind.ITEMS)
_SHOWN = {
    "steps": ("action", "minutes"),
    "people": ("name", "hours_per_week"),
    "readings": ("date", "value", "note"),
    "log": ("date", "decision"),
}
"""What the line of an item tells, where that is more than its name."""
_ALIKE = 0.6  # how much of a line has to be left for it to be the same item, where lines were added or taken away


def text_to_edit(plan: Plan, place: str) -> str:
    """The answer at `place` as a text; a list has a line for each item.

    Raises:
        PlanError: it is no field and no list of the plan.
    """
    question = _question(place)
    spec = question.spec
    place = place if "*" in question.place else question.place
    value = value_at(plan, place)
    if spec is None or value is None:
        return ""
    if spec.kind is Kind.ITEMS:
        return "\n".join(_lines(place, cast(tuple[Table, ...], value)))
    if isinstance(value, tuple):
        return "\n".join(_typed(part, plan, spec.collection) for part in value)
    return _typed(value, plan, spec.collection)


def edit_of_text(plan: Plan, place: str, text: str, today: datetime.date) -> Edit:
    """The edit that gives the answer in `text`, as `text_to_edit` lays it out, at `place`.

    Raises:
        PlanError: it can't be read; the sentence says what is expected.
    """
    question = _question(place)
    spec = question.spec
    if spec is not None and spec.kind is Kind.LINK and len(lines_of(text)) > 1:
        raise PlanError("Only one can stand here, on one line. Nothing was changed.", ExitCode.USAGE)
    if spec is None or spec.kind not in _MANY:
        return edit_for(plan, place, text.strip("\n") if spec and spec.kind is Kind.PROSE else text.strip(), today)
    if spec.kind is Kind.ITEMS:
        return _edit_of_list(plan, place, question, text, today)
    return edit_for(plan, place, lines_of(text) or "", today)


def _question(place: str) -> Question:
    question = question_at(place)
    if question.spec is None:
        raise PlanError("This is answered by choosing, so there is no text to edit.", ExitCode.USAGE)
    return question


def _typed(value: object, plan: Plan, collection: str) -> str:
    """A value as one would type it."""
    if collection:
        return _link_in_words(str(value), items_of(plan, collection))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value)


def _link_in_words(item_id: str, items: Sequence[Item]) -> str:
    """The name of the item; its id where another one has the same name, so that it is still the one that is meant."""
    name = next((called(item) for item in items if item.id == item_id), "")
    is_told_apart = sum(called(item).casefold() == name.casefold() for item in items) == 1
    return name if is_told_apart else item_id


# Lists


def _lines(place: str, items: Sequence[Table]) -> list[str]:
    return [_line(place, number, item) for number, item in enumerate(items, start=1)]


def _line(place: str, number: int, item: Table) -> str:
    """One item in one line, as it may be typed."""
    value = getattr(item, naming_field(type(item)) or "value")
    text = " ".join(_typed(value, Plan(), "").split()) if value is not None else ""
    if not text:
        return called(item) if isinstance(item, Item) else f"({kind_of(type(item))} {number})"
    match item:
        case Step(minutes=amount) if amount is not None:
            return f"{text}, {_number(amount)} min"
        case Person(hours_per_week=amount) if amount is not None:
            return f"{text}, {_number(amount)} h"
        case Reading() | ReviewEntry():
            told = (item.date, text, getattr(item, "note", None))
            return " ".join(" ".join(str(part) for part in told if part).split())
    return text


def _number(value: float) -> str:
    return repr(value).removesuffix(".0")


def _edit_of_list(plan: Plan, place: str, question: Question, text: str, today: datetime.date) -> Edit:
    items = cast(tuple[Table, ...], value_at(plan, place) or ())
    after = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not items:
        return edit_for(plan, place, after, today)
    before = _lines(place, items)
    origins = _origins(before, after)
    gone = [number for number in range(len(items)) if number not in origins]
    removals = (remove_all(plan, [_place_of(place, number, items[number]) for number in gone]),) if gone else ()
    here = apply(plan, Batch(removals))
    left = cast(tuple[Table, ...], value_at(here, place) or ())
    kept = dict(zip((number for number in range(len(items)) if number not in gone), left, strict=True))
    taken = ids_in_use(here, split_field(place)[1])
    made: list[Table] = []
    for line, origin in zip(after, origins, strict=True):
        if origin is not None and line == before[origin]:
            made.append(kept[origin])
        else:
            values = _values(question, line, today)
            item = new_item(here, place, values, taken) if origin is None else _changed(kept[origin], place, values)
            taken |= {item.id} if isinstance(item, Item) else set()
            made.append(item)
    table, field = split_field(place)
    label = f"Edit {field_in_words(field)}{f' of {described(plan, table)}' if table else ''}"
    return Batch((*removals, SetField(place, tuple(made) or None)), label=label)


def _origins(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each line of `after` the number of the line of `before` that it was, or None where it is new.

    The same line is the same item, wherever it stands now; what stands in the place of a line is what became of it.
    """
    origins: list[int | None] = [None] * len(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for start, new_start, length in matcher.get_matching_blocks():
        origins[new_start : new_start + length] = range(start, start + length)
    left = [number for number in range(len(before)) if number not in origins]
    for at, line in enumerate(after):  # moved
        same = next((number for number in left if before[number] == line), None) if origins[at] is None else None
        if same is not None:
            origins[at] = same
            left.remove(same)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "replace":
            old = [number for number in range(start, end) if number in left]
            new = [at for at in range(new_start, new_end) if origins[at] is None]
            _pair(before, after, old, new, origins)
    return origins


def _pair(
    before: Sequence[str], after: Sequence[str], old: list[int], new: list[int], origins: list[int | None]
) -> None:
    """Say which of the lines `old` became which of the lines `new`."""
    if len(old) == len(new):
        for number, at in zip(old, new, strict=True):
            origins[at] = number
        return
    for number in old:
        lines = {after[at]: at for at in new if origins[at] is None}
        for like in get_close_matches(before[number], lines, n=1, cutoff=_ALIKE):
            origins[lines[like]] = number


def _place_of(place: str, number: int, item: Table) -> str:
    if isinstance(item, Item):
        return item_place(split_field(place)[1], item.id)
    return f"{place}.{number + 1}"


def _values(question: Question, line: str, today: datetime.date) -> dict[str, object]:
    """What a line says, without a bullet in front."""
    plain = next(iter(lines_of(line)), line)
    return values_of_line(question.field, question, plain, today)


def _changed(item: Table, place: str, values: dict[str, object]) -> Table:
    """`item` with what its line tells now; what the line never told stays."""
    model = type(item)
    shown = _SHOWN.get(split_field(place)[1], (naming_field(model),))
    return item.model_copy(update={field: checked(model, field, values.get(field)) for field in shown})
