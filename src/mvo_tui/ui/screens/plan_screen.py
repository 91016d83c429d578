"""What the screens that work on a plan have in common: they are handed the session and ask their holder for changes."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual import events
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from mvo_tui.plan.edits import Edit
from mvo_tui.readiness.report import Report
from mvo_tui.session.session import Session
from mvo_tui.session.visited import Visited
from mvo_tui.storage.bookmarks import Bookmark
from mvo_tui.ui.commands import Where, bindings_of, rebind
from mvo_tui.ui.terminal.compositing import FrontToBack
from mvo_tui.ui.widgets.ground import Ground
from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.painting_now import paint_now

if TYPE_CHECKING:
    from mvo_tui.plan.repeating import Change
    from mvo_tui.searching.search import Search

NOT_CHANGED = "The plan was not changed."
"""What a question says of an answer that its holder has refused; why, the holder has said."""


class PlanHolder(Protocol):
    """Who holds the session and alone may assign it.

    Attributes:
        visited: the way through the places visited; the views walk it.
        search: what was looked for last.
        taken_away: the places of what is away in the question what breaks without it.
        last_change: what was done last.
    """

    taken_away: frozenset[str]
    visited: Visited
    search: "Search | None"
    last_change: "Change | None"

    @property
    def session(self) -> Session: ...

    @property
    def status(self) -> str:
        """Whether the plan is saved, in a few words."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""

    @property
    def is_judged(self) -> bool:
        """Whether the plan can be judged: it is of no newer format than this program knows."""

    def edit(self, edit: Edit, focus: str = "") -> bool:
        """Apply `edit`, look at `focus` if given, and show the new session, all before this returns.

        False when the edit was refused; the founder has then been told.
        """

    @property
    def bookmark(self) -> Bookmark:
        """Where the founder stands, and how the screen is arranged."""

    def remember(self, bookmark: Bookmark) -> None:
        """Put `bookmark` in the place of the one that was there."""

    def look_at(self, place: str) -> None:
        """Remember that the founder looks at `place`."""

    def keep_draft(self, place: str, text: str) -> None:
        """Remember that `text` stands in the field at `place` and has not been entered."""

    def draft_at(self, place: str) -> str:
        """What was typed in the field at `place` and not entered; empty where nothing was."""

    def today(self) -> date:
        """The day, for dates such as "today"."""


class PlanScreen(Screen[None], Ground):
    """A screen on the plan that is being worked on."""

    where: ClassVar[Where] = Where.WORKBENCH
    # The widgets show by themselves which of them has the focus; by default all of the screen is painted for it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it on the instance
        (0, "-tiny"),
        (60, "-narrow"),
        (80, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as above
        (0, "-low"),
        (18, "-high"),
        (30, "-tall"),
    ]

    def __init_subclass__(cls, *, is_part: bool = False) -> None:
        """A class that `is_part` of screens, and none itself, is spared Textual's look through all of its names."""
        if is_part:
            return
        if "where" in cls.__dict__:  # else its subclasses say which keys are theirs
            bindings: list[BindingType] = [*cls.__dict__.get("BINDINGS", ()), *bindings_of(cls.where)]
            cls.BINDINGS = bindings
        super().__init_subclass__()

    def __init__(self, holder: PlanHolder) -> None:
        super().__init__()
        rebind(self, self.where)
        self.holder = holder
        self._compositor = FrontToBack()
        self._was_shown = False
        # Textual sets these with the first resize, and styles all of the screen once more for them.
        width, height = self.app.size
        self.add_class(*self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or []), update=False)
        self.add_class(*self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS or []), update=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """All has just been given its styles where it is shown for the first time; Textual would do it again."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    @property
    def draft(self) -> tuple[str, str]:
        """What stands in the field that is open and is not entered: its place and the text; empty where nothing does.

        The holder is told of each key by messages. This is for the end of the program, which may come before them.
        """
        return "", ""

    def show(self, session: Session, status: str) -> None:
        """Show `session`; `status` says whether it is saved ("Saved 14:02"). Called at once after every change."""
        raise NotImplementedError

    @property
    def judged(self) -> Report | None:
        """The report of now; None where the plan can't be judged."""
        return self.holder.session.report if self.holder.is_judged else None

    @property
    def shown_first(self) -> tuple[Painted[Any], ...]:
        """What shows the score, from left to right."""
        return ()

    def paint_score(self) -> None:
        """Have the new score on the terminal now, before all else that has changed with it is shown."""
        paint_now(self, self.shown_first)
