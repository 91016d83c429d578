"""The interview: one question at a time, what the answer brought, and how far one is.

Which question comes next is derived from the plan. All that the screen remembers is the question that stands there,
what was typed at questions that were left, and what was skipped in this sitting.
"""

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.message import Message

from mvo_tui.interview.answers import Answer, create_and_link, edit_for
from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.choices import choices
from mvo_tui.interview.edited_text import edit_of_text
from mvo_tui.interview.next_question import (
    Asked,
    answers_so_far,
    first_of_step,
    is_open,
    next_question,
    question_for,
)
from mvo_tui.interview.progress import StepProgress, progress
from mvo_tui.interview.sitting import Sitting
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.report import Report
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import Where, hints_of, spoken_key_of
from mvo_tui.ui.screens.jump import JumpScreen, Target
from mvo_tui.ui.screens.own_editor import editor_for
from mvo_tui.ui.screens.plan_screen import NOT_CHANGED, PlanHolder, PlanScreen
from mvo_tui.ui.widgets.asked_values import list_around, value_of
from mvo_tui.ui.widgets.ground import Row
from mvo_tui.ui.widgets.interview_words import (
    closing,
    closing_unjudged,
    core_promise,
    step_done,
    step_progress,
    step_title,
)
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.outcome import outcome
from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.readiness_panel import ReadinessPanel
from mvo_tui.ui.widgets.requests import DraftChanged, PlaceRequested
from mvo_tui.ui.widgets.step_line import StepLine
from mvo_tui.ui.widgets.text_line import TextLine
from mvo_tui.ui.widgets.title_line import TitleLine
from mvo_tui.ui.widgets.too_small import TooSmall
from mvo_tui.ui.widgets.ways_out import WaysOut, ways_out_of
from mvo_tui.ui.widgets.wrapped_text import WrappedText

_LEFT_OPEN = "Left open for now; it is asked again at the end."
_AS_IT_IS = "The answer stays as it is."


