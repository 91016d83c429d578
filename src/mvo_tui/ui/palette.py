"""The palette: every action of the screen and every place of the plan, found by name."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from mvo_tui.plan.names import called
from mvo_tui.plan.places import all_items
from mvo_tui.ui.commands import Command, Where, commands_of, commands_on, keys_of
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.widgets.line_list import one_line

_MOST = 50  # places; more than a screen can show


class Palette(CommandPalette):
    """Textual's palette, which would end the program in two moments.

    Page Down may come before its list has been laid out; a second Enter or Esc while it is leaving.
    """

    _has_left = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        if self._has_left:
            return AwaitComplete()
        self._has_left = True
        return super().dismiss()

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)


class PlanPlaces(Provider):
    """Actions first, then the items of the plan. One is run: a double click or a second Enter chooses none again."""

    _has_run = False

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(_title(command), self._run(command), text=command.label, help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            if score := matcher.match(command.label):
                yield Hit(score, _title(command), self._run(command), text=command.label, help=command.help)
        found = 0
        for place, name in self._places():
            if found < _MOST and (score := matcher.match(name)):
                found += 1
                yield Hit(score, Content(name), self._once(partial(self._go, place)), text=name, help=place)

    def _commands(self) -> tuple[Command, ...]:
        where = getattr(self.screen, "where", None)
        return (*commands_of(Where.EVERYWHERE), *(commands_on(where) if isinstance(where, Where) else ()))

    def _run(self, command: Command) -> Callable[[], object]:
        action = command.action if "." in command.action else f"screen.{command.action}"
        return self._once(lambda: self.app.run_action(action))

    def _once(self, do: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            if self._has_run:
                return None
            self._has_run = True
            return do()

        return run

    def _places(self) -> Iterator[tuple[str, str]]:
        if isinstance(self.screen, PlanScreen):
            for place, item in all_items(self.screen.holder.session.plan):
                yield place, one_line(called(item))

    def _go(self, place: str) -> None:
        screen = self.app.screen
        if isinstance(screen, PlanView):
            screen.visit(place)
        elif isinstance(screen, InterviewScreen):
            screen.post_message(InterviewScreen.WorkbenchWanted(place))


def _title(command: Command) -> Content:
    return Content(f"{command.label}   {keys_of(command)}")
