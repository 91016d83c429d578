"""Commands, options and help: what there is, and what is said where the words make no sense."""

import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

from mvo_tui import __version__
from mvo_tui.cli import commands
from mvo_tui.plan.errors import ExitCode
from tests.cli.conftest import Run

COMMANDS = tuple(commands.HELP)


def test_every_command_has_a_module_and_a_line_in_the_help() -> None:
    modules = {module.name for module in iter_modules(commands.__path__)}
    assert modules == {
        "ask",
        "check",
        "demo",
        "diff",
        "info",
        "load",
        "merge",
        "new",
        "open",
        "samples",
        "schema",
        "set",
        "show",
        "trace",
        "without",
    }
    assert set(COMMANDS) == modules


def test_help_lists_every_command_and_the_exit_codes(mvo: Run) -> None:
    done = mvo("--help")

    assert done.code == ExitCode.DONE
    assert all(f"\n    {name} " in done.out for name in COMMANDS)
    assert "130 interrupted" in done.out
    assert "mvo-tui demo" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(mvo: Run, name: str) -> None:
    done = mvo(name, "--help")

    assert done.code == ExitCode.DONE
    usage, _, rest = done.out.partition("\n\n")
    assert usage.startswith(f"usage: mvo-tui {name}")
    assert rest[0].isupper()
    assert max(map(len, done.out.splitlines())) <= 80
    if name != "info":
        assert f"\n  mvo-tui {name}" in rest


def test_help_is_as_wide_as_the_terminal_within_reason(mvo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    narrow = mvo("check", "--help").out
    monkeypatch.setenv("COLUMNS", "wide")

    assert "usage: mvo-tui check [-h] [--json]\n" in narrow
    assert mvo("check", "--help").code == ExitCode.DONE


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version(mvo: Run, option: str) -> None:
    assert mvo(option) == (ExitCode.DONE, f"mvo-tui {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc", "plan.mvo.toml"], 'Did you mean "check"?'),
        (["shwo"], 'Did you mean "show"?'),
        (["bakery.mvo.toml", "other.mvo.toml"], "unrecognized arguments: other.mvo.toml"),
        (["check"], "required: PLAN"),
        (["check", "--wrong", "plan.mvo.toml"], "mvo-tui check: error: unrecognized arguments: --wrong"),
        (["check", "plan.mvo.toml", "--fail-under", "much"], "a number from 0 to 100, not 'much'"),
        (["check", "plan.mvo.toml", "--fail-under", "nan"], "from 0 to 100"),
        (["check", "plan.mvo.toml", "--fail-under", "101"], "from 0 to 100"),
        (["set", "plan.mvo.toml"], "required: PLACE"),
        (["diff", "plan.mvo.toml"], "required: B"),
        (["trace", "plan.mvo.toml"], "required: PLACE"),
        (["without"], "required: PLAN"),
        (["info", "more"], "unrecognized arguments: more"),
        (["--wrong"], "unrecognized arguments: --wrong"),
        (["info", "\x1b]0;title\x07\u202e"], "unrecognized arguments: <U+001B>]0;title<U+0007><U+202E>"),
    ],
)
def test_words_that_make_no_sense(mvo: Run, words: list[str], said: str) -> None:
    done = mvo(*words)

    assert done.code == ExitCode.USAGE
    assert said in done.err
    assert done.out == ""


def test_a_file_may_be_called_nearly_like_a_command(mvo: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chekc").write_text("format = 1\n")

    assert "there is no command" not in mvo("chekc").err
    assert "needs a terminal" in mvo("open", "shwo").err


def test_python_m_is_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mvo_tui", "--version"], capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, f"mvo-tui {__version__}\n", "")


_MODULES = """
import sys
before = set(sys.modules)
from mvo_tui.cli.main import main
code = main(sys.argv[1:])
names = {name for name in set(sys.modules) - before if "." not in name}
print("\\n", code, *names, file=sys.stderr)
"""


def modules_of(*words: str, folder: Path) -> set[str]:
    """The top-level modules that a command imports, in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _MODULES, *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        cwd=folder,
        stdin=subprocess.DEVNULL,
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code in ("0", "1"), done.stderr
    return set(names)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "--help"]])
def test_help_and_version_import_little(tmp_path: Path, words: list[str]) -> None:
    slow = {"json", "pathlib", "pydantic", "shutil", "textual", "tomllib"}
    if sys.version_info < (3, 14):  # since then argparse colours its help, and needs them for it
        slow |= {"dataclasses", "inspect", "typing"}

    assert not modules_of(*words, folder=tmp_path) & slow


@pytest.mark.parametrize(
    "words",
    [
        ["ask", "small.mvo.toml", "--plain"],
        ["check", "small.mvo.toml"],
        ["diff", "small.mvo.toml", "small.mvo.toml"],
        ["info"],
        ["new", "other.mvo.toml"],
        ["samples"],
        ["schema"],
        ["set", "small.mvo.toml", "venture.name", "Monday Box"],
        ["show", "small.mvo.toml"],
        ["trace", "small.mvo.toml", "tools.phone"],
        ["without", "small.mvo.toml", "tools.phone", "--json"],
    ],
    ids=" ".join,
)
def test_what_opens_no_interface_imports_no_textual(small: Path, words: list[str]) -> None:
    assert not modules_of(*words, folder=small.parent) & {"textual", "rich", "asyncio"}
