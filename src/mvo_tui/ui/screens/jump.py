"""Jump: the six steps and every answer given so far, narrowed down by typing; Enter goes there."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.interview.progress import StepProgress
from mvo_tui.interview.said import Said
from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines
from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.line_list import one_line

_PAGE = 10  # lines
_LONGEST = 32  # cells of an answer; the question stands behind it


class Target(NamedTuple):
    """Where to go: a step (1 to 6), or with `place` the question about that place."""

    step: int
    place: str = ""


class _Entry(NamedTuple):
    """A line of the list. `text`: what typing looks through."""

    target: Target
    option: Option
    text: str


class JumpScreen(ModalScreen[Target | None]):
    """Returns where to go, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "give_up", "Back", show=False, priority=True)]
    DEFAULT_CSS = """
    JumpScreen { align: center middle; }
    JumpScreen > Vertical { width: 76; max-width: 96%; height: auto; max-height: 90%; padding: 1 2; }
    JumpScreen > Vertical { background: $panel; }
    JumpScreen .ask { text-style: bold; }
    JumpScreen TextField { background: $background; }
    JumpScreen OptionLines { max-height: 60vh; background: $panel; }
    JumpScreen .keys { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, steps: Sequence[StepProgress], answers: Sequence[Said], here: int) -> None:
        """`here`: the step that one comes from."""
        super().__init__()
        self._entries = [_of_step(step, here) for step in steps] + [_of_answer(said) for said in answers]
        self._found = list(self._entries)
        self._here = here
        self._lines = OptionLines()
        self._field = TextField(
            {
                "enter": self._go,
                "escape": self._back,
                "up": lambda: self._move(-1),
                "down": lambda: self._move(1),
                "pageup": lambda: self._move(-_PAGE),
                "pagedown": lambda: self._move(_PAGE),
            },
            lambda: self._find(0),
        )

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("Jump to a step or to an answer", classes="ask", markup=False)
            yield self._field
            yield self._lines
            yield Static("Type to narrow down   Enter goes there   Esc goes back", classes="keys", markup=False)

    def on_mount(self) -> None:
        self._lines.make_room(len(self._entries))
        self._find(self._here - 1)
        self._field.focus()

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(self._found[event.number].target)

    def action_give_up(self) -> None:
        self._back()

    def _find(self, cursor: int) -> None:
        wanted = self._field.value.casefold().split()
        self._found = [entry for entry in self._entries if all(word in entry.text for word in wanted)]
        self._lines.show_options([entry.option for entry in self._found], cursor)

    def _move(self, step: int) -> bool:
        self._lines.move(step)
        return True

    def _go(self) -> bool:
        if self._found and self.is_current:
            self.dismiss(self._found[self._lines.cursor].target)
        return True

    def _back(self) -> bool:
        if self.is_current:  # a second Esc may come while this screen is leaving
            self.dismiss(None)
        return True


def _of_step(step: StepProgress, here: int) -> _Entry:
    left = "all answered" if step.open == 0 else f"{step.answered} answered, {step.open} open"
    option = Option(str(step.step), step.title, f"{left} (here)" if step.step == here else left)
    return _Entry(Target(step.step), option, step.title.casefold())


def _of_answer(said: Said) -> _Entry:
    answer = Content(one_line(said.answer)).truncate(_LONGEST, ellipsis=True).plain
    return _Entry(Target(said.step, said.place), Option("", answer, said.ask), f"{said.answer} {said.ask}".casefold())
