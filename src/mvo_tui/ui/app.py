"""The app: paints the first frame, opens the plan, changes screens, leaves. The plan itself is the keeper's.

What knows the plan is imported after the first frame: pydantic alone takes half the time of a bare start.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.ui.commands import Where, bindings_of
from mvo_tui.ui.keys_in_turn import KeysInTurn
from mvo_tui.ui.plain_ascii import PlainAscii
from mvo_tui.ui.signals import Signals
from mvo_tui.ui.terminal_input import tolerate_any_bytes
from mvo_tui.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from rich.console import RenderableType

    from mvo_tui.plan.model import Plan
    from mvo_tui.storage.plan_file import FileChanged, OpenedPlan
    from mvo_tui.ui.keeper import PlanKeeper
    from mvo_tui.ui.recovery import Recovery
    from mvo_tui.ui.screens.interview import InterviewScreen
    from mvo_tui.ui.screens.plan_view import PlanView
    from mvo_tui.ui.watching import PlanWatch

PREPARE_AFTER = 1.0
"""Seconds after the first look until the journal is made ready."""
COLLECTING_AFTER = 1.0
"""Seconds after a plan was opened until garbage is collected."""


def let_collector_in() -> None:
    """Let garbage be collected, but not what stands now.

    The plan lives as long as the program; walking it would stop the keys for 20 ms.
    """
    gc.freeze()
    gc.enable()


class MvoApp(KeysInTurn):
    """The program in the terminal.

    Args:
        path: the plan to open, or None for the start screen.
        screen: "interview" or "workbench", "" for the one that fits.
        is_ascii: draw with ASCII alone.
        is_copy: what is open is a copy for looking around.
    """

    TITLE = "mvo-tui"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.EVERYWHERE)
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    Screen { layout: vertical; background: $background; color: $foreground; }
    .-tiny TooSmall, .-low TooSmall { display: block; }
    .-tiny KeyHints, .-low KeyHints, .-tiny StatusLine, .-low StatusLine { display: none; }
    CommandPalette SearchIcon { display: none; }
    ToastHolder { align-horizontal: left; }  /* the numbers and the findings are at the right edge */
    Toast { padding: 0 1; }
    #opening { padding: 1 2; color: $text-muted; }
    """

    def __init__(self, path: Path | None, *, screen: str = "", is_ascii: bool = False, is_copy: bool = False) -> None:
        tolerate_any_bytes()
        super().__init__()
        self._path, self._screen_wanted, self._is_copy = path, screen, is_copy
        self.keeper: PlanKeeper | None = None
        self._told_unsaved: Plan | None = None
        self._watch: PlanWatch | None = None
        self._recovery: Recovery | None = None
        self._copies: TemporaryDirectory[str] | None = None
        self.hold_keys()
        self.last_words = ""
        """What is printed once the screen is given back."""
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        if is_ascii:
            self._filters.append(PlainAscii())

    def compose(self) -> ComposeResult:
        yield Static("Opening ...", id="opening", markup=False)

    def on_mount(self) -> None:
        self.theme = DARK.name
        Signals(self._end_by_signal, self._repaint, self._save_before_stop).install()
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        if self._recovery is not None:
            self._recovery.let_go()

    def _begin(self) -> None:
        """Everything after the first frame."""
        self.set_timer(COLLECTING_AFTER, let_collector_in)
        if self._path is None:
            self.show_start()
        else:
            self.open(self._path)
        self.let_keys_in()

    # Opening

    def open(self, path: Path) -> None:
        """Open the plan at `path`, or begin one where there is no file yet; on failure leave with a sentence."""
        from mvo_tui.storage.plan_file import open_or_begin

        try:
            opened = open_or_begin(path)
        except PlanError as error:
            if path != self._path:  # chosen on the start screen, which stays
                self.notify(str(error), severity="error", timeout=15, markup=False)
                return
            self.last_words = str(error)
            self.exit(return_code=int(error.exit_code))
            return
        self.keep(opened)

    def begin(self, path: Path, name: str) -> None:
        """Begin a plan of that name with the interview; the file is written with the first save."""
        from mvo_tui.plan.edits import SetField
        from mvo_tui.storage.plan_file import new_plan

        try:
            self.keep(new_plan(path))
        except PlanError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if self.keeper is not None:
            self.keeper.edit(SetField("venture.name", name, label="Name the venture"))

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
        from mvo_tui.storage.recent import remember_plan
        from mvo_tui.ui.keeper import PlanKeeper
        from mvo_tui.ui.watching import PlanWatch

        if self._is_copy:
            opened = without_backups(opened)
        self.keeper = PlanKeeper(self, opened, on_conflict=self._meet_changed_file, is_copy=self._is_copy)
        if self._watch is not None:
            self._watch.stop()
        self._watch = PlanWatch(self, self.keeper)
        self.set_timer(COLLECTING_AFTER, let_collector_in)
        if not self._is_copy:
            remember_plan(opened.path)
        for notice in opened.notices[:3]:
            self.notify(notice, markup=False)
        self._recover(self.keeper)

    def _recover(self, keeper: "PlanKeeper") -> None:
        """Offer what was not saved the last time, if there is any, and then show the plan."""
        from mvo_tui.storage.left_behind import left_behind

        left = [] if self._is_copy else left_behind(keeper.opened.path)
        show = self.show_interview if self._wants_interview(keeper) else self.show_workbench
        if not left:
            self._show_plan(show, keeper)
            return
        from mvo_tui.ui.recovery import Recovery

        done = partial(self._show_plan, show, keeper)
        self._recovery = Recovery(self, keeper, left, reopen=self.keep, done=done)
        self._recovery.go_on()

    def _show_plan(self, show: Callable[[str], None], keeper: "PlanKeeper") -> None:
        show(keeper.bookmark.place)
        self.set_timer(PREPARE_AFTER, self._prepare)

    def _prepare(self) -> None:
        """What no start should wait for, and no edit either."""
        from mvo_tui.storage.left_behind import prune

        if self.keeper is not None:
            self.keeper.journalling.prepare()
        self.run_worker(prune, thread=True, exit_on_error=False)

    def _wants_interview(self, keeper: "PlanKeeper") -> bool:
        if self._screen_wanted:
            return self._screen_wanted == "interview"
        return keeper.bookmark.is_interview or keeper.opened.is_new

    def show_start(self) -> None:
        from mvo_tui.ui.screens.start import StartScreen

        self._change_to(StartScreen())

    def show_workbench(self, place: str = "") -> None:
        """Change to the workbench, looking at `place`."""
        self.show_view(Where.WORKBENCH, place)

    def show_view(self, where: Where, place: str = "") -> None:
        """Change to a view of the plan, looking at `place`."""
        from mvo_tui.ui.screens.views import view_of

        if self.keeper is not None:
            self.keeper.enter(is_interview=False)
            self._change_to(view_of(where, self.keeper, place))

    def show_interview(self, place: str = "") -> None:
        """Change to the interview, at the question for `place` or at the first open one, with what was typed there."""
        from mvo_tui.ui.screens.interview import InterviewScreen

        if self.keeper is not None:
            self.keeper.enter(is_interview=True)
            self._change_to(InterviewScreen(self.keeper, place))

    def on_plan_view_view_wanted(self, event: "PlanView.ViewWanted") -> None:
        self.show_view(event.where, event.place)

    def on_plan_view_interview_wanted(self, event: "PlanView.InterviewWanted") -> None:
        self.show_interview(event.place)

    def on_interview_screen_workbench_wanted(self, event: "InterviewScreen.WorkbenchWanted") -> None:
        self.show_workbench(event.place)

    def _change_to(self, screen: Screen[None]) -> None:
        """Show `screen` above the opening frame, in the place of the one that was there."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    # Actions that work everywhere

    def action_help(self) -> None:
        from mvo_tui.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_undo(self) -> None:
        """Typing first, where there is any to take back; else the last change of the plan."""
        if self._of_focused("undo_typing") or self.keeper is None:
            return
        step = self.keeper.undo()
        self.notify(f"Taken back: {step.label}" if step else "There is nothing to take back.", markup=False)

    def action_redo(self) -> None:
        if self._of_focused("redo_typing") or self.keeper is None:
            return
        step = self.keeper.redo()
        self.notify(f"Done again: {step.label}" if step else "There is nothing to do again.", markup=False)

    def _of_focused(self, method: str) -> bool:
        """Whether the widget that is typed in, or one around it, took back or did again some typing."""
        widget = self.focused
        while widget is not None and widget is not self.screen:
            if callable(take := getattr(widget, method, None)):
                return bool(take())
            widget = widget.parent if isinstance(widget.parent, Widget) else None
        return False

    def action_save(self) -> None:
        """Save now. Where that fails, ask at once where else the plan may go."""
        keeper = self.keeper
        if keeper is None:
            return
        keeper.save_now()
        if keeper.is_safe:
            self.notify(f"{keeper.status}  {keeper.opened.path}", markup=False)
        elif keeper.trouble:
            self.action_save_elsewhere()

    def action_save_elsewhere(self) -> None:
        from mvo_tui.ui.elsewhere import ask_for_place

        if self.keeper is not None:
            ask_for_place(self, self.keeper)

    def action_theme(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_palette(self) -> None:
        from mvo_tui.ui.palette import Palette, PlanPlaces

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(providers=[PlanPlaces], placeholder="An action, or a place of the plan"))

    def action_command_palette(self) -> None:
        self.action_palette()

    def action_park(self) -> None:
        from mvo_tui.ui.parking import ask_for_thought

        if self.keeper is not None:
            ask_for_thought(self, self.keeper)

    def action_leave(self) -> None:
        """Save and leave; stay when saving fails, unless asked twice."""
        keeper = self.keeper
        if keeper is None:
            self.exit()
            return
        keeper.save_now()
        if keeper.is_safe or keeper.opened.is_read_only:
            self.save_at_the_end()
            self.exit()
        elif self._told_unsaved is keeper.session.plan:
            self.exit(return_code=int(ExitCode.FILE))
        else:
            self._told_unsaved = keeper.session.plan
            keeper.say(
                "The plan could not be saved. Ctrl+S: save a copy elsewhere. Ctrl+Q again: leave without saving."
                f" {self._kept(keeper)}".rstrip()
            )

    async def action_quit(self) -> None:
        self.action_leave()

    # Conflicts, signals, faults

    def _meet_changed_file(self, change: "FileChanged") -> None:
        if self._watch is not None:
            self._watch.meet(change)

    def _repaint(self) -> None:
        self.refresh(layout=True)

    def _save_before_stop(self) -> None:
        if self.keeper is not None:
            self.keeper.save_now()
            self.keeper.write_down()

    def _end_by_signal(self, number: int) -> None:
        try:
            self.save_at_the_end()
        except Exception as error:
            self._tell_fault(error)
        self.exit(return_code=128 + number)

    def save_at_the_end(self) -> None:
        """Write what is not on the disk yet. Called when the program ends, however it ends."""
        keeper = self.keeper
        if keeper is None:
            return
        keeper.save_at_the_end()
        if not keeper.is_safe and not self.last_words:
            what, dot, _ = keeper.trouble.partition(". ")  # the rest is about what can be done while it is open
            self.last_words = f"Not saved: {what}{dot.rstrip()} {self._kept(keeper)}".rstrip()
        elif keeper.is_safe and not self._is_copy and keeper.unsaid:
            self.last_words = "\n".join([*filter(None, [self.last_words]), *keeper.unsaid])
            keeper.unsaid.clear()

    def _kept(self, keeper: "PlanKeeper") -> str:
        """What becomes of changes that could not be saved."""
        is_kept = not self._is_copy and not keeper.journalling.journal.trouble
        return "The next start offers what was not saved." if is_kept else ""

    def panic(self, *_renderables: "RenderableType") -> None:
        """What Textual calls where reading the keys fails. It would print a traceback with what was typed."""
        self._return_code = 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        """A fault of the program: one sentence for the founder, the traceback (no values) to a file."""
        error = self._exception or sys.exc_info()[1]
        try:
            self.save_at_the_end()
        except Exception as another:  # the first one is the one to look into
            error = error or another
        self._tell_fault(error)
        self._close_messages_no_wait()

    def _tell_fault(self, error: BaseException | None) -> None:
        from mvo_tui.ui.fault import sentence_of

        safe = "Your plan is saved."
        if self.keeper is not None and not self.keeper.is_safe:
            safe = f"The last changes are not saved. {self._kept(self.keeper)}".rstrip()
        self.last_words = sentence_of(error, safe)
