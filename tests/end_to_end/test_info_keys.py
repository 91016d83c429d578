"""`mvo-tui info --keys` in a real terminal: what arrives, and the terminal as it was, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal, isolated_environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
COMMAND = [sys.executable, "-m", "mvo_tui", "info", "--keys"]
WIDE = (140, 40)


def keys_in(home: Path, **environment: str) -> Terminal:
    terminal = Terminal(COMMAND, home=home, size=WIDE, environment=environment)
    terminal.wait_for("Press a key")
    terminal.wait_for(lambda _: not terminal.is_restored)  # it listens
    return terminal


def test_each_key_is_named_with_its_bytes_and_what_it_does(tmp_path: Path) -> None:
    with keys_in(tmp_path) as terminal:
        terminal.press("ctrl+z")
        terminal.wait_for("1a                       ctrl+z                     Undo (everywhere)")
        terminal.type("u")
        terminal.wait_for("Undo (everywhere, outside text fields)")
        terminal.press("f8")
        terminal.wait_for("Next (interview); Next gap (every view of the plan)")
        terminal.press("up")
        terminal.wait_for("in lists and fields: the line above")
        terminal.type("é")
        terminal.wait_for("c3 a9")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored


@pytest.mark.parametrize(("key", "told"), [("escape", "Esc again leaves."), ("ctrl+c", "Ctrl+C again leaves.")])
def test_two_of_the_same_leave_and_one_does_not(tmp_path: Path, key: str, told: str) -> None:
    with keys_in(tmp_path) as terminal:
        terminal.press(key)
        terminal.wait_for(told)
        terminal.type("x")
        terminal.wait_for("78")
        terminal.press(key)
        terminal.wait_for(lambda screen: screen.text.count(told) == 2)
        terminal.press(key)
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    with keys_in(tmp_path) as terminal:
        terminal.kill(number)
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.is_restored


def test_the_keyboard_is_asked_as_the_program_asks_it_and_given_back(tmp_path: Path) -> None:
    with keys_in(tmp_path) as terminal:
        terminal.type("q")
        terminal.wait_for_exit()
        assert b"\x1b[>25u" in terminal.output
        assert terminal.output.rstrip().endswith(b"\x1b[<u")


def test_known_risks_of_this_terminal_are_named(tmp_path: Path) -> None:
    with keys_in(tmp_path, TERM_PROGRAM="vscode", TMUX="/tmp/x", TEXTUAL_DISABLE_KITTY_KEY="1") as terminal:
        terminal.wait_for("VS Code keeps Ctrl+J")
        terminal.wait_for("tmux keeps Ctrl+B")
        terminal.wait_for("protocol is off")
        terminal.type("q")
        terminal.wait_for_exit()
        assert b"\x1b[>25u" not in terminal.output


def test_keys_of_the_configuration_count(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('kitty_keys = false\n[keys]\nundo = "ctrl+r"\n')
    with keys_in(tmp_path, MVO_CONFIG=str(tmp_path / "own.toml")) as terminal:
        terminal.wait_for("protocol is off")
        terminal.press("ctrl+r")
        terminal.wait_for("Undo (everywhere)")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_bytes_that_are_no_text_are_shown_and_harm_nothing(tmp_path: Path) -> None:
    with keys_in(tmp_path) as terminal:
        terminal.send(b"\xff\xfe")
        terminal.wait_for("ff fe")
        terminal.send(b"\x1b]0;title\x07")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        COMMAND,
        env=isolated_environment(tmp_path) | {"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert done.stdout == ""
