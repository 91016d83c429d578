"""The file is gone, or was changed into what can't be read: what happened, what is safe, and the ways to go on."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.line_list import Line, LineList
from mvo_tui.ui.widgets.word_wrap import one_line

WAIT = "wait"

_CHOICES_WHEN_UNREADABLE = (
    # The first one does no harm: an Enter that was meant for an answer may choose it.
    (WAIT, "Wait", "save nothing until the file can be read again"),
    ("copy", "Save a copy", "mine under a new name beside it; go on there"),
    ("mine", "Keep mine", "what is on the disk goes to a backup first"),
)
_CHOICES_WHEN_GONE = (
    ("copy", "Save a copy", "under a new name beside it; go on there"),
    ("mine", "Write it anew", "the plan that you have here, under its old name"),
)

_UNREADABLE = (
    "{name} was changed by another program, and can't be read now. Nothing has been overwritten: your plan is safe"
    " here, and the file is as it was left. Once it can be read, its changes are taken in.\n\n{why}"
)
_GONE = "{name} is no longer there: another program has moved or deleted it. Your plan is safe here. Where shall it go?"
_LONGEST = 400  # characters of the reason; a file may be wrong in a thousand places


class ConflictScreen(ModalScreen[str]):
    """Returns "copy", "mine" or `WAIT`; None where the file can be read again and there is nothing to choose.

    Args:
        path: the file.
        is_gone: there is no file any more.
        why: else, why it can't be read.

    There is no way round the choice, because saving would overwrite.
    """

    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen > Vertical { width: 72; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    ConflictScreen LineList { height: 3; margin: 1 0 0 0; background: $panel; }
    """

    def __init__(self, path: Path, *, is_gone: bool, why: str = "") -> None:
        super().__init__()
        self._words = (_GONE if is_gone else _UNREADABLE).format(
            name=one_line(path.name), why=why if len(why) <= _LONGEST else f"{why[:_LONGEST]}…"
        )
        self._choices = _CHOICES_WHEN_GONE if is_gone else _CHOICES_WHEN_UNREADABLE

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._words, markup=False)
            yield LineList()

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.show_lines([Line(((f"{label:<15}", "strong"), (hint, "muted"))) for _, label, hint in self._choices])
        choices.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(self._choices[event.number][0])
