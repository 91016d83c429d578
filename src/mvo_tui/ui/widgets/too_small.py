"""What stands on a screen that is too small to work in."""

from textual.widgets import Static

_SENTENCE = (
    "Please make the window at least 60 columns wide and 18 lines high. Your plan is safe and goes on from here."
)


class TooSmall(Static):
    """Shown by the app's CSS while the screen has the class ``-tiny`` or ``-low``."""

    DEFAULT_CSS = """
    TooSmall { display: none; width: 1fr; height: 1fr; padding: 1; }
    """

    def __init__(self) -> None:
        super().__init__(_SENTENCE, markup=False)
