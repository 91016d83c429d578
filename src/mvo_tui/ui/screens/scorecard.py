"""The scorecard: what the weekly review looks at. Readings are entered, and decisions logged."""

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.interview.this_week import readings_place
from mvo_tui.plan.edits import RemoveItem
from mvo_tui.plan.item_edits import remove_with_links, set_field
from mvo_tui.plan.model import Item
from mvo_tui.plan.places import field_at, item_at
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.entering_values import EnteringValues
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.scorecard_list import ScorecardList


class ScorecardScreen(EnteringValues):
    """Shows the KPIs as of today."""

    where = Where.SCORECARD

    def compose_view(self) -> ComposeResult:
        self._list = ScorecardList(lambda kpi: self.holder.draft_at(readings_place(kpi)))
        yield self._list
        yield self.entry

    @property
    def main_widget(self) -> Widget:
        return self._list

    @property
    def target(self) -> str:
        return self._list.place or self._place

    def show_view(self, report: Report) -> None:
        self._list.show(self.card, report.index, self.holder.today(), self._place)

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Go to a KPI, the review or a decision; all other places are the workbench's."""
        if place.split(".", maxsplit=1)[0] not in ("kpis", "review"):
            super().go_to(place, is_editing=is_editing)
            return
        self.look_at(place)
        self.show_view(self.report)
        if is_editing and (field_at(place) or "." not in place):
            self._open_question(place)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """A click on another KPI asks for that one's value, while values are entered."""
        event.stop()
        self.look_at(self._list.place)
        if self.is_entering:
            self.ask_at(self._list.place)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_entering:
            self.ask_at(self._list.place)
        else:
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
            self.do(remove_with_links(self._session.plan, place))
        elif place.startswith("review.log."):
            self.do(RemoveItem(place, label="Delete a decision"))
        else:
            self.action_blank()

    def action_blank(self) -> None:
        if field_at(self.target) is None:
            self.says_no_field()
        else:
            self.do(set_field(self._session.plan, self.target, None))
