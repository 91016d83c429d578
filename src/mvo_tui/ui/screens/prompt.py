"""A question of one line over the screen: Enter answers, Esc leaves things as they are."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class PromptScreen(ModalScreen[str | None]):
    """Returns the text, without blanks around it, or None.

    Args:
        value: what stands there to begin with; a suggestion, which the first key replaces, unless `on_typed` is given.
        on_typed: told what stands there after each key, so that it can be kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Back", show=False)]
    DEFAULT_CSS = """
    PromptScreen { align: center middle; }
    PromptScreen > Vertical { width: 64; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    PromptScreen .ask { text-style: bold; }
    PromptScreen .why { color: $text-muted; margin: 0 0 1 0; }
    PromptScreen .keys { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, ask: str, why: str, value: str = "", on_typed: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self._ask, self._why, self._value, self._on_typed = ask, why, value, on_typed

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._ask, classes="ask", markup=False)
            yield Static(self._why, classes="why", markup=False)
            yield Input(self._value, select_on_focus=self._on_typed is None)
            yield Static("Enter accepts   Esc goes back", classes="keys", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_current and self._on_typed is not None:
            self._on_typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(event.value.strip() or None)

    def action_give_up(self) -> None:
        if self.is_current:
            self.dismiss(None)
