"""One question over the screen, with the editors of everywhere: what is answered goes back as one answer."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.choices import Choice, Choices
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.fields import Kind
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.requests import DraftChanged


class AnswerScreen(ModalScreen[bool]):
    """Returns whether an answer was taken.

    Of what may be ticked several times nothing reaches the plan before the choice is done, so that it is one step.

    Args:
        head: what this is about, in a line above the question; may be empty.
        value: what stands there so far.
        take: does what the answer says; a sentence where it can't, and the question stays.
        holder: keeps what is typed and not entered; None where the question is about no one field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8,ctrl+j,ctrl+enter", "next", "Next", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    AnswerScreen { align: center middle; }
    AnswerScreen > Vertical { width: 80; max-width: 96%; height: auto; max-height: 90%; padding: 1 1; }
    AnswerScreen > Vertical { background: $panel; }
    AnswerScreen .head { padding: 0 1; }
    AnswerScreen QuestionPanel.-compact { height: auto; max-height: 60vh; border-top: none; }
    AnswerScreen TextField { background: $background; }
    AnswerScreen OptionLines { background: $panel; }
    AnswerScreen .keys { color: $text-muted; padding: 0 1; margin: 1 0 0 0; }
    """

    def __init__(
        self,
        head: str,
        asked: Asked,
        choices: Choices,
        value: object,
        take: Callable[[Answer], str],
        holder: PlanHolder | None = None,
    ) -> None:
        super().__init__()
        self._head, self._asked, self._choices, self._value, self._take = head, asked, choices, value, take
        self._holder = holder
        self._ticked: tuple[str, ...] | None = None
        self._panel = QuestionPanel(is_compact=True)

    def compose(self) -> ComposeResult:
        with Vertical():
            if self._head:
                yield Static(self._head, classes="head", markup=False)
            yield self._panel
            spec = self._asked.question.spec
            is_prose = spec is not None and spec.kind is Kind.PROSE  # in which Enter begins a new line
            yield Static("Esc goes back" if is_prose else "Enter accepts   Esc goes back", classes="keys", markup=False)

    def on_mount(self) -> None:
        draft = self._holder.draft_at(self._asked.place) if self._holder else ""
        self._panel.ask(self._asked, self._choices, self._value, draft)
        self.call_after_refresh(self._panel.focus)

    def action_next(self) -> None:
        self._panel.enter()

    def on_question_panel_answered(self, event: QuestionPanel.Answered) -> None:
        event.stop()
        if event.is_done or isinstance(event.answer, str):
            self._give(event.answer)
        else:
            self._tick(tuple(event.answer))

    def on_question_panel_created(self, event: QuestionPanel.Created) -> None:
        event.stop()
        if not self._choices.is_many:
            self._give(event.names[0])
            return
        before = self._value if isinstance(self._value, tuple) else ()
        self._tick((*(before if self._ticked is None else self._ticked), *event.names))
        if event.is_done:
            self._give(self._ticked or ())

    def on_question_panel_passed(self, event: QuestionPanel.Passed) -> None:
        event.stop()
        if self._ticked is None:
            self._leave(is_taken=False)
        else:
            self._give(self._ticked)

    def on_question_panel_left(self, event: QuestionPanel.Left) -> None:
        event.stop()
        self._leave(is_taken=False)

    def on_draft_changed(self, event: DraftChanged) -> None:
        event.stop()
        self._keep(event.text)

    @property
    def draft(self) -> tuple[str, str]:
        """What stands there and is not entered: its place and the text."""
        return self._panel.draft if self._holder else ("", "")

    def _keep(self, text: str) -> None:
        if self._holder is not None:
            self._holder.keep_draft(self._asked.place, text)

    def _tick(self, chosen: tuple[str, ...]) -> None:
        """Show `chosen` as ticked; a name that is not on the list is one that will be made."""
        known = {choice.value for choice in self._choices.options}
        new = tuple(Choice(name, name, "new") for name in chosen if name not in known and self._choices.can_create)
        self._ticked = tuple(dict.fromkeys(chosen))
        self._choices = self._choices._replace(options=self._choices.options + new)
        self._panel.renew(self._ticked, self._choices)

    def _give(self, answer: Answer) -> None:
        if refused := self._take(answer):
            self._panel.refuse(refused)
        else:
            self._keep("")
            self._leave(is_taken=True)

    def _leave(self, *, is_taken: bool) -> None:
        if self.is_current:  # a second key may come while this screen is leaving
            self.dismiss(is_taken)
