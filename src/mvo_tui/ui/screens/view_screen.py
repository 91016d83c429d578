"""A view of the plan that fills the screen: a title, the view, a line to say things in, and the hints."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.plan.places import find
from mvo_tui.readiness.report import Report
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, hints_of
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.widgets.ground import Column
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.status_line import StatusLine
from mvo_tui.ui.widgets.title_line import TitleLine
from mvo_tui.ui.widgets.too_small import TooSmall
from mvo_tui.ui.widgets.view_tabs import ViewTabs


class ViewScreen(PlanView):
    """Subclasses say what stands in the middle (`compose_view`) and show the plan in it (`show_view`).

    Fields are edited below it, with the same question as everywhere: `_open_question(place)`.
    """

    DEFAULT_CSS = """
    ViewScreen {
        & #middle { height: 1fr; }
        & QuestionPanel { height: auto; max-height: 70%; }
        &.-tiny #middle, &.-low #middle { display: none; }
    }
    """

    def compose_view(self) -> ComposeResult:
        """The widgets of the view, from top to bottom."""
        raise NotImplementedError

    def show_view(self, report: Report) -> None:
        """Show the plan of `report.index`, looking at `self.target`: before the first paint and after every edit."""
        raise NotImplementedError

    @property
    def shown_as(self) -> str:
        """What the title calls what one sees."""
        return self.where.capitalize()

    @property
    def main_widget(self) -> Widget:
        """The one that has the keys while no field is edited."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleLine()
        yield ViewTabs(self.where)
        with Column(id="middle"):
            yield from self.compose_view()
        yield StatusLine()
        yield KeyHints(hints_of(self.where))

    def on_mount(self) -> None:
        self.status_line, self._title_line = self.query_one(StatusLine), self.query_one(TitleLine)
        self._show_title()
        self.show_view(self.report)
        self.take_keys_back()
        self.arrive()

    def arrive(self) -> None:
        """What a view does once, when it is shown for the first time."""

    def take_keys_back(self) -> None:
        self.set_focus(self.main_widget)

    def show(self, session: Session, status: str) -> None:
        changed = session.report is not self._session.report
        self._session, self._status = session, status
        if not self.is_mounted:
            return
        if changed and find(session.plan, self._place) is None:
            self._place = session.focus or "venture"
        self._show_title()
        if changed:
            self.show_view(self.report)

    def _show_title(self) -> None:
        self._title_line.show_plan(self._session.plan.venture.name or "", self.shown_as, self.judged, self._status)

    def look_at(self, place: str) -> None:
        """Remember that the founder looks at `place` now."""
        self._place = place
        self._finding = None
        self.holder.look_at(place)

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Look at `place` in the workbench; a view goes to places that it shows itself and leaves the rest to this."""
        self.post_message(self.ViewWanted(Where.WORKBENCH, place, is_editing=is_editing))

    def key_escape(self) -> None:
        """Up a level: out of the field, out of the zoom, else to the workbench, at what one looks at."""
        if not self.leave_field() and not self.unzoom():
            self.action_view_workbench()

    @property
    def panes(self) -> Sequence[Widget]:
        """What `compose_view` has put into the middle; the editor of fields goes with each of them."""
        middle = self.query_one("#middle")
        return [
            pane for pane in middle.children if (pane.display or pane.has_class("-away")) and pane is not self._question
        ]
