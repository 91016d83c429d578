"""Choose one of several over the screen: typing narrows them down, Enter takes the one under the cursor."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines
from mvo_tui.ui.widgets.editors.text_field import TextField

T = TypeVar("T")
_PAGE = 10  # lines


class Entry(NamedTuple, Generic[T]):
    """A line to choose. `target`: what is chosen with it; `text`: what typing looks through, casefolded."""

    target: T
    option: Option
    text: str


def entry(target: T, label: str, hint: str = "", mark: str = "") -> Entry[T]:
    """A line that is found by its label and its hint."""
    return Entry(target, Option(mark, label, hint), f"{label} {hint}".casefold())


class ChooseScreen(ModalScreen[T | None]):
    """Returns what was chosen, or None.

    Args:
        ask: what is to be chosen. why: what it is for, a line below it.
        make: the line for something new that is called as what was typed, where that may be.
        cursor: the line to begin at.
    """

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > Vertical { width: 76; max-width: 96%; height: auto; max-height: 90%; padding: 1 2; }
    ChooseScreen > Vertical { background: $panel; }
    ChooseScreen .ask { text-style: bold; }
    ChooseScreen .why { color: $text-muted; }
    ChooseScreen TextField { background: $background; }
    ChooseScreen OptionLines { max-height: 60vh; background: $panel; }
    ChooseScreen .keys { color: $text-muted; margin: 1 0 0 0; }
    """
    KEYS: ClassVar[str] = "Type to narrow down   Enter takes it   Esc goes back"

    def __init__(
        self,
        ask: str,
        entries: Sequence[Entry[T]],
        *,
        why: str = "",
        make: Callable[[str], Entry[T]] | None = None,
        cursor: int = 0,
    ) -> None:
        super().__init__()
        self._ask, self._why = ask, why
        self._entries, self._make = list(entries), make
        self._found = list(self._entries)
        self._first = cursor
        self._lines = OptionLines()
        self._field = TextField(
            {
                "enter": self._go,
                "escape": self.back,
                "up": lambda: self._move(-1),
                "down": lambda: self._move(1),
                "pageup": lambda: self._move(-_PAGE),
                "pagedown": lambda: self._move(_PAGE),
            },
            lambda: self._find(0),
        )

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._ask, classes="ask", markup=False)
            if self._why:
                yield Static(self._why, classes="why", markup=False)
            yield self._field
            yield self._lines
            yield Static(self.KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        self._lines.make_room(len(self._entries) + (self._make is not None))
        self._find(self._first)
        self._field.focus()

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(self._found[event.number].target)

    def _find(self, cursor: int) -> None:
        typed = self._field.value.strip()
        wanted = typed.casefold().split()
        self._found = [found for found in self._entries if all(word in found.text for word in wanted)]
        is_known = any(found.option.label.casefold() == typed.casefold() for found in self._entries)
        if self._make is not None and typed and not is_known:
            self._found.append(self._make(typed))
        self._lines.show_options([found.option for found in self._found], cursor)

    def _move(self, step: int) -> bool:
        self._lines.move(step)
        return True

    def _go(self) -> bool:
        if self._found and self.is_current:
            self.dismiss(self._found[self._lines.cursor].target)
        return True

    def back(self) -> bool:
        if self.is_current:  # a second Esc may come while this screen is leaving
            self.dismiss(None)
        return True
