"""One question: what is asked, the editor that fits, what came of the answer, and why it matters.

The editors are made once and shown or hidden, so that the next question stands there with the next frame.
"""

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.choices import Choice, Choices
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.model import Plan
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.editors.choice_editor import NONE_IS_DECIDED, ChoiceEditor
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.line_editor import LineEditor
from mvo_tui.ui.widgets.editors.lines_editor import LinesEditor
from mvo_tui.ui.widgets.ground import Ground
from mvo_tui.ui.widgets.list_changes import ListChange, edit_of, listed
from mvo_tui.ui.widgets.requests import DraftChanged
from mvo_tui.ui.widgets.stack import Stacked
from mvo_tui.ui.widgets.typed_values import noun_of, text_of
from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText

if TYPE_CHECKING:
    from mvo_tui.ui.widgets.editors.prose_editor import ProseEditor

_TYPED = (Kind.LINE, Kind.NUMBER, Kind.DATE, Kind.TIME)
_LABEL = 17  # cells of the column "Why it matters"
_ROOMY = 30  # lines of a screen
_LEAST_ROOM = 3  # lines for suggestions and items, however low the screen is
_SEEN = 2  # passages of the explanation that stand in sight: all of the "why", the first line of the example
_SHORT = 160  # characters of a question that leaves room for two lines of "why" on a small screen
NO_CHOICES = Choices()


class _Now(NamedTuple):
    """The question that stands there."""

    asked: Asked
    choices: Choices
    value: object
    draft: str


