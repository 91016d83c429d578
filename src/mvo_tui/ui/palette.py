"""The palette: every action of the screen, every theme, every place of the plan and every finding, found by name."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from mvo_tui.ui.commands import Command, Where, commands_of, commands_on, keys_of
from mvo_tui.ui.palette_entries import PlaceEntries, PlaceEntry
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.themes import theme_choices
from mvo_tui.ui.widgets.requests import PlaceRequested
from mvo_tui.ui.widgets.word_wrap import one_line

_FIRST = 5
"""Findings that are offered before anything is typed."""


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
            title = self._title(command)
            yield DiscoveryHit(_lines(title, command.help), self._run(command), text=command.label)
        for choice in theme_choices(self.app.theme):
            yield DiscoveryHit(Content(choice.title), self._use_theme(choice.name), text=choice.title)
        for entry in self._entries.first_findings(_FIRST) if self._entries else ():
            yield DiscoveryHit(_lines(entry.title, entry.hint), self._to(entry), text=entry.title)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            title = self._title(command)
            if score := matcher.match(f"{title} {command.id.replace('_', ' ')}"):
                yield Hit(score, _lines(title, command.help), self._run(command), text=title)
        for choice in theme_choices(self.app.theme):
            if all(word in choice.title.casefold() for word in query.casefold().split()):
                rank = 1 - len(choice.title) / 1000  # the one that is named most exactly first
                yield Hit(rank, Content(choice.title), self._use_theme(choice.name), text=choice.title)
        for entry in self._entries.about(query) if self._entries else ():
            yield Hit(entry.rank, _lines(entry.title, entry.hint), self._to(entry), text=entry.title)

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

    def _title(self, command: Command) -> str:
        """The label and the keys; undo and redo say what they would take back or do again."""
        name = command.label
        if isinstance(self.screen, PlanScreen):
            history = self.screen.holder.session.history
            steps = {"undo": history.past, "redo": history.future}.get(command.id, ())
            name = f"{name}: {steps[-1].label}" if steps else name
        return f"{name}   {keys_of(command)}"

    def _use_theme(self, name: str) -> Callable[[], object]:
        return self._once(lambda: self.app.run_action(f"app.use_theme({name!r})"))

    @cached_property
    def _entries(self) -> PlaceEntries | None:
        """The places and findings, made ready with the first key of this palette."""
        if not isinstance(self.screen, PlanScreen):
            return None
        holder = self.screen.holder
        return PlaceEntries(holder.session.report, has_findings=holder.is_judged)

    def _to(self, entry: PlaceEntry) -> Callable[[], object]:
        return self._once(partial(self._go, entry))

    def _go(self, entry: PlaceEntry) -> None:
        """Go to the place; where a finding is, open its field or ask its question."""
        screen = self.app.screen
        if isinstance(screen, PlanView):
            screen.visit(entry.place, is_editing=entry.is_finding)
        elif isinstance(screen, InterviewScreen):
            wanted = PlaceRequested if entry.is_finding else InterviewScreen.WorkbenchWanted
            screen.post_message(wanted(entry.place))


def _lines(title: str, hint: str) -> Content:
    """A title and a quieter line; a plan's own words among them are never markup."""
    return Content.assemble(one_line(title), "\n", (one_line(hint), "$text-muted"))
