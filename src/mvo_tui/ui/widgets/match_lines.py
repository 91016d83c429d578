"""What a search has found, a match a line: the line of the text that has the words, and where it stands."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from mvo_tui.searching.search import Match
from mvo_tui.ui.widgets.line_list import Line, LineList, Span
from mvo_tui.ui.widgets.word_wrap import one_line

_BEFORE = 8  # characters of the line that are shown before the first word, where it is far to the right


class MatchLines(LineList, can_focus=False):
    """Shows matches; the keys belong to the field above them, so this never has the focus."""

    DEFAULT_CSS = """
    MatchLines > .line--cursor-blurred { background: $primary; color: $background; }
    MatchLines:nocolor > .line--cursor-blurred { text-style: reverse; }
    """

    class Clicked(Message):
        """The match of this number, from 0, was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self.matches: Sequence[Match] = ()

    @property
    def count(self) -> int:
        return len(self.matches)

    def line_at(self, number: int) -> Line:
        match = self.matches[number]
        where = Content(one_line(match.where)).truncate(max(self.width // 2, 10), ellipsis=True).plain
        room = self.width - cell_len(where) - 1
        return Line((("> " if number == self.cursor else "  ", ""), *_marked(match, room - 2)), ((where, "muted"),))

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show `matches`, the cursor on the first."""
        self.matches = matches
        self.lines_changed(0)

    def move(self, step: int) -> None:
        """Move the cursor by `step` lines, as far as there are any."""
        self.cursor = max(0, min(self.cursor + step, self.count - 1))

    def on_resize(self) -> None:
        self.lines_changed()

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        event.stop()
        number = event.y + self.scroll_offset.y
        if number < self.count:
            self.cursor = number
            self.post_message(self.Clicked(number))


def _marked(match: Match, room: int) -> Iterator[Span]:
    """The line with the words marked, from where they can be seen."""
    first = match.spans[0] if match.spans else None
    start = 0
    if first is not None and cell_len(match.line[: first.end]) > room:
        start = max(first.start - _BEFORE, 0)
        yield "…", "muted"
    for span in match.spans:
        yield match.line[start : span.start], ""
        yield match.line[span.start : span.end], "mark"
        start = span.end
    yield match.line[start:], ""
