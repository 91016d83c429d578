"""The interview in a real terminal, by keyboard alone: from an empty folder to a saved plan, and through a hang-up."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.knife_post import keys_for
from tests.end_to_end.screen import Screen
from tests.end_to_end.terminal import Terminal, isolated_environment

MVO_TUI = (sys.executable, "-m", "mvo_tui")
PLAN = "knife-post.mvo.toml"
END = "Every question has an answer."
MOST_QUESTIONS = 110
"""In 45 minutes, at 25 seconds an answer."""


def interview(folder: Path) -> Terminal:
    return Terminal([*MVO_TUI, PLAN], home=folder)


def question(screen: Screen) -> str:
    """What is asked, with its context, up to the question mark; empty while nothing is asked."""
    asked = " ".join(line.strip() for line in screen.lines[3:14])
    return f"{asked.partition('?')[0]}?" if "?" in asked and " of 6 " in screen.lines[0] else ""


def answer_next(terminal: Terminal, before: str) -> str:
    """Wait for a question other than `before`, answer it, and return it; empty when the interview is over."""
    terminal.wait_for(lambda screen: END in screen.text or question(screen) not in ("", before))
    if END in terminal.screen.text:
        return ""
    asked = question(terminal.screen)
    for key in keys_for(asked):
        before = terminal.text
        assert question(terminal.screen) == asked, f"{key} was meant for {asked}"
        if key.startswith("<"):
            terminal.press(key.strip("<>"))
        else:
            terminal.type(key)
        terminal.wait_for(lambda screen, before=before: screen.text != before)  # type: ignore[misc]
    return asked


def answer_until(terminal: Terminal, words: str) -> list[str]:
    """Answer until the screen asks for `words`. Returns what was asked before."""
    asked = [""]
    while not (asked[-1] and words in terminal.text):
        asked.append(answer_next(terminal, asked[-1]))
        terminal.wait_for(lambda screen: question(screen) not in ("", asked[-1]))
    return asked[1:]


def test_from_an_empty_folder_to_a_saved_plan_with_the_keyboard_only(tmp_path: Path) -> None:
    with interview(tmp_path) as terminal:
        asked = [answer_next(terminal, "")]
        while asked[-1]:
            asked.append(answer_next(terminal, asked[-1]))
        ready = terminal.screen.text.partition("Ready ")[2].split()[0]
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
        assert terminal.is_restored
    assert len(asked) <= MOST_QUESTIONS

    judged = json.loads(run("check", "--json", PLAN, folder=tmp_path))
    assert judged["level"] == "measured"
    assert f"{judged['readiness']['score']:.0f}" == ready
    written = (tmp_path / PLAN).read_text(encoding="utf-8")
    assert 'value_proposition = "Sharp knives without closing the kitchen"' in written
    assert written.count("[[processes.steps]]") == 4


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, None], ids=["SIGHUP", "SIGTERM", "closed window"])
def test_a_killed_interview_goes_on_at_the_same_question_with_what_was_typed(
    tmp_path: Path, end: signal.Signals | None
) -> None:
    with interview(tmp_path) as terminal:
        answer_until(terminal, "Who are the first customers")
        terminal.type("Restaurants with tw")
        terminal.wait_for("Restaurants with tw")
        if end is None:
            terminal.hang_up()
            terminal.wait_for_exit()  # nobody is left to read the exit code
        else:
            terminal.kill(end)
            assert terminal.wait_for_exit() == 128 + end

    with interview(tmp_path) as terminal:
        terminal.wait_for("Who are the first customers")
        terminal.wait_for("Restaurants with tw")
        terminal.type("o cooks or more\n")
        terminal.wait_for("How far is the venture")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    written = (tmp_path / PLAN).read_text(encoding="utf-8")
    assert 'customer = "Restaurants with two cooks or more"' in written
    assert 'product = "A box for four knives, ordered on a web page"' in written


def test_back_skip_jump_and_undo_are_all_on_the_keyboard(tmp_path: Path) -> None:
    with interview(tmp_path) as terminal:
        answer_until(terminal, "How far is the venture")
        terminal.press("f7")
        terminal.wait_for("Who are the first customers")
        terminal.wait_for("Restaurants of one city")
        terminal.press("f8")
        terminal.wait_for("How far is the venture")
        terminal.press("f6")
        terminal.wait_for("the one outcome")
        terminal.press("ctrl+o")
        terminal.wait_for("Feedback")
        terminal.press("escape")
        terminal.wait_for("the one outcome")
        terminal.press("ctrl+z")
        terminal.wait_for("Taken back")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    written = (tmp_path / PLAN).read_text(encoding="utf-8")
    assert "Restaurants of one city" not in written
    assert "A box for four knives" in written


def run(*arguments: str, folder: Path) -> str:
    finished = subprocess.run(
        [*MVO_TUI, *arguments], env=isolated_environment(folder), cwd=folder, capture_output=True, text=True, check=True
    )
    return finished.stdout
