"""Where there is no terminal to draw on, the program says in one line what to run instead."""

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.terminal import Terminal, isolated_environment

MVO_TUI = (sys.executable, "-m", "mvo_tui")


@pytest.mark.parametrize("arguments", [(), ("demo",), ("plan.mvo.toml",)])
def test_in_a_pipe_it_says_one_line_and_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = subprocess.run(
        [*MVO_TUI, *arguments],
        env=isolated_environment(tmp_path),
        cwd=tmp_path,
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 2
    assert finished.stdout == ""
    assert len(finished.stderr.splitlines()) == 1
    assert "mvo-tui ask" in finished.stderr
    assert not (tmp_path / "plan.mvo.toml").exists()


def test_with_only_the_output_in_a_pipe_it_says_the_same(tmp_path: Path) -> None:
    shell = [*MVO_TUI, "demo", "|", "cat"]
    with Terminal(["sh", "-c", f"{' '.join(shell)}; echo end"], home=tmp_path) as terminal:
        terminal.wait_for("\nend")
        assert "mvo-tui ask" in terminal.text
        assert b"\x1b" not in terminal.output


def test_on_a_dumb_terminal_it_says_one_line_and_draws_nothing(tmp_path: Path) -> None:
    with Terminal([*MVO_TUI, "demo"], home=tmp_path, environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait_for_exit() == 2
        assert b"\x1b" not in terminal.output
        assert terminal.output.count(b"\n") == 1
        assert "mvo-tui ask" in terminal.text.replace("\n", "")
