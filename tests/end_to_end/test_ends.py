"""However the program ends, the terminal is as it was, the words are on the disk, and there is one plain sentence."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from mvo_tui.storage.journal import FOLDER
from tests.end_to_end.terminal import PATIENCE, Terminal, isolated_environment

PLAN = "secret.mvo.toml"
TEXT = 'format = 1\n[venture]\nname = "Box"\nproduct = "Zanzibar"   # a word that nobody else shall read\n'
FAULTY = Path(__file__).with_name("faulty_program.py")
MVO_TUI = (sys.executable, "-m", "mvo_tui")


def start(home: Path, command: Sequence[str] = MVO_TUI) -> Terminal:
    (home / PLAN).write_text(TEXT, encoding="utf-8")
    return Terminal([*command, PLAN], home=home, size=(100, 30))


def with_fault(home: Path, fault: str) -> Terminal:
    root = str(Path(__file__).parents[2])
    script = f"import sys; sys.path.insert(0, {root!r}); sys.argv[0] = {str(FAULTY)!r}"
    run = "import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    return start(home, [sys.executable, "-c", f"{script}; {run}", fault])


def park(terminal: Terminal, thought: str) -> None:
    """Change the plan with few keys. It is not saved yet when this returns."""
    terminal.wait_for("Product")
    terminal.press("ctrl+l")
    terminal.wait_for("For later")
    terminal.type(thought)
    terminal.wait_for(thought)
    terminal.press("enter")
    terminal.wait_until_gone("For later")


def is_parked(thought: str, home: Path) -> bool:
    return thought in [item["text"] for item in tomllib.loads((home / PLAN).read_text("utf-8"))["parking_lot"]]


def typed_text(home: Path) -> str:
    """What is kept of a field that was not entered."""
    # An end may leave an older journal behind, which the next start finds to hold nothing new.
    journal = max((home / "state" / FOLDER).iterdir(), key=lambda path: path.stat().st_mtime_ns)
    lines = [json.loads(line.partition(" ")[2]) for line in journal.read_text("utf-8").splitlines()]
    return "".join(line.get("text", "") for line in lines)


def words_after(terminal: Terminal) -> str:
    """What stands on the shell's screen after the end. Lines that were too long for it are whole again."""
    return "".join(terminal.text.splitlines()).strip()


