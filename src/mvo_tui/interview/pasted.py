"""What becomes of a text that is pasted into a list: the rows of a table, or an item for each line."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.interview.answers import edit_for
from mvo_tui.interview.lines import lines_of
from mvo_tui.interview.table_columns import fields_named
from mvo_tui.interview.table_items import TableItems, is_table_of, items_of_table, model_of
from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Item, Plan, Table
from mvo_tui.plan.names import in_a_line, naming_field
from mvo_tui.plan.places import split_field, value_at
from mvo_tui.plan.table_text import grid_of
from mvo_tui.plan.values import value_in_words

MOST_CHARACTERS = 1_000_000
_TOO_LONG = "That is more than can be pasted at once: {:,} characters, and the most is {:,}. Nothing was changed."


class Pasted(NamedTuple):
    """What a text would be in the list at `into`. `edit`: None where nothing of it can be added, as the notes tell.

    `titles` and `rows`: what is added, as a table; without titles the rows are plain lines.
    """

    into: str
    edit: Edit | None
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    made: tuple[str, ...]
    notes: tuple[str, ...]
    first: str = ""
    """The place of the first item that is added, "" for none."""


def read_pasted(plan: Plan, into: str, text: str, today: datetime.date | None = None) -> Pasted:
    """What `text` would be in the list at `into`. It never fails: what can't be done is told in the notes."""
    try:
        if len(text) > MOST_CHARACTERS:
            raise PlanError(_TOO_LONG.format(len(text), MOST_CHARACTERS), ExitCode.USAGE)
        grid = grid_of(text)
        if grid is not None and is_table_of(grid, into):
            return _of_table(into, items_of_table(plan, into, grid, today))
        return _of_lines(plan, into, lines_of(text), today)
    except PlanError as error:
        return Pasted(into, None, (), (), (), (str(error),))


def best_list(lists: tuple[str, ...], text: str) -> str:
    """The list that a pasted text is meant for: of a table the one whose fields its head names, else the first."""
    grid = grid_of(text[:MOST_CHARACTERS])
    if grid is None:
        return lists[0]
    head = grid.head
    fields = {into: len(fields_named(model_of(into), head)) if is_table_of(grid, into) else -1 for into in lists}
    return max(lists, key=fields.__getitem__)


def _of_table(into: str, found: TableItems) -> Pasted:
    return Pasted(into, found.edit, found.titles, found.rows, found.made, found.notes, found.first)


def _of_lines(plan: Plan, into: str, lines: tuple[str, ...], today: datetime.date | None) -> Pasted:
    edit = edit_for(plan, into, lines, today)
    added = tuple(_added(plan, edit))
    left_out = len(lines) - len(added)
    notes = (f"{left_out} of {len(lines)} lines are there already and are left out.",) if left_out else ()
    first = added[0] if added else None
    place = f"{split_field(into)[1]}.{first.id}" if isinstance(first, Item) else ""
    return Pasted(into, edit, (), tuple(_row(plan, table) for table in added), (), notes, place)


def _added(plan: Plan, edit: Edit) -> Iterator[Table]:
    """The items that `edit` adds."""
    match edit:
        case AddItem(item=item):
            yield item
        case Batch(edits=edits):
            for part in edits:
                yield from _added(plan, part)
        case SetField(place=place, value=tuple(value)):  # many at once
            before = value_at(plan, place)
            known = len(before) if isinstance(before, tuple) else 0
            yield from (table for table in value[known:] if isinstance(table, Table))


def _row(plan: Plan, table: Table) -> tuple[str, ...]:
    """What a line says: the name, and what else was read from it."""
    naming = naming_field(type(table))
    name = (in_a_line(str(getattr(table, naming))),) if naming else ()
    others = [spec for spec in field_specs(type(table)) if spec.kind is not Kind.ITEMS and spec.name != naming]
    said = ((spec, getattr(table, spec.name)) for spec in others)
    return (*name, *(f"{spec.title}: {value_in_words(value, spec, plan)}" for spec, value in said if value))
