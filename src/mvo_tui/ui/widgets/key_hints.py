"""The footer: at most six keys of the screen, each clickable."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from mvo_tui.ui.commands import Command
from mvo_tui.ui.key_names import shown_key
from mvo_tui.ui.widgets.painted import Painted

_GAP, _LEAST_GAP = 3, 2  # cells between two hints


class KeyHints(Painted[tuple[Command, ...]]):
    """Shows `commands` with their first key in one line; a click takes the action."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-hints--key"}
    DEFAULT_CSS = """
    KeyHints { height: 1; background: $panel; color: $foreground; }
    KeyHints > .key-hints--key { color: $primary; text-style: bold; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = tuple(commands)

    def look_at(self, y: int) -> tuple[Command, ...]:
        return self.commands

    def paint(self, look: tuple[Command, ...], width: int) -> Strip:
        plain, key_style = self.component_style(""), self.component_style("key-hints--key")
        commands, gap = fitting(look, width)
        segments = [Segment(" ", plain)]
        for command in commands:
            key = _key(command)
            segments += [Segment(key, plain + key_style), Segment(f"{command.label}{' ' * gap}", plain)]
        return Strip(segments)

    async def on_click(self, event: events.Click) -> None:
        commands, gap = fitting(self.commands, self.size.width)
        start = 1
        for command in commands:
            end = start + _cells(command)
            if start <= event.x < end:
                await self.run_action(command.action if "." in command.action else f"screen.{command.action}")
                return
            start = end + gap


def fitting(commands: Sequence[Command], width: int) -> tuple[tuple[Command, ...], int]:
    """Those that can be read whole in `width` cells, and the cells between them.

    The last leads to all others, so the one before it is left out first.
    """
    shown = tuple(commands)
    while True:
        words = 1 + sum(map(_cells, shown))
        for gap in (_GAP, _LEAST_GAP):
            if words + gap * (len(shown) - 1) <= width or len(shown) <= 1:
                return shown, gap
        shown = (*shown[:-2], shown[-1])


def _cells(command: Command) -> int:
    return cell_len(_key(command)) + cell_len(command.label)


def _key(command: Command) -> str:
    """The first key and a blank; nothing where the founder wished for none."""
    return "".join(f"{shown_key(key)} " for key in (*command.keys, *command.letters)[:1])
