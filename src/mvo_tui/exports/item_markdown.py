"""One item, or one list, of the plan as Markdown, to be pasted into a document or a chat."""

import datetime
from collections.abc import Iterator

from mvo_tui.exports.markdown import escaped, escaped_lines
from mvo_tui.exports.text.names import name, name_of, number, role_with_person
from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.item_edits import field_in_words
from mvo_tui.plan.model import Item, Journey, Reading, ReviewEntry, Step, Table
from mvo_tui.plan.names import kind_of, naming_field
from mvo_tui.plan.places import item_at, items_of, split_field, type_of_collection


def as_markdown(index: PlanIndex, place: str) -> tuple[str, str]:
    """What stands at `place`, or around it where it is a field, as Markdown; and what that is, in words."""
    table, field = item_at(index.plan, place), ""
    if table is None:
        holder, field = split_field(place)
        table = item_at(index.plan, holder) if holder else None
    if table is None:
        title = field_in_words(field or place).capitalize()
        items = items_of(index.plan, place) if place in type_of_collection else ()
        return _page(title, [f"- {escaped(name(item))}" for item in items]), f"{title}, {len(items)} in all"
    title = _title(table, place)
    return _page(escaped(title), list(_lines(index, table))), title


def _page(title: str, lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n") or "Nothing is said yet."
    return f"## {title}\n\n{text}\n"


def _title(table: Table, place: str) -> str:
    kind = kind_of(type(table))
    if isinstance(table, Item):
        return f"{kind[:1].upper()}{kind[1:]}: {name(table)}"
    text = getattr(table, naming_field(type(table)) or "value", None)
    return f"{kind.capitalize()}: {text}" if text and "." in place else place.partition(".")[0].capitalize()


def _lines(index: PlanIndex, table: Table) -> Iterator[str]:
    """A line for each field that says something, then the nested lists."""
    if isinstance(table, Journey):
        yield from _way(index)
    for spec in field_specs(type(table)):
        value = getattr(table, spec.name)
        is_title = spec.name == naming_field(type(table))
        if spec.kind is not Kind.ITEMS and not is_title and (text := _value(value, spec, index)):
            yield f"- {escaped(spec.title)}: {text}"
    for spec in field_specs(type(table)):
        rows = getattr(table, spec.name)
        if spec.kind is Kind.ITEMS and rows:
            yield from ("", f"### {escaped(spec.title)}", "")
            yield from (_row(index, row, position) for position, row in enumerate(rows, start=1))


def _way(index: PlanIndex) -> Iterator[str]:
    """The customer's way: each stage with its touchpoints."""
    for stage in index.plan.stages:
        yield f"- {escaped(name(stage))}"
        yield from (f"  - {escaped(name(touchpoint))}" for touchpoint in stage.touchpoints)


def _value(value: object, spec: FieldSpec, index: PlanIndex) -> str:
    match value:
        case None | "":
            return ""
        case ():
            return "none" if spec.kind is Kind.LINKS and spec.name in ("tools", "integrates_with") else ""
        case tuple():
            return "; ".join(_value(part, spec, index) for part in value)
        case str():
            return _words(value, spec, index)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return escaped(number(value))
        case datetime.time():
            return f"{value:%H:%M}"
    return escaped(str(value))


def _words(value: str, spec: FieldSpec, index: PlanIndex) -> str:
    """A text, or what is meant by an id or a word."""
    match spec.kind:
        case Kind.LINK | Kind.LINKS if spec.collection == "roles":
            return escaped(role_with_person(value, index))
        case Kind.LINK | Kind.LINKS:
            return escaped(name_of(value, {item.id: item for item in items_of(index.plan, spec.collection)}))
        case Kind.PROSE:
            return escaped_lines(value, "  ")
        case Kind.WORDS:
            return escaped(spec.words.get(value, value))
    return escaped(value)


def _row(index: PlanIndex, row: Table, position: int) -> str:
    """A step, a reading, a decision or a touchpoint in one line."""
    match row:
        case Step():
            facts = (role_with_person(row.role, index), f"{number(row.minutes)} min" if row.minutes is not None else "")
            told = "; ".join(filter(None, facts))
            return f"{position}. {escaped(row.action or '-')}{f' ({escaped(told)})' if told else ''}"
        case Reading():
            return _dated(row.date, number(row.value), row.note)
        case ReviewEntry():
            return _dated(row.date, row.decision, role_with_person(row.owner, index))
        case Item():
            return f"- {escaped(name(row))}"
    return "-"


def _dated(date: datetime.date | None, what: str | None, more: str | None) -> str:
    return f"- {date or 'no date'}: {escaped(', '.join(filter(None, (what, more)))) or '-'}"
