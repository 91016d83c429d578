"""The file was changed by somebody else: what happened, what is safe, and the three ways to go on."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.line_list import Line, LineList

_CHOICES = (
    # The first one does no harm: an Enter that was meant for an answer may choose it.
    ("copy", "Save a copy", "mine under a new name beside it; go on there"),
    ("mine", "Keep mine", "what is on the disk goes to a backup first"),
    ("theirs", "Take theirs", "Ctrl+Z leads back to what you have here"),
)
_CHOICES_WHEN_GONE = (
    ("copy", "Save a copy", "under a new name beside it; go on there"),
    ("mine", "Write it anew", "the plan that you have here, under its old name"),
)

_CHANGED = (
    "{name} was changed by another program since it was opened here. Nothing has been overwritten: both versions are "
    "safe. Which one do you want to go on with?"
)
_GONE = "{name} is no longer there: another program has moved or deleted it. Your plan is safe here. Where shall it go?"


class ConflictScreen(ModalScreen[str]):
    """Returns "mine", "theirs" or "copy". `is_gone`: there is no file any more.

    There is no way round the choice, because saving would overwrite.
    """

    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen > Vertical { width: 72; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    ConflictScreen LineList { height: 3; margin: 1 0 0 0; background: $panel; }
    """

    def __init__(self, path: Path, *, is_gone: bool) -> None:
        super().__init__()
        self._path, self._is_gone = path, is_gone
        self._choices = _CHOICES_WHEN_GONE if is_gone else _CHOICES

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static((_GONE if self._is_gone else _CHANGED).format(name=self._path.name), markup=False)
            yield LineList()

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.show_lines([Line(((f"{label:<13}", "strong"), (hint, "muted"))) for _, label, hint in self._choices])
        choices.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(self._choices[event.number][0])
