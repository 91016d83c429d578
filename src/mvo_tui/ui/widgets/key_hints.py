"""The footer: at most six keys of the screen, each clickable."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from mvo_tui.ui.commands import Command, shown_key

_GAP = 3  # cells between two hints


class KeyHints(Widget):
    """Shows `commands` with their first key in one line; a click takes the action."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-hints--key"}
    DEFAULT_CSS = """
    KeyHints { height: 1; background: $panel; color: $foreground; }
    KeyHints > .key-hints--key { color: $primary; text-style: bold; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = commands

    def render_line(self, y: int) -> Strip:
        plain, key_style = self.rich_style, self.get_component_rich_style("key-hints--key")
        segments = [Segment(" ", plain)]
        for command in self.commands:
            key = _key(command)
            segments += [Segment(key, plain + key_style), Segment(f" {command.label}{' ' * _GAP}", plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    async def on_click(self, event: events.Click) -> None:
        start = 1
        for command in self.commands:
            end = start + cell_len(_key(command)) + 1 + cell_len(command.label)
            if start <= event.x < end:
                await self.run_action(command.action if "." in command.action else f"screen.{command.action}")
                return
            start = end + _GAP


def _key(command: Command) -> str:
    return shown_key((*command.keys, *command.letters)[0])
