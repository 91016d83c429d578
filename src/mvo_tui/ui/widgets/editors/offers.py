"""What is offered below a line that is typed in: Down goes to the offers, Enter takes one, typing comes back."""

from collections.abc import Sequence

from mvo_tui.interview.choices import Choice
from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines


class Offers(OptionLines):
    """Offers, with a cursor only while one is among them."""

    DEFAULT_CSS = """
    Offers { max-height: 32vh; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Choice, ...] = ()
        self.rest()

    def start(self, offers: Sequence[Choice]) -> None:
        """Offer these, with no cursor among them."""
        self._offered = tuple(offers)
        self.is_resting = True
        self.make_room(len(self._offered))
        self._show(0)

    def renew(self, offers: Sequence[Choice]) -> None:
        """Offer these from now on; the cursor stays."""
        if tuple(offers) != self._offered:
            self._offered = tuple(offers)
            self.is_resting = self.is_resting or not offers
            self._show(None)

    @property
    def is_active(self) -> bool:
        """Whether the cursor stands here."""
        return not self.is_resting

    @property
    def current(self) -> Choice:
        return self._offered[self.cursor]

    def at(self, number: int) -> Choice:
        return self._offered[number]

    def go(self, step: int) -> bool:
        """Take a step into, within or out of the offers; whether there was one to take."""
        if self.is_active and step < 0 and self.cursor == 0:
            self.rest()
        elif self.is_active:
            self.move(step)
        elif step > 0 and self._offered:
            self.is_resting = False
            self.lines_changed()
        else:
            return False
        return True

    def rest(self) -> None:
        """The cursor goes back to the line."""
        self.is_resting = True
        self.lines_changed()

    def _show(self, cursor: int | None) -> None:
        self.show_options([Option("+", offer.label, offer.hint) for offer in self._offered], cursor)
