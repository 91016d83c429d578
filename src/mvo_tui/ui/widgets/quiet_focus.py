"""A widget that shows by itself that it has the keys. Textual would look up all its styles anew and paint all of it."""

from textual import events
from textual.widget import Widget


class QuietFocus(Widget):
    """Subclasses paint what differs when `has_focus` changes (`watch_has_focus`)."""

    def _on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        self.screen.post_message(events.DescendantFocus(self))  # screens alone listen, and each step up takes its time

    def _on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