# Signals


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_ends_it_with_everything_on_the_disk(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal([*MVO_TUI, PLAN], home=tmp_path) as terminal:
        terminal.wait_for("What is the venture called")
        terminal.type("Crate\n")
        terminal.wait_for("What do customers get")
        terminal.type("half a thought")
        terminal.wait_for("half a thought")
        terminal.kill(number)
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.is_restored
        assert words_after(terminal) == ""
    assert tomllib.loads((tmp_path / PLAN).read_text("utf-8"))["venture"]["name"] == "Crate"
    assert typed_text(tmp_path) == "half a thought"


def test_a_closed_window(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        park(terminal, "Crate")
        terminal.hang_up()
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP
    assert is_parked("Crate", tmp_path)


def test_a_closed_window_that_nobody_signals(tmp_path: Path) -> None:
    """The terminal is gone, reading and writing it fail, and SIGHUP never comes, as under nohup."""
    deaf = "import os, signal, sys; signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})"
    with start(tmp_path, [sys.executable, "-c", f"{deaf}; os.execv(sys.argv[1], sys.argv[1:])", *MVO_TUI]) as terminal:
        park(terminal, "Crate")
        terminal.hang_up()
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert is_parked("Crate", tmp_path)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_a_dropped_connection(tmp_path: Path) -> None:
    """As under ssh: a login shell leads the session, the program is a job of it, and the far end goes."""
    (tmp_path / PLAN).write_text(TEXT, encoding="utf-8")
    with Terminal(["bash", "--norc", "-i"], home=tmp_path, size=(100, 30), environment={"PS1": "READY "}) as terminal:
        terminal.wait_for("READY")
        words = " ".join(map(shlex.quote, [*MVO_TUI, PLAN]))
        terminal.type(f"sh -c 'echo $$ > number; exec {words}'\n")
        park(terminal, "Crate")
        process = int((tmp_path / "number").read_text())
        assert os.getpgid(process) == process != os.getsid(process) == terminal.process_id
        terminal.hang_up()
        wait_until(lambda: not is_running(process))
    assert is_parked("Crate", tmp_path)


def test_a_connection_that_stalls_and_is_then_dropped(tmp_path: Path) -> None:
    """Nobody reads what is painted, as where a laptop was closed: in the end painting waits, and all else with it."""
    with start(tmp_path) as terminal:
        terminal.wait_for("Product")
        terminal.press("i")
        terminal.wait_for("Why it matters")
        terminal.type("half a thought")
        terminal.wait_for("half a thought")
        terminal.stop_reading(while_pressing="ctrl+t", times=300)
        terminal.hang_up()
        assert terminal.wait_for_exit() in (128 + signal.SIGHUP, 128 + signal.SIGTERM)  # whichever is heard first
    assert typed_text(tmp_path) == "half a thought"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_a_closed_tmux(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_text(TEXT, encoding="utf-8")

    def tmux(*words: str) -> str:
        command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull, *words]
        environment = isolated_environment(tmp_path)
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    tmux("new-session", "-d", "-x", "100", "-y", "30", *MVO_TUI, PLAN)
    try:
        wait_until(lambda: "Product" in tmux("capture-pane", "-p"))
        process = int(tmux("display-message", "-p", "#{pane_pid}"))
        tmux("send-keys", "C-l")
        wait_until(lambda: "For later" in tmux("capture-pane", "-p"))
        tmux("send-keys", "-l", "Crate")
        wait_until(lambda: "Crate" in tmux("capture-pane", "-p"))
        tmux("send-keys", "Enter")
        wait_until(lambda: "For later" not in tmux("capture-pane", "-p"))
    finally:
        tmux("kill-server")
    wait_until(lambda: not is_running(process))
    assert is_parked("Crate", tmp_path)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)  # between two looks; there is nothing to wait on


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_stopped_and_back(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        park(terminal, "Crate")
        terminal.kill(signal.SIGTSTP)
        os.waitid(os.P_PID, terminal.process_id, os.WSTOPPED)
        terminal.wait_for(lambda _: terminal.is_restored)
        assert is_parked("Crate", tmp_path)  # who knows whether it is ever continued
        terminal.resize(110, 32)
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(lambda screen: "Product" in screen.text and "F1 Help" in screen.lines[31])
        assert not terminal.is_restored
        park(terminal, "Chest")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGCONT], ids=lambda number: number.name)
def test_a_stop_that_it_can_not_see_and_a_lone_continue(tmp_path: Path, number: signal.Signals) -> None:
    with start(tmp_path) as terminal:
        terminal.wait_for("Product")
        terminal.kill(number)
        if number is signal.SIGSTOP:
            os.waitid(os.P_PID, terminal.process_id, os.WSTOPPED)
            terminal.kill(signal.SIGCONT)
        park(terminal, "Crate")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored
    assert is_parked("Crate", tmp_path)


# Faults of the program


@pytest.mark.parametrize("where", ["key", "message", "two messages", "timer", "thread", "worker", "paint", "keys"])
def test_a_fault_in_any_handler(tmp_path: Path, where: str) -> None:
    with with_fault(tmp_path, where) as terminal:
        park(terminal, "Crate")
        terminal.press("ctrl+t")
        if where == "keys":
            terminal.wait_until_quiet()
            terminal.send(b"x")
        assert terminal.wait_for_exit() == 1
        assert terminal.is_restored
        said = words_after(terminal)
        assert said.startswith("mvo-tui came upon a fault of its own and had to stop. Your plan is saved.")
        assert "Traceback" not in said
        assert b"Zanzibar" not in terminal.output[terminal.output.rfind(b"\x1b[?1049l") :]
    assert is_parked("Crate", tmp_path)
    (log,) = (tmp_path / "state" / "faults").iterdir()
    assert log.name in said
    assert "Zanzibar" not in log.read_text("utf-8")
    assert "ZeroDivisionError" in log.read_text("utf-8") or where == "keys"


