"""The app: paints the first frame, opens the plan, changes screens. The plan itself is the keeper's.

What knows the plan is imported after the first frame: with the rules and the screens it takes half of a bare start.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.ui.commands import Where, bindings_of, rebind, use, views
from mvo_tui.ui.everywhere import Everywhere
from mvo_tui.ui.settings import Settings, told_at_start
from mvo_tui.ui.signals import Signals
from mvo_tui.ui.terminal_input import tolerate_any_bytes
from mvo_tui.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from mvo_tui.storage.plan_file import OpenedPlan
    from mvo_tui.ui.keeper import PlanKeeper
    from mvo_tui.ui.recovery import Recovery
    from mvo_tui.ui.screens.interview import InterviewScreen
    from mvo_tui.ui.screens.plan_view import PlanView
    from mvo_tui.ui.watching import PlanWatch

PREPARE_AFTER = 1.0
"""Seconds after the first look until the journal is made ready."""
_NO_ANSWER = "{name} was not opened: its disk does not answer. Nothing was changed."


class MvoApp(Everywhere):
    """The program in the terminal.

    Args:
        path: the plan to open, or None for the start screen.
        screen: "interview" or "workbench", "" for the one that fits.
        is_ascii: draw with ASCII alone, whatever the settings say.
        is_copy: what is open is a copy for looking around.
        settings: how the interface is to be.
    """

    TITLE = "mvo-tui"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.EVERYWHERE)
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True
    CSS = (
        Everywhere.CSS
        + """
    Screen { layout: vertical; background: $background; color: $foreground; }
    .-tiny TooSmall, .-low TooSmall { display: block; }
    .-tiny KeyHints, .-low KeyHints, .-tiny StatusLine, .-low StatusLine { display: none; }
    CommandPalette SearchIcon { display: none; }
    .-away { display: none !important; }
    .-alone { display: block !important; width: 1fr !important; }
    #opening { padding: 1 2; color: $text-muted; }
    """
    )

    def __init__(
        self,
        path: Path | None,
        *,
        screen: str = "",
        is_ascii: bool = False,
        is_copy: bool = False,
        settings: Settings = Settings(),  # noqa: B008 - a frozen value
    ) -> None:
        tolerate_any_bytes()
        super().__init__(is_copy=is_copy)
        self.settings = settings
        use(settings.commands)
        rebind(self, Where.EVERYWHERE)
        self._path, self._screen_wanted = path, screen
        self._watch: PlanWatch | None = None
        self._recovery: Recovery | None = None
        self._copies: TemporaryDirectory[str] | None = None
        self._signals = Signals(self._end_by_signal, self._repaint, self._save_before_stop, self._keep_typed)
        self.hold_keys()
        self._begin_with_theme(settings.theme or DARK.name)
        if is_ascii or settings.is_ascii:
            from mvo_tui.ui.plain_ascii import PlainAscii

            self._filters.append(PlainAscii())

    def _begin_with_theme(self, name: str) -> None:
        """Take a theme before anything is drawn: set later, all styles would be read twice, first in other colours."""
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        self.set_reactive(MvoApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        is_dark = self.current_theme.dark
        self.set_class(is_dark, "-dark-mode", update=False)
        self.set_class(not is_dark, "-light-mode", update=False)

    def __repr__(self) -> str:
        """Each timer notes by whom it was set; all that Textual would tell took longer than the setting."""
        return f"{type(self).__name__}()"

    def compose(self) -> ComposeResult:
        yield Static("Opening ...", id="opening", markup=False)

    def on_mount(self) -> None:
        self._signals.install()

    def on_unmount(self) -> None:
        self._signals.let_go()
        if self._watch is not None:
            self._watch.stop()
        if self._recovery is not None:
            self._recovery.let_go()

    def on_ready(self) -> None:
        """Everything after the first frame."""
        self.collect_from_soon_on()
        if self._path is None:
            self.show_start()
            self.let_keys_in()
        else:
            self.open(self._path)
        for complaint in told_at_start(self.settings.complaints):
            self.warn(complaint)

    # Opening

    def open(self, path: Path) -> None:
        """Open the plan at `path`, or begin one where there is no file yet; on failure leave with a sentence."""
        from mvo_tui.ui.opening import open_at

        open_at(self, path, self.keep, partial(self._not_opened, path.name), must_exist=self.settings.is_read_only)

    def _not_opened(self, name: str, error: PlanError | None) -> None:
        """Say why; without an `error` the founder knows, who did not want to wait for the disk any longer."""
        if self._path is None:  # chosen on the start screen, which stays
            if error:
                self.warn(str(error), is_error=True)
            return
        self.last_words = str(error or _NO_ANSWER.format(name=name))
        self.exit(return_code=int(error.exit_code if error else ExitCode.FILE))

    def action_leave(self) -> None:
        if self.keeper is None and self._path is not None:  # its disk has not answered yet
            self._not_opened(self._path.name, None)
        else:
            super().action_leave()

    def begin(self, name: str) -> None:
        """Begin a plan of that name with the interview; the file is written with the first save."""
        from mvo_tui.plan.edits import SetField
        from mvo_tui.ui.opening import begin_called

        if self.settings.is_read_only:
            self.say("Nothing can be begun while plans are open for reading only.")
            return

        def keep(opened: "OpenedPlan") -> None:
            self.keep(opened)
            if self.keeper is not None:
                self.keeper.edit(SetField("venture.name", name, label="Name the venture"))

        begin_called(self, name, keep, partial(self._not_opened, name))

    def open_sample(self, name: str) -> None:
        """Open a copy of a sample that is deleted when the program ends."""
        from mvo_tui.storage.plan_file import new_plan_from, save_plan
        from mvo_tui.storage.samples import sample_text

        self._copies = TemporaryDirectory(prefix="mvo-tui-")
        path = Path(self._copies.name) / f"{name}.mvo.toml"
        opened = new_plan_from(path, sample_text(name))
        save_plan(opened, opened.plan)
        self._is_copy = True
        self.open(path)

    def keep(self, opened: "OpenedPlan") -> None:
        """Work on `opened` from here on."""
        from mvo_tui.storage.plan_file import without_backups
        from mvo_tui.ui.keeper import PlanKeeper
        from mvo_tui.ui.watching import PlanWatch

        if self._is_copy:
            opened = without_backups(opened)
        self.keeper = PlanKeeper(
            self,
            opened,
            on_conflict=self._meet_changed_file,
            is_copy=self._is_copy,
            is_for_looking=self.settings.is_read_only,
        )
        if self._watch is not None:
            self._watch.stop()
        self._watch = PlanWatch(self, self.keeper)
        self.collect_from_soon_on()
        for notice in opened.notices[:3]:
            self.warn(notice)
        self._recover(self.keeper)

    def _recover(self, keeper: "PlanKeeper") -> None:
        """Offer what was not saved the last time, if there is any, and then show the plan."""
        from mvo_tui.storage.left_behind import left_behind_of

        left = left_behind_of(keeper.opened.key) if keeper.is_remembered else []
        show = self.show_interview if self._wants_interview(keeper) else partial(self.show_view, self._view(keeper))
        if not left:
            self._show_plan(show, keeper)
            return
        from mvo_tui.ui.recovery import Recovery

        done = partial(self._show_plan, show, keeper)
        self._recovery = Recovery(self, keeper, left, reopen=self.keep, done=done)
        self._recovery.go_on()

    def _show_plan(self, show: Callable[[str], None], keeper: "PlanKeeper") -> None:
        show(keeper.bookmark.place)
        self.call_after_refresh(self.tour_goes_on)
        if self._is_copy:
            self.offer_tour()
        if keeper.is_remembered:
            self.call_after_refresh(self._remember, keeper.opened.path)
        self.set_timer(PREPARE_AFTER, self._prepare)

    def _remember(self, path: Path) -> None:
        """Put the plan on top of those opened last: a write that the first look need not wait for."""
        from mvo_tui.storage.recent import remember_plan

        remember_plan(path)

    def _prepare(self) -> None:
        """What no start should wait for, and no edit either."""
        from mvo_tui.storage.left_behind import prune

        if self.keeper is not None:
            self.keeper.journalling.prepare()
        if not self.settings.is_read_only:
            self.run_worker(prune, thread=True, exit_on_error=False)

    def _wants_interview(self, keeper: "PlanKeeper") -> bool:
        if self._screen_wanted:
            return self._screen_wanted == "interview"
        return keeper.bookmark.is_interview or keeper.opened.is_new

    def _view(self, keeper: "PlanKeeper") -> Where:
        """The view that the founder looked at the last time."""
        known = (where for where, _command in views() if where.value == keeper.bookmark.view)
        return Where.WORKBENCH if self._screen_wanted else next(known, Where.WORKBENCH)

    def show_start(self) -> None:
        from mvo_tui.ui.screens.start import StartScreen

        self._change_to(StartScreen())
        self.offer_tour()

    def show_workbench(self, place: str = "") -> None:
        """Change to the workbench, looking at `place`."""
        self.show_view(Where.WORKBENCH, place)

    def show_view(self, where: Where, place: str = "", *, is_editing: bool = False) -> None:
        """Change to a view of the plan, looking at `place`, with the field there open if `is_editing`."""
        from mvo_tui.ui.screens.views import view_of

        if self.keeper is not None:
            self.keeper.enter(is_interview=False, view=where.value)
            view = view_of(where, self.keeper, place)
            self._change_to(view)
            if is_editing:
                view.call_after_refresh(view.go_to, place, is_editing=True)

    def show_interview(self, place: str = "") -> None:
        """Change to the interview, at the question for `place` or at the first open one, with what was typed there."""
        from mvo_tui.ui.screens.interview import InterviewScreen

        if self.keeper is not None:
            self.keeper.enter(is_interview=True)
            self._change_to(InterviewScreen(self.keeper, place))

    def on_plan_view_view_wanted(self, event: "PlanView.ViewWanted") -> None:
        if not self._is_asking_something:
            self.show_view(event.where, event.place, is_editing=event.is_editing)

    def on_plan_view_interview_wanted(self, event: "PlanView.InterviewWanted") -> None:
        if not self._is_asking_something:
            self.show_interview(event.place)

    def on_interview_screen_workbench_wanted(self, event: "InterviewScreen.WorkbenchWanted") -> None:
        if not self._is_asking_something:
            self.show_workbench(event.place)

    @property
    def _is_asking_something(self) -> bool:
        """Whether a dialog that wants an answer stands over the screen; it may have come up after a click on a tab."""
        return isinstance(self.screen, ModalScreen)

    def _change_to(self, screen: Screen[None]) -> None:
        """Show `screen` above the opening frame, in the place of the one that was there."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    # What the keeper and the signals ask for

    def _meet_changed_file(self, until: float) -> None:
        if self._watch is not None:
            self._watch.meet(until)

    def _repaint(self) -> None:
        self.refresh(layout=True)
