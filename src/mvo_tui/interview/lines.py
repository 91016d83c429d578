"""Lines as items: each line of a list answer becomes an item, with what else the line says about it.

``Pack the box, 4 min`` is a step of four minutes, ``Ines, 20 h`` a person with twenty hours, ``2 May 93.5`` a reading.
A line that is the label of an offer brings the fields of that offer.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import cast

from mvo_tui.interview import typed
from mvo_tui.interview.question import Question
from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.item_edits import described, ids_in_use, new_item
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field, several
from mvo_tui.plan.places import find, follow, split_field, type_of_collection, type_of_numbered

_BULLET = re.compile(r"(?:[-*\u2022\u2013]|\d{1,3}[.)])\s+")
_APART = r"(?:\s*[,;(]\s*|\s+[-\u2013]\s+|:\s+)"
_MINUTES = re.compile(rf"(.*\S){_APART}((?:\d+[.,])?\d+\s*(?:min|mins|minutes|h|hours?|'))\.?\s*\)?", re.IGNORECASE)
_HOURS = re.compile(
    rf"(.*\S){_APART}((?:\d+[.,])?\d+\s*(?:h|hrs?|hours?)(?:\s*(?:/|a|per)\s*week)?)\s*\)?", re.IGNORECASE
)
_MANY = 100
"""From so many lines on (a paste) the list is set in one edit: adding one by one takes the square of the time."""


def lines_of(answer: str | Sequence[str]) -> tuple[str, ...]:
    """The lines that say something, without bullets and numbers in front."""
    texts = (answer,) if isinstance(answer, str) else answer
    lines = (_without_bullet(line.strip()) for text in texts for line in text.splitlines())
    return tuple(line for line in lines if line)


def _without_bullet(line: str) -> str:
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def add_lines(plan: Plan, place: str, question: Question, lines: Iterable[str], today: datetime.date | None) -> Edit:
    """Put an item for each line behind those that are there; a name that is there already is left out.

    Raises:
        PlanError: no line says anything new, or one can't be read.
    """
    items = new_items(plan, place, question, lines, today)
    if not items:
        raise PlanError("That is in the plan already. Nothing was changed.", ExitCode.USAGE)
    label = label_of(plan, place, items)
    if len(items) > _MANY:
        return SetField(place, (*_present(plan, place), *items), label=label)
    return Batch(tuple(AddItem(place, item) for item in items), label=label)


def new_items(
    plan: Plan, place: str, question: Question, lines: Iterable[str], today: datetime.date | None
) -> tuple[Table, ...]:
    """The items for `lines`, with ids that are free."""
    collection = split_field(place)[1]
    present = _present(plan, place)
    known = {called(item).casefold() for item in present if isinstance(item, Item)}
    taken = ids_in_use(plan, collection)
    items: list[Table] = []
    for line in lines:
        values = values_of_line(collection, question, line, today)
        item = new_item(plan, place, values, taken)
        if isinstance(item, Item):
            if called(item).casefold() in known:
                continue
            taken.add(item.id)
            known.add(called(item).casefold())
        items.append(item)
    if collection == "promises" and len(items) == 1 and not present:
        items = [items[0].model_copy(update={"core": True})]
    return tuple(items)


def _present(plan: Plan, place: str) -> tuple[Table, ...]:
    """The items at `place`; none where the list is undecided or not there yet."""
    path = find(plan, place)
    return cast(tuple[Table, ...], follow(plan, path) or ()) if path else ()


def values_of_line(collection: str, question: Question, line: str, today: datetime.date | None) -> dict[str, object]:
    """The fields that a line of the answer to `question` gives to its item of `collection`."""
    offer = next((offer for offer in question.offers if offer.label.casefold() == line.casefold()), None)
    model = (type_of_collection | type_of_numbered)[collection]
    if collection == "readings":
        return _reading(line, today)
    if collection == "log":
        return _decision(line, today)
    values: dict[str, object] = {naming_field(model): offer.label if offer else line}
    if offer:
        return {**values, **offer.values}
    if collection == "steps" and (found := _MINUTES.fullmatch(line)):
        return {"action": found[1], "minutes": typed.amount(found[2], "minutes")}
    if collection == "people" and (found := _HOURS.fullmatch(line)):
        return {"name": found[1], "hours_per_week": typed.amount(found[2], "hours_per_week")}
    return values


def _reading(line: str, today: datetime.date | None) -> dict[str, object]:
    day, rest = _day_and_rest(line, today)
    first, _, note = rest.partition(" ")
    if note.startswith("%"):
        note = note[1:].strip()
    values: dict[str, object] = {"date": day, "value": typed.number(first.rstrip(",;:"))}
    return {**values, "note": note.strip(" ,;:-")} if note.strip(" ,;:-") else values


def _decision(line: str, today: datetime.date | None) -> dict[str, object]:
    day, rest = _day_and_rest(line, today)
    return {"date": day, "decision": rest}


def _day_and_rest(line: str, today: datetime.date | None) -> tuple[datetime.date | None, str]:
    """The day at the start of a line, today where there is none, and what follows it."""
    words = line.split(" ")
    for count in (3, 2, 1):
        head, rest = " ".join(words[:count]).rstrip(",:;"), " ".join(words[count:]).strip()
        if not rest:
            continue
        try:
            return typed.date(head, today), rest
        except PlanError:
            continue
    return today, line


def label_of(plan: Plan, place: str, items: Sequence[Table]) -> str:
    """What undo will show for items that are added to the list at `place`."""
    kind = kind_of(type(items[0]))
    table = split_field(place)[0]
    to = f" to {described(plan, table)}" if table else ""
    field = naming_field(type(items[0]))
    if len(items) == 1:
        name = getattr(items[0], field) if field else None
        return f'Add {kind} "{in_a_line(name)}"{to}' if name else f"Add {kind}{to}"
    return f"Add {len(items)} {several(type(items[0]))}{to}"
