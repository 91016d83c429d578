"""The founder's own editor, in a real terminal: a field, a list and the whole file go there and come back."""

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.terminal import Terminal

PLAN = "bakery.mvo.toml"
BY_HAND = """\
# Ask Mira before you change the promise!
format = 1

[venture]
name = "Roll Call"   # on the van

[[processes]]
id = "bake"
name = "Bake the rolls"

[[processes.steps]]
action = "Knead"

[[processes.steps]]
action = "Bake"
"""
EDITOR = """\
#!{python}
# A fake editor: notes what it was given, asks in the terminal, and does what the test has told it to.
import os, pathlib, sys
path = pathlib.Path(sys.argv[-1])
with open({notes!r}, "a") as notes:
    folder = path.parent
    print(sys.argv[1:-1], path.name, oct(path.stat().st_mode & 0o777), oct(folder.stat().st_mode & 0o777), file=notes)
    print(repr(path.read_text()), file=notes)
print("THE EDITOR HAS THE TERMINAL", flush=True)
told = input()
{does}
"""


class Machine:
    """A plan, and an editor that does `does` to the text in `path`, being `told` a line."""

    def __init__(self, home: Path) -> None:
        self.home, self.plan, self.notes = home, home / PLAN, home / "notes"
        self.plan.write_text(BY_HAND, encoding="utf-8")

    def terminal(self, does: str, *, size: tuple[int, int] = (120, 40), screen: str = "") -> Terminal:
        editor = self.home / "my editor"
        editor.write_text(EDITOR.format(python=sys.executable, notes=str(self.notes), does=does), encoding="utf-8")
        editor.chmod(0o755)
        words = [sys.executable, "-m", "mvo_tui", *([screen] if screen else []), PLAN]
        return Terminal(words, home=self.home, size=size, environment={"VISUAL": f"'./{editor.name}' --wait"})

    @property
    def lent(self) -> list[Path]:
        """What is still lent to the editor."""
        return [path for path in (self.home / "state" / "lent").rglob("*") if path.is_file()]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def go_to_the_name(terminal: Terminal) -> None:
    """Go to the first field of the process."""
    terminal.wait_for("Can we deliver this")
    terminal.press("3", "down")
    terminal.wait_for("Process: Bake the rolls")
    terminal.wait_until_quiet()
    terminal.press("f6")
    terminal.wait_until_quiet()


def lend(terminal: Terminal, told: str = "") -> None:
    """Wait for the editor, and tell it what it waits for."""
    terminal.wait_for("THE EDITOR HAS THE TERMINAL")
    terminal.type(f"{told}\n")


def from_palette(terminal: Terminal, words: str) -> None:
    terminal.press("ctrl+p")
    terminal.wait_for("An action, or a place of the plan")
    terminal.type(words)
    terminal.wait_for("in an editor of your own")
    terminal.wait_until_quiet()
    terminal.press("enter")


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert terminal.is_restored


def test_a_field_goes_to_the_editor_and_comes_back_as_an_answer(machine: Machine) -> None:
    with machine.terminal("path.write_text('Bake the buns\\n')") as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        lend(terminal)
        terminal.wait_for("Process: Bake the buns")
        terminal.wait_for_file(machine.plan, 'name = "Bake the buns"')
        terminal.press("ctrl+z")
        terminal.wait_for("Process: Bake the rolls")
        terminal.press("ctrl+s")
        terminal.wait_for_file(machine.plan, "Bake the rolls")
        leave(terminal)
    assert machine.plan.read_text("utf-8") == BY_HAND
    given = machine.notes.read_text("utf-8").splitlines()
    assert given[0] == "['--wait'] processes-bake-name.txt 0o600 0o700"
    assert given[1] == repr("Bake the rolls\n")
    assert machine.lent == []


def test_what_is_being_typed_goes_along_and_keys_are_heard_afterwards(machine: Machine) -> None:
    with machine.terminal("path.write_text(path.read_text().strip() + ' at four')") as terminal:
        go_to_the_name(terminal)
        terminal.press("f2")
        terminal.wait_for("What is this work called")
        terminal.type(" early")
        terminal.wait_for("Bake the rolls early")
        terminal.press("f4")
        lend(terminal)
        terminal.wait_for("Process: Bake the rolls early at four")
        terminal.press("down", "f2")
        terminal.wait_for("has to happen so that")
        terminal.type("The alarm rings\n")
        terminal.wait_for_file(machine.plan, "The alarm rings")
        leave(terminal)


def test_a_list_is_edited_a_line_an_item(machine: Machine) -> None:
    with machine.terminal(
        "path.write_text('Weigh, 3 min\\n' + path.read_text().replace('Bake', 'Bake for an hour'))"
    ) as terminal:
        go_to_the_name(terminal)
        terminal.press("end", "up", "up", "f4")
        lend(terminal)
        terminal.wait_for("Bake for an hour")
        terminal.wait_for_file(machine.plan, "Bake for an hour")
        leave(terminal)
    actions = [line for line in machine.plan.read_text("utf-8").splitlines() if line.startswith("action")]
    assert actions == ['action = "Weigh"', 'action = "Knead"', 'action = "Bake for an hour"']


def test_an_answer_that_is_refused_stands_in_the_field_with_the_reason(machine: Machine) -> None:
    with machine.terminal("path.write_text('tomorrow, maybe')") as terminal:
        go_to_the_name(terminal)
        terminal.wait_for("Rehearsed on")
        for _ in range(10):
            terminal.press("down")
        terminal.press("f4")
        lend(terminal)
        terminal.wait_for("tomorrow, maybe")
        terminal.wait_for("cannot be read here")
        leave(terminal)


