"""Jump mode: a letter for everything in sight, and typing it goes there. Any other key leaves things as they are."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from textual import events
from textual.widget import Widget

from mvo_tui.plan.model import Plan
from mvo_tui.ui.screens.visiting import Visiting
from mvo_tui.ui.widgets.jump_letters import Jumpable, JumpTarget, codes

_TYPE = "Type the letter of where to go. Esc stays here."
_TYPE_SECOND = "{first} and the letter of where to go. Esc stays here."
_LEAVING = ("escape", "ctrl+o", "apostrophe")


class Aim(NamedTuple):
    """One target: the widget that it is in, and what is typed for it."""

    widget: Widget
    target: JumpTarget
    code: str


class Jump(NamedTuple):
    """A jump under way: what may be aimed at, the plan that is shown, what was said before, and the letters typed."""

    aims: Sequence[Aim]
    plan: Plan
    said: str
    typed: str = ""


class JumpMode(Visiting, is_part=True):
    """A view in which letters lead to everything in sight."""

    _jump: Jump | None = None

    def give_keys_to(self, widget: Widget) -> None:
        """Give the keys to `widget`, of this screen."""
        self.set_focus(widget)

    def action_jump_mode(self) -> None:
        """Show the letters. A field that is open is left, and what was typed in it stays."""
        self.leave_field()
        aims = self._aims()
        if aims:
            self._jump = Jump(aims, self._session.plan, self.status_line.text)
            self._show_letters()
            self.status_line.show_text(_TYPE)
        else:
            self.status_line.show_text("There is nothing in sight to go to.")

    def _aims(self) -> list[Aim]:
        """Everything in sight, what has the keys first, so that the shortest ways lead there."""
        widgets = [widget for widget in self.query() if isinstance(widget, Jumpable) and widget.is_on_screen]
        widgets.sort(key=lambda widget: widget is not self.focused)
        found = [(widget, target) for widget in widgets for target in cast(Jumpable, widget).jump_targets()]
        return [Aim(*aim, code) for aim, code in zip(found, codes(len(found)), strict=False)]

    def take_key(self, event: events.Key) -> bool:
        """Whether the key belongs to the jump under way; nothing else hears it then."""
        jump = self._jump
        if jump is None:
            return False
        typed = jump.typed + (event.character or "").casefold()
        aims = [aim for aim in jump.aims if aim.code.startswith(typed)]
        if not event.is_printable or event.key in _LEAVING or not aims or jump.plan is not self._session.plan:
            self._leave_jump()
            return event.is_printable or event.key in _LEAVING
        if aims[0].code == typed:
            self._leave_jump()
            self._take(aims[0])
        else:
            self._jump = jump._replace(typed=typed)
            self._show_letters()
            self.status_line.show_text(_TYPE_SECOND.format(first=typed))
        return True

    def _take(self, aim: Aim) -> None:
        self.leave_mark()
        if aim.widget.focusable:
            self.give_keys_to(aim.widget)
        aim.target.go()

    def _leave_jump(self) -> None:
        if self._jump is not None:
            jump, self._jump = self._jump, None
            for widget in dict.fromkeys(aim.widget for aim in jump.aims):
                cast(Jumpable, widget).show_letters({})
            self.status_line.show_text(jump.said)

    def _show_letters(self) -> None:
        """Paint what is still to be typed; the letters of what is ruled out go."""
        if self._jump is None:
            return
        typed = self._jump.typed
        for widget in dict.fromkeys(aim.widget for aim in self._jump.aims):
            own = [aim for aim in self._jump.aims if aim.widget is widget and aim.code.startswith(typed)]
            letters = {(aim.target.x, aim.target.y): aim.code[len(typed) :] for aim in own}
            cast(Jumpable, widget).show_letters(letters)

    def on_click(self) -> None:
        self._leave_jump()

    def on_resize(self) -> None:
        self._leave_jump()
