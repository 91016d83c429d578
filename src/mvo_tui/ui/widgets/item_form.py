"""The form: what stands at one place of the plan, a field a line. Enter on a line asks to edit or to open it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Journey, Process, Reading, ReviewEntry, Step, Table
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_place, item_at, item_place, items_of
from mvo_tui.plan.vocabulary import MUST_BE_COVERED
from mvo_tui.readiness.report import Report
from mvo_tui.tracing.serves import serves
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList, Span
from mvo_tui.ui.widgets.outline import MARKED, SECTIONS
from mvo_tui.ui.widgets.severity_marks import worst_mark
from mvo_tui.ui.widgets.values import shown
from mvo_tui.ui.widgets.word_wrap import wrapped

_LABEL = 20  # cells
_KIND = {"ParkedItem": "For later", "Kpi": "KPI"}
_MOST_LINES = 4  # of one value; the editor shows the whole


class FormRow(NamedTuple):
    """What a line stands for: `place`, and whether Enter edits it as a field or opens it as a form of its own."""

    place: str
    is_field: bool


class ItemForm(LineList):
    """Shows the table at one place of the plan."""

    DEFAULT_CSS = """
    ItemForm { padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[FormRow | None] = []
        self._report: Report | None = None
        self._marked: Collection[str] = ()
        self.shown_place = ""
        self._shown_width = 0

    def show(self, report: Report, place: str, field: str = "", marked: Collection[str] = ()) -> None:
        """Show the form at `place`; the cursor goes to `field` (a place) if given, and stays else."""
        is_other = place != self.shown_place
        self._report, self.shown_place, self._marked, self._shown_width = report, place, marked, self.width
        lines, self._rows = [], []
        for row, line in _lines(report, place, max(self._shown_width, 30)):
            self._rows.append(row)
            lines.append(_as_marked(line) if row and not row.is_field and row.place in marked else line)
        cursor = self._line_of(field) if field else None
        self.show_lines(lines, 0 if cursor is None and is_other else cursor)

    @property
    def row(self) -> FormRow | None:
        """What the cursor stands on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def _line_of(self, place: str) -> int | None:
        """The line of `place`, or of the nearest thing around it."""
        places = [row.place if row else "" for row in self._rows]
        here = place
        while here and here != self.shown_place:
            if here in places:
                return places.index(here)
            here = here.rpartition(".")[0]
        return None

    def on_resize(self) -> None:
        if self._report is not None and self.width != self._shown_width:
            self.show(self._report, self.shown_place, self.row.place if self.row else "", self._marked)


def title_of(place: str, index: PlanIndex) -> str:
    """What the form at `place` is called: "Process: Take an order", "Take an order, step 2"."""
    table = item_at(index.plan, place)
    if isinstance(table, Item):
        return f"{_KIND.get(type(table).__name__, type(table).__name__)}: {called(table)}"
    parts = place.split(".")
    if isinstance(table, (Step, Reading)):
        owner = item_at(index.plan, ".".join(parts[:2]))
        name = called(owner) if isinstance(owner, Item) else ""
        return f"{name}, {'step' if isinstance(table, Step) else 'reading'} {parts[-1]}"
    if isinstance(table, ReviewEntry):
        return f"Review, entry {parts[-1]}"
    return next((section.title for section in SECTIONS if section.place == place), place.capitalize())


def _as_marked(line: Line) -> Line:
    """A line of an item with the sign of a mark in the place of its bullet or number."""
    sign, (bullet, _), *rest = line.left
    if len(rest) == 0:  # the bullet and the name are one text
        return line._replace(left=(sign, (f" {MARKED}{bullet[3:]}", "strong")))
    return line._replace(left=(sign, (f"{bullet[:-1]}*", "mark"), *rest))


RowLine = tuple[FormRow | None, Line]


def _lines(report: Report, place: str, width: int) -> Iterator[RowLine]:
    table = item_at(report.plan, place)
    if isinstance(table, Journey):
        yield from _functions(report, width)
    elif isinstance(table, Table):
        for spec in field_specs(type(table)):
            if spec.kind is not Kind.ITEMS:
                yield from _field(report, table, place, spec, width)
        for spec in field_specs(type(table)):
            if spec.kind is Kind.ITEMS:
                yield from _nested(report, table, place, spec)
        if isinstance(table, Item):
            yield from _serves(report, table, width)
    else:
        yield from _collections(report, place)


def _field(report: Report, table: Table, place: str, spec: FieldSpec, width: int) -> Iterator[RowLine]:
    here = field_place(place, spec.name)
    text = shown(getattr(table, spec.name), spec, report.index)
    found = [finding for finding in report.findings_at(_owner(place)) if finding.place == here]
    lines = wrapped(text, max(width - _LABEL - 5, 10), _MOST_LINES)
    value: Span = (lines[0], "") if text else ("not said yet" if found else "-", "muted")
    yield FormRow(here, True), Line((worst_mark(found), (f" {spec.title:<{_LABEL}.{_LABEL}} ", "muted"), value))
    for more in lines[1:]:
        yield None, Line(((" " * (_LABEL + 4), ""), (more, "")), is_choice=False)


def _owner(place: str) -> str:
    """The item whose findings speak of `place`."""
    return (
        ".".join(place.split(".")[:2])
        if "." in place and not place.startswith("review")
        else place.split(".", maxsplit=1)[0]
    )


def _nested(report: Report, table: Table, place: str, spec: FieldSpec) -> Iterator[RowLine]:
    here = field_place(place, spec.name)
    entries = getattr(table, spec.name)
    yield None, BLANK
    yield FormRow(here, True), Line(((f"   {spec.title}", "strong"), ("   Enter adds", "muted")))
    findings = report.findings_at(_owner(place))
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, Item):
            entry_place = item_place(spec.name, entry.id)
            mark = worst_mark(report.findings_at(entry_place))
            yield FormRow(entry_place, False), Line((mark, (f" • {called(entry)}", "")))
        else:
            entry_place = field_place(here, str(number))
            mark = worst_mark(finding for finding in findings if finding.place.startswith(entry_place))
            left, right = _entry(entry, table, report.index)
            yield (
                FormRow(entry_place, False),
                Line((mark, (f" {number:>2} ", "muted"), (left, "")), ((right, "muted"),)),
            )


def _entry(entry: Table, table: Table, index: PlanIndex) -> tuple[str, str]:
    """A step, a reading or an entry of the log in one line: what it says, and the facts at the right edge."""
    match entry:
        case Step():
            by_owner = table.owner if isinstance(table, Process) and isinstance(table.owner, str) else None
            role = index.role.get(entry.role or by_owner or "")
            minutes = "" if entry.minutes is None else f"{entry.minutes:g} min"
            return entry.action or "-", "  ".join(filter(None, (called(role) if role else "nobody", minutes)))
        case Reading():
            value = "-" if entry.value is None else f"{entry.value:g}"
            return f"{entry.date or 'no date'}  {entry.note or ''}", value
        case ReviewEntry():
            return f"{entry.date or 'no date'}  {entry.decision or '-'}", ""
    return "", ""


def _serves(report: Report, item: Item, width: int) -> Iterator[RowLine]:
    paths = serves(item, report.index)
    text = "; ".join(f"{called(promise)} <- {called(touchpoint)}" for promise, touchpoint in paths)
    if text:
        yield None, BLANK
        for number, line in enumerate(wrapped(text, max(width - 12, 10))):
            yield None, Line((("   Serves  " if not number else " " * 11, "strong"), (line, "")), is_choice=False)


def _functions(report: Report, width: int) -> Iterator[RowLine]:
    """The journey as a whole: which function is covered by which stage, or set aside and why."""
    reasons = report.plan.journey.not_applicable
    for name in (*MUST_BE_COVERED, "retention"):
        covering = [stage for stage in report.plan.stages if stage.function == name and stage.touchpoints]
        stages = [called(stage) for stage in covering]
        reason = getattr(reasons, name)
        place = f"journey.not_applicable.{name}"
        found = report.findings_at(f"journey.{name}")
        text = ", ".join(stages) if stages else f"does not apply: {reason}" if reason else "not covered"
        value: Span = (text, "" if stages or reason else "muted")
        # A function that a stage covers leads to the stage; only the others can be set aside.
        row = FormRow(item_place("stages", covering[0].id), False) if covering else FormRow(place, True)
        yield row, Line((worst_mark(found), (f" {name.capitalize():<{_LABEL}} ", "muted"), value))
    yield from _list_of(report, "stages", "Stages")


def _collections(report: Report, place: str) -> Iterator[RowLine]:
    section = next((section for section in SECTIONS if section.place == place), None)
    for collection in section.collections if section else (place,):
        yield from _list_of(report, collection, collection.replace("_", " ").capitalize())


def _list_of(report: Report, collection: str, title: str) -> Iterator[RowLine]:
    yield None, BLANK
    yield FormRow(collection, True), Line(((f"   {title}", "strong"), ("   Enter adds", "muted")))
    for item in items_of(report.plan, collection):
        place = item_place(collection, item.id)
        yield FormRow(place, False), Line((worst_mark(report.findings_at(place)), (f" • {called(item)}", "")))
    if getattr(report.plan, collection) == () and collection in ("tools", "features", "debts"):
        yield None, Line((("    none, decided", "muted"),), is_choice=False)
