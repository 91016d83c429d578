"""Help: the question that one is at, then the keys of the screen; beside it the topics, found by typing."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from mvo_tui.ui.commands import Where, commands_on, keys_of
from mvo_tui.ui.help_pages import Topic, topics_about, with_keys
from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines
from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.ground import Column, Row
from mvo_tui.ui.widgets.line_list import Line
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.severity_marks import LEGEND
from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText

HERE = "Here: question and keys"
TOUR = "The tour"
_KEYS = "Type to find   Up Down choose   Page Up, Page Down read   Esc back"
_LABEL = 22  # cells
_BLANK = Passage(" ")


class TopicLines(OptionLines):
    """The titles of topics."""

    def line_at(self, number: int) -> Line:
        return Line(((">" if number == self.cursor else " ", ""), (f" {self.options[number].label}", "")))


class HelpScreen(ModalScreen[None]):
    """Shows the help of the screen it was asked on; Esc or F1 leads back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "close", "Back", priority=True)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012 - Textual declares it on the instance
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > Column { width: 96%; max-width: 112; height: 94%; padding: 1 2; background: $panel; }
        & Row { height: 1fr; margin: 1 0; background: $panel; }
        & TextField { background: $background; }
        & TopicLines { width: 28; height: 1fr; max-height: 100%; background: $panel; }
        & VerticalScroll { width: 1fr; padding: 0 0 0 2; background: $panel; scrollbar-size-vertical: 1; }
        & WrappedText { background: $panel; }
        & .keys { color: $text-muted; }
        &.-narrow TopicLines { display: none; }
        &.-narrow.-finding TopicLines { display: block; width: 20; }
        &.-narrow VerticalScroll { padding: 0; }
    }
    """

    def __init__(self, asked_on: Screen[object]) -> None:
        super().__init__()
        self._asked_on = asked_on
        self._found: list[Topic] = []
        self._lines, self._text = TopicLines(), WrappedText(label_width=_LABEL)
        self._field = TextField(
            {
                "escape": self._close,
                "enter": self._take_tour,
                "up": lambda: self._choose(self._lines.cursor - 1),
                "down": lambda: self._choose(self._lines.cursor + 1),
                "pageup": lambda: self._scroll(-1),
                "pagedown": lambda: self._scroll(1),
            },
            self._find,
        )

    def compose(self) -> ComposeResult:
        with Column():
            yield self._field
            with Row():
                yield self._lines
                with VerticalScroll(can_focus=False):
                    yield self._text
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        self._lines.display = True
        self._find()
        self._field.focus()

    def action_close(self) -> None:
        if self.is_current:  # a second key may come while this screen is leaving
            self.dismiss()

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self._choose(event.number)

    def _find(self) -> None:
        typed = self._field.value.strip()
        here = [] if typed else [Topic(HERE, ())]
        self._found = [*here, *topics_about(typed)] or [Topic("Nothing found", (), f'No topic has "{typed}" in it.')]
        self._lines.show_options([Option("", _listed(topic)) for topic in self._found], 0)
        self.set_class(bool(typed), "-finding")
        self._choose(0)

    def _choose(self, number: int) -> bool:
        number = max(0, min(number, len(self._found) - 1))
        self._lines.cursor = number
        topic = self._found[number]
        self._text.show(list(_passages(topic) if topic.title != HERE else self._here()))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        return True

    def _scroll(self, pages: int) -> bool:
        text = self.query_one(VerticalScroll)
        text.scroll_relative(y=pages * max(text.size.height - 1, 1), animate=False)
        return True

    def _take_tour(self) -> bool:
        """Enter where one reads of the tour begins it."""
        if self._found[self._lines.cursor].title == TOUR and self.is_current:
            self.dismiss()
            self.app.call_later(self.app.run_action, "app.tour")
        return True

    def _close(self) -> bool:
        self.action_close()
        return True

    # What stands there

    def _here(self) -> Iterator[Passage]:
        yield from self._question()
        where = getattr(self._asked_on, "where", None)
        if isinstance(where, Where):
            yield from _keys(where)
        yield from _keys(Where.EVERYWHERE)
        yield Passage("Marks", "strong")
        yield from (Passage(meaning, label=mark) for mark, meaning in LEGEND)

    def _question(self) -> Iterator[Passage]:
        panels = self._asked_on.query(QuestionPanel)
        asked = panels.first().asked if panels else None
        if asked is None:
            return
        question = asked.question
        yield Passage(asked.ask, "strong")
        yield Passage(question.why, label="Why it matters")
        yield Passage(question.example or "", label="For example")
        yield Passage(question.too_much or "", label="Too much")
        yield Passage(question.note or "", label="For the facilitator")
        yield _BLANK


def _listed(topic: Topic) -> str:
    """A topic in the list; actions may be called like words of the field."""
    return f"{topic.title} (keys)" if topic.of.startswith("Keys:") else topic.title


def _keys(where: Where) -> Iterator[Passage]:
    yield Passage(f"Keys: {where}", "strong")
    yield from (Passage(command.help, label=keys_of(command)) for command in commands_on(where))
    yield _BLANK


def _passages(topic: Topic) -> Iterator[Passage]:
    yield Passage(topic.title, "strong")
    yield Passage(topic.of, "muted")
    for paragraph in topic.paragraphs:
        text = with_keys(paragraph)
        if text.startswith("## "):
            yield _BLANK
            yield Passage(text[3:], "strong")
        else:
            yield Passage(f"  {text[2:]}" if text.startswith("- ") else text)
