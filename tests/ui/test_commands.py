"""The one declaration of all actions keeps its promises."""

from collections import Counter

import pytest
from textual.app import App
from textual.binding import Binding

from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.commands import COMMANDS, Command, Where, bindings_of, commands_of, commands_on, hints_of, views
from mvo_tui.ui.key_names import shown_key
from mvo_tui.ui.screens.board import BoardScreen
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.load import LoadScreen
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.screens.scorecard import ScorecardScreen
from mvo_tui.ui.screens.start import StartScreen
from mvo_tui.ui.screens.trace import TraceScreen
from mvo_tui.ui.screens.views import view_of
from mvo_tui.ui.screens.without import WithoutScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.host import Host

SCREENS = {
    Where.START: StartScreen,
    Where.INTERVIEW: InterviewScreen,
    Where.VIEWS: PlanView,
    Where.WORKBENCH: WorkbenchScreen,
    Where.TRACE: TraceScreen,
    Where.WITHOUT: WithoutScreen,
    Where.BOARD: BoardScreen,
    Where.LOAD: LoadScreen,
    Where.SCORECARD: ScorecardScreen,
}
SHOWN = [where for where in SCREENS if where is not Where.VIEWS]
TAKEN_BY_TERMINALS = {"ctrl+a", "ctrl+b", "ctrl+c", "ctrl+d", "ctrl+h", "ctrl+i", "ctrl+k", "ctrl+m", "ctrl+v"}
IN_THE_PALETTE_ALONE = {"edit_file", "editor_for_answer", "tour"}
UNRELIABLE = {"f10", "f11", "f12", "ctrl+space"}


def test_every_place_of_a_command_has_its_screen() -> None:
    assert set(SCREENS) == set(Where) - {Where.EVERYWHERE}


def test_every_view_is_led_to_by_a_command_and_shown_by_its_own_screen() -> None:
    kinds = [where for where in Where if where.is_view]
    assert {where for where, _ in views()} == set(kinds)
    app = Host()
    with app._context():
        assert [type(view_of(where, app, "")) for where in kinds] == [SCREENS[where] for where in kinds]


@pytest.mark.parametrize("where", SHOWN)
def test_no_key_means_two_things_on_one_screen(where: Where) -> None:
    commands = (*commands_of(Where.EVERYWHERE), *commands_on(where))
    keys = Counter(key for command in commands for key in (*command.keys, *command.letters))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_words_a_key_and_an_action(command: Command) -> None:
    assert command.label
    assert command.help
    assert not command.help.endswith(".")
    assert command.keys or command.letters or command.id in IN_THE_PALETTE_ALONE
    holder = MvoApp if command.where is Where.EVERYWHERE else SCREENS[command.where]
    assert callable(getattr(holder, f"action_{command.id}"))


def test_only_keys_that_arrive_in_common_terminals() -> None:
    keys = {key for command in COMMANDS for key in (*command.keys, *command.letters)}
    assert not keys & (TAKEN_BY_TERMINALS | UNRELIABLE)
    assert not [key for key in keys if key.startswith(("alt+", "ctrl+shift+"))]


@pytest.mark.parametrize("where", SHOWN)
def test_the_footer_shows_at_most_six_hints_and_fits_eighty_columns(where: Where) -> None:
    hints = hints_of(where)
    assert 3 <= len(hints) <= 6
    keys = [shown_key((*hint.keys, *hint.letters)[0]) for hint in hints]
    assert 1 + sum(len(key) + 1 + len(hint.label) + 3 for key, hint in zip(keys, hints, strict=True)) <= 80


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown_key(key) for key in ("ctrl+s", "f8", "full_stop", "shift+up", "U", "ctrl+enter")] == [
        "^S", "F8", ".", "Shift+Up", "U", "Ctrl+Enter",
    ]  # fmt: skip


def test_textual_keeps_no_key_of_its_own_that_is_not_declared() -> None:
    """Textual's own bindings (quit, palette) are overridden by ours."""
    declared = {binding.key for binding in bindings_of(Where.EVERYWHERE) if isinstance(binding, Binding)}
    own = {key for binding in App.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}
    assert own - declared <= {"ctrl+c"}
