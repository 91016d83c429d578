"""Trace: why an item exists, up to the promises, and what carries it, down to people and tools."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.exports.trace_text import AT_THE_BOTTOM, at_the_top, in_short
from mvo_tui.plan.places import field_at, item_of, type_of_collection
from mvo_tui.readiness.report import Report
from mvo_tui.session.visited import Visit
from mvo_tui.tracing.away import can_be_away
from mvo_tui.tracing.link import Traced, place_of, traced_at
from mvo_tui.tracing.trace import Row as TraceRow
from mvo_tui.tracing.trace import Way, trace
from mvo_tui.ui.commands import Where, spoken_key_of
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.widgets.ground import Row
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.title_line import TitleLine
from mvo_tui.ui.widgets.trace_list import TraceList, title_of_traced

_TWO_COLUMNS = 110  # cells from which the ways up and down stand side by side; the size class "-wide"
_SAID_ELSEWHERE = {
    "promises": "Open a touchpoint or a KPI, and choose this promise there.",
    "processes": 'Open a touchpoint that needs it, and choose it under "Behind it".',
    "tools": "Open a process or a step that needs it, and choose it there; or take it out of the plan.",
    "roles": "Open a process, and choose this role as its owner or its backup.",
    "people": 'Open a role, and choose this person under "Held by".',
}
"""What to do about a hole that is filled at the other end of the link."""


class TraceScreen(ViewScreen):
    """Shows one item between its two ways. Enter on any other makes that the one that is traced."""

    where = Where.TRACE
    DEFAULT_CSS = """
    TraceScreen {
        & #middle TitleLine { background: $background; color: $primary; }
        & #ways { height: 1fr; }
        & TraceList { width: 1fr; }
        & #down { background: $surface; display: none; }
        &.-wide #down { display: block; }
    }
    """

    def compose_view(self) -> ComposeResult:
        self._item_line = TitleLine()
        self._up, self._down = TraceList(id="up"), TraceList(id="down")
        self._list = self._up  # the one that has the keys, or had them last
        self._has_columns = False
        yield self._item_line
        with Row(id="ways"):
            yield self._up
            yield self._down

    def arrive(self) -> None:
        self._begin_where_there_is_something()
        before, edit, breaks = map(spoken_key_of, ("place_before", "edit", "view_without"))
        self.status_line.show_text(
            f"Enter: trace it.  {before}: back.  {edit}: its form.  {breaks}: what breaks without it."
        )

    @property
    def panes(self) -> Sequence[Widget]:
        return [self._up, self._down] if self._has_columns else [self._up]

    @property
    def main_widget(self) -> Widget:
        return self._list

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, TraceList):
            self._list = event.widget

    @property
    def _item(self) -> Traced:
        """What is traced; the venture where one looks at no item."""
        plan = self._session.plan
        return traced_at(plan, self._place) or plan.venture

    @property
    def target(self) -> str:
        return self._list.place or self._place

    @property
    def _here(self) -> Visit:
        """One comes back to what was traced and not to the line that led away."""
        return Visit(self.where, place_of(self._item))

    def show_view(self, report: Report) -> None:
        item = self._item
        none = {Way.UP: at_the_top(item), Way.DOWN: AT_THE_BOTTOM}
        self._has_columns = self.app.size.width >= _TWO_COLUMNS
        self._up.show(report, item, (Way.UP,) if self._has_columns else (Way.UP, Way.DOWN), none)
        if self._has_columns:
            self._down.show(report, item, (Way.DOWN,), none)
        in_few_words = in_short(item, trace(item, Way.UP, report.index), report.index)
        self._item_line.show(title_of_traced(item), "", in_few_words)

    def on_resize(self) -> None:
        if self.is_mounted and (self.app.size.width >= _TWO_COLUMNS) is not self._has_columns:
            self.show_view(self.report)
            self._begin_where_there_is_something()

    # Going about

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Trace the item of `place`; what is none is the workbench's."""
        item = traced_at(self._session.plan, place)
        if item is None:
            super().go_to(place, is_editing=is_editing)
            return
        self.look_at(place_of(item))
        self.show_view(self.report)
        if not self.is_asking:
            self._begin_where_there_is_something()

    def _begin_where_there_is_something(self) -> None:
        """Give the keys to the way up, or to the way down where nothing leads up."""
        self._list = self._up if self._up.has_rows or not self._has_columns else self._down
        self.take_keys_back()

    def action_other_way(self) -> None:
        """Go to the other column; in one column, to the other side of the item."""
        if self._has_columns:
            self._list = self._up if self._list is self._down else self._down
            self.take_keys_back()
        else:
            self._up.go_to_other_side()

    def action_view_without(self) -> None:
        """Without what the cursor stands on where others rest on it, else without what is traced."""
        item = item_of(self._place)
        if can_be_away(item_of(self.target)) or not can_be_away(item):
            super().action_view_without()
            return
        self.holder.taken_away = frozenset({item})
        self.leave_mark()
        self.see(Where.WITHOUT, item)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Trace what was chosen; a hole is filled here where it can be."""
        event.stop()
        entry = self._list.entry
        if isinstance(entry, TraceRow) and entry.link.is_hole:
            self._fill(entry.link.place)
        elif self._list.place != place_of(self._item):
            self.visit(self._list.place)

    def _fill(self, place: str) -> None:
        """Ask for what is missing at `place`; where it is said elsewhere, say where."""
        collection = place.partition(".")[0]
        if field_at(place) is not None or place in type_of_collection:
            self._open_question(place)
        else:
            self.status_line.show_text(
                _SAID_ELSEWHERE.get(collection, f"Open it in the workbench: {spoken_key_of('edit')}.")
            )

    def action_edit(self) -> None:
        """To the form of what the cursor stands on; a hole is filled here where it can be."""
        entry = self._list.entry
        if isinstance(entry, TraceRow) and entry.link.is_hole and field_at(entry.link.place) is not None:
            self._fill(entry.link.place)
        else:
            self.action_view_workbench()
