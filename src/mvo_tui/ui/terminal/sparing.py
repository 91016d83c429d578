"""An app that writes to the terminal what differs from what stands there."""

from typing import cast

from textual import constants, events
from textual.app import App
from textual.driver import Driver

from mvo_tui.ui.terminal.erasing import leaves_ground
from mvo_tui.ui.terminal.memory import TerminalMemory


class Sparing(App[None]):
    """What Textual's driver would write passes through the memory of this app."""

    def get_driver_class(self) -> type[Driver]:
        """Called once, when Textual makes the app."""
        self._terminal_memory = TerminalMemory(leaves_ground)
        driver_class = super().get_driver_class()
        if constants.DRIVER is not None:  # somebody's own, which may not lead to a terminal
            return driver_class
        return _sparing(driver_class, self._terminal_memory)

    def on_resize(self, _event: events.Resize) -> None:
        self._terminal_memory.forget()


def _sparing(driver_class: type[Driver], memory: TerminalMemory) -> type[Driver]:
    def write(driver: Driver, data: str) -> None:
        if needed := memory.needed(data):
            driver_class.write(driver, needed)

    return cast("type[Driver]", type(driver_class.__name__, (driver_class,), {"write": write}))
