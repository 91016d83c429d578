"""What can be done on every screen: help, undo and redo, saving, the theme, the palette, parking a thought."""

from typing import TYPE_CHECKING

from textual.command import CommandPalette
from textual.widget import Widget

from mvo_tui.storage.control_characters import shown
from mvo_tui.ui.themes import OTHER
from mvo_tui.ui.touring import Touring

if TYPE_CHECKING:
    from mvo_tui.ui.keeper import PlanKeeper
    from mvo_tui.ui.widgets.requests import EditorRequested


class Everywhere(Touring, is_part=True):
    """The actions of the app itself; `commands.py` declares them for `Where.EVERYWHERE`."""

    def action_help(self) -> None:
        from mvo_tui.ui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen(self.screen))

    def action_undo(self) -> None:
        """Typing first, where there is any to take back; else the last change of the plan."""
        if self._of_focused("undo_typing") or self.keeper is None:
            return
        step = self.keeper.undo()
        self.say(f"Taken back: {step.label}" if step else "There is nothing to take back.")

    def action_redo(self) -> None:
        if self._of_focused("redo_typing") or self.keeper is None:
            return
        step = self.keeper.redo()
        self.say(f"Done again: {step.label}" if step else "There is nothing to do again.")

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
            self.say(f"{keeper.status}  {shown(str(keeper.opened.path))}")
        elif keeper.trouble:
            self.action_save_elsewhere()

    def action_save_elsewhere(self) -> None:
        from mvo_tui.ui.elsewhere import ask_for_place

        if self.keeper is not None and self._may_write(self.keeper):
            ask_for_place(self, self.keeper)

    def action_theme(self) -> None:
        self.action_use_theme(OTHER[self.theme])

    def action_use_theme(self, name: str) -> None:
        """Show in the theme `name`, and begin with it the next time."""
        from mvo_tui.storage.preferences import keep_preferences

        self.theme = name
        keep_preferences(theme=name)

    def action_palette(self) -> None:
        from mvo_tui.ui.palette import Palette, PlanPlaces

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(providers=[PlanPlaces], placeholder="An action, or a place of the plan"))

    def action_command_palette(self) -> None:
        self.action_palette()

    def action_park(self) -> None:
        from mvo_tui.ui.parking import ask_for_thought

        if self.keeper is not None and self._may_write(self.keeper):
            ask_for_thought(self, self.keeper)

    def _may_write(self, keeper: "PlanKeeper") -> bool:
        """Whether the plan is open for more than reading; why not is told."""
        if keeper.is_read_only:
            self.say(keeper.why_read_only)
        return not keeper.is_read_only

    # The founder's own editor

    def on_editor_requested(self, event: "EditorRequested") -> None:
        from mvo_tui.ui.editing_outside import edit_text

        event.stop()
        if self.keeper is not None and self._may_write(self.keeper):
            self._save_before_stop()
            edit_text(self, event)

    def action_edit_file(self) -> None:
        from mvo_tui.ui.editing_outside import FileEditing

        if self.keeper is None:
            self.say("There is no plan open yet.")
        elif self._may_write(self.keeper):
            FileEditing(self, self.keeper).begin()
