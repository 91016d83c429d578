"""The words of a command line as a command and its arguments, and the help.

Only the module of the command that is asked for is imported, and none for the list that ``--help`` prints.
"""

import argparse
import os
import sys
from importlib import import_module

from mvo_tui import __version__
from mvo_tui.cli import commands

TYPE_CHECKING = False  # importing typing would take as long as the help itself
if TYPE_CHECKING:
    from typing import NoReturn

DEFAULT = "open"
_WIDEST = 100  # columns
_DESCRIPTION = """\
Design the operation that keeps your product's promise: the simplest that
delivers it, week after week.

  mvo-tui demo                   look around in a finished plan
  mvo-tui new bakery.mvo.toml    begin your own
  mvo-tui bakery.mvo.toml        go on with it, and see how ready it is
  mvo-tui check bakery.mvo.toml  judge it without opening it
"""
_EPILOG = """\
mvo-tui PLAN is short for mvo-tui open PLAN; mvo-tui alone opens a start screen.
mvo-tui COMMAND --help says more about a command, with an example.

Exit codes: 0 done, 1 the plan falls short of what was asked, 2 wrong usage or
no terminal, 3 a file that can't be read or written, 4 a file of a newer format,
130 interrupted.
"""


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments of a command; `run` among them is the command itself.

    Raises:
        SystemExit: help or the version was asked for (0), or the words make no sense (2); it has been printed.
    """
    names = tuple(commands.HELP)
    is_global = any(word in ("-h", "--help", "-V", "--version") for word in words[:1])
    name = next((word for word in words if not word.startswith("-")), "")
    parser = _parser()
    choices = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    if name not in names and not is_global:
        _refuse_misspelt(parser, name, names)
        words, name = [DEFAULT, *words], DEFAULT
    if is_global:
        for each, line in commands.HELP.items():
            choices.add_parser(each, help=line, formatter_class=_Help, add_help=False)
        parser.parse_args(words[:1])  # prints, and ends
    of_command = _add_command(choices, name)
    args, unknown = parser.parse_known_args(words)
    if unknown:
        of_command.error(f"unrecognized arguments: {' '.join(unknown)}")
    return args


class _Parser(argparse.ArgumentParser):
    """A parser whose messages quote words of the command line, names of files among them, as harmless text."""

    def error(self, message: str) -> "NoReturn":
        from mvo_tui.exports.text.wrapping import visible

        super().error(visible(message))


class _Help(argparse.RawDescriptionHelpFormatter):
    """Lines as wide as the terminal, within reason."""

    def __init__(self, prog: str) -> None:
        # Without a width argparse imports shutil to find one, and with it every compressor that Python has.
        super().__init__(prog, max_help_position=28, width=_width())

    def _split_lines(self, text: str, width: int) -> list[str]:
        """What fits into a line is not wrapped: what would wrap it takes as long to import as a command to parse."""
        return [text] if len(text) <= width and "\n" not in text else super()._split_lines(text, width)


def _width() -> int:
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns)
    except (AttributeError, ValueError, OSError):
        columns = 80
    return max(40, min(columns, _WIDEST) - 2)


def _parser() -> _Parser:
    parser = _Parser(prog="mvo-tui", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=_Help)
    parser.add_argument("-V", "--version", action="version", version=f"mvo-tui {__version__}")
    return parser


def _add_command(choices: "argparse._SubParsersAction[_Parser]", name: str) -> _Parser:
    module = import_module(f"{commands.__name__}.{name}")
    parser = choices.add_parser(name, help=commands.HELP[name], description=module.DESCRIPTION, formatter_class=_Help)
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
    return parser


def _refuse_misspelt(parser: _Parser, word: str, names: tuple[str, ...]) -> None:
    """A word like a command that names no file is a slip of the fingers, not a new plan."""
    if not word or not word.isalpha() or os.path.lexists(word):
        return
    from mvo_tui.plan.suggestions import nearest

    if found := nearest(word.lower(), names):
        parser.error(f'there is no command "{word}". Did you mean "{found}"? A plan of that name: mvo-tui open {word}')
