"""The workbench: outline, form and readiness side by side; everything in the plan can be changed here by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import duplicate, move, remove_with_links
from mvo_tui.plan.model import Item
from mvo_tui.plan.places import field_at, find, item_at, item_place, type_at, type_of_collection
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, hints_of
from mvo_tui.ui.screens.plan_screen import PlanHolder, PlanScreen
from mvo_tui.ui.widgets.item_form import ItemForm, title_of
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.outline import SECTIONS, Outline
from mvo_tui.ui.widgets.readiness_panel import ReadinessPanel
from mvo_tui.ui.widgets.requests import DraftChanged, PlaceRequested
from mvo_tui.ui.widgets.status_line import StatusLine
from mvo_tui.ui.widgets.title_line import TitleLine, numbers
from mvo_tui.ui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from mvo_tui.ui.widgets.question_panel import QuestionPanel

_READ_ONLY = "From a newer mvo-tui: not judged, not changed here. Update mvo-tui to edit it."
EDITOR_AFTER = 0.1
"""Seconds after the first look until the editor is there without being asked for."""


class WorkbenchScreen(PlanScreen):
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
        &.-wide #outline { width: 30; }
        &.-readiness.-normal #readiness, &.-readiness.-narrow #readiness { display: block; width: 1fr; }
        &.-readiness.-normal #middle, &.-readiness.-narrow #middle { display: none; }
        &.-narrow #outline { width: 1fr; }
        &.-narrow #middle, &.-narrow.-form #outline { display: none; }
        &.-narrow.-form #middle { display: block; }
        &.-narrow.-readiness #middle { display: none; }
        &.-tiny #panes, &.-low #panes { display: none; }
    }
    """

    class InterviewWanted(Message):
        """Be asked, beginning with the question for `place`."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder)
        self._session, self._status = holder.session, holder.status
        self._place = place or holder.session.focus or "venture"
        self._finding: Finding | None = None
        self._question: QuestionPanel | None = None

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleLine()
        with Horizontal(id="panes"):
            yield Outline(id="outline")
            with Vertical(id="middle"):
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
        self._focus(self.outline)
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
        self.set_timer(EDITOR_AFTER, self._editor)

    # Showing

    def show(self, session: Session, status: str) -> None:
        changed = session.report is not self._session.report
        self._session, self._status = session, status
        if not self.is_mounted:
            return
        if find(session.plan, self._place) is None:
            # An undone "add" or "duplicate" goes back to where it was done.
            self._place = session.focus if item_at(session.plan, session.focus) else self._nearest(self._place)
        self._show_title()
        if changed:
            self._show_place()

    @property
    def _report(self) -> Report:
        """The report of now; without scores and findings where not all of the plan could be read."""
        report = self._session.report
        return replace(report, results=(), areas=()) if self.holder.is_read_only else report

    def _show_title(self) -> None:
        report = self._session.report
        name = self._session.plan.venture.name or "A plan without a name"
        judged = "" if self.holder.is_read_only else f"{numbers(report)}   "  # what was not read cannot be judged
        self.title_line.show(name, "", f"{judged}{self._status}")

    def _show_place(self, field: str = "") -> None:
        report = self._report
        self.outline.show(report, self._place)
        self.form.show(report, self._place, field)
        self.form_title.show(title_of(self._place, report.index), "", "")
        if self.holder.is_read_only:
            self.panel.show_unjudged()
        else:
            self.panel.show(report)
        self._show_status()

    def _show_status(self) -> None:
        if self.holder.is_read_only:
            self.status_line.show_text(_READ_ONLY)
            return
        report = self._report
        finding = self._finding
        if finding is None or finding not in report.findings_at(self._place):
            finding = next(iter(report.held_by), None) or next(iter(report.findings), None)
        self.status_line.show_finding(finding)

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
            function = place.rpartition(".")[2]
            table, place = "journey", f"journey.not_applicable.{function}"
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
            report = self._report
            self.form.show(report, place)
            self.form_title.show(title_of(place, report.index), "", "")

    def on_place_requested(self, event: PlaceRequested) -> None:
        event.stop()
        self._finding = self.panel.finding_at_cursor()
        self.go_to(event.place, is_editing=event.is_editing)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.line_list is self.outline:
            self._focus(self.form)
        elif event.line_list is self.form:
            self.action_edit()

    def action_next_gap(self) -> None:
        self._walk(1)

    def action_previous_gap(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        """Go to the next finding in the order of the panel, round and round; an open field is entered first."""
        if self.is_asking:
            self._editor().enter()
            return
        findings = [finding for finding in self._report.findings if finding.place]
        if not findings:
            self.status_line.show_text(_READ_ONLY if self.holder.is_read_only else "No gaps found by these checks.")
            return
        here = findings.index(self._finding) if self._finding in findings else (-1 if step > 0 else 0)
        self._finding = findings[(here + step) % len(findings)]
        self.go_to(self._finding.place)
        self.status_line.show_finding(self._finding)

    def action_next_pane(self) -> None:
        panes: list[LineList] = [self.outline, self.form, self.panel]
        here = panes.index(self.focused) if self.focused in panes else -1
        self._focus(panes[(here + 1) % len(panes)])

    def _focus(self, pane: LineList) -> None:
        """Go to `pane`. A narrow screen shows it alone; a normal one shows the panel in the place of the form."""
        self.set_class(pane is not self.outline, "-form")
        self.set_class(pane is self.panel, "-readiness")
        self.set_focus(pane)

    def action_sections(self, number: int = 0) -> None:
        self._focus(self.outline)
        index = number - 1 if number else self._next_section()
        self.go_to(SECTIONS[index].place)

    def _next_section(self) -> int:
        collection = self._place.partition(".")[0]
        here = next(
            (n for n, section in enumerate(SECTIONS) if collection in (section.place, *section.collections)), -1
        )
        return (here + 1) % len(SECTIONS)

    def action_find(self) -> None:
        """Find a place of the plan by name: the palette knows them all."""
        self.call_later(self.run_action, "app.palette")

    def action_interview(self) -> None:
        """Be asked the open questions, beginning with what one looks at."""
        self.post_message(self.InterviewWanted(self._target))

    def action_readiness(self) -> None:
        """On a narrow screen the panel takes the place of the form, and gives it back."""
        self._focus(self.form if self.focused is self.panel else self.panel)

    # Editing

    @property
    def _target(self) -> str:
        """The place that an action is about: the line of the form if that has the focus, else the item."""
        row = self.form.row if self.focused is self.form else None
        return row.place if row else self._place

    def action_edit(self) -> None:
        row = self.form.row
        if self.focused is self.outline or row is None:
            self._focus(self.form)
        elif row.is_field:
            self._open_question(row.place)
        else:
            self.go_to(row.place)
            self._focus(self.form)

    def _open_question(self, place: str, draft: str = "") -> None:
        """Open the editor for the field or list at `place` below the form, with what was typed there before."""
        from mvo_tui.ui.screens.asking import ask_at

        panel = self._editor()
        try:
            ask_at(panel, self._session.plan, place, draft or self.holder.draft_at(place))
        except PlanError as error:
            self.status_line.show_text(str(error))
            return
        panel.display = True
        if panel.is_mounted:
            panel.focus()
        else:
            self.call_after_refresh(panel.focus)

    def _editor(self) -> "QuestionPanel":
        """The editor below the form, made when it is first needed or shortly after the first look."""
        from mvo_tui.ui.widgets.question_panel import QuestionPanel

        if self._question is None:
            self._question = QuestionPanel(is_compact=True)
            self._question.display = False  # not by a class of the screen, which would restyle all of it
            self.query_one("#middle").mount(self._question)
        return self._question

    @property
    def has_editor(self) -> bool:
        """Whether a field opens without a wait."""
        return self._question is not None and self._question.is_mounted

    @property
    def is_asking(self) -> bool:
        """Whether a field is open."""
        return self._question is not None and self._question.display

    def _close_question(self) -> None:
        self._editor().display = False
        self._focus(self.form)

    def on_question_panel_answered(self, event: "QuestionPanel.Answered") -> None:
        from mvo_tui.ui.screens.asking import edit_for_answer

        event.stop()
        place = event.asked.place
        try:
            edit = edit_for_answer(self._session.plan, place, event.answer, self.holder.today())
        except PlanError as error:
            self._editor().refuse(str(error))
            return
        if not self.holder.edit(edit):
            self._editor().refuse("The plan was not changed.")
            return
        self.holder.keep_draft(place, "")
        if not event.is_done:
            self._renew_question(place)
            return
        self._close_question()
        if field_at(place) is None and (added := _added_place(edit)):
            self.go_to(added)

    def on_question_panel_created(self, event: "QuestionPanel.Created") -> None:
        from mvo_tui.ui.screens.asking import edit_for_new

        event.stop()
        try:
            edit = edit_for_new(self._session.plan, event.asked.place, event.names)
        except PlanError as error:  # what was asked about is gone
            self._editor().refuse(str(error))
            return
        if self.holder.edit(edit):
            self.holder.keep_draft(event.asked.place, "")
            self._close_question()

    def on_question_panel_list_changed(self, event: "QuestionPanel.ListChanged") -> None:
        event.stop()
        try:
            is_changed = self.holder.edit(event.edit(self._session.plan, self.holder.today()))
        except PlanError as error:
            self._editor().refuse(str(error))
            return
        if is_changed:
            self._renew_question(event.asked.place)

    def _renew_question(self, place: str) -> None:
        from mvo_tui.ui.screens.asking import renew_at

        renew_at(self._editor(), self._session.plan, place)

    def on_question_panel_passed(self, event: "QuestionPanel.Passed") -> None:
        event.stop()
        self._close_question()

    def on_question_panel_left(self, event: "QuestionPanel.Left") -> None:
        event.stop()
        self._close_question()

    def on_draft_changed(self, event: DraftChanged) -> None:
        event.stop()
        self.holder.keep_draft(event.place, event.text)

    def action_add(self) -> None:
        self._open_question(self._list_around(self._target))

    def _list_around(self, place: str) -> str:
        """The list that a new item beside `place` belongs to."""
        parts = place.split(".")
        if place in type_of_collection:
            return place
        if parts[0] == "touchpoints":
            return f"stages.{self._session.report.index.stage_of[parts[1]].id}.touchpoints"
        if len(parts) >= 3 and parts[2] in ("steps", "readings", "touchpoints"):
            return ".".join(parts[:3])
        if place.startswith("review.log"):
            return "review.log"
        return {"venture": "promises", "journey": "stages", "review": "kpis"}.get(parts[0], parts[0])

    def action_delete(self) -> None:
        target = self._target
        if type_at(target) is None or item_at(self._session.plan, target) is None:
            self.action_blank()
        elif target in ("venture", "review", "journey"):
            self.status_line.show_text("This part of the plan is always there; its fields can be blanked one by one.")
        else:
            edit = remove_with_links(self._session.plan, target)
            if self.holder.edit(edit):
                self.status_line.show_text(f"{edit.label}: done. Ctrl+Z takes it back.")

    def action_blank(self) -> None:
        place = self._target
        field = field_at(place)
        if field is not None:
            self.holder.edit(SetField(place, None, label=f"Blank {field.title.lower()}"))

    def action_duplicate(self) -> None:
        self._change_item(lambda place: duplicate(self._session.plan, place))

    def action_move_up(self) -> None:
        self._change_item(lambda place: move(self._session.plan, place, -1))

    def action_move_down(self) -> None:
        self._change_item(lambda place: move(self._session.plan, place, 1))

    def _change_item(self, change: Callable[[str], Edit]) -> None:
        """Duplicate or move what the cursor stands on and stay with it."""
        target = self._target
        try:
            edit = change(target)
        except PlanError as error:
            self.status_line.show_text(str(error))
            return
        if self.holder.edit(edit):
            self.go_to(_added_place(edit) or target)


def _added_place(edit: Edit) -> str:
    """The place of the first item with an id that `edit` adds, or an empty text."""
    match edit:
        case AddItem(into=into, item=Item(id=item_id)):
            return item_place(into.rpartition(".")[2], item_id)
        case Batch(edits=edits):
            return next(filter(None, map(_added_place, edits)), "")
    return ""
