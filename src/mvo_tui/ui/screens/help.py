"""Help: first the question that one is at, then the keys of the screen, then the words of the field."""

from collections.abc import Iterator
from importlib.resources import files
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from mvo_tui.ui.commands import Where, commands_on, keys_of
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.severity_marks import LEGEND


class HelpScreen(ModalScreen[None]):
    """Shows the help of the screen it was asked on; Esc, F1 or q leads back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,question_mark", "close", "Back", priority=True)]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll { width: 90%; max-width: 96; height: 90%; padding: 1 2; background: $panel; }
    """

    def __init__(self, asked_on: Screen[object]) -> None:
        super().__init__()
        self._asked_on = asked_on

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content("\n").join(list(self._parts())), markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        if self.is_current:  # a second key may come while this screen is leaving
            self.dismiss()

    def _parts(self) -> Iterator[Content]:
        yield from self._question()
        where = getattr(self._asked_on, "where", None)
        if isinstance(where, Where):
            yield Content.styled(f"Keys: {where}", "bold")
            yield from _keys(where)
        yield Content.styled("Keys: everywhere", "bold")
        yield from _keys(Where.EVERYWHERE)
        yield Content("")
        yield Content.styled("Marks", "bold")
        yield from (Content(f"  {mark}  {meaning}") for mark, meaning in LEGEND)
        yield Content("")
        yield from _words()

    def _question(self) -> Iterator[Content]:
        panels = self._asked_on.query(QuestionPanel)
        asked = panels.first().asked if panels else None
        if asked is None:
            return
        question = asked.question
        yield Content.styled(asked.ask, "bold")
        yield Content(f"Why it matters: {question.why}")
        if question.example:
            yield Content(f"For example: {question.example}")
        if question.too_much:
            yield Content(f"Too much: {question.too_much}")
        if question.note:
            yield Content(f"For the facilitator: {question.note}")
        yield Content("")


def _keys(where: Where) -> Iterator[Content]:
    for command in commands_on(where):
        yield Content(f"  {keys_of(command):<24.24} {command.help}")
    yield Content("")


def _words() -> Iterator[Content]:
    text = files("mvo_tui.ui").joinpath("help", "words.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        yield Content.styled(line.lstrip("# "), "bold") if line.startswith("#") else Content(line)
