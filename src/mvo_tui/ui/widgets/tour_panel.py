"""What the tour says: a sentence and the key to try, above the last lines of the screen."""

from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText


class TourPanel(WrappedText):
    """Stands on the screen and takes no keys."""

    DEFAULT_CSS = """
    TourPanel { height: auto; padding: 0 1; background: $panel; color: $foreground; }
    """

    def offer(self, sentence: str) -> None:
        """Say that there is a tour."""
        self.show([Passage(sentence, "strong")])

    def guide(self, number: int, steps: int, tells: str, press: str) -> None:
        """Show step `number`, from 1, of so many."""
        way_out = "" if press.startswith("Esc") else "   Esc ends the tour"
        how = Passage(f"Try: {press}{way_out}", "strong")
        self.show([Passage(f"Tour {number} of {steps}. {tells}"), how])
