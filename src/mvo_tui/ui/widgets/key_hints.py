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

_GAP = 3  # cells between two hints


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
        segments = [Segment(" ", plain)]
        for command in look:
            key = _key(command)
            segments += [Segment(key, plain + key_style), Segment(f"{command.label}{' ' * _GAP}", plain)]
        return Strip(segments)

    async def on_click(self, event: events.Click) -> None:
        start = 1
        for command in self.commands:
            end = start + cell_len(_key(command)) + cell_len(command.label)
            if start <= event.x < end:
                await self.run_action(command.action if "." in command.action else f"screen.{command.action}")
                return
            start = end + _GAP


def _key(command: Command) -> str:
    """The first key and a blank; nothing where the founder wished for none."""
    return "".join(f"{shown_key(key)} " for key in (*command.keys, *command.letters)[:1])
