"""All that a plan says, a sheet for each item: what a search looks through.

A sheet is made once for an item and taken over for as long as the item is the same object, so that a search after an
edit of a large plan folds no more than what was edited.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.model import Item, Plan, Stage, Table
from mvo_tui.plan.names import naming_field
from mvo_tui.plan.places import field_place, item_place, type_of_collection
from mvo_tui.searching.folding import folded

_LINKS = (Kind.LINK, Kind.LINKS)  # what they lead to has a sheet of its own


class Said(NamedTuple):
    """One text of the plan: the place of its field, what the field is called, and what it says."""

    place: str
    title: str
    text: str


class Sheet(NamedTuple):
    """What one item, or one single table, says. `words` is all of it, folded; `name` what it is called, folded."""

    place: str
    table: Table
    name: str
    words: str

    def texts(self) -> Iterator[Said]:
        """Each text, in the order of the form."""
        yield from _texts(self.table, self.place)


Sheets = dict[int, Sheet]
"""The sheets of a plan in the order of the format, by the identity of their table, which each keeps alive."""


def sheets_of(plan: Plan, before: Sheets | None = None) -> Sheets:
    """The sheets of `plan`; those of `before` are taken over where their table is still the same."""
    known = before or {}
    sheets: Sheets = {}
    for place, table in _tables(plan):
        sheet = known.get(id(table))
        sheets[id(table)] = sheet if sheet is not None and sheet.place == place else _sheet(place, table)
    return sheets


def _tables(plan: Plan) -> Iterator[tuple[str, Table]]:
    yield "venture", plan.venture
    yield "journey.not_applicable", plan.journey.not_applicable
    for collection in type_of_collection:
        if collection == "touchpoints":
            continue  # each comes with its stage, as in the outline
        for item in getattr(plan, collection) or ():
            yield item_place(collection, item.id), item
            if isinstance(item, Stage):
                for touchpoint in item.touchpoints:
                    yield item_place("touchpoints", touchpoint.id), touchpoint
    yield "review", plan.review


def _sheet(place: str, table: Table) -> Sheet:
    name = getattr(table, naming_field(type(table)) or "notes", None) if isinstance(table, Item) else None
    texts = "\n".join(said.text for said in _texts(table, place))
    return Sheet(place, table, folded(name or ""), folded(texts))


def _texts(table: Table, place: str) -> Iterator[Said]:
    for spec in field_specs(type(table)):
        value = getattr(table, spec.name)
        if value is None or value == () or spec.kind in _LINKS:
            continue
        here = field_place(place, spec.name)
        if spec.kind is not Kind.ITEMS:
            yield Said(here, spec.title, in_words(value, spec))
        elif spec.name not in type_of_collection:  # those with an id have sheets of their own
            for number, row in enumerate(value, start=1):
                yield from _texts(row, field_place(here, str(number)))


def in_words(value: object, spec: FieldSpec) -> str:
    """The value of a field as one would look for it: "yes", "09:30"; a word of a list as it is shown."""
    match value:
        case str():
            return spec.words.get(value, value) if spec.kind is Kind.WORDS else value
        case tuple():
            return ", ".join(in_words(part, spec) for part in value)
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:g}" if abs(value) < 1e6 else str(value)
        case datetime.time():
            return f"{value:%H:%M}"
    return str(value)
