"""The workbench: outline, form and readiness side by side; everything in the plan can be changed here by keyboard."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.plan.many import items_in
from mvo_tui.plan.places import field_at, find, item_at, item_place, items_of
from mvo_tui.plan.vocabulary import FUNCTION
from mvo_tui.readiness.ledger import Finding
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, hints_of
from mvo_tui.ui.screens.arranging import Arranging
from mvo_tui.ui.screens.marking import Marking
from mvo_tui.ui.screens.pasting import Pasting
from mvo_tui.ui.widgets.ground import Column, Row
from mvo_tui.ui.widgets.item_form import ItemForm, title_of
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.outline import SECTIONS, Outline
from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.readiness_panel import ReadinessPanel
from mvo_tui.ui.widgets.requests import PlaceRequested
from mvo_tui.ui.widgets.status_line import StatusLine
from mvo_tui.ui.widgets.title_line import TitleLine
from mvo_tui.ui.widgets.too_small import TooSmall
from mvo_tui.ui.widgets.view_tabs import ViewTabs

_NOT_JUDGED = "From a newer mvo-tui: not judged, not changed here. Update mvo-tui to edit it."
EDITOR_AFTER = 0.1
"""Seconds after the first look until the editor is there without being asked for."""


class WorkbenchScreen(Marking, Pasting, Arranging):
    """Shows the session; asks its holder for every change. `place` is where the founder looks to begin with."""

    where = Where.WORKBENCH
    DEFAULT_CSS = """
    /* 60 to 79 columns: one pane. 80 to 109: outline and form. From 110: all three. */
    WorkbenchScreen {
        & #panes { height: 1fr; }
        & #outline { width: 28; background: $surface; padding: 0 1 0 0; }
        & #middle { width: 1fr; }
        & #middle TitleLine { background: $background; color: $primary; }
        & #form { height: 1fr; min-height: 3; }
        & #readiness { width: 40; display: none; }
        & QuestionPanel { height: auto; max-height: 80%; }

        &.-wide #readiness { display: block; }
        &.-wide #outline { width: 27%; }
        &.-readiness.-normal #readiness, &.-readiness.-narrow #readiness { display: block; width: 1fr; }
        &.-readiness.-normal #middle, &.-readiness.-narrow #middle { display: none; }
        &.-narrow #outline { width: 1fr; }
        &.-narrow #middle, &.-narrow.-form #outline { display: none; }
        &.-narrow.-form #middle { display: block; }
        &.-narrow.-readiness #middle { display: none; }
        &.-tiny #panes, &.-low #panes { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleLine()
        yield ViewTabs(self.where)
        with Row(id="panes"):
            yield Outline(id="outline")
            with Column(id="middle"):
                yield TitleLine()
                yield ItemForm(id="form")
            yield ReadinessPanel(id="readiness")
        yield StatusLine()
        yield KeyHints(hints_of(self.where))

    def on_mount(self) -> None:
        self.outline, self.form = self.query_one(Outline), self.query_one(ItemForm)
        self.panel, self.status_line = self.query_one(ReadinessPanel), self.query_one(StatusLine)
        self.title_line, self.form_title = self.query(TitleLine)
        self.outline.moved = self._outline_moved
        self.arrange_panes()
        self._focus(self.outline)
        self.panel.show(self.judged)
        place = self._place
        draft = self.holder.draft_at(place)
        self.go_to(place)
        self.call_after_refresh(self._arrive, place, draft)

    def _arrive(self, place: str, draft: str) -> None:
        """After the first look. Most starts are for that, and none should wait for the editor and the questions."""
        if self.focused is None:
            self._focus(self.outline)
        if draft:
            self._open_question(place, draft)
        self.set_timer(EDITOR_AFTER, self._make_editor)

    def _make_editor(self) -> None:
        """Have the editor ready before it is asked for. An app that is being left takes in nothing new."""
        if self.is_attached:
            self._editor()

    # Showing

    @property
    def shown_first(self) -> tuple[Painted[Any], ...]:
        return self.title_line, self.panel

    def show(self, session: Session, status: str) -> None:
        changed = session.report is not self._session.report
        self.keep_marks(session)
        self._session, self._status = session, status
        if not self.is_mounted:
            return
        if find(session.plan, self._place) is None:
            # An undone "add" or "duplicate" goes back to where it was done.
            self._place = session.focus if item_at(session.plan, session.focus) else self._nearest(self._place)
        self._show_title()
        if changed:
            self.panel.show(self.judged)
            self.paint_score()
            self.close_name_of_copy(session.plan)
            self._show_place()

    def _show_title(self) -> None:
        self.title_line.show_plan(self._session.plan.venture.name or "", "", self.judged, self._status)

    def _show_place(self, field: str = "") -> None:
        report = self.report
        self.outline.show(report, self._place, self.marks.places)
        self.form.show(report, self._place, field, self.marks.places)
        self.form_title.show(title_of(self._place, report.index), "", "")
        self._show_status()

    def _show_status(self) -> None:
        if not self.holder.is_judged:
            self.status_line.show_text(_NOT_JUDGED)
            return
        if self.marks:
            self.status_line.show_text(self.marks_in_words)
            return
        finding = self._finding
        if finding is None or finding not in self.report.findings_at(self._place):
            finding = self._first_finding
        self.status_line.show_finding(finding)

    @property
    def _first_finding(self) -> Finding | None:
        """The one that holds the score, else the most urgent."""
        return next(iter(self.report.held_by), None) or next(iter(self.report.findings), None)

    def finding_here(self) -> Finding | None:
        """The one under the cursor, in the panel or in the form; else as in every view, or the one that is shown."""
        if self.focused is self.panel:
            return self.panel.finding_at_cursor()
        row = self.form.row if self.focused is self.form else None
        own = (found for found in self.report.findings if row and _is_within(found.place, row.place))
        return next(own, None) or super().finding_here() or self._first_finding

    # Marks

    def show_marks(self) -> None:
        report = self.report
        self.outline.show(report, self._place, self.marks.places)
        row = self.form.row
        self.form.show(report, self._place, row.place if row else "", self.marks.places)

    def items_below(self, place: str) -> Sequence[str]:
        section = next((section for section in SECTIONS if section.place == place), None)
        if section is None:
            return items_in(self._session.plan, place)
        # The stages of the journey are headings themselves.
        collections = ("touchpoints",) if place == "journey" else section.collections
        return [item_place(name, item.id) for name in collections for item in items_of(self._session.plan, name)]

    def go_on(self) -> None:
        pane = self.form if self.focused is self.form else self.outline
        pane.action_cursor_down()

    def action_mark_or_fold(self) -> None:
        """Space marks an item, and folds what is a heading."""
        if self.focused is self.outline and self.outline.is_on_heading():
            self.outline.toggle_fold()
        else:
            self.action_mark()

    def _nearest(self, place: str) -> str:
        """The place to look at when `place` is gone: what held it, else its section."""
        while place and find(self._session.plan, place) is None:
            place = place.rpartition(".")[0]
        collection = place.partition(".")[0]
        if place and item_at(self._session.plan, place) is not None:
            return place
        return next((section.place for section in SECTIONS if collection in section.collections), "venture")

    # Going about

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Look at `place`: an item, a field of one, or a list."""
        is_field = field_at(place) is not None or place.startswith("journey.")
        table = place if not is_field else place.rpartition(".")[0]
        if place.startswith("journey."):
            table, asked = "journey", place.rpartition(".")[2]
            if asked in FUNCTION:  # and not "journey.value", which a touchpoint says of itself
                place = f"journey.not_applicable.{asked}"
        self._place = table if item_at(self._session.plan, table) is not None else self._nearest(table)
        if any(section.place == table for section in SECTIONS):
            self._place = table
        self.holder.look_at(self._place)
        self.outline.unfold_to(self._place)
        self._show_title()
        self._show_place(place if is_field else "")
        if is_field:
            self._focus(self.form)
            if is_editing:
                self._open_question(place)
        elif is_editing and item_at(self._session.plan, place) is None:
            self._open_question(place)

    def _outline_moved(self, _number: int) -> None:
        place = self.outline.place
        if place and place != self._place:
            self._place = place
            self._finding = None
            self.holder.look_at(place)
            report = self.report
            self.form.show(report, place, marked=self.marks.places)
            self.form_title.show(title_of(place, report.index), "", "")

    def on_place_requested(self, event: PlaceRequested) -> None:
        event.stop()
        self._finding = self.panel.finding_at_cursor()
        self.visit(event.place, is_editing=event.is_editing)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.line_list is self.outline:
            self._focus(self.form)
        elif event.line_list is self.form:
            self.action_edit()

    def _walk(self, step: int) -> None:
        if self.holder.is_judged:
            super()._walk(step)
        else:
            self.status_line.show_text(_NOT_JUDGED)

    @property
    def panes(self) -> Sequence[Widget]:
        return [self.outline, self.query_one("#middle"), self.panel]

    def action_next_pane(self) -> None:
        panes: list[LineList] = [self.outline, self.form, self.panel]
        here = panes.index(self.focused) if self.focused in panes else -1
        self._focus(panes[(here + 1) % len(panes)])

    def _focus(self, pane: LineList) -> None:
        """Go to `pane`. A narrow screen shows it alone; a normal one shows the panel in the place of the form."""
        self.set_class(pane is not self.outline, "-form")
        self.set_class(pane is self.panel, "-readiness")
        self.set_focus(pane, scroll_visible=False)  # a pane stands where it stands, and its own lines scroll

    def take_keys_back(self) -> None:
        self._focus(self.form)

    def give_keys_to(self, widget: Widget) -> None:
        self._focus(widget) if isinstance(widget, LineList) else super().give_keys_to(widget)

    def action_sections(self, number: int = 0) -> None:
        self.leave_mark()
        self._focus(self.outline)
        index = number - 1 if number else self._next_section()
        self.go_to(SECTIONS[index].place)

    def _next_section(self) -> int:
        collection = self._place.partition(".")[0]
        here = next(
            (n for n, section in enumerate(SECTIONS) if collection in (section.place, *section.collections)), -1
        )
        return (here + 1) % len(SECTIONS)

    def action_readiness(self) -> None:
        """On a narrow screen the panel takes the place of the form, and gives it back."""
        self._focus(self.form if self.focused is self.panel else self.panel)

    # Editing

    @property
    def target(self) -> str:
        """The line of the form if that has the focus, else the item."""
        row = self.form.row if self.focused is self.form else None
        return row.place if row else self._place

    def action_edit(self) -> None:
        row = self.form.row
        if self.focused is self.outline or row is None:
            self._focus(self.form)
        elif row.is_field:
            self._open_question(row.place)
        else:
            self.visit(row.place)
            self._focus(self.form)

    def action_add(self) -> None:
        from mvo_tui.ui.widgets.asked_values import list_beside

        self._open_question(list_beside(self._session.report.index, self.target))


def _is_within(place: str, around: str) -> bool:
    return place == around or place.startswith(f"{around}.")
