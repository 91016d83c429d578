"""What breaks without it: people, tools, roles and processes are taken away, and the consequences stand beside them."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.plan.places import item_of
from mvo_tui.readiness.report import Report
from mvo_tui.tracing.breaks import without
from mvo_tui.ui.commands import Where, spoken_key_of
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.widgets.away_list import AwayList
from mvo_tui.ui.widgets.consequence_list import ConsequenceList
from mvo_tui.ui.widgets.ground import Row
from mvo_tui.ui.widgets.line_list import LineList


class WithoutScreen(ViewScreen):
    """Shows what may be away on the left, what breaks on the right. What is away the holder keeps."""

    where = Where.WITHOUT
    DEFAULT_CSS = """
    WithoutScreen {
        & #sides { height: 1fr; }
        & AwayList { width: 2fr; }
        & ConsequenceList { width: 3fr; }
        &.-wide AwayList { width: 1fr; }
        &.-wide ConsequenceList { width: 1fr; }
    }
    """

    def compose_view(self) -> ComposeResult:
        self._away_list, self._broken_list = AwayList(id="away"), ConsequenceList(id="broken")
        self._list: AwayList | ConsequenceList = self._away_list  # the one that has the keys, or had them last
        with Row(id="sides"):
            yield self._away_list
            yield self._broken_list

    def arrive(self) -> None:
        place = item_of(self._place)
        if place not in self.holder.taken_away and self._broken_list.go_to(place):
            self._give_keys(self._broken_list)
        else:
            self._away_list.show(self.report.index, self.holder.taken_away, place)
        away, back, other, trace = map(spoken_key_of, ("take_away", "put_all_back", "other_list", "view_trace"))
        self.status_line.show_text(
            f"{away}: take away, put back.  {back}: all back.  {other}: to what breaks.  {trace}: trace."
        )

    @property
    def panes(self) -> Sequence[Widget]:
        return [self._away_list, self._broken_list]

    @property
    def main_widget(self) -> Widget:
        return self._list

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, (AwayList, ConsequenceList)):
            self._list = event.widget

    @property
    def target(self) -> str:
        return self._list.place or self._place

    def show_view(self, report: Report) -> None:
        away = self.holder.taken_away
        self._away_list.show(report.index, away)
        self._broken_list.show(without(away, report.index), report.index)

    # Going about

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Go to the question about `place`, or to what becomes of it; all other places are the workbench's."""
        if self._away_list.line_of(place) is not None:
            self._away_list.show(self.report.index, self.holder.taken_away, place)
            self._give_keys(self._away_list)
        elif self._broken_list.go_to(place):
            self._give_keys(self._broken_list)
        else:
            super().go_to(place, is_editing=is_editing)
            return
        self.look_at(place)

    def _give_keys(self, widget: AwayList | ConsequenceList) -> None:
        self._list = widget
        self.take_keys_back()

    def action_other_list(self) -> None:
        self._give_keys(self._broken_list if self._list is self._away_list else self._away_list)

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        event.stop()
        if self._list.place:
            self.look_at(self._list.place)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """A question is ticked; what breaks is traced."""
        event.stop()
        if event.line_list is self._away_list:
            self.action_take_away()
        else:
            self.action_view_trace()

    def action_edit(self) -> None:
        """To the form of what the cursor stands on."""
        self.action_view_workbench()

    def action_view_without(self) -> None:
        """One is there already."""

    # Taking away

    def action_take_away(self) -> None:
        """Take away what the cursor stands on, or put it back."""
        if self._away_list.place and self._list is self._away_list:
            self._show_without(self.holder.taken_away ^ {self._away_list.place})
        else:
            self.status_line.show_text(
                "What is taken away is chosen in the list on the left: " + spoken_key_of("other_list") + "."
            )

    def action_put_all_back(self) -> None:
        self._show_without(frozenset())

    def _show_without(self, away: frozenset[str]) -> None:
        self.holder.taken_away = away
        index = self.report.index
        self._away_list.show(index, away)
        self._broken_list.show(without(away, index), index)
