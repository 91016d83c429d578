"""The file was changed by somebody else: what happened, what is safe, and the three ways to go on."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.line_list import Line, LineList

_CHOICES = (
    ("mine", "Keep mine", "what is on the disk goes to a backup first"),
    ("theirs", "Take theirs", "Ctrl+Z leads back to what you have here"),
    ("copy", "Save a copy", "mine under a new name beside it; go on there"),
)


class ConflictScreen(ModalScreen[str]):
    """Returns "mine", "theirs" or "copy". There is no way round the choice, because saving would overwrite."""

    DEFAULT_CSS = """
    ConflictScreen { align: center middle; }
    ConflictScreen > Vertical { width: 72; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    ConflictScreen LineList { height: 3; margin: 1 0 0 0; background: $panel; }
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(
                f"{self._path.name} was changed by another program since it was opened here. "
                "Nothing has been overwritten: both versions are safe. Which one do you want to go on with?",
                markup=False,
            )
            yield LineList()

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.show_lines([Line(((f"{label:<13}", "strong"), (hint, "muted"))) for _, label, hint in _CHOICES])
        choices.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(_CHOICES[event.number][0])