def test_a_fault_while_saving_stops_nobody(tmp_path: Path) -> None:
    with with_fault(tmp_path, "save") as terminal:
        terminal.wait_for("Product")
        terminal.press("ctrl+t")
        park(terminal, "Crate")
        terminal.wait_for("could not be saved: a fault of the")
        terminal.wait_for("NOT SAVED")
        terminal.press("ctrl+q")
        terminal.wait_for("Ctrl+Q again")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 3
        assert terminal.is_restored
        assert words_after(terminal).startswith("Not saved: ")
    assert (tmp_path / PLAN).read_text("utf-8") == TEXT
    logs = list((tmp_path / "state" / "faults").iterdir())
    assert len(logs) <= 5  # one for each save that was tried
    assert "Zanzibar" not in "".join(log.read_text("utf-8") for log in logs)


# A disk that does not answer


def test_a_save_that_hangs_holds_neither_the_keys_nor_the_leaving(tmp_path: Path) -> None:
    with with_fault(tmp_path, "stall") as terminal:
        terminal.wait_for("Product")
        terminal.press("ctrl+t")
        park(terminal, "Crate")
        terminal.wait_for_file(tmp_path / "stalled", "")
        terminal.press("ctrl+z")  # the keys work; the plan is what the file had, but who knows what it will have
        terminal.wait_for("Taken back")
        terminal.press("ctrl+q")
        terminal.wait_for("does not answer")
        terminal.wait_for("Ctrl+Q again")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 3
        assert terminal.is_restored
        assert words_after(terminal).startswith("Not saved: The disk of secret.mvo.toml does not answer")
    assert (tmp_path / PLAN).read_text("utf-8") == TEXT


def test_a_signal_ends_it_even_while_a_save_hangs(tmp_path: Path) -> None:
    with with_fault(tmp_path, "stall") as terminal:
        terminal.wait_for("Product")
        terminal.press("ctrl+t")
        park(terminal, "Crate")
        terminal.wait_for_file(tmp_path / "stalled", "")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert terminal.is_restored
        assert words_after(terminal).startswith("Not saved: ")


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_a_plan_that_can_not_be_opened_for_its_disk_holds_nobody(tmp_path: Path, key: str) -> None:
    with with_fault(tmp_path, "away") as terminal:
        terminal.wait_for("The disk of secret.mvo.toml does not answer yet.")
        terminal.press(key)
        assert terminal.wait_for_exit() == 3
        assert terminal.is_restored
        assert words_after(terminal) == "secret.mvo.toml was not opened: its disk does not answer. Nothing was changed."


def test_a_signal_ends_it_while_it_waits_for_a_disk(tmp_path: Path) -> None:
    with with_fault(tmp_path, "away") as terminal:
        terminal.wait_for("does not answer yet")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert terminal.is_restored


def test_two_slow_saves_pass_no_deadline(tmp_path: Path) -> None:
    """One is under way and another is due. Each alone would be waited for, and together they would take too long."""
    with with_fault(tmp_path, "slow") as terminal:
        terminal.wait_for("Product")
        terminal.press("ctrl+t")
        park(terminal, "Crate")
        terminal.wait_for_file(tmp_path / "saving", "")
        park(terminal, "Chest")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert terminal.is_restored
        said = words_after(terminal)
        assert said.startswith("Not saved: ")
        assert said.endswith("The next start offers what was not saved.")
    (journal,) = [text for path in (tmp_path / "state" / FOLDER).iterdir() if "Chest" in (text := path.read_text())]
    assert is_parked("Crate", tmp_path) or "Crate" in journal


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_that_the_loop_never_hears(tmp_path: Path, number: signal.Signals) -> None:
    """What stands in the field is kept and the terminal given back, by a thread."""
    with with_fault(tmp_path, "busy") as terminal:
        terminal.wait_for("Product")
        terminal.press("i")
        terminal.wait_for("Why it matters")
        terminal.type("half a thought")
        terminal.wait_for("half a thought")
        terminal.press("ctrl+t")
        terminal.wait_for_file(tmp_path / "busy", "")
        terminal.kill(number)
        assert terminal.wait_for_exit() == 128 + number
        assert terminal.is_restored
        assert words_after(terminal).endswith("was stopped. The next start offers what was not saved.")
    assert "half a thought" in typed_text(tmp_path)


def test_where_it_could_not_draw_it_does_not_open(tmp_path: Path) -> None:
    with start(tmp_path, ["sh", "-c", 'exec "$0" "$@" 2>errors', *MVO_TUI]) as terminal:
        assert terminal.wait_for_exit() == 2
    assert "needs a terminal" in (tmp_path / "errors").read_text("utf-8")
