"""What a widget may ask of the program. The app hears these; widgets never name the app, the file or each other."""

from collections.abc import Callable

from textual.message import Message


class PlaceRequested(Message):
    """Look at `place`; with `is_editing`, open its field for an answer."""

    def __init__(self, place: str, *, is_editing: bool = False) -> None:
        super().__init__()
        self.place, self.is_editing = place, is_editing


class DraftChanged(Message):
    """`text` stands in the field at `place` and has not been entered; empty when nothing is left over."""

    def __init__(self, place: str, text: str) -> None:
        super().__init__()
        self.place, self.text = place, text


class EditorRequested(Message):
    """Let the founder edit `text` in an editor of their own. `take` gets what came back, if it is another text."""

    def __init__(self, text: str, name: str, take: Callable[[str], None]) -> None:
        super().__init__()
        self.text, self.name, self.take = text, name, take
