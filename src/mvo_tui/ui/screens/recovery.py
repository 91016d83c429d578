"""What was not saved when the program last ended: what it is, from when, what it changes, and the ways to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.line_list import Line, LineList
from mvo_tui.ui.widgets.too_small import TooSmall
from mvo_tui.ui.widgets.wrapped_text import Passage, WrappedText

KEEP, COPY, DISCARD, LATER = "keep", "copy", "discard", "later"
_CHOICES = {
    KEEP: ("Keep", "into the plan and its file; {undo} takes it out again"),
    COPY: ("Save a copy", "a file of its own beside the plan, which stays as it is"),
    DISCARD: ("Discard", "set aside in the program's folder for 30 days"),
    LATER: ("Decide later", "leave all as it is; the next start asks again"),
}


@dataclass(frozen=True)
class Offer:
    """What a journal offers, in words.

    Attributes:
        what: what was not saved, and from when.
        about_file: what has happened to the file since; empty where nothing has.
        changes: a line a change, as ``mvo-tui diff`` says them.
        choices: the ways to go on.
    """

    what: str
    about_file: str
    changes: Sequence[str]
    choices: Sequence[str]


class RecoveryScreen(Screen[str]):
    """Returns "keep", "copy", "discard" or "later"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "decide_later", "Decide later", show=False),
        Binding("pageup", "scroll(-1)", "Page up", show=False, priority=True),
        Binding("pagedown", "scroll(1)", "Page down", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it on the instance
        (0, "-tiny"),
        (60, "-narrow"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as above
        (0, "-low"),
        (18, "-high"),
    ]
    DEFAULT_CSS = """
    RecoveryScreen { padding: 1 2 0 2; }
    RecoveryScreen #what { height: auto; margin: 0 0 1 0; }
    RecoveryScreen #changes { height: 1fr; background: $surface; padding: 0 1; }
    RecoveryScreen #choices { height: 4; margin: 1 0; }
    RecoveryScreen #keys { color: $text-muted; height: 1; }
    RecoveryScreen.-tiny > *, RecoveryScreen.-low > * { display: none; }
    RecoveryScreen.-tiny > TooSmall, RecoveryScreen.-low > TooSmall { display: block; }
    """

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield WrappedText(id="what")
        yield LineList(id="changes")
        yield LineList(id="choices")
        keys = "Up, Down choose   Enter does it   PgUp, PgDn scroll   Esc decides later"
        yield Static(keys, id="keys", markup=False)

    def on_mount(self) -> None:
        offer = self._offer
        self.query_one("#what", WrappedText).show(
            [Passage(offer.what, "strong"), Passage(offer.about_file), Passage("Nothing has been done with it yet.")]
        )
        changes, choices = self.query_one("#changes", LineList), self.query_one("#choices", LineList)
        changes.can_focus = False
        changes.show_lines([Line(((change, ""),), is_choice=False) for change in offer.changes])
        undo = spoken_key_of("undo")
        labels = [(label, hint.format(undo=undo)) for label, hint in map(_CHOICES.__getitem__, offer.choices)]
        choices.show_lines([Line(((f"{label:<14}", "strong"), (hint, "muted"))) for label, hint in labels])
        choices.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(self._offer.choices[event.number])

    def action_decide_later(self) -> None:
        if self.is_current:
            self.dismiss(LATER)

    def action_scroll(self, pages: int) -> None:
        changes = self.query_one("#changes", LineList)
        changes.scroll_relative(y=pages * max(changes.size.height - 1, 1), animate=False)


def when(at: float) -> str:
    """A moment, as people say it: "today 14:02", "3 November 2026, 14:02"."""
    moment, today = datetime.fromtimestamp(at), date.today()
    if moment.date() == today:
        return f"today {moment:%H:%M}"
    if moment.date() == today - timedelta(days=1):
        return f"yesterday {moment:%H:%M}"
    return f"{moment.day} {moment:%B %Y, %H:%M}"
