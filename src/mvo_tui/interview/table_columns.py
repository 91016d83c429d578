"""What the columns of a pasted table mean: each head is matched to a field of what the list holds."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.item_edits import field_in_words
from mvo_tui.plan.model import Table, Touchpoint
from mvo_tui.plan.names import in_a_line, kind_of, naming_field, several
from mvo_tui.plan.table_text import Grid

STAGE = "stage"
"""The one column of touchpoints that is no field of theirs: the stage to put each into."""

_NEAR = 0.78  # how alike a head and a field have to be
_LISTS = ("steps", "touchpoints")  # lists that a cell may hold, one item a line
_ALSO = {
    "owner": ("responsible", "who", "accountable", "dri"),
    "held_by": ("holder", "person"),
    "monthly_cost": ("cost", "price", "cost per month"),
    "hours_per_week": ("hours",),
    "minutes_per_week": ("minutes",),
    "outcome": ("done", "definition of done", "result"),
    "trigger": ("start", "starts"),
    "document": ("link", "doc", "documentation"),
    "purpose": ("what for", "used for", "use", "why"),
    "notes": ("note", "comment", "comments", "remark", "remarks"),
    "processes": ("process",),
    "promises": ("promise",),
    "tools": ("tool",),
    "name": ("title",),
}
"""What spreadsheets call a field besides its own names."""


class Column(NamedTuple):
    """A column: its head, and the field that it fills ("" for none, with the reason why)."""

    head: str
    field: str
    why_not: str = ""


def columns_of(model: type[Table], heads: Sequence[str]) -> tuple[Column, ...]:
    """What each column means, each field once. Where none is the name, the first that means nothing else is."""
    taken: set[str] = set()
    found: list[Column] = []
    for head in heads:
        field = _field(model, head)
        if field in taken:
            found.append(Column(head, "", f'"{title_of(model, field)}" is in another column already'))
        else:
            found.append(Column(head, field, "" if field else _no_field(model, head)))
            taken |= {field} - {""}
    name = naming_field(model)
    if name and name not in taken:
        first = next((number for number, column in enumerate(found) if not column.field), None)
        if first is not None:
            found[first] = Column(heads[first], name)
    return tuple(found)


def left_out(columns: tuple[Column, ...], grid: Grid) -> Iterator[str]:
    """What of the table is not taken, and why, in sentences."""
    for column in columns:
        if column.why_not and column.head:
            yield f'Column "{in_a_line(column.head)}" is left out: {column.why_not}.'
    if grid.rows_left_out:
        yield f"{grid.rows_left_out} more rows are left out; paste them afterwards."
    if grid.columns_left_out:
        yield f"{grid.columns_left_out} more columns are left out."


def fields_named(model: type[Table], heads: Sequence[str]) -> frozenset[str]:
    """The fields that the heads themselves tell."""
    return frozenset(_field(model, head) for head in heads) - {""}


def _field(model: type[Table], head: str) -> str:
    """The field that is called like `head`, or nearly; "" for none."""
    names = list(_names(model))
    wanted = _plain(head)
    if wanted not in dict(names):  # the owner of a process may be called "Process owner"
        kinds = {*kind_of(model).casefold().split(), *several(model).casefold().split()}
        wanted = " ".join(word for word in wanted.split() if word not in kinds) or wanted
    for name, field in names:
        if name == wanted:
            return field
    if len(wanted) < 3 or len(wanted) > 60:
        return ""
    near = max(names, key=lambda known: SequenceMatcher(None, wanted, known[0]).ratio())
    if SequenceMatcher(None, wanted, near[0]).ratio() >= _NEAR:
        return near[1]
    words = set(wanted.split())
    return next((field for name, field in names if len(name) > 2 and set(name.split()) <= words), "")


def _names(model: type[Table]) -> Iterator[tuple[str, str]]:
    """All names of all fields, own ones first."""
    specs = [spec for spec in field_specs(model) if spec.kind is not Kind.ITEMS or spec.name in _LISTS]
    naming = naming_field(model)
    for spec in specs:
        yield from ((_plain(name), spec.name) for name in (spec.title, spec.name, field_in_words(spec.name)))
    if model is Touchpoint:
        yield STAGE, STAGE
    yield from ((name, naming) for name in (kind_of(model).casefold(), several(model)) if naming)
    for spec in specs:
        yield from ((name, spec.name) for name in _ALSO.get(spec.name, ()))


def _plain(text: str) -> str:
    """Small letters and figures alone, and nothing that stands in brackets: a unit, an example."""
    outside = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text)
    return " ".join(re.findall(r"[^\W_]+", (outside if outside.strip() else text).casefold()))


def title_of(model: type[Table], field: str) -> str:
    """What a field is called where it is shown."""
    if field == STAGE:
        return "Stage"
    return spec_of(model, field).title


def spec_of(model: type[Table], field: str) -> FieldSpec:
    return next(spec for spec in field_specs(model) if spec.name == field)


def _no_field(model: type[Table], head: str) -> str:
    if not head.strip():
        return "it has no name"
    if _plain(head) == "id":
        return "ids are made from the names"
    return f"{several(model)} have no such field"
