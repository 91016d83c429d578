"""What the workbench and the other views of the plan share: one looks at a place, and each view leads to the others."""

from dataclasses import replace

from textual.message import Message

from mvo_tui.plan.places import item_of
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import Where, keys_of, spoken_key_of, views
from mvo_tui.ui.screens.copying import Copying
from mvo_tui.ui.screens.finding_words import FindingWords
from mvo_tui.ui.screens.jump_mode import JumpMode
from mvo_tui.ui.screens.own_editor import OwnEditor
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.repeating import Repeating
from mvo_tui.ui.screens.zooming import Zooming
from mvo_tui.ui.widgets.view_tabs import ViewTabs

NO_GAPS = "No gaps found by these checks."
NO_FIELD = "Only a field is blanked, and this is none. {delete} deletes it; {workbench} leads to its fields."
NOTHING_TO_MEND = "There is nothing to mend here. {next_gap} goes to the next gap."


class PlanView(JumpMode, FindingWords, OwnEditor, Repeating, Copying, Zooming):
    """A view of the whole plan. What it does not do itself, it says."""

    DEFAULT_CSS = """
    PlanView.-tall ViewTabs { display: block; }
    """

    class ViewWanted(Message):
        """See the plan in the view `where`, looking at `place`, with the field there open if `is_editing`."""

        def __init__(self, where: Where, place: str, *, is_editing: bool = False) -> None:
            super().__init__()
            self.where, self.place, self.is_editing = where, place, is_editing

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

    @property
    def target(self) -> str:
        """The place that an action is about: an item, a field of one, or a list."""
        return self._place

    @property
    def report(self) -> Report:
        """The report of now; without scores and findings where not all of the plan could be read."""
        report = self._session.report
        return report if self.holder.is_judged else replace(report, results=(), areas=())

    # The other views

    def _want(self, where: Where) -> None:
        if where is not self.where:
            self.leave_mark()
            self.see(where, self.target)

    def see(self, where: Where, place: str) -> None:
        self.post_message(self.ViewWanted(where, place))

    def action_view_workbench(self) -> None:
        self._want(Where.WORKBENCH)

    def action_view_board(self) -> None:
        self._want(Where.BOARD)

    def action_view_load(self) -> None:
        self._want(Where.LOAD)

    def action_view_scorecard(self) -> None:
        self._want(Where.SCORECARD)

    def action_view_trace(self) -> None:
        self._want(Where.TRACE)

    def action_view_without(self) -> None:
        """See what breaks without what one looks at, where others rest on it; else without what was taken away last."""
        from mvo_tui.tracing.away import can_be_away

        if can_be_away(item := item_of(self.target)):
            self.holder.taken_away = frozenset({item})
        self._want(Where.WITHOUT)

    def action_views(self) -> None:
        """Choose a view from a list of them all."""
        from mvo_tui.ui.screens.choosing import ChooseScreen, entry

        found = [entry(where, command.label, command.help, keys_of(command)) for where, command in views()]
        here = next((number for number, (where, _) in enumerate(views()) if where is self.where), 0)
        ask = "Which view of the plan?"
        self.app.push_screen(ChooseScreen(ask, found, cursor=here), self._want_one)

    def _want_one(self, where: Where | None) -> None:
        if where is not None:
            self._want(where)

    def on_view_tabs_chosen(self, event: ViewTabs.Chosen) -> None:
        event.stop()
        self._want(event.where)

    def action_interview(self) -> None:
        """Be asked the open questions, beginning with what one looks at."""
        self.leave_mark()
        self.post_message(self.InterviewWanted(self.target))

    # The findings, one after the other

    def action_next_gap(self) -> None:
        self._walk(1)

    def action_previous_gap(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        """Go to the next finding in the order of the panel, round and round; an open field is entered first."""
        if self.is_asking:
            self._editor().enter()
            return
        findings = [finding for finding in self.report.findings if finding.place]
        if not findings:
            self.status_line.show_text(NO_GAPS)
            return
        here = findings.index(self._finding) if self._finding in findings else (-1 if step > 0 else 0)
        finding = findings[(here + step) % len(findings)]
        self.visit(finding.place)
        self._finding = finding  # a view forgets it when one looks elsewhere
        self.status_line.show_finding(finding)

    # Mending one where one stands

    def finding_here(self) -> Finding | None:
        """The finding that is meant by "this one": the one walked to, else the most urgent of what one looks at."""
        item, walked = item_of(self.target), self._finding
        if walked is not None and item_of(walked.place) == item and walked in self.report.findings_at(item):
            return walked
        return next((found for found in self.report.findings if found.place and item_of(found.place) == item), None)

    def action_mend(self) -> None:
        """Mend the finding here and now, if one answer does it."""
        from mvo_tui.ui.screens.mending import mend

        if self.says_read_only():
            return
        finding = self.finding_here()
        if finding is None or not finding.place:
            self.status_line.show_text(NOTHING_TO_MEND.format(next_gap=spoken_key_of("next_gap")))
        else:
            mend(self, finding)

    # What a view may do with its target

    def action_edit(self) -> None:
        self._say_not_here("edited")

    def action_add(self) -> None:
        self._say_not_here("added")

    def action_delete(self) -> None:
        self._say_not_here("deleted")

    def action_blank(self) -> None:
        self._say_not_here("blanked")

    def action_move_up(self) -> None:
        self._say_not_here("moved")

    def action_move_down(self) -> None:
        self._say_not_here("moved")

    def action_make_process(self) -> None:
        self._say_not_here("made")

    def _say_not_here(self, done: str) -> None:
        workbench = spoken_key_of("view_workbench")
        self.status_line.show_text(f"Nothing can be {done} here. {workbench}: do it in the workbench.")

    def says_no_field(self) -> None:
        """Say that there is nothing to blank where one stands."""
        delete, workbench = map(spoken_key_of, ("delete", "view_workbench"))
        self.status_line.show_text(NO_FIELD.format(delete=delete, workbench=workbench))
