"""The workbench in a real terminal: a plan that a person wrote by hand is edited, and stays theirs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.terminal import Terminal

PLAN = "bakery.mvo.toml"
BY_HAND = """\
# Our plan. Ask Mira before you change the promise!

format = 1   # never changes

[venture]
name     = 'Roll Call'            # the name on the van
product  = "Warm rolls, by bicycle"
customer = "Two streets, 40 doors"
city     = "Lund"                 # a key of our own

[[promises]]
id        = "warm-by-seven"
core      = true
statement = "Rolls are warm and at the door by 7:00"
measure   = "doors served by 7:00"   # counted by the driver
target    = 95.0
unit      = "%"
direction = "at least"

# Mira: the steps come from a walk on 3 May.
[[processes]]
name = "Bake the rolls"
trigger = 'The alarm at 04:30'
tools = [
  "oven",    # the old one
]
[[processes.steps]]
action = "Light the oven"
[[processes.steps]]
action = "Weigh the dough"
minutes = 0x0A

[[tools]]
id = "oven"
name = "Oven"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A git repository with the plan in it."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    (tmp_path / PLAN).write_text(BY_HAND, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", PLAN)
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def changes(folder: Path) -> list[str]:
    """The lines that `git diff` says were taken out and put in."""
    diff = git(folder, "diff", "--unified=0", "--", PLAN).splitlines()
    return [line for line in diff if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def workbench(folder: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "mvo_tui", PLAN], home=folder, size=(120, 40))


def look_at_the_process(terminal: Terminal) -> None:
    """Go to the form of "Bake the rolls"; the cursor comes to stand on its first line."""
    terminal.wait_for("Can we deliver this")
    terminal.press("3", "down")
    terminal.wait_for("Process: Bake the rolls")
    terminal.wait_until_quiet()
    terminal.press("f6")
    terminal.wait_until_quiet()


def answer(terminal: Terminal, asked: str, text: str) -> None:
    """Open the editor of the line under the cursor, put `text` in the place of what is there, and accept it."""
    terminal.press("f2")
    terminal.wait_for(asked)
    terminal.wait_until_quiet()
    terminal.press("ctrl+u")
    terminal.type(text)
    terminal.wait_for(text)
    terminal.press("enter")
    terminal.wait_until_gone(asked)


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert terminal.is_restored


def test_git_diff_shows_only_the_edited_line(folder: Path) -> None:
    with workbench(folder) as terminal:
        look_at_the_process(terminal)
        terminal.press("down")
        terminal.wait_until_quiet()
        answer(terminal, "has to happen so that", "Pavel rings the bell")
        terminal.wait_for_file(folder / PLAN, "Pavel rings the bell")
        leave(terminal)
    # The first save also gives the process the id that it had been without.
    assert changes(folder) == [
        '+id = "bake-the-rolls"',
        "-trigger = 'The alarm at 04:30'",
        "+trigger = 'Pavel rings the bell'",
    ]


def test_undo_leaves_no_trace_of_the_edit(folder: Path) -> None:
    with workbench(folder) as terminal:
        look_at_the_process(terminal)
        answer(terminal, "What is this work called", "Bake the buns")
        terminal.wait_for_file(folder / PLAN, 'name = "Bake the buns"')
        assert '+id = "bake-the-rolls"' in changes(folder)
        terminal.press("ctrl+z")
        terminal.wait_for("Process: Bake the rolls")
        terminal.press("ctrl+s")
        terminal.wait_for_file(folder / PLAN, "Bake the rolls")
        leave(terminal)
    assert changes(folder) == []


def test_looking_around_changes_nothing(folder: Path) -> None:
    with workbench(folder) as terminal:
        look_at_the_process(terminal)
        terminal.press("f8", "f8", "f6", "f1")
        terminal.wait_for("Help")
        terminal.press("escape")
        leave(terminal)
    assert changes(folder) == []


def cells(terminal: Terminal) -> list[list[object]]:
    """Every cell with its colours; what colour the text of a blank would have can't be seen."""
    shown = [[terminal.screen.style(row, column) for column in range(120)] for row in range(40)]
    return [[cell._replace(fg="", bold=False) if cell.data == " " else cell for cell in row] for row in shown]


def test_what_stands_after_many_keys_is_what_is_painted_anew(folder: Path) -> None:
    """Keys write the cells that differ; after a change of size all cells are written."""
    with workbench(folder) as terminal:
        look_at_the_process(terminal)
        answer(terminal, "What is this work called", "Bake “bröd” 日本")
        terminal.press("f8", "ctrl+p")
        terminal.type("board")
        terminal.press("escape", "b", "down", "right", "w", "6", "down", "ctrl+z", "1", "down", "x")
        terminal.wait_until_quiet()
        before = cells(terminal)
        terminal.resize(110, 36)
        terminal.wait_until_quiet()
        terminal.resize(120, 40)
        terminal.wait_until_quiet()
        assert cells(terminal) == before
        leave(terminal)


def test_a_key_writes_little_more_than_the_cells_that_it_changes(folder: Path) -> None:
    """Textual's own way takes thousands of bytes. Where it writes in another form, ours has to be taught."""
    with workbench(folder) as terminal:
        look_at_the_process(terminal)
        terminal.press("down")
        terminal.wait_until_quiet()
        before = len(terminal.output)
        terminal.press("up")
        terminal.wait_until_quiet()
        assert 0 < len(terminal.output) - before < 600
        leave(terminal)


def test_it_can_be_worked_on_while_the_window_changes_its_size(folder: Path) -> None:
    with workbench(folder) as terminal:
        terminal.wait_for("Can we deliver this")
        terminal.resize(80, 24)
        terminal.wait_until_gone("Can we deliver this")
        terminal.wait_for("F1 Help")
        terminal.resize(40, 12)
        terminal.wait_until_gone("F1 Help")
        terminal.resize(120, 40)
        terminal.wait_for("Can we deliver this")
        leave(terminal)
