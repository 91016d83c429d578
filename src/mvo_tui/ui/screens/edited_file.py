"""What was edited as a whole file is no plan: what is wrong with it, and whether to go on editing."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.line_list import Line, LineList
from mvo_tui.ui.widgets.word_wrap import one_line

_WORDS = "What you wrote can't be taken as the plan, so the file is as it was. What is wrong:"
_CHOICES = (
    (True, "Edit again", "what you wrote is still there"),
    (False, "Leave the file as it was", "what you wrote is given up"),
)
_MOST_PROBLEMS = 50


class EditedFileScreen(ModalScreen[bool]):
    """Returns whether to edit again. `problems`: a sentence a line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "edit_again", "Edit again", show=False)]
    DEFAULT_CSS = """
    EditedFileScreen { align: center middle; }
    EditedFileScreen > Vertical { width: 96; max-width: 96%; height: auto; max-height: 96%; padding: 1 2; }
    EditedFileScreen > Vertical { background: $panel; }
    EditedFileScreen VerticalScroll { height: auto; max-height: 12; margin: 1 0; }
    EditedFileScreen LineList { height: 2; background: $panel; }
    """

    def __init__(self, problems: str) -> None:
        super().__init__()
        lines = [one_line(line) for line in problems.splitlines()]
        more = len(lines) - _MOST_PROBLEMS
        self._problems = "\n".join([*lines[:_MOST_PROBLEMS], *([f"and {more} more"] if more > 0 else [])])

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(_WORDS, markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(self._problems, markup=False)
            yield LineList()

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.show_lines([Line(((f"{label:<26}", "strong"), (hint, "muted"))) for _, label, hint in _CHOICES])
        choices.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self._choose(is_again=_CHOICES[event.number][0])

    def action_edit_again(self) -> None:
        self._choose(is_again=True)

    def _choose(self, *, is_again: bool) -> None:
        if self.is_current:
            self.dismiss(is_again)