class QuestionPanel(VerticalScroll, Stacked, Ground, can_focus=False):
    """Shows a question and takes its answer.

    Args:
        is_compact: for the workbench: closer together, "why" and "example" as short as the screen is low.
        way_out: what to do instead of answering, in a sentence.
    """

    DEFAULT_CSS = """
    QuestionPanel {
        height: 1fr; padding: 1 2 0 3; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & Editor { margin: 1 0 0 0; }
    }
    QuestionPanel.-compact {
        padding: 0 1; border-top: ascii $primary;
        & Editor { margin: 0; }
    }
    """

    # The room for the scrollbar is kept free, so scrolling further is no reason for another layout of the screen.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    class Answered(Message):
        """The founder gave `answer` to `asked`; without `is_done` more of it is to come (a list)."""

        def __init__(self, asked: Asked, answer: Answer, *, is_done: bool = True) -> None:
            super().__init__()
            self.asked, self.answer, self.is_done = asked, answer, is_done

    class Created(Message):
        """The founder wants a new item called `name`, linked as the answer to `asked`; more may come (a list)."""

        def __init__(self, asked: Asked, name: str, *, is_done: bool) -> None:
            super().__init__()
            self.asked, self.names, self.is_done = asked, (name,), is_done

    class ListChanged(Message):
        """An item of the list that `asked` is about is to be corrected, moved or removed."""

        def __init__(self, asked: Asked, change: ListChange) -> None:
            super().__init__()
            self.asked, self.change = asked, change

        def edit(self, plan: Plan, today: datetime.date) -> Edit:
            """The edit that it is.

            Raises:
                PlanError: it can't be done; the sentence says why.
            """
            return edit_of(plan, self.asked.place, self.change, today)

    class Passed(Message):
        """The founder wants to go on and has nothing new to say."""

        def __init__(self, asked: Asked) -> None:
            super().__init__()
            self.asked = asked

    class Left(Message):
        """The founder wants to leave the question; what was typed stays a draft."""

    def __init__(self, *, is_compact: bool = False, way_out: str = "Esc goes back.", id: str | None = None) -> None:
        super().__init__(id=id, classes="-compact" if is_compact else None)
        self._is_compact = is_compact
        self._is_ready = False  # the editors are there
        self._now: _Now | None = None
        self._drafted = ""
        self._way_out = way_out
        self._head = WrappedText()
        self._line, self._lines, self._choice = LineEditor(), LinesEditor(), ChoiceEditor()
        self._lines.display = self._choice.display = False
        self._prose: ProseEditor | None = None  # rarely needed, so made when it is
        self._editor: Editor = self._line
        self._verdict = WrappedText(least=1)
        self._words = WrappedText(label_width=_LABEL)

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._line
        yield self._lines
        yield self._choice
        yield self._verdict
        yield self._words

    def on_mount(self) -> None:
        self._is_ready = True
        if self._now is not None:
            self._begin(self._now)

    # What the screen does with it

    def ask(self, asked: Asked, choices: Choices = NO_CHOICES, value: object = None, draft: str = "") -> None:
        """Ask `asked`, at once. `value` is the answer so far, `draft` what was typed and not entered."""
        self._now = _Now(asked, choices, value, draft)
        if self._is_ready:
            self._begin(self._now)

    def renew(self, value: object, choices: Choices | None = None, asked: Asked | None = None) -> None:
        """The plan has changed under the question: show the answer of now; what is being typed stays."""
        if self._now is None:
            return
        self._now = self._now._replace(value=value, choices=self._now.choices if choices is None else choices)
        if asked is not None and self._now.asked.context:  # else a line more would move what stands below it
            self._now = self._now._replace(asked=asked)
            self._show_head(self._now)
        if self._editor is self._lines:
            self._lines.renew(listed(value), _offers(self._now.choices))
        elif self._editor is self._choice:
            self._choice.renew(value, self._now.choices)

    def refuse(self, sentence: str) -> None:
        """The answer was not taken; `sentence` says why. What was typed stands there again."""
        self._verdict.show((Passage(sentence, "bad"),))
        self._editor.refuse()

    def tell(self, text: str, *, is_good: bool = True) -> None:
        """Say what came of the answer."""
        self._verdict.show((Passage(text, "good" if is_good else "strong"),))

    @property
    def asked(self) -> Asked | None:
        return self._now.asked if self._now else None

    @property
    def typed(self) -> str:
        """What stands there and is not entered; nothing where it is only the answer that is in the plan."""
        typed = self._editor.typed
        is_text = self._editor is not self._lines and self._editor is not self._choice
        return "" if self._now is not None and is_text and typed == text_of(self._now.value) else typed

    @property
    def draft(self) -> tuple[str, str]:
        """The place that is asked about and what is typed there; empty where no question stands there yet."""
        return (self._now.asked.place, self.typed) if self._now is not None and self._is_ready else ("", "")

    def enter(self) -> None:
        """Enter what stands there and go on."""
        self._editor.enter(is_next=True)

    def select_all(self) -> None:
        """Select what stands in a line, so that what is typed takes its place."""
        if self._editor is self._line:
            self._line.field.select_all()

    def undo_typing(self) -> bool:
        return self._editor.undo_typing()

    def redo_typing(self) -> bool:
        return self._editor.redo_typing()

    def focus(self, scroll_visible: bool = True) -> "QuestionPanel":
        """Give the focus to the editor; nothing where the screen has gone since this was asked for."""
        if self._is_ready and self.is_attached:
            self.screen.set_focus(self._editor.field, scroll_visible=scroll_visible)
        return self

    # Beginning a question

    def _begin(self, now: _Now) -> None:
        self._editor = self._editor_for(now)
        for editor in (self._line, self._lines, self._choice, self._prose):
            if editor is not None:
                editor.display = editor is self._editor
        self._start(now)
        self._drafted = now.draft
        self._show_head(now)
        self._verdict.show(())
        self._words.show(self._explanation(now.asked))
        self._share_room()
        if self.scroll_offset.y:
            self.scroll_home(animate=False, immediate=True)
        self.focus()

    def _show_head(self, now: _Now) -> None:
        self._head.show(
            (Passage(now.asked.context, "muted"), Passage(now.asked.ask, "strong"), Passage(self._how(now), "muted"))
        )

    def on_resize(self) -> None:
        if self._now is not None:
            self._share_room()

    def _share_room(self) -> None:
        """Bound the lists of the editor so that what came of the answer and why it matters stay in sight."""
        room = self.scrollable_content_region.size
        if not (room.width and room.height):
            return
        if self._is_compact:
            room = Size(room.width, self._most_lines())
        head = self._head.get_content_height(room, room, room.width)
        field = self._editor.field.size.height or 1
        words = self._words.lines_to_see(room.width, _SEEN)
        # A line above the editor is left free where it is not compact, and one is for the verdict.
        free = 1 if self._is_compact else 2
        self._editor.share_room(max(room.height - head - field - free - words, _LEAST_ROOM))

    def _most_lines(self) -> int:
        """As many as a compact panel may take. It is as high as what it holds, so its own height does not say."""
        limit, parent = self.styles.max_height, self.parent
        around = parent.size if isinstance(parent, Widget) else self.screen.size
        most = around.height if limit is None else int(limit.resolve(around, self.screen.size, Fraction(1)))
        return most - self.gutter.height

    def _editor_for(self, now: _Now) -> Editor:
        kind = now.asked.question.spec.kind if now.asked.question.spec else None
        if now.choices.is_many and now.choices.can_be_own_word:
            return self._lines
        if kind is Kind.PROSE:
            return self._prose_editor()
        if kind in _TYPED or not (now.choices.options or now.choices.can_create):
            return self._line
        return self._choice

    def _prose_editor(self) -> "ProseEditor":
        if self._prose is None:
            from mvo_tui.ui.widgets.editors.prose_editor import ProseEditor

            self._prose = ProseEditor()
            self.mount(self._prose, before=self._verdict)
        return self._prose

    def _start(self, now: _Now) -> None:
        spec = now.asked.question.spec
        if self._editor is self._lines:
            self._lines.start(listed(now.value), now.draft, _offers(now.choices))
        elif self._editor is self._choice:
            noun = noun_of(spec.collection if spec else "")
            self._choice.start(now.value, now.draft, choices=now.choices, noun=noun)
        elif self._editor is self._line:
            self._line.start(text_of(now.value), now.draft, _offers(now.choices))
        elif self._prose is not None:
            self._prose.start(text_of(now.value), now.draft)

    def _how(self, now: _Now) -> str:
        """How this kind of editor is used, where it does not explain itself."""
        suggestions = "Down reaches the suggestions." if now.choices.options else ""
        if self._editor is self._lines:
            enter = "Enter on an empty line goes on." if now.asked.question.spec else "Enter adds it and goes on."
            return f"{enter} {suggestions}".strip()
        if self._editor is self._choice:
            return "Space or Enter ticks; Enter again goes on." if now.choices.is_many else ""
        return (
            suggestions
            if self._editor is self._line
            else f"Enter begins a new line. Tab or {spoken_key_of('next')} goes on."
        )

    def _explanation(self, asked: Asked) -> tuple[Passage, ...]:
        question, most = asked.question, 0
        if self._is_compact:  # few lines each on a small screen, so that the form stays in sight
            is_short = len(asked.question.ask) + len(asked.context) <= _SHORT
            most = 4 if self.screen.size.height >= _ROOMY else 2 if is_short else 1
        passages = (
            Passage(question.why, label="Why it matters", most_lines=most),
            Passage(question.example, label="For example", most_lines=most),
            Passage(question.too_much, label="Too much"),
            # For whoever leads the talk, and for a founder alone as well; where it is low, F1 shows it.
            Passage(question.note if self.screen.size.height >= _ROOMY else "", label="A hint"),
        )
        return passages[:2] if self._is_compact else passages

    def _tell_screen(self, message: Message) -> None:
        """Screens alone listen to a question, and each widget on the way up to them would take its time."""
        self.screen.post_message(message)

    # What the editors say

    def on_editor_entered(self, event: Editor.Entered) -> None:
        event.stop()
        if self._now is not None:
            # What has no field of its own is answered in one go.
            is_done = event.is_done or self._now.asked.question.spec is None
            self._tell_screen(self.Answered(self._now.asked, event.answer, is_done=is_done))

    def on_editor_done(self, event: Editor.Done) -> None:
        """Enter with nothing said so far is a slip more often than a wish; "next" is a wish."""
        event.stop()
        if self._now is not None and (event.is_next or not event.is_blank):
            self._tell_screen(self.Passed(self._now.asked))
        else:
            self._verdict.show((Passage(f"Nothing is said yet. {self._way_out}", "strong"),))

    def on_editor_changed(self, event: Editor.Changed) -> None:
        event.stop()
        if self._now is not None:
            self._tell_screen(self.ListChanged(self._now.asked, event.change))

    def on_editor_created(self, event: Editor.Created) -> None:
        event.stop()
        if self._now is not None:
            is_done = event.is_next or not self._now.choices.is_many
            self._tell_screen(self.Created(self._now.asked, event.name, is_done=is_done))

    def on_editor_told(self, event: Editor.Told) -> None:
        event.stop()
        self._verdict.show((Passage(event.sentence, "strong"),))

    def on_editor_left(self, event: Editor.Left) -> None:
        event.stop()
        self._tell_screen(self.Left())

    def on_editor_drafted(self, event: Editor.Drafted) -> None:
        event.stop()
        draft = self.typed
        if self._now is not None and draft != self._drafted:
            self._drafted = draft
            self._tell_screen(DraftChanged(self._now.asked.place, draft))


def _offers(choices: Choices) -> tuple[Choice, ...]:
    """What a list is offered; "none, and that is decided" comes last and has no value."""
    return (*choices.options, Choice("", choices.none, NONE_IS_DECIDED)) if choices.none else choices.options
