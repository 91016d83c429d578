"""What no plan is to blame for: a reader that leaves, Ctrl-C, a full disk, a fault of the program, odd encodings."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mvo_tui.cli import judging
from mvo_tui.plan.errors import ExitCode
from tests.cli.conftest import SMALL, Run

MVO_TUI = (sys.executable, "-m", "mvo_tui")
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals as Unix has them")


@pytest.fixture(autouse=True)
def _buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python runs by default: a short output leaves it only at the end."""
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)


def subprocess_of(*words: object, **options: object) -> "subprocess.Popen[bytes]":
    settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options}
    return subprocess.Popen([*MVO_TUI, *map(str, words)], **settings)  # type: ignore[call-overload,no-any-return]


def raises(error: BaseException) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse


# A reader that leaves


@posix
@pytest.mark.parametrize("words", [["--help"], ["samples"], ["schema"], ["samples", "sunday-box"]], ids=" ".join)
def test_a_pipe_that_is_closed_is_met_with_silence(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    process = subprocess_of(*words, stdout=writer)
    os.close(writer)

    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@posix
def test_a_reader_of_one_line_hides_no_shortfall(small: Path) -> None:
    shell = f'"$0" -m mvo_tui check {small} --no-critical | head -1; echo "${{PIPESTATUS[0]}}"'

    done = subprocess.run(
        ["bash", "-c", shell, sys.executable], capture_output=True, text=True, check=False, timeout=60
    )

    first, code = done.stdout.splitlines()
    assert first.startswith(f"{small}: Ready ")
    assert code in ("0", "1")
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full here")
@pytest.mark.parametrize("words", [["samples"], ["schema"]])
def test_what_can_not_be_printed_is_said(words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        process = subprocess_of(*words, stdout=full)
        _, err = process.communicate(timeout=60)

    assert process.returncode == ExitCode.FILE
    assert b"the disk is full" in err
    assert b"Traceback" not in err


@posix
def test_without_any_output_it_works_all_the_same(small: Path) -> None:
    shell = f'"$0" -m mvo_tui set {small} venture.name Box >&- 2>&-'

    done = subprocess.run(["sh", "-c", shell, sys.executable], check=False, timeout=60)

    assert done.returncode == 0
    assert "name = 'Box'" in small.read_text("utf-8")


# Ctrl-C


def test_an_interrupt_ends_with_130_and_no_words(mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mvo_tui.storage.plan_file.open_plan", raises(KeyboardInterrupt()))

    assert mvo("show", small) == (ExitCode.INTERRUPTED, "", "")


@posix
def test_ctrl_c_in_the_plain_interview(small: Path) -> None:
    process = subprocess_of("ask", small, "--plain", stdin=subprocess.PIPE)
    assert process.stdout is not None
    while process.stdout.readline().strip() != b"":  # the first thing said is at an end: the program is at work
        pass
    process.send_signal(signal.SIGINT)

    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


@posix
def test_ctrl_c_while_many_plans_are_judged_ends_every_process(finished: Path) -> None:
    process = subprocess_of("check", *[finished] * 3000, "--json", start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline()

    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all of them

    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@posix
def test_processes_that_help_leave_the_interrupt_to_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    pool = judging._processes()

    assert pool is not None
    with pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


# A fault of the program


def test_a_fault_is_one_line_with_the_name_of_a_file(
    mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setattr("mvo_tui.storage.plan_file.open_plan", raises(ValueError("secret words of the plan")))

    done = mvo("show", small)

    assert done.code == ExitCode.FILE
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert done.err.startswith("mvo-tui came upon a fault of its own. Plans are as they were last saved.")
    details = Path(done.err.rstrip().removesuffix(".").rpartition(" in ")[2])
    assert details.is_relative_to(own_home)
    assert details.read_text("utf-8").startswith("ValueError\n")
    assert "refuse" in details.read_text("utf-8")
    assert "secret" not in done.err + details.read_text("utf-8")
    assert small.read_text("utf-8") == SMALL


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), AssertionError("x"), SystemError()])
def test_so_is_any_other(mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr("mvo_tui.storage.plan_file.open_plan", raises(error))

    done = mvo("diff", small, small)

    assert (done.code, done.err.count("\n")) == (ExitCode.FILE, 1)


def test_where_the_details_can_be_written_nowhere_it_says_so(
    mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mvo_tui.storage.plan_file.open_plan", raises(ValueError()))
    monkeypatch.setattr("tempfile.mkstemp", raises(OSError(28, "No space left on device")))

    done = mvo("show", small)

    assert done.code == ExitCode.FILE
    assert "no place to write the details to" in done.err
    assert done.err.count("\n") == 1


def test_no_traceback_reaches_standard_error(small: Path, own_home: Path) -> None:
    script = """
import sys
from mvo_tui.exports import plan_text
plan_text.PlanIndex = None
from mvo_tui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, "show", str(small)], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == ExitCode.FILE
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


# Encodings


@posix
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize(
    "words", [["show"], ["check"], ["check", "--json"], ["set", "venture.name", "Café"], ["ask", "--plain"]]
)
def test_no_encoding_and_no_name_of_a_file_stops_it(small: Path, encoding: str, words: list[str]) -> None:
    odd = os.path.join(os.fsencode(small.parent), b"caf\xe9 \x1b]0;x\x07.mvo.toml")
    with open(odd, "wb") as file:
        file.write(SMALL.replace("Order desk", "Κουζίνα ☕").encode())
    command, *rest = words
    more = [command, os.fsdecode(odd), *rest]

    done = subprocess.run(
        [*MVO_TUI, *more],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
