"""The scorecard: what the weekly review looks at. This week's values are entered in one go, and decisions logged."""

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.exports.text.names import number, target_in_words
from mvo_tui.interview.this_week import edit_of_values, readings_place
from mvo_tui.plan.edits import Edit, RemoveItem, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.plan.model import Item
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_at, item_at
from mvo_tui.readiness.report import Report
from mvo_tui.scorecard.scorecard import KpiRow, Scorecard, scorecard
from mvo_tui.ui.commands import Where, spoken_key_of
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.scorecard_list import ScorecardList
from mvo_tui.ui.widgets.value_entry import ValueEntry

_HINT = 'Enter: the next one. {done}: done. "8 May 96.5 Van broke down" works too. Esc: later, what is typed is kept.'


class ScorecardScreen(ViewScreen):
    """Shows the KPIs as of today. What is typed for a KPI is its draft until all is entered as one step."""

    where = Where.SCORECARD

    def compose_view(self) -> ComposeResult:
        self._list = ScorecardList(lambda kpi: self.holder.draft_at(readings_place(kpi)))
        self._entry = ValueEntry()
        self._entry.display = False
        yield self._list
        yield self._entry

    @property
    def main_widget(self) -> Widget:
        return self._list

    @property
    def target(self) -> str:
        return self._list.place or self._place

    @property
    def _card(self) -> Scorecard:
        return scorecard(self.report.index, self.holder.today())

    def show_view(self, report: Report) -> None:
        self._list.show(self._card, report.index, self.holder.today(), self._place)

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Go to a KPI, the review or a decision; all other places are the workbench's."""
        if place.split(".", maxsplit=1)[0] not in ("kpis", "review"):
            super().go_to(place)
            return
        self.look_at(place)
        self.show_view(self.report)
        if is_editing and (field_at(place) or "." not in place):
            self._open_question(place)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        event.stop()
        self.look_at(self._list.place)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    # Editing

    def action_edit(self) -> None:
        """A KPI takes a reading; a line that is a field, its answer; a decision opens in the workbench."""
        place = self.target
        table = item_at(self._session.plan, place)
        if place == "review":
            self._open_question("review.cadence" if self._session.plan.review.cadence is None else "review.day")
        elif isinstance(table, Item):
            self._open_question(readings_place(table.id))
        elif table is not None:
            self.action_view_workbench()
        else:
            self._open_question(place)

    def action_add(self) -> None:
        self._open_question("kpis" if self.target.startswith("kpis") else "review.log")

    def action_delete(self) -> None:
        place = self.target
        table = item_at(self._session.plan, place)
        if isinstance(table, Item):
            self._change(remove_with_links(self._session.plan, place))
        elif place.startswith("review.log."):
            self._change(RemoveItem(place, label="Delete a decision"))
        else:
            self.action_blank()

    def action_blank(self) -> None:
        field = field_at(self.target)
        if field is None:
            self.status_line.show_text("A whole line is deleted with d. Its fields are in the workbench: w.")
        else:
            self._change(SetField(self.target, None, label=f"Blank {field.title.lower()}"))

    def _change(self, edit: Edit) -> None:
        if self.holder.edit(edit):
            self.status_line.show_text(f"{edit.label}: done. {spoken_key_of('undo')} takes it back.")

    # This week's values

    @property
    def is_entering(self) -> bool:
        """Whether values are being entered, one KPI after the other."""
        return self._entry.display

    def action_this_week(self) -> None:
        """Ask for the value of each KPI, beginning with the first one that is due and has none."""
        rows = self._card.rows
        if not rows:
            self.action_add()
            return
        waiting = [row for row in rows if row.is_due and not self._typed(row)]
        self._ask_for((waiting or list(rows))[0])

    def _typed(self, row: KpiRow) -> str:
        return self.holder.draft_at(readings_place(row.kpi.id))

    def _ask_for(self, row: KpiRow) -> None:
        kpi = row.kpi
        self.look_at(f"kpis.{kpi.id}")
        self.show_view(self.report)
        position = next(n for n, other in enumerate(self._card.rows, start=1) if other.kpi.id == kpi.id)
        facts = [target_in_words(kpi.direction, kpi.target, kpi.unit) or f"in {kpi.unit}" if kpi.unit else ""]
        facts += [f"last {number(row.last.value, kpi.unit)}" if row.last else "", kpi.source or ""]
        told = "; ".join(filter(None, facts))
        self._entry.display = True
        hint = _HINT.format(done=spoken_key_of("next_gap"))
        self._entry.ask(f"{position} of {len(self._card.rows)}   {called(kpi)}   {told}", hint, self._typed(row))

    @property
    def draft(self) -> tuple[str, str]:
        return (readings_place(self._place.partition(".")[2]), self._entry.text) if self.is_entering else super().draft

    def on_value_entry_typed(self, event: ValueEntry.Typed) -> None:
        event.stop()
        self.holder.keep_draft(readings_place(self._place.partition(".")[2]), event.text)

    def on_value_entry_entered(self, event: ValueEntry.Entered) -> None:
        event.stop()
        kpi_id = self._place.partition(".")[2]
        rows = self._card.rows
        here = next((n for n, row in enumerate(rows) if row.kpi.id == kpi_id), None)
        if here is None:
            self._stop_entering()
            return
        if event.text.strip() and not self._can_be_read(kpi_id, event.text):
            return
        self.holder.keep_draft(readings_place(kpi_id), event.text)
        if 0 <= here + event.step < len(rows):
            self._ask_for(rows[here + event.step])
        elif event.step > 0:
            self._enter_all()

    def _can_be_read(self, kpi_id: str, text: str) -> bool:
        try:
            edit_of_values(self._session.plan, {kpi_id: text}, self.holder.today())
        except PlanError as error:
            self._entry.refuse(str(error))
            return False
        return True

    def on_value_entry_left(self, event: ValueEntry.Left) -> None:
        event.stop()
        self._stop_entering()

    def _enter_all(self) -> None:
        """Everything that was typed, as one step."""
        typed = {row.kpi.id: text for row in self._card.rows if (text := self._typed(row))}
        try:
            edit = edit_of_values(self._session.plan, typed, self.holder.today())
        except PlanError as error:
            if typed:
                self._entry.refuse(str(error))
            else:
                self._stop_entering()
            return
        for kpi_id in typed:
            self.holder.keep_draft(readings_place(kpi_id), "")
        if self.holder.edit(edit):
            self._stop_entering()
            self._tell(edit.label)

    def _tell(self, label: str) -> None:
        """What was entered; an off-track KPI leads to its action."""
        off = self._card.off_track
        if not off:
            self.status_line.show_text(f"{label}: done. Nothing is off track. {spoken_key_of('undo')} takes it back.")
            return
        kpi = off[0].kpi
        self.go_to(f"kpis.{kpi.id}.off_track_action")
        action = kpi.off_track_action or "nothing was decided for this yet. Enter decides"
        self.status_line.show_text(f"{called(kpi)} is off track. Then: {action}.  a: log what you decide.")

    def _stop_entering(self) -> None:
        self._entry.display = False
        self.show_view(self.report)
        self.take_keys_back()

    def _walk(self, step: int) -> None:
        """While values are entered, the key for "next" means: that was all."""
        if self.is_entering and step > 0:
            kpi_id = self._place.partition(".")[2]
            if not self._entry.text.strip() or self._can_be_read(kpi_id, self._entry.text):
                self.holder.keep_draft(readings_place(kpi_id), self._entry.text)
                self._enter_all()
        elif not self.is_entering:
            super()._walk(step)

    def key_escape(self) -> None:
        if not self.is_entering:
            super().key_escape()
