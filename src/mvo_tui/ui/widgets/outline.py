"""The outline: the six steps of the operation and their items, with marks for what does not hold."""

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from mvo_tui.plan.model import Item, Plan, Stage, Touchpoint
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_place, items_of
from mvo_tui.readiness.report import Report
from mvo_tui.readiness.rule import Area
from mvo_tui.ui.widgets.line_list import Line, LineList, Span
from mvo_tui.ui.widgets.severity_marks import worst_mark


class Section(NamedTuple):
    """One step of the operation as a branch: its own form, and the collections that hang under it."""

    title: str
    place: str
    collections: tuple[str, ...]
    area: Area | None


SECTIONS = (
    Section("Promise", "venture", ("promises", "features"), Area.PROMISE),
    Section("Journey", "journey", ("stages",), Area.JOURNEY),
    Section("Processes", "processes", ("processes",), Area.PROCESSES),
    Section("Tools", "tools", ("tools",), Area.TOOLS),
    Section("Owners", "roles", ("roles", "people"), Area.OWNERSHIP),
    Section("Feedback", "review", ("kpis", "debts"), Area.FEEDBACK),
    Section("Parking lot", "parking_lot", ("parking_lot",), None),
)
MARKED = "* "
"""Stands before an item that is marked, in the outline and in the form."""
_KIND = {"features": "feature", "people": "person", "debts": "debt"}
_MOMENT = {"value": "V", "first contact": "1", "truth": "T"}


class Row(NamedTuple):
    """A row of the outline: what it stands for, how deep it lies, and its fold ("" where it has none)."""

    place: str
    depth: int
    item: Item | None
    fold: str
    title: str


class _Made(NamedTuple):
    """The rows of the items of a collection; `of_item` by the identity of the item, which `items` keeps alive."""

    items: tuple[Item, ...]
    of_item: dict[int, tuple[Row, ...]]
    rows: tuple[Row, ...]


