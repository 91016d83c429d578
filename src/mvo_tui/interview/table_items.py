"""A pasted table as items: each row becomes one, its cells are read as answers, what it names is linked or made."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.interview.answers import add_item, edit_for
from mvo_tui.interview.lines import label_of
from mvo_tui.interview.table_cells import answer_of
from mvo_tui.interview.table_columns import STAGE, Column, columns_of, fields_named, left_out, spec_of, title_of
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import AddItem, Batch, Edit, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.item_edits import new_item
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field
from mvo_tui.plan.places import field_place, item_at, items_of, split_field, value_at
from mvo_tui.plan.places import type_of_collection as collections
from mvo_tui.plan.places import type_of_numbered as numbered
from mvo_tui.plan.table_text import Grid, Written

_AT_THE_END = " Nothing was changed."
NO_HEAD = "The first line names no field, so the first column is taken as the names and no other."


class TableItems(NamedTuple):
    """What becomes of a table. `notes`: what was not understood, and why; `made`: what is made besides, as it is named.

    `rows`: the cells of the columns that are understood, of the items that are added; with a question mark before it
    a cell that says nothing its field could take.
    """

    edit: Edit | None
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    made: tuple[str, ...]
    notes: tuple[str, ...]
    first: str
    """The place of the first item that is added, "" for none."""


def is_table_of(grid: Grid, into: str) -> bool:
    """Whether the text is a table of what the list at `into` holds, and not sentences with commas in them."""
    return grid.written is not Written.COMMAS or len(fields_named(model_of(into), grid.head)) > 1


def model_of(into: str) -> type[Table]:
    """What the list at `into` holds."""
    return (collections | numbered)[split_field(into)[1]]


def items_of_table(plan: Plan, into: str, grid: Grid, today: datetime.date | None = None) -> TableItems:
    """Put an item for each row into the list at `into`; a name that is there already is left out.

    Raises:
        PlanError: no column tells what the items are called, or there is no such list.
    """
    model = model_of(into)
    has_head = bool(fields_named(model, grid.head))
    grid = grid if has_head else grid.without_head()
    columns = columns_of(model, grid.head)
    name = naming_field(model)
    if name and all(column.field != name for column in columns):
        raise PlanError(f"No column tells what each {kind_of(model)} is called. Nothing was changed.")
    reading = _Reading(plan, into, columns, today)
    for row in grid.rows:
        reading.add(row)
    reading.fill_all()
    notes = (*(() if has_head else (NO_HEAD,)), *left_out(columns, grid), *dict.fromkeys(reading.notes))
    added = reading.added.items()
    understood = [number for number, column in enumerate(columns) if column.field]
    return TableItems(
        reading.edit(),
        tuple(title_of(model, columns[number].field) for number in understood),
        tuple(tuple(reading.shown(place, columns[n].field, row[n]) for n in understood) for place, row in added),
        tuple(reading.made()),
        notes,
        next(iter(reading.added), ""),
    )


class _Reading:
    """A table that is being read: the plan so far, and what there is to say about it.

    All rows become items before their cells are filled in, so that one may name another.
    """

    def __init__(self, plan: Plan, into: str, columns: tuple[Column, ...], today: datetime.date | None) -> None:
        self._before = self._plan = plan
        self._into, self._columns, self._today = into, columns, today
        self._model = model_of(into)
        self._naming = naming_field(self._model)
        self._names: dict[str, set[str]] = {}
        self.added: dict[str, tuple[str, ...]] = {}
        self._refused: set[str] = set()
        self.notes: list[str] = []

    def add(self, row: tuple[str, ...]) -> None:
        """Add the item of a row, by its name alone."""
        name = " ".join(self._cell(row, self._naming).split())
        if self._naming and not is_said(name):
            self.notes.append("A row without a name is left out.")
            return
        into = self._list_for(row)
        names = self._names_in(into)
        if name and name.casefold() in names:
            self.notes.append(f'"{in_a_line(name)}" is there already and is left out.')
            return
        names.add(name.casefold())
        edit, place = add_item(self._plan, into, name)
        self._plan = apply(self._plan, edit)
        self.added[place] = row

    def fill_all(self) -> None:
        """Fill in what the other cells of each row say.

        Where no item can name another of its kind, each is filled in alone: looking for it among a thousand, for each
        of its cells, would keep the founder waiting.
        """
        collection = self._into.partition(".")[0]
        if "." in self._into or collection in ("tools", "stages"):
            for place, row in self.added.items():
                self._plan = self._filled(self._plan, place, row)
            return
        filled: dict[str, Item] = {}
        for place, row in self.added.items():
            item = item_at(self._plan, place)
            alone = self._filled(self._plan.model_copy(update={collection: (item,)}), place, row)
            filled[place] = items_of(alone, collection)[0]
            self._plan = alone.model_copy(update={collection: getattr(self._plan, collection)})
        items = (filled.get(f"{collection}.{item.id}", item) for item in items_of(self._plan, collection))
        self._plan = self._plan.model_copy(update={collection: tuple(items)})

    def _filled(self, plan: Plan, place: str, row: tuple[str, ...]) -> Plan:
        for column, cell in zip(self._columns, row, strict=True):
            if column.field in ("", STAGE, self._naming):
                continue
            spec = spec_of(self._model, column.field)
            try:
                plan = self._with_cell(plan, field_place(place, spec.name), spec, cell)
            except PlanError as error:
                self._refused.add(field_place(place, spec.name))
                why = str(error).removesuffix(_AT_THE_END)
                self.notes.append(f"{_name_of(plan, place)}, {spec.title}: {why}")
        return plan

    def _with_cell(self, plan: Plan, place: str, spec: FieldSpec, cell: str) -> Plan:
        """What says nothing ("TBD", "-") fills in nothing; a cross may say yes."""
        if not cell or not (is_said(cell) or spec.kind is Kind.YES_NO):
            return plan
        return apply(plan, edit_for(plan, place, answer_of(plan, spec, cell), self._today))

    def shown(self, place: str, field: str, cell: str) -> str:
        return f"? {cell}" if field_place(place, field) in self._refused else cell

    def edit(self) -> Edit | None:
        items = [table for place in self.added if (table := item_at(self._plan, place)) is not None]
        has_stages = any(column.field == STAGE for column in self._columns)
        where = "touchpoints" if has_stages else self._into
        return Batch(diff(self._before, self._plan), label=label_of(self._before, where, items)) if items else None

    def made(self) -> Iterator[str]:
        """What is made because a cell names it."""
        for collection in collections:
            known = {item.id for item in items_of(self._before, collection)}
            for item in items_of(self._plan, collection):
                if item.id not in known and f"{collection}.{item.id}" not in self.added:
                    yield f'{kind_of(type(item))} "{called(item)}"'

    def _cell(self, row: tuple[str, ...], field: str) -> str:
        found = (cell for column, cell in zip(self._columns, row, strict=True) if field and column.field == field)
        return next(found, "")

    def _names_in(self, into: str) -> set[str]:
        if into not in self._names:
            items = value_at(self._plan, into)
            tables = items if isinstance(items, tuple) else ()
            self._names[into] = {called(item).casefold() for item in tables if isinstance(item, Item)}
        return self._names[into]

    def _list_for(self, row: tuple[str, ...]) -> str:
        """The list that the row goes into: its stage's, which is made where there is none of that name."""
        name = " ".join(self._cell(row, STAGE).split())
        if not is_said(name):
            return self._into
        stage = next((each.id for each in self._plan.stages if called(each).casefold() == name.casefold()), None)
        if stage is None:
            made = new_item(self._plan, "stages", {"name": name})
            assert isinstance(made, Item)
            stage, self._plan = made.id, apply(self._plan, AddItem("stages", made))
        return f"stages.{stage}.touchpoints"


def _name_of(plan: Plan, place: str) -> str:
    table = item_at(plan, place)
    return called(table) if isinstance(table, Item) else f"Row {place.rpartition('.')[2]}"
