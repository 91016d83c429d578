"""The terminal that the end-to-end stories stand on, tried on programs of a few lines."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.keyboard import key_bytes, paste_bytes
from tests.end_to_end.screen import Screen
from tests.end_to_end.terminal import Terminal, TerminalError

SHOW_KEYS = """
import os, sys, tty
tty.setraw(0)
print("ready\\r")
while (keys := os.read(0, 1000)) != b"q":
    print(repr(keys), end="\\r\\n", flush=True)
sys.exit(7)
"""

ECHO = """
import os, shutil
print("size", *shutil.get_terminal_size())
print("hello", input("name? "))
print(os.environ["HOME"] == os.getcwd(), sorted(os.environ.keys() & {"NO_COLOR", "MVO_TUI_STATE_DIR"}))
"""

TELL_SIZE = """
import os, signal, sys
signals = {signal.SIGWINCH, signal.SIGHUP}
signal.pthread_sigmask(signal.SIG_BLOCK, signals)
while True:
    print("size", *os.get_terminal_size(), flush=True)
    if signal.sigwait(signals) == signal.SIGHUP:
        open("hung-up", "w").close()
        sys.exit(3)
"""

DIAL_OUT = """
import socket
for dial, *target in (socket.create_connection, ("127.0.0.1", 9), 1), (socket.getaddrinfo, "localhost", 80):
    try:
        dial(*target)
    except PermissionError as error:
        print("refused:", error)
socket.socketpair()
print("done")
"""

FULL_SCREEN = """
import os, sys, tty
ON, OFF = "\\x1b[?1049h\\x1b[?2004h\\x1b[?1006h\\x1b[?25l", "\\x1b[?1049l\\x1b[?2004l\\x1b[?1006l\\x1b[?25h"
print("shell text")
tty.setraw(0)
sys.stdout.write(ON + "\\x1b[<u\\x1b[=1;1u\\x1b[2J\\x1b[3;5H[ Press me ]")
sys.stdout.flush()
got = os.read(0, 1000)
if "tidy" in sys.argv:
    sys.stdout.write(OFF + repr(got))
    os.system("stty sane")
"""


@contextmanager
def running(program: str, home: Path, *arguments: str, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    with Terminal([sys.executable, "-c", program, *arguments], home=home, size=size) as terminal:
        yield terminal


def test_shows_what_is_printed_and_passes_on_what_is_typed(tmp_path: Path) -> None:
    with running(ECHO, tmp_path, size=(64, 20)) as terminal:
        terminal.wait_for("name?")
        assert terminal.screen.lines[0] == "size 64 20"
        terminal.type("Ana é 日\n")
        terminal.wait_for("hello Ana é 日")
        assert terminal.wait_for_exit() == 0
        assert "True ['MVO_TUI_STATE_DIR']" in terminal.text


def test_keys_arrive_as_a_keyboard_sends_them_and_the_exit_code_comes_back(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        for key, seen in (
            ("enter", r"b'\r'"),
            ("f8", r"b'\x1b[19~'"),
            ("ctrl+s", r"b'\x13'"),
            ("escape", r"b'\x1b'"),
        ):
            terminal.press(key)
            terminal.wait_for(seen)
        terminal.press("q")
        assert terminal.wait_for_exit() == 7


def test_escape_and_the_next_key_do_not_run_together(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.press("escape", "x")
        terminal.wait_for("b'x'")


def test_a_megabyte_passes_while_the_program_answers(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.type("a" * 200_000)
        terminal.type("z")
        terminal.wait_for("z'")


def test_resizing_reaches_the_program(tmp_path: Path) -> None:
    with running(TELL_SIZE, tmp_path) as terminal:
        terminal.wait_for("size 80 24")
        terminal.resize(120, 40)
        terminal.wait_for("size 120 40")
        assert len(terminal.screen.lines) == 40


def test_closing_the_window_hangs_up(tmp_path: Path) -> None:
    with running(TELL_SIZE, tmp_path) as terminal:
        terminal.wait_for("size")
        terminal.hang_up()
        assert terminal.wait_for_exit() == 3
    assert (tmp_path / "hung-up").exists()


def test_a_signal_ends_the_program_and_shows_in_the_exit_code(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_exit() == -signal.SIGTERM
        assert not terminal.is_running


def test_leaving_ends_a_program_that_still_runs(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
    assert terminal.wait_for_exit() == -signal.SIGKILL


def test_the_network_is_off_but_sockets_within_the_machine_work(tmp_path: Path) -> None:
    with running(DIAL_OUT, tmp_path) as terminal:
        terminal.wait_for("done")
        assert terminal.text.count("refused: the network is off in tests") == 2


def test_a_full_screen_program_that_tidies_up_leaves_the_shell_as_it_was(tmp_path: Path) -> None:
    with running(FULL_SCREEN, tmp_path, "tidy") as terminal:
        terminal.wait_for("[ Press me ]")
        assert "shell text" not in terminal.text
        assert not terminal.is_restored
        terminal.click("Press me")
        terminal.wait_for_exit()
        assert "shell text" in terminal.text
        assert r"b'\x1b[<0;7;3M\x1b[<0;7;3m'" in terminal.text
        assert terminal.is_restored


def test_a_full_screen_program_that_just_ends_is_seen_to_leave_a_mess(tmp_path: Path) -> None:
    with running(FULL_SCREEN, tmp_path) as terminal:
        terminal.wait_for("Press me")
        terminal.paste("two\nlines\x1b[201~")
        terminal.wait_for_exit()
        assert not terminal.is_restored


def test_waiting_in_vain_shows_the_screen(tmp_path: Path) -> None:
    with running(SHOW_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        with pytest.raises(TerminalError, match=r"(?s)never showed 'steady' within.*\| ready"):
            terminal.wait_for("steady", timeout=0.1)
        terminal.press("q")
        with pytest.raises(TerminalError, match=r"has ended \(exit code 7\)"):
            terminal.wait_for("steady")


def test_keys_that_terminals_do_not_send_for_certain_are_refused() -> None:
    for key in ("ctrl+enter", "shift+enter", "ctrl+1", "f13", "alt+é"):
        with pytest.raises(ValueError, match="no terminal sends"):
            key_bytes(key)


def test_a_paste_is_bracketed_only_on_request_and_can_not_be_ended_from_within() -> None:
    assert paste_bytes("a\r\nb\nc", bracketed=False) == b"a\rb\rc"
    assert paste_bytes("a\x1b[201~\x11", bracketed=True) == b"\x1b[200~a[201~\x11\x1b[201~"


def test_the_screen_joins_sequences_that_were_cut_in_two() -> None:
    screen = Screen(20, 3)
    for piece in (b"\x1b", b"[2", b";3Hcaf\xc3", b"\xa9\x1b[<", b"u\x1b[1m!"):
        screen.feed(piece)
    assert screen.lines == ["", "  café!", ""]
    assert screen.find("fé") == (1, 4)
    assert screen.cursor == (1, 7)
    assert screen.style(1, 6).bold
