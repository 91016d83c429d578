"""The yardstick: the smallest Textual app, one Static that answers each key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Shows how many keys were pressed."""

    keys = 0

    def compose(self) -> ComposeResult:
        yield Static("keys 0")

    def on_key(self, _event: events.Key) -> None:
        self.keys += 1
        self.query_one(Static).update(f"keys {self.keys}")


if __name__ == "__main__":
    BareApp().run()
