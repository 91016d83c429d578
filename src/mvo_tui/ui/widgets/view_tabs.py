"""The views of the plan in a line, the current one in brackets; a click asks to go to one."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from mvo_tui.ui.commands import Where, views
from mvo_tui.ui.widgets.painted import Painted

_GAP = "  "


class ViewTabs(Painted[Where]):
    """Shows the names of the views and marks the one that stands on the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"view-tabs--here"}
    DEFAULT_CSS = """
    ViewTabs { height: 1; display: none; background: $surface; color: $text-muted; }
    ViewTabs > .view-tabs--here { color: $primary; text-style: bold; }
    """

    class Chosen(Message):
        """The founder wants to see the view `where`."""

        def __init__(self, where: Where) -> None:
            super().__init__()
            self.where = where

    def __init__(self, here: Where) -> None:
        super().__init__()
        self._here = here

    def look_at(self, y: int) -> Where:
        return self._here

    def paint(self, look: Where, width: int) -> Strip:
        plain = self.component_style("")
        here = plain + self.component_style("view-tabs--here")
        return Strip([Segment(text, here if where is look else plain) for where, text in self._texts()])

    def _texts(self) -> list[tuple[Where, str]]:
        """Each name; brackets stand where the blanks of the others are."""
        return [
            (where, f"[{command.label}]{_GAP}" if where is self._here else f" {command.label} {_GAP}")
            for where, command in views()
        ]

    def on_click(self, event: events.Click) -> None:
        x = event.x
        for where, text in self._texts():
            x -= cell_len(text)
            if x < 0:
                self.post_message(self.Chosen(where))
                return
