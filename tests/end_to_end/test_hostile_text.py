"""Text that would harm a careless program goes in by keyboard, paste and file, and stays what it is: text."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.end_to_end.terminal import Terminal

PLAN = "plan.mvo.toml"
MARKUP = "[bold]x[/] [/] [@click=app.quit]y[/] $z {x} \\"
RIGHT_TO_LEFT = "שלום\u200b עולם"
CLIPBOARD_THEFT = "\x1b]52;c;aGFybQ==\x07"


def open_plan(folder: Path, text: str = "format = 1\n") -> Terminal:
    (folder / PLAN).write_text(text, encoding="utf-8")
    return Terminal([sys.executable, "-m", "mvo_tui", PLAN], home=folder, size=(100, 30))


def edit_name(terminal: Terminal) -> None:
    """Open the editor for the name of the venture, which is the first line of the first form."""
    terminal.wait_for("Product")
    terminal.wait_until_quiet()
    terminal.press("f6")
    terminal.wait_until_quiet()
    terminal.press("f2")
    terminal.wait_for("What is the venture called")
    terminal.wait_until_quiet()


def saved(folder: Path, terminal: Terminal) -> dict[str, Any]:
    """Leave, and read what was saved."""
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert terminal.is_restored
    return tomllib.loads((folder / PLAN).read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [MARKUP, RIGHT_TO_LEFT], ids=["markup", "right to left"])
def test_typed_text_is_shown_and_saved_as_it_is(tmp_path: Path, text: str) -> None:
    with open_plan(tmp_path) as terminal:
        edit_name(terminal)
        terminal.type(f"{text}\n")
        terminal.wait_until_gone("What is the venture called")
        if text is MARKUP:
            terminal.wait_for(lambda screen: screen.lines[0].startswith(f" {text}"))
        plan = saved(tmp_path, terminal)
    assert plan["venture"]["name"] == text


def test_a_paste_can_not_press_keys(tmp_path: Path) -> None:
    with open_plan(tmp_path) as terminal:
        edit_name(terminal)
        terminal.paste("Knife\x1b[201~\x11 Post")
        terminal.wait_for("Knife")
        terminal.press("enter")
        terminal.wait_until_gone("What is the venture called")
        plan = saved(tmp_path, terminal)
    assert "\x11" not in plan["venture"]["name"]
    assert plan["venture"]["name"].startswith("Knife")


def test_five_pasted_lines_are_five_items_after_a_preview(tmp_path: Path) -> None:
    with open_plan(tmp_path) as terminal:
        terminal.wait_for("Product")
        terminal.press("2")
        terminal.wait_for(lambda screen: " Journey" in screen.lines[2])
        terminal.press("ctrl+n")
        terminal.wait_for("Which stretches")
        terminal.wait_until_quiet()
        terminal.paste("Hears of us\nCalls\nBooks [/]\nIs served\nComes back\n")
        terminal.wait_for("+  5  Comes back")
        assert "stages" not in (tmp_path / PLAN).read_text(encoding="utf-8")
        terminal.press("enter")
        terminal.wait_for_file(tmp_path / PLAN, "Comes back")
        terminal.press("escape")
        plan = saved(tmp_path, terminal)
    assert [stage["name"] for stage in plan["stages"]] == [
        "Hears of us",
        "Calls",
        "Books [/]",
        "Is served",
        "Comes back",
    ]


def test_a_pasted_megabyte_is_cut_and_said_so(tmp_path: Path) -> None:
    with open_plan(tmp_path) as terminal:
        edit_name(terminal)
        terminal.paste("word " * 200_000)
        terminal.wait_for("word word")
        terminal.press("enter")
        terminal.wait_until_gone("What is the venture called", timeout=60)
        plan = saved(tmp_path, terminal)
    assert plan["venture"]["name"].startswith("word word")


def test_control_sequences_in_a_file_never_reach_the_terminal(tmp_path: Path) -> None:
    text = f'format = 1\n[venture]\nname = "a{CLIPBOARD_THEFT!a}b"\n'.replace("'", "").replace("\\x", "\\u00")
    assert tomllib.loads(text)["venture"]["name"] == f"a{CLIPBOARD_THEFT}b"
    with open_plan(tmp_path, text) as terminal:
        terminal.wait_for("Product")
        terminal.wait_until_quiet()
        saved(tmp_path, terminal)
        assert b"\x1b]52" not in terminal.output
    assert (tmp_path / PLAN).read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_do_not_end_the_program(tmp_path: Path) -> None:
    with open_plan(tmp_path) as terminal:
        edit_name(terminal)
        terminal.send(b"caf\xe9 \xff\xfe")
        terminal.type("ok\n")
        terminal.wait_until_gone("What is the venture called")
        plan = saved(tmp_path, terminal)
    assert plan["venture"]["name"].endswith("ok")
