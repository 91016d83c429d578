"""An app that writes to the terminal what differs from what stands there."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from rich.console import RenderableType
from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from mvo_tui.ui.terminal.compositing import Pieces

if TYPE_CHECKING:
    from mvo_tui.ui.terminal.memory import TerminalMemory

SPARE_AFTER = 0.5
"""Seconds from the first look until it is looked at what was written: a start has no time for it, and no use."""


_WRITE_ALL = "write_all"  # the driver's own way to write, on which nothing is looked at


class Sparing(App[None]):
    """What Textual's driver would write passes through the memory of this app, once it has one."""

    def __init_subclass__(cls, *, is_part: bool = False) -> None:
        """A class that `is_part` of an app, and none itself, is spared Textual's look through all of its names."""
        if not is_part:
            super().__init_subclass__()

    def get_driver_class(self) -> type[Driver]:
        """Called once, when Textual makes the app."""
        self._terminal_memory: TerminalMemory | None = None
        driver_class = super().get_driver_class()
        if constants.DRIVER is not None:  # somebody's own, which may not lead to a terminal
            return driver_class
        return _sparing(driver_class, self)

    def on_ready(self) -> None:
        self.set_timer(SPARE_AFTER, self.begin_to_spare)

    def begin_to_spare(self) -> None:
        """From now on. What stands there by now is not known, and is written once more when it is painted next."""
        from mvo_tui.ui.terminal.erasing import leaves_ground
        from mvo_tui.ui.terminal.memory import TerminalMemory

        self._terminal_memory = TerminalMemory(can_erase=leaves_ground(), width=self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        if self._terminal_memory is not None:
            self._terminal_memory.width = event.size.width
            self._terminal_memory.forget()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """As Textual's; what comes in pieces is not made one text first, to be taken apart again."""
        memory, driver = self._terminal_memory, self._driver
        is_shown = self._running and not self._closed and not self._batch_count
        write: Callable[[str], None] | None = getattr(driver, _WRITE_ALL, None)
        if memory is None or driver is None or write is None or not is_shown or not isinstance(renderable, Pieces):
            super()._display(screen, renderable)
            return
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        outputs = [(row, column, strip.render(self.console)) for row, column, strip in renderable.pieces]
        if drawn := memory.drawn(outputs, None if renderable.is_followed else (y, x)):
            self._begin_update()
            write(drawn)
            self._end_update()
            driver.flush()
        self.post_display_hook()

    def needed(self, output: str) -> str:
        """What of `output` has to be written."""
        return output if self._terminal_memory is None else self._terminal_memory.needed(output)


def _sparing(driver_class: type[Driver], app: Sparing) -> type[Driver]:
    def write(driver: Driver, data: str) -> None:
        if needed := app.needed(data):
            driver_class.write(driver, needed)

    ways: dict[str, Callable[..., None]] = {"write": write}
    if sys.platform != "win32":  # where Textual divides what it writes
        ways[_WRITE_ALL] = driver_class.write
    return cast("type[Driver]", type(driver_class.__name__, (driver_class,), ways))
