"""What the command line and the configuration say reaches the terminal."""

import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
MVO_TUI = [sys.executable, "-m", "mvo_tui"]
MOUSE_ON, KITTY_ON = b"\x1b[?1000h", b"\x1b[>25u"
WHITE = b"48;2;255;255;255"


def demo(home: Path, *options: str, configuration: str = "") -> Terminal:
    environment = {}
    if configuration:
        (home / "own.toml").write_text(configuration)
        environment = {"MVO_CONFIG": str(home / "own.toml")}
    terminal = Terminal([*MVO_TUI, "demo", *options], home=home, environment=environment)
    terminal.wait_for("F1 Help")
    return terminal


def leave(terminal: Terminal) -> bytes:
    """Leave, and return all that the program wrote."""
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert terminal.is_restored
    return bytes(terminal.output)


def test_by_default_the_mouse_and_every_key_are_asked_for(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        output = leave(terminal)
    assert MOUSE_ON in output
    assert KITTY_ON in output
    assert WHITE not in output


@pytest.mark.parametrize(("options", "configuration"), [(("--no-mouse",), ""), ((), "mouse = false\n")])
def test_the_mouse_may_be_left_to_the_terminal(tmp_path: Path, options: tuple[str, ...], configuration: str) -> None:
    with demo(tmp_path, *options, configuration=configuration) as terminal:
        assert MOUSE_ON not in leave(terminal)


def test_the_kitty_protocol_may_be_left_off(tmp_path: Path) -> None:
    with demo(tmp_path, configuration="kitty_keys = false\n") as terminal:
        assert KITTY_ON not in leave(terminal)


@pytest.mark.parametrize(("options", "configuration"), [(("--theme", "light"), ""), ((), 'theme = "light"\n')])
def test_the_theme_is_the_one_that_was_asked_for(tmp_path: Path, options: tuple[str, ...], configuration: str) -> None:
    with demo(tmp_path, *options, configuration=configuration) as terminal:
        assert WHITE in leave(terminal)


def test_a_theme_that_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        terminal.press("ctrl+t")
        terminal.wait_for(lambda _: WHITE in terminal.output)
        leave(terminal)
    with demo(tmp_path) as terminal:
        assert WHITE in leave(terminal)


def test_a_configuration_that_is_no_toml_is_told_and_stops_nothing(tmp_path: Path) -> None:
    with demo(tmp_path, configuration="theme = \n") as terminal:
        terminal.wait_for("Configuration: line 1")
        leave(terminal)


def test_the_first_start_offers_the_tour_and_the_second_does_not(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        terminal.wait_for("First time here?")
        terminal.press("down")
        terminal.wait_until_gone("First time here?")
        leave(terminal)
    with demo(tmp_path) as terminal:
        leave(terminal)
        assert "First time" not in terminal.output.decode(errors="replace")


def test_a_plan_that_is_only_shown_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text('format = 1\n[venture]\nname = "Bakery"\n')
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Terminal([*MVO_TUI, str(path), "--read-only"], home=tmp_path) as terminal:
        terminal.wait_for("Read only")
        terminal.press("enter", "enter")
        terminal.wait_for("Open for reading only")
        leave(terminal)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not [file for file in (tmp_path / "state").rglob("*") if file.is_file()]
