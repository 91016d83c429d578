"""The whole main job, listened to: no network, no other program, nothing written but the plan and the program's own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.terminal import Terminal, isolated_environment

LISTENER = Path(__file__).with_name("listener.py")
PLAN = "plans/bakery.mvo.toml"
HARMFUL = (
    'https://example.com/x.png', 'file:///etc/passwd', '$(touch run)', '`touch run`', '; touch run', '| touch run',
    '{{7*7}}', '__import__("os").system("touch run")', '=HYPERLINK("http://example.com")', '[@click=app.quit]x[/]',
    "!!python/object/apply:os.system", "${HOME}", "%APPDATA%", "\\\\host\\share",
)  # fmt: skip
# What asyncio needs to wake itself: a pair of sockets inside the process, tied to nothing.
WITHIN = {"socket.__new__"}


class Machine:
    """A fresh user's machine; `heard` is what the programs that ran on it reached for."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "plans").mkdir()
        self.report = home / "report"

    def command(self, *words: str) -> list[str]:
        return [sys.executable, str(LISTENER), str(self.report), *words]

    def run(self, *words: str, answers: str = "") -> str:
        environment = isolated_environment(self.home)
        done = subprocess.run(
            self.command(*words), cwd=self.home, env=environment, input=answers, capture_output=True, text=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    @property
    def heard(self) -> list[tuple[str, str]]:
        return [(event, about) for event, about, *_ in map(json.loads, self.report.read_text("utf-8").splitlines())]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def outside(machine: Machine) -> list[tuple[str, str]]:
    """What was written elsewhere than in the folder of the plan and in the program's own folders."""
    own = [str(machine.home / name) + os.sep for name in ("plans", "state", "config")]
    own += [str(machine.home / "state"), str(machine.home / "plans"), os.devnull]
    found = []
    for event, about in machine.heard:
        path = os.path.normpath(os.path.join(machine.home, about))
        is_file = event == "open" or event.startswith("os.")
        is_descriptor = about.isdigit()  # its opening was heard
        if is_file and not is_descriptor and not path.startswith(tuple(own)) and not path.startswith("/dev/"):
            found.append((event, about))
    return found


def assert_nobody_was_reached(machine: Machine) -> None:
    reached = {event for event, _ in machine.heard if not event.startswith("os.") and event != "open"}
    assert reached <= WITHIN
    assert not [
        event for event, _ in machine.heard if event.startswith(("os.exec", "os.spawn", "os.system", "os.posix"))
    ]


def in_the_terminal(machine: Machine) -> None:
    """Be asked, edit, undo, save, look at the score, leave; come back, and save elsewhere."""
    environment = {"EDITOR": "touch run"}  # which nobody asks for
    with Terminal(machine.command(PLAN), home=machine.home, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("What is the venture called")
        terminal.type("Roll Call\n")
        terminal.wait_for("What do customers get")
        terminal.type("Warm rolls $(touch run)\n")
        terminal.wait_until_gone("What do customers get")
        terminal.press("f2")
        terminal.wait_for("Can we deliver this")
        terminal.press("ctrl+l")
        terminal.wait_for("For later")
        terminal.type("https://example.com\n")
        terminal.wait_until_gone("For later")
        terminal.press("ctrl+s")
        terminal.wait_for_file(machine.home / PLAN, "https://example.com")
        terminal.press("f1")
        terminal.wait_for("Help")
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_for_exit() == 0


def test_the_whole_job_reaches_nobody_and_writes_nowhere_else(machine: Machine) -> None:
    in_the_terminal(machine)
    machine.run("ask", PLAN, "--plain", answers="\n\nOur customers\n\ndone\n")
    machine.run("set", PLAN, "venture.name", "Rolls")
    for words in (["check", "--json", PLAN], ["show", PLAN], ["new", "plans/second.mvo.toml", "--sample", "agency"]):
        machine.run(*words)
    assert_nobody_was_reached(machine)
    assert outside(machine) == []
    assert {entry.name for entry in machine.home.iterdir()} <= {"plans", "state", "config", "report"}
    assert {entry.name for entry in (machine.home / "plans").iterdir()} == {"bakery.mvo.toml", "second.mvo.toml"}


def test_the_listener_hears(machine: Machine) -> None:
    """A test that could not fail would tell nothing."""
    script = (
        f"import sys; sys.path.insert(0, {str(LISTENER.parent)!r})\n"
        f"import listener; listener.listen({str(machine.report)!r})\n"
        "import socket, subprocess; open('elsewhere', 'w').close(); subprocess.run(['true']);"
        "socket.socket().close()\ntry: socket.getaddrinfo('localhost', 80)\nexcept OSError: pass"
    )
    subprocess.run([sys.executable, "-c", script], cwd=machine.home, check=True)
    events = {event for event, _ in machine.heard}
    assert {"subprocess.Popen", "socket.getaddrinfo", "socket.__new__"} <= events
    assert ("open", "elsewhere") in outside(machine)


def test_nothing_in_a_plan_is_run_opened_or_fetched(machine: Machine) -> None:
    roles = "".join(f"[[roles]]\nname = {json.dumps(text)}\nduties = {json.dumps(text)}\n" for text in HARMFUL)
    tools = "".join(f"[[tools]]\nname = {json.dumps(text)}\npurpose = {json.dumps(text)}\n" for text in HARMFUL)
    (machine.home / PLAN).write_text(f"format = 1\n{roles}{tools}", "utf-8")
    for command in ("check", "show"):
        machine.run(command, PLAN)
    machine.run("set", PLAN, "venture.name", HARMFUL[0])
    with Terminal(machine.command(PLAN), home=machine.home, size=(120, 40)) as terminal:
        terminal.wait_for("Can we deliver this")
        terminal.press("5", "down", "down", "enter", "f8", "f8")
        terminal.wait_until_quiet()
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert_nobody_was_reached(machine)
    assert outside(machine) == []
    assert not list(machine.home.rglob("run"))


SECRET = "Xanadu-7731"


def test_no_word_of_a_plan_is_in_a_fault_report_or_beside_the_plan(machine: Machine) -> None:
    """A crash in the middle of the work. What recovery needs (backups, the journal) is private; nothing else has it."""
    (machine.home / PLAN).write_text(f'format = 1\n[venture]\nname = "{SECRET}"\nproduct = "{SECRET}"\n', "utf-8")
    root = Path(__file__).parents[2]
    faulty = root / "tests" / "end_to_end" / "faulty_program.py"
    script = (
        f"import sys, runpy; sys.path.insert(0, {str(root)!r}); runpy.run_path({str(faulty)!r}, run_name='__main__')"
    )
    with Terminal([sys.executable, "-c", script, "key", PLAN], home=machine.home, size=(100, 30)) as terminal:
        terminal.wait_for("Product")
        terminal.press("ctrl+l")
        terminal.wait_for("For later")
        terminal.type(f"{SECRET}\n")
        terminal.wait_until_gone("For later")
        terminal.press("ctrl+t")
        assert terminal.wait_for_exit() == 1
    assert list((machine.home / "state" / "faults").iterdir())
    holders = {
        path.relative_to(machine.home).parts[:2] for path in files(machine.home) if SECRET in path.read_text("utf-8")
    }
    assert holders <= {("plans", "bakery.mvo.toml"), ("state", "backups"), ("state", "journal")}
    assert all(path.stat().st_mode & 0o077 == 0 for path in files(machine.home / "state"))


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
