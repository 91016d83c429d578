"""What is waited for, where a disk does not answer: Esc goes back, the answer leads on by itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.word_wrap import one_line

_WORDS = "The disk of {name} does not answer yet."
_WHY = "It goes on by itself once it does. A network drive may be away: is the network there?"
_KEYS = "Esc waits no longer   {leave} leaves"


class WaitingScreen(ModalScreen[None]):
    """Is left with Esc; whoever shows it takes it away when there is nothing to wait for any more."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Back", show=False)]
    DEFAULT_CSS = """
    WaitingScreen { align: center middle; }
    WaitingScreen > Vertical { width: 64; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    WaitingScreen .what { text-style: bold; }
    WaitingScreen .why { color: $text-muted; margin: 1 0; }
    WaitingScreen .keys { color: $text-muted; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._file = one_line(name)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(_WORDS.format(name=self._file), classes="what", markup=False)
            yield Static(_WHY, classes="why", markup=False)
            yield Static(_KEYS.format(leave=spoken_key_of("leave")), classes="keys", markup=False)

    def action_give_up(self) -> None:
        if self.is_current:
            self.dismiss(None)