class InterviewScreen(PlanScreen):
    """Asks; `place` is where to begin, "" for the first open question."""

    where = Where.INTERVIEW
    DEFAULT_CSS = """
    /* One question at a time, to be read from the back of the room; from 110 columns the panel beside it. */
    InterviewScreen {
        & #body { height: 1fr; }
        & #beside { height: 1; }
        & #progress { width: 44; height: 1; padding: 0 0 0 3; color: $text-muted; }
        & #ways-out { width: 1fr; background: $background; }
        &.-narrow #progress { width: 1fr; }
        &.-narrow #ways-out { width: 36; }
        & #readiness { width: 40; display: none; }
        & QuestionPanel { max-width: 92; }
        & #closing { display: none; height: 1fr; padding: 1 3; max-width: 92; }
        &.-wide #readiness { display: block; }
        &.-closed QuestionPanel { display: none; }
        &.-closed #closing { display: block; }
        &.-tiny #body, &.-tiny StepLine, &.-tiny #beside { display: none; }
        &.-low #body, &.-low StepLine, &.-low #beside { display: none; }
    }
    """

    class WorkbenchWanted(Message):
        """The founder wants to see the whole plan, at `place`."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder)
        self._session, self._status = holder.session, holder.status
        self._asked: Asked | None = None
        self._sitting = Sitting()
        self._begin_at = place
        self._is_answering = False
        self._progress: tuple[StepProgress, ...] = ()
        self._asked_on = holder.session.report  # the report at the time of the question
        self._lines = 0  # answers to it so far, where it takes several

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield TitleLine()
        yield StepLine([step.title for step in all_steps()])
        with Row(id="beside"):
            yield TextLine(id="progress")
            yield WaysOut()
        with Row(id="body"):
            yield QuestionPanel(way_out=f"{spoken_key_of('skip')} leaves it open for now.")
            yield WrappedText(id="closing")
            yield ReadinessPanel(id="readiness")
        yield KeyHints(hints_of(self.where))

    def on_mount(self) -> None:
        self.panel, self.closing = self.query_one(QuestionPanel), self.query_one("#closing", WrappedText)
        self.title_line, self.step_line = self.query_one(TitleLine), self.query_one(StepLine)
        self.readiness, self.progress_line = self.query_one(ReadinessPanel), self.query_one("#progress", TextLine)
        self.ways_out = self.query_one(WaysOut)
        self.readiness.can_focus = False
        self.readiness.show(self.judged)
        self._progress = progress(self._index)
        self._go_to(self._first())

    def _first(self) -> Asked | None:
        """The question to begin with: where the founder was, else the first open one."""
        if self._begin_at:
            try:
                return question_for(self._index, self._begin_at)
            except PlanError:
                pass  # it is gone, or nothing is asked there
        return next_question(self._index)

    # Showing

    @property
    def shown_first(self) -> tuple[Painted[Any], ...]:
        return self.title_line, self.readiness

    @property
    def _index(self) -> PlanIndex:
        return self._session.report.index

    def show(self, session: Session, status: str) -> None:
        before, self._session, self._status = self._session, session, status
        if not self.is_mounted:
            return
        has_changed = session.report is not before.report
        if has_changed:
            self.readiness.show(self.judged)
            self._show_title()
            self.paint_score()
            self._progress = progress(self._index)
        if self._is_answering:  # what is asked next is shown with its head
            return
        if has_changed:
            self._renew()
        self._show_head()

    @property
    def _step(self) -> int:
        return self._asked.step if self._asked else 0

    def _show_title(self) -> None:
        name = self._session.plan.venture.name or ""
        self.title_line.show_plan(name, step_title(self._step), self.judged, self._status)

    def _show_head(self) -> None:
        step = self._step
        self._show_title()
        self.step_line.show(step)
        self.progress_line.show_text(step_progress(self._progress, step))

    def _renew(self) -> None:
        """The plan has changed: under the question, or, by undo, where another was asked; then go back to that one."""
        place = self._session.focus or (self._asked.place if self._asked else "")
        try:
            asked = question_for(self._index, place) if place else None
            if asked is not None and self._asked is not None and asked.place == self._asked.place:
                self.panel.renew(value_of(self._index, asked), choices(self._index, asked), asked)
            else:
                self._go_to(asked or next_question(self._index))
        except PlanError:
            self._go_to(next_question(self._index))
            self.panel.tell("What was asked about is gone. This is the next open question.", is_good=False)

    def _go_to(self, asked: Asked | None, told: str = "", *, is_back: bool = False) -> None:
        """Ask `asked`, or close the interview where there is nothing to ask."""
        if self._asked is not None and asked != self._asked and not is_back:
            self._sitting = self._sitting.left(self._asked)
        self._asked = asked
        self._asked_on, self._lines = self._session.report, 0
        self.set_class(asked is None, "-closed")
        self._show_head()  # before the rest, so that the numbers come with the first frame
        if asked is None:
            self._close(told)
        else:
            draft = self.holder.draft_at(asked.place)
            self.ways_out.show(ways_out_of(asked))
            self.panel.ask(asked, choices(self._index, asked), value_of(self._index, asked), draft)
            self._tell(told)
            self.holder.look_at(asked.place)

    def _close(self, told: str) -> None:
        self.ways_out.show(())
        is_judged = self.holder.is_judged
        self.closing.show(closing(self._session.report, told) if is_judged else closing_unjudged(told))
        self.set_focus(None)
        self.holder.look_at("")

    # Answers

    def on_question_panel_answered(self, event: QuestionPanel.Answered) -> None:
        event.stop()
        answer: Answer = event.answer
        today = self.holder.today()
        self._answer(
            lambda: edit_for(self._session.plan, event.asked.place, answer, today), event.asked, is_done=event.is_done
        )

    def on_question_panel_created(self, event: QuestionPanel.Created) -> None:
        event.stop()
        name = event.names[0]
        self._answer(
            lambda: create_and_link(self._session.plan, event.asked.place, name), event.asked, is_done=event.is_done
        )

    def on_question_panel_list_changed(self, event: QuestionPanel.ListChanged) -> None:
        event.stop()
        self._answer(lambda: event.edit(self._session.plan, self.holder.today()), event.asked, is_done=False)

    def on_question_panel_passed(self, event: QuestionPanel.Passed) -> None:
        event.stop()
        self._advance(event.asked, self._asked_on, "All together: " if self._lines > 1 else "")

    def on_question_panel_left(self, event: QuestionPanel.Left) -> None:
        event.stop()
        skip, workbench = spoken_key_of("skip"), spoken_key_of("to_workbench")
        self.panel.tell(f"{skip} leaves this question open for now; {workbench} opens the workbench.", is_good=False)

    def _answer(self, make: Callable[[], Edit], asked: Asked, *, is_done: bool) -> None:
        """Change the plan by what `make` returns, tell what it brought, and go on if the answer is done."""
        before = self._session.report
        self._is_answering = True
        try:
            is_applied = self.holder.edit(make(), asked.place)
        except PlanError as error:
            self.panel.refuse(str(error))
            return
        finally:
            self._is_answering = False
        if not is_applied:
            self.panel.refuse(NOT_CHANGED)
            return
        self.holder.keep_draft(asked.place, "")
        if is_done:
            self._advance(asked, before)
        else:
            self._lines += 1
            self._renew()
            self._show_head()
            self._tell(f"{outcome(before, self._session.report)}  {core_promise(before, self._session.report)}".strip())

    def say(self, sentence: str) -> bool:
        """Show what was done: below the answer, or on the last page."""
        if self._asked is None:
            self._close(sentence)
        else:
            self.panel.tell(sentence, is_good=False)
        return True

    def _tell(self, told: str) -> None:
        if told:
            self.panel.tell(told, is_good=not told.startswith("-"))

    def _advance(self, after: Asked, since: Report, what: str = "") -> None:
        """Go on to the next open question, and tell what has become of the plan `since` then, by `what`."""
        told, done = outcome(since, self._session.report), self._progress[after.step - 1]
        told = f"{what}{told}" if told else ""
        upcoming = self._sitting.next(self._index, after)
        if done.open == 0 and (upcoming is None or upcoming.step != after.step):
            told = f"{told}  {step_done(done)}".strip()
        self._go_to(upcoming, told)

    @property
    def draft(self) -> tuple[str, str]:
        return self.panel.draft if self._asked is not None else ("", "")

    def on_draft_changed(self, event: DraftChanged) -> None:
        event.stop()
        self.holder.keep_draft(event.place, event.text)

    # Going about

    def action_next(self) -> None:
        if self._asked is None:
            self.action_to_workbench()
        else:
            self.panel.enter()

    def action_back(self) -> None:
        before, self._sitting = self._sitting.back(self._index, self._asked)
        if before is None:
            self.panel.tell("This is the first question.")
        else:
            self._go_to(before, is_back=True)

    def action_jump(self) -> None:
        step = self._asked.step if self._asked else 1
        screen = JumpScreen(self._progress, answers_so_far(self._index), step)
        self.app.push_screen(screen, self._jump_to)

    def _jump_to(self, target: Target | None) -> None:
        if target is None:
            return
        try:
            asked = question_for(self._index, target.place) if target.place else first_of_step(self._index, target.step)
        except PlanError:  # undone, or deleted in the file, while the list of answers was open
            self.panel.tell("That answer is no longer in the plan.", is_good=False)
            return
        self._go_to(asked)

    def on_step_line_chosen(self, event: StepLine.Chosen) -> None:
        event.stop()
        self._jump_to(Target(event.step))

    def on_place_requested(self, event: PlaceRequested) -> None:
        """A finding of the readiness panel was clicked."""
        event.stop()
        try:
            self._go_to(question_for(self._index, event.place))
        except PlanError as error:
            self.panel.tell(str(error))

    def action_skip(self) -> None:
        if self._asked is None:
            return
        is_left_open = is_open(self._index, self._asked)
        self._sitting = self._sitting.skipping(self._asked)
        upcoming = self._sitting.next(self._index, self._asked)
        if upcoming and upcoming.place == self._asked.place:
            self.panel.tell("This is the only question that is still open.")
        else:
            self._go_to(upcoming, _LEFT_OPEN if is_left_open else _AS_IT_IS)

    def action_not_applicable(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if asked.question.none:
            self._answer(
                lambda: edit_for(self._session.plan, asked.place, (), self.holder.today()), asked, is_done=True
            )
        elif asked.question.collection == "not_applicable":
            self.panel.tell("Type why it does not apply, in a few words; Enter sets it aside.")
        else:
            self.panel.tell(f"This always applies to some degree. {spoken_key_of('skip')} leaves it open for now.")

    def action_add_another(self) -> None:
        """Ask for one more item of the list that the question is about."""
        if self._asked is None:
            return
        try:
            self._go_to(question_for(self._index, list_around(self._index, self._asked.place)))
        except PlanError:
            self.panel.tell("This question is not about a list.")

    def action_editor_for_answer(self) -> None:
        """Lend the answer to the founder's own editor."""
        if self._asked is not None:
            try:
                self.post_message(
                    editor_for(self._session.plan, self._asked.place, self.panel.typed, self._take_edited)
                )
            except PlanError as error:
                self.panel.tell(str(error), is_good=False)

    def _take_edited(self, place: str, text: str) -> None:
        """Take the text as the answer. Where it can't be one it stands in the field, with the reason."""
        asked = question_for(self._index, place)
        self.holder.keep_draft(place, text)
        self.panel.ask(asked, choices(self._index, asked), value_of(self._index, asked), text)
        self._answer(lambda: edit_of_text(self._session.plan, place, text, self.holder.today()), asked, is_done=True)

    def action_to_workbench(self) -> None:
        self.post_message(self.WorkbenchWanted(self._asked.place if self._asked else ""))
