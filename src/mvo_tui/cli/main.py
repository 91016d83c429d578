"""Words on the command line to a command; what goes wrong to one sentence and an exit code.

Exit codes: 0 done; 1 done, and the plan falls short of what was asked; 2 wrong usage, or no terminal where one is
needed; 3 a file that can't be read, is not valid or can't be written; 4 a file of a newer format; 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from mvo_tui import __version__
from mvo_tui.cli import commands
from mvo_tui.plan.errors import ExitCode, PlanError

DEFAULT = "open"
_DESCRIPTION = "Design the operation that keeps your product's promise: the simplest that delivers it, week after week."
_EPILOG = """\
mvo-tui PLAN is short for mvo-tui open PLAN, and mvo-tui alone opens the start screen.
Exit codes: 0 done, 1 the plan falls short of what was asked, 2 wrong usage or no terminal,
3 a file that can't be read or written, 4 a file of a newer format, 130 interrupted.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. No traceback reaches the founder."""
    # pydantic would search every installed package for plugins; the program uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = list(sys.argv[1:] if argv is None else argv)
    args = _parser(words).parse_args(words)
    try:
        return int(args.run(args))
    except PlanError as error:
        print(error, file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe has left. Nothing more can be said on standard output, not even when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.DONE)
    except Exception as error:
        from mvo_tui.storage.fault_log import write_fault

        print(f"mvo-tui came upon a fault of its own. The details are in {write_fault(error)}.", file=sys.stderr)
        return int(ExitCode.FILE)


def command_names() -> tuple[str, ...]:
    """The names of all commands, found by walking the folder."""
    folder = next(iter(commands.__path__))
    return tuple(sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and not name.startswith("_")))


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """A parser for `words`, which are changed in place where the default command was left out.

    Only the module of the command that is asked for is imported, except for the list that ``--help`` prints.
    """
    names = command_names()
    first = next((word for word in words if not word.startswith("-")), "")
    is_global = any(word in ("-h", "--help", "-V", "--version") for word in words[:1])
    if first not in names and not is_global:
        words.insert(0, DEFAULT)
        first = DEFAULT
    parser = argparse.ArgumentParser(
        prog="mvo-tui",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"mvo-tui {__version__}")
    choices = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for name in names if is_global else (first,):
        _add_command(choices, name, import_module(f"{commands.__name__}.{name}"))
    return parser


def _add_command(choices: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, module: ModuleType) -> None:
    parser = choices.add_parser(
        name,
        help=module.HELP,
        description=getattr(module, "DESCRIPTION", module.HELP),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
