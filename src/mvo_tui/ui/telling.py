"""Telling the founder something, in two ways.

What was done, or why nothing was, stands in the line that the screen has for that (`say`). What has to be known is a
note (`warn`): a few lines at the foot of the screen, or at its top where they would lie over the field that is typed
in or over the line with the cursor. It stays until somebody is there to read it.
"""

import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from textual import events
from textual.geometry import Region
from textual.notifications import SeverityLevel

from mvo_tui.ui.collecting import Collecting
from mvo_tui.ui.widgets.word_wrap import wrapped

WIDTH = 78
"""Cells of a note at the most."""
_FRAME = 3  # cells of its edge and its padding
_BELOW = 2  # rows that stay free: what was done, and the hints
TO_NOTICE = 2.0
"""Seconds until one has seen that there is a note."""
A_SECOND = 15
"""Characters that are read in one."""
_LASTING = 365 * 24 * 3600.0  # seconds; it is taken away, and never runs out


@runtime_checkable
class Sayer(Protocol):
    """A screen with a line to say things in."""

    def say(self, sentence: str) -> bool:
        """Show it, if there is room for all of it; False where there is not."""


class Note(NamedTuple):
    """What has to be known. What went wrong comes before what else there is."""

    sentence: str
    is_error: bool = False


class Telling(Collecting, is_part=True):
    """An app that tells things. One note at a time lies over the screen; the others wait.

    Attributes:
        notes: those that nobody has read yet, the one that lies there first.
    """

    CSS = """
    ToastRack { margin: 0 0 2 0; }
    ToastRack.-above { dock: top; margin: 1 0 0 0; }
    ToastHolder { align-horizontal: left; }
    Toast { width: 100%; max-width: 78; margin: 0; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[Note] = []
        self._lying: Note | None = None
        self._lies_since = 0.0

    def say(self, sentence: str) -> None:
        """Tell what was done, or why nothing was. Plain text, never markup."""
        screen = next(reversed(self.screen_stack), None)
        if not (isinstance(screen, Sayer) and screen.say(sentence)):
            if not self.notes:
                self.clear_notifications()  # of what was done before
            self.notify(sentence, timeout=seconds_to_read(sentence), markup=False)
            self._place(sentence)

    def warn(self, sentence: str, *, is_error: bool = False) -> None:
        """Tell what has to be known. Plain text, never markup."""
        if all(note.sentence != sentence for note in self.notes):
            self.notes.insert(0 if is_error else len(self.notes), Note(sentence, is_error))
            self.call_later(self._lay_first)

    def withdraw(self, sentence: str) -> None:
        """What the note says is no longer so."""
        self.notes = [note for note in self.notes if note.sentence != sentence]
        self.call_later(self._lay_first)

    def _lay_first(self) -> None:
        """Lay the first note over the screen, in the place of the one that lies there."""
        first = next(iter(self.notes), None)
        if first is self._lying:
            return
        self.clear_notifications()
        self._lying = first
        if first is not None:
            self._lies_since = time.monotonic()
            severity: SeverityLevel = "error" if first.is_error else "warning"
            self.notify(first.sentence, severity=severity, timeout=_LASTING, markup=False)
            self._place(first.sentence)

    # Where it lies

    def _place(self, sentence: str) -> None:
        """Lay notes where they are not over what the founder is at."""
        width, height = self.size
        lines = len(wrapped(sentence, max(min(WIDTH, width) - _FRAME, 1)))
        for rack in self.screen.query("ToastRack") if self.screen_stack else ():
            rack.set_class(lies_above(lines, height, self._rows_in_use), "-above")

    @property
    def _rows_in_use(self) -> Iterator[range]:
        """The rows that the founder looks at: a question or choices that are open, and the line with the cursor."""
        from mvo_tui.ui.widgets.line_list import LineList  # the first frame has none

        for asking in self.screen.query("QuestionPanel, ValueEntry, AssignmentList"):
            yield range(asking.region.y, asking.region.bottom)
        at = self.focused.region if self.focused is not None else Region()
        if isinstance(self.focused, LineList):
            row = at.y + self.focused.cursor - self.focused.scroll_offset.y
            yield range(row, row + 1)
        else:
            yield range(at.y, at.bottom)

    # Until when

    async def on_event(self, event: events.Event) -> None:
        if self._lying and isinstance(event, (events.Key, events.MouseDown)) and not event.is_forwarded:
            self._meet_founder(self._lying, event)
        await super().on_event(event)

    def _meet_founder(self, note: Note, event: events.Key | events.MouseDown) -> None:
        """Somebody is there: take the note away, if there was time to read it or it was clicked away."""
        is_click = isinstance(event, events.MouseDown) and any(
            toast.region.contains(int(event.screen_x), int(event.screen_y)) for toast in self.screen.query("Toast")
        )
        if is_click or time.monotonic() - self._lies_since >= seconds_to_read(note.sentence):
            self.withdraw(note.sentence)

    def _arrived(self) -> None:
        """A key has had its whole effect. Whether that opened a field below a note is seen once it is laid out."""
        super()._arrived()
        if self._lying is not None and self.is_quiet:
            self.call_after_refresh(self._place, self._lying.sentence)


def seconds_to_read(sentence: str) -> float:
    return TO_NOTICE + len(sentence) / A_SECOND


def lies_above(lines: int, height: int, in_use: Iterable[range]) -> bool:
    """Whether a note of so many `lines` lies at the top of a screen: at its foot it would be over rows `in_use`.

    Also where these reach up to the top, as in the interview, which fills the screen: the question begins further down.
    """
    first = height - _BELOW - lines
    return any(first < rows.stop and rows.start < first + lines for rows in in_use)