class Outline(LineList):
    """Shows the plan as a tree; posts `Highlighted` and `Chosen` with the row under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "unfold", "Unfold", show=False),
        Binding("left,h", "fold", "Fold", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[Row] = []
        self.folded: set[str] = set()
        self.folds_changed: Callable[[], None] | None = None
        """Called when the founder has folded or unfolded something."""
        self._made: dict[str, _Made] = {}  # by the name of the collection
        self._report: Report | None = None
        self._marked: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def place(self) -> str:
        """The place of the row under the cursor."""
        return self.rows[self.cursor].place if self.rows else ""

    def line_at(self, number: int) -> Line:
        row = self.rows[number]
        indent = " " * (2 * row.depth)
        fold = {"open": "▾ ", "closed": "▸ "}.get(row.fold, "  " if row.depth == 0 else "• ")
        style = "head" if row.depth == 0 else ""
        before: Span = (indent, "")
        if row.place in self._marked:
            before, style = (f"{indent[:-2]}{MARKED}", "mark"), "strong"
        return Line((before, (fold, "muted"), (row.title, style)), self._right(row))

    def show(self, report: Report, place: str, marked: Collection[str] = ()) -> None:
        """Show the plan of `report` with the cursor on `place`, or on the item that holds it."""
        self._marked = frozenset(marked)
        plan_changed = self._report is None or self._report.plan is not report.plan
        self._report = report
        if plan_changed:
            self._make_rows(report.plan)
        self.lines_changed(self._position(place))

    def _make_rows(self, plan: Plan) -> None:
        """Put the rows together; those of an item that is still the same are taken over."""
        self.rows = []
        for section in SECTIONS:
            collections = [(name, items_of(plan, name)) for name in section.collections]
            is_folded = section.place in self.folded
            fold = ("closed" if is_folded else "open") if any(items for _, items in collections) else ""
            self.rows.append(Row(section.place, 0, None, fold, section.title))
            for name, items in () if is_folded else collections:
                self.rows += self._rows_of(name, items)

    def _rows_of(self, name: str, items: tuple[Item, ...]) -> tuple[Row, ...]:
        known = self._made.get(name)
        if known is None or known.items is not items:
            before = known.of_item if known else {}
            of_item = {id(item): before.get(id(item)) or tuple(_item_rows(name, item, self.folded)) for item in items}
            known = self._made[name] = _Made(items, of_item, tuple(chain.from_iterable(of_item.values())))
        return known.rows

    def _position(self, place: str) -> int | None:
        """The row of `place`, of the nearest item around it, or of a section that holds it."""
        if self.cursor < len(self.rows) and self.rows[self.cursor].place == place:
            return self.cursor
        by_place = {row.place: number for number, row in enumerate(self.rows)}
        here = place
        while here:
            if here in by_place:
                return by_place[here]
            here = here.rpartition(".")[0]
        collection = place.partition(".")[0]
        for section in SECTIONS:
            if collection in section.collections and section.place in by_place:
                return by_place[section.place]
        return None

    def _right(self, row: Row) -> tuple[tuple[str, str], ...]:
        report = self._report
        if report is None:
            return ()
        if row.depth == 0:
            return _section_score(row.title, report)
        mark = worst_mark(report.findings_at(row.place))
        moment = _MOMENT.get(row.item.moment or "") if isinstance(row.item, Touchpoint) else None
        return ((f"{moment} ", "mark"), mark) if moment else (mark,)  # names need the room

    # Folding

    def action_unfold(self) -> None:
        if self.rows and self.rows[self.cursor].fold == "closed":
            self._set_fold(self.place, is_folded=False)
        else:
            self.action_cursor_down()

    def action_fold(self) -> None:
        if not self.rows:
            return
        row = self.rows[self.cursor]
        if row.fold == "open":
            self._set_fold(row.place, is_folded=True)
            return
        above = next((n for n in range(self.cursor - 1, -1, -1) if self.rows[n].depth < row.depth), None)
        if above is not None:
            self._go(above, -1)

    def toggle_fold(self) -> None:
        """Fold or unfold what the cursor stands on."""
        if self.rows and (fold := self.rows[self.cursor].fold):
            self._set_fold(self.place, is_folded=fold == "open")

    def is_on_heading(self) -> bool:
        """Whether the cursor stands on a section and not on an item."""
        return bool(self.rows) and self.rows[self.cursor].item is None

    def on_click(self, event: events.Click) -> None:
        """With Ctrl, mark the item that is clicked."""
        number = event.y + self.scroll_offset.y
        if event.ctrl and number < self.count:
            event.prevent_default()
            self._go(number)
            self.call_later(self.run_action, "screen.mark")

    def unfold_to(self, place: str) -> None:
        """Open the folds that hide `place`."""
        if self._report is None or not self.folded:
            return
        collection = place.partition(".")[0]
        hiding = {section.place for section in SECTIONS if collection in section.collections}
        if collection == "touchpoints":
            stage = self._report.index.stage_of.get(place.split(".")[1])
            hiding |= {"journey"} | ({item_place("stages", stage.id)} if stage else set())
        if self.folded & (hiding - {place}):
            self.folded -= hiding - {place}
            self._made.clear()
            self._make_rows(self._report.plan)
            if self.folds_changed is not None:
                self.folds_changed()

    def _set_fold(self, place: str, *, is_folded: bool) -> None:
        if self._report is None:
            return
        (self.folded.add if is_folded else self.folded.discard)(place)
        self._made.clear()
        self._make_rows(self._report.plan)
        self.lines_changed()
        if self.folds_changed is not None:
            self.folds_changed()


def _item_rows(collection: str, item: Item, folded: set[str]) -> Iterator[Row]:
    place = item_place(collection, item.id)
    if isinstance(item, Stage):
        fold = ("closed" if place in folded else "open") if item.touchpoints else ""
        yield Row(place, 1, item, fold, called(item))
        if place not in folded:
            for touchpoint in item.touchpoints:
                yield Row(item_place("touchpoints", touchpoint.id), 2, touchpoint, "", called(touchpoint))
    else:
        prefix = f"{_KIND[collection]}: " if collection in _KIND else ""
        yield Row(place, 1, item, "", prefix + called(item))


def _section_score(title: str, report: Report) -> tuple[tuple[str, str], ...]:
    section = next(section for section in SECTIONS if section.title == title)
    if section.area is None or not report.areas:
        return ((f"{len(report.plan.parking_lot)}", "muted"),) if report.plan.parking_lot else ()
    score = next(area for area in report.areas if area.area is section.area)
    is_full = score.possible - score.earned < 1e-6
    share = 100 if is_full else min(int(100 * score.earned / (score.possible or 1)), 99)
    return ((f"{share}%", "good" if is_full else "muted"),)
