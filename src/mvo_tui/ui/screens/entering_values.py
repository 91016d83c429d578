"""This week's values of all KPIs, one after the other. What is typed for a KPI is its draft until all is entered."""

from mvo_tui.exports.text.names import number, target_in_words
from mvo_tui.interview.this_week import edit_of_values, readings_place
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_of, item_place
from mvo_tui.scorecard.scorecard import KpiRow, Scorecard, scorecard
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.widgets.value_entry import ValueEntry

_HINT = 'Enter: the next one. {done}: done. "8 May 96.5 Van broke down" works too. Esc: later, what is typed is kept.'
_GONE = "The KPI whose value was asked for is gone."


class EnteringValues(ViewScreen):
    """A view of the KPIs, which shows `entry` below them; all that was typed is one step to undo."""

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder, place)
        self.entry = ValueEntry()
        self.entry.display = False

    @property
    def card(self) -> Scorecard:
        """The KPIs of the plan of now, as of today."""
        return scorecard(self.report.index, self.holder.today())

    @property
    def is_entering(self) -> bool:
        """Whether values are being entered, one KPI after the other."""
        return self.entry.display

    @property
    def draft(self) -> tuple[str, str]:
        return (readings_place(self.entry.about), self.entry.text) if self.is_entering else super().draft

    def show(self, session: Session, status: str) -> None:
        super().show(session, status)
        if self.is_entering and self.entry.about not in session.report.index.kpi:
            self.stop_entering()
            self.status_line.show_text(_GONE)

    # Asking

    def action_this_week(self) -> None:
        """Ask for the value of each KPI, beginning with the first one that is due and has none."""
        rows = self.card.rows
        if not rows:
            self.action_add()
            return
        if self.says_read_only():
            return
        self.leave_field()
        waiting = [row for row in rows if row.is_due and not self._typed(row)]
        self._ask_for((waiting or list(rows))[0])

    def ask_at(self, place: str) -> None:
        """Ask for the value of the KPI at `place`; elsewhere nothing more is entered."""
        rows = {item_place("kpis", row.kpi.id): row for row in self.card.rows}
        if (here := item_of(place)) in rows:
            self._ask_for(rows[here])
        else:
            self.stop_entering()

    def _ask_for(self, row: KpiRow) -> None:
        kpi = row.kpi
        self.look_at(item_place("kpis", kpi.id))
        self.show_view(self.report)
        position = next(n for n, other in enumerate(self.card.rows, start=1) if other.kpi.id == kpi.id)
        facts = [target_in_words(kpi.direction, kpi.target, kpi.unit) or f"in {kpi.unit}" if kpi.unit else ""]
        facts += [f"last {number(row.last.value, kpi.unit)}" if row.last else "", kpi.source or ""]
        ask = f"{position} of {len(self.card.rows)}   {called(kpi)}   {'; '.join(filter(None, facts))}"
        self.entry.display = True
        self.entry.ask(kpi.id, ask, _HINT.format(done=spoken_key_of("next_gap")), self._typed(row))

    def _typed(self, row: KpiRow) -> str:
        return self.holder.draft_at(readings_place(row.kpi.id))

    def stop_entering(self) -> None:
        """Close the field; what was typed waits."""
        self.entry.display = False
        self.show_view(self.report)
        self.take_keys_back()

    def leave_field(self) -> bool:
        was_entering = self.is_entering
        if was_entering:
            self.stop_entering()
        return super().leave_field() or was_entering

    def _open_question(self, place: str, draft: str = "") -> None:
        """One field at a time."""
        self.leave_field()
        super()._open_question(place, draft)

    # What is typed

    def on_value_entry_typed(self, event: ValueEntry.Typed) -> None:
        event.stop()
        self.holder.keep_draft(readings_place(event.about), event.text)

    def on_value_entry_entered(self, event: ValueEntry.Entered) -> None:
        event.stop()
        rows = self.card.rows
        here = next((n for n, row in enumerate(rows) if row.kpi.id == event.about), None)
        if here is None or not self._keep(event.about, event.text):
            return
        if 0 <= here + event.step < len(rows):
            self._ask_for(rows[here + event.step])
        elif event.step > 0:
            self._enter_all()

    def _keep(self, kpi_id: str, text: str) -> bool:
        """Keep what was typed; False where that can't be read as a value, which is said."""
        try:
            if text.strip():
                edit_of_values(self._session.plan, {kpi_id: text}, self.holder.today())
        except PlanError as error:
            self.entry.refuse(str(error))
            return False
        self.holder.keep_draft(readings_place(kpi_id), text)
        return True

    def on_value_entry_left(self, event: ValueEntry.Left) -> None:
        event.stop()
        self.stop_entering()

    def _walk(self, step: int) -> None:
        """While values are entered, the key for "next" means: that was all."""
        if not self.is_entering:
            super()._walk(step)
        elif step > 0 and self._keep(self.entry.about, self.entry.text):
            self._enter_all()

    def _enter_all(self) -> None:
        """Everything that was typed, as one step."""
        typed = {row.kpi.id: text for row in self.card.rows if (text := self._typed(row))}
        try:
            edit = edit_of_values(self._session.plan, typed, self.holder.today())
        except PlanError as error:
            if typed:
                self.entry.refuse(str(error))
            else:
                self.stop_entering()
            return
        if self.holder.edit(edit):
            for kpi_id in typed:
                self.holder.keep_draft(readings_place(kpi_id), "")
            self.stop_entering()
            self._tell(edit.label)

    def _tell(self, label: str) -> None:
        """What was entered; an off-track KPI leads to its action."""
        off = self.card.off_track
        if not off:
            self.status_line.show_text(f"{label}: done. Nothing is off track. {spoken_key_of('undo')} takes it back.")
            return
        kpi = off[0].kpi
        self.go_to(f"kpis.{kpi.id}.off_track_action")
        action = kpi.off_track_action or f"nothing was decided for this yet. {spoken_key_of('edit')} decides"
        log = spoken_key_of("add")
        self.status_line.show_text(f"{called(kpi)} is off track. Then: {action}.  {log}: log what you decide.")
