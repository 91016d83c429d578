"""One pane takes all the room that the panes of a view have, and gives it back."""

from collections.abc import Sequence

from textual import on
from textual.events import DescendantFocus
from textual.widget import Widget

from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.plan_screen import PlanHolder, PlanScreen
from mvo_tui.ui.widgets.status_line import StatusLine

ONE_PANE = "This view has one pane, which has all of the screen already."
ZOOMED = "{zoom} or Esc gives the other panes their room back."


class Zooming(PlanScreen, is_part=True):
    """A screen whose panes stand side by side, or one above the other."""

    status_line: StatusLine

    def __init__(self, holder: PlanHolder) -> None:
        super().__init__(holder)
        self.is_zoomed = False

    @property
    def panes(self) -> Sequence[Widget]:
        """The panes, whether they can be seen at the moment or not; in one of them is what has the focus."""
        return ()

    def action_zoom(self) -> None:
        """Give the pane with the keys all of the room, or give it back."""
        if self.unzoom():
            return
        if len(self.panes) < 2 or self._pane_in_focus() is None:
            self.status_line.show_text(ONE_PANE)
            return
        self.is_zoomed = True
        self._show_alone()
        self.status_line.show_text(ZOOMED.format(zoom=spoken_key_of("zoom")))

    def unzoom(self) -> bool:
        """Give the room back; False where nothing had taken it."""
        was_zoomed, self.is_zoomed = self.is_zoomed, False
        if was_zoomed:
            for pane in self.panes:
                pane.remove_class("-away", "-alone")
            self.panes_changed()
        return was_zoomed

    def panes_changed(self) -> None:
        """Called when a pane has been given all of the room, or gives it back."""

    @on(DescendantFocus)
    def _keys_went_elsewhere(self) -> None:
        """Another pane has the keys now: it is that one which is to be seen."""
        if self.is_zoomed:
            self._show_alone()

    def _show_alone(self) -> None:
        alone = self._pane_in_focus()
        if alone is not None:
            for pane in self.panes:
                pane.set_class(pane is not alone, "-away")
                pane.set_class(pane is alone, "-alone")
            self.panes_changed()

    def _pane_in_focus(self) -> Widget | None:
        focused = self.focused
        around = focused.ancestors_with_self if focused is not None else []
        return next((pane for pane in self.panes if pane in around), None)
