"""SIGKILL at a random moment while a founder types and the program saves: no thought that was entered is lost.

Bounded in the suite; a hundred kills when asked: ``MVO_TUI_KILLS=100 pytest tests/end_to_end/test_kills.py``.
A failure prints the seed; ``MVO_TUI_SEED`` repeats it.
"""

import os
import random
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.replaying import replay
from tests.end_to_end.terminal import Terminal, TerminalError

KILLS = int(os.environ.get("MVO_TUI_KILLS", "4"))
FIRST_SEED = int(os.environ.get("MVO_TUI_SEED", str(random.SystemRandom().randrange(10**6))))
PLAN = "plan.mvo.toml"
TEXT = 'format = 1   # by hand\n[venture]\nname = "Box"\nproduct = "Rolls"\n'


def thoughts_in(path: Path) -> list[str]:
    """The parked thoughts in the file. Fails where it is not whole."""
    return [item.text or "" for item in open_plan(path).plan.parking_lot]


def places_of_words(path: Path) -> list[list[str]]:
    """The thoughts in each place that may hold them: the file, backups, the journal that the kill left behind."""
    return [*(thoughts_in(found) for found in (path, *backups_of(path))), *thoughts_in_journals(path)]


def thoughts_in_journals(path: Path) -> list[list[str]]:
    """Those after all edits of each journal."""
    found = left_behind(path)
    for each in found:
        each.release()
    return [[item.text or "" for item in replay(each.content).plan.parking_lot] for each in found]


def park(terminal: Terminal, thought: str) -> None:
    terminal.press("ctrl+l")
    terminal.wait_for("For later")
    terminal.type(thought)
    terminal.wait_for(thought)
    terminal.press("enter")
    terminal.wait_until_gone("For later")


def kill_while_typing(folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    folder.mkdir()
    path = folder / PLAN
    path.write_text(TEXT, "utf-8")
    entered: list[str] = []
    with Terminal([sys.executable, "-m", "mvo_tui", PLAN], home=folder, size=(80, 24)) as terminal:
        terminal.wait_for("Product")
        for number in range(1, dice.randint(2, 6)):
            entered.append(f"thought {number} of {seed}")
            park(terminal, entered[-1])
            if dice.random() < 0.3:
                terminal.press("ctrl+s")
                terminal.wait_for_file(path, entered[-1])
        if dice.random() < 0.3:
            terminal.press("ctrl+l")
            terminal.type("and anoth")
        elif dice.random() < 0.3:
            terminal.press("ctrl+s")
        time.sleep(dice.uniform(0.0, 1.3))  # the moment is the point: before, in and after the save of a second later
        terminal.kill()
        assert terminal.wait_for_exit() == -9
    found = thoughts_in(path)
    assert found == entered[: len(found)]
    assert entered in places_of_words(path), f"seed {seed}"
    assert open_plan(path).plan.venture.name == "Box"
    assert "# by hand" in path.read_text("utf-8")
    wreck = [entry.name for entry in folder.iterdir() if entry.name.endswith(".new")]
    assert len(wreck) <= 1  # the file that was being written


def test_killed_at_random_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(FIRST_SEED, FIRST_SEED + KILLS):
        monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / str(seed) / "state"))  # that of the program in there
        try:
            kill_while_typing(tmp_path / str(seed), seed)
        except (AssertionError, TerminalError) as error:
            raise AssertionError(f"MVO_TUI_SEED={seed}: {error}") from error