def test_an_editor_that_fails_changes_nothing(machine: Machine) -> None:
    with machine.terminal("path.write_text('spoilt'); sys.exit(3)") as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        lend(terminal)
        terminal.wait_for("ended with an error (3)")
        leave(terminal)
    assert machine.plan.read_text("utf-8") == BY_HAND
    assert machine.lent == []


def test_the_whole_file_comes_back_with_its_comments_and_nothing_else_is_asked(machine: Machine) -> None:
    does = "path.write_text('# Mira: call first\\n' + path.read_text().replace('Roll Call', told))"
    with machine.terminal(does) as terminal:
        terminal.wait_for("Can we deliver this")
        from_palette(terminal, "whole file in")
        lend(terminal, "Bun Call")
        terminal.wait_for("Edit the whole file: done.")
        terminal.wait_for(lambda screen: screen.lines[0].startswith(" Bun Call"))
        edited = "# Mira: call first\n" + BY_HAND.replace("Roll Call", "Bun Call")
        terminal.wait_for_file(machine.plan, edited)
        assert not list((machine.home / "state" / "journal").glob("*.jsonl"))
        go_to_the_name(terminal)
        terminal.press("f4")
        lend(terminal)
        terminal.wait_until_quiet()
        assert "another program" not in terminal.text
        terminal.press("ctrl+z")
        terminal.wait_for(lambda screen: screen.lines[0].startswith(" Roll Call") or "Taken back" in screen.text)
        leave(terminal)
    assert machine.lent == []


def test_a_whole_file_that_is_no_plan_is_edited_again_or_given_up(machine: Machine) -> None:
    does = "path.write_text(path.read_text() + told + '\\n')"
    with machine.terminal(does) as terminal:
        terminal.wait_for("Can we deliver this")
        from_palette(terminal, "whole file in")
        lend(terminal, "[[roles]")
        terminal.wait_for("can't be taken as the plan")
        terminal.wait_for(f"{PLAN}:16")
        assert machine.plan.read_text("utf-8") == BY_HAND
        terminal.press("enter")
        lend(terminal, "name = ")
        terminal.wait_for("can't be taken as the plan")
        terminal.press("down", "enter")
        terminal.wait_until_gone("can't be taken as the plan")
        leave(terminal)
    given = machine.notes.read_text("utf-8").splitlines()
    assert given[3] == repr(BY_HAND + "[[roles]\n")
    assert machine.plan.read_text("utf-8") == BY_HAND


def test_the_interview_lends_its_answer_from_the_palette(machine: Machine) -> None:
    with machine.terminal("path.write_text('A bag of rolls')", screen="") as terminal:
        terminal.wait_for("Can we deliver this")
        terminal.press("i")
        terminal.wait_for("F8 Next")
        terminal.wait_until_quiet()
        asked = terminal.text
        from_palette(terminal, "Answer in $E")
        lend(terminal)
        terminal.wait_for_file(machine.plan, "A bag of rolls")
        terminal.wait_for(lambda screen: screen.text != asked)
        leave(terminal)


def test_ctrl_c_in_the_editor_is_not_ours(machine: Machine) -> None:
    does = "path.write_text('Bake the buns')"
    with machine.terminal(f"signal_seen = told\n{does}") as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        terminal.wait_for("THE EDITOR HAS THE TERMINAL")
        terminal.kill(signal.SIGINT)
        terminal.type("\n")
        terminal.wait_for("Process: Bake the buns")
        leave(terminal)


def test_a_signal_that_ends_us_ends_the_editor_and_everything_is_saved(machine: Machine) -> None:
    with machine.terminal("") as terminal:
        go_to_the_name(terminal)
        terminal.press("f2")
        terminal.wait_for("What is this work called")
        terminal.type("!\n")
        terminal.wait_for("Process: Bake the rolls!")
        terminal.press("f4")
        terminal.wait_for("THE EDITOR HAS THE TERMINAL")
        assert "Bake the rolls!" in machine.plan.read_text("utf-8")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert terminal.is_restored
    assert machine.lent == []


def test_a_window_that_is_closed_ends_the_editor_and_us(machine: Machine) -> None:
    with machine.terminal("") as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        terminal.wait_for("THE EDITOR HAS THE TERMINAL")
        terminal.hang_up()
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP
    assert machine.lent == []
    assert not (machine.home / "state" / "faults").exists()


def test_without_an_editor_a_sentence_says_how_to_name_one(machine: Machine) -> None:
    command = [sys.executable, "-m", "mvo_tui", PLAN]
    with Terminal(command, home=machine.home, size=(120, 40), environment={"EDITOR": "no-such-editor -x"}) as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        terminal.wait_for("no-such-editor")
        leave(terminal)


def test_folders_that_are_lent_are_private(machine: Machine) -> None:
    with machine.terminal("") as terminal:
        go_to_the_name(terminal)
        terminal.press("f4")
        terminal.wait_for("THE EDITOR HAS THE TERMINAL")
        (lent,) = machine.lent
        assert stat.S_IMODE(os.stat(lent).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(lent.parent).st_mode) == 0o700
        terminal.type("\n")
        terminal.wait_for("Nothing was changed in the editor.")
        leave(terminal)
