"""Words on the command line to a command; what goes wrong to one sentence and an exit code.

Exit codes: 0 done; 1 done, and the plan falls short of what was asked; 2 wrong usage, or no terminal where one is
needed; 3 a file that can't be read, is not valid or can't be written; 4 a file of a newer format; 130 interrupted. A
command that another program calls may declare one code of its own for all that goes wrong (`fails_with`).
"""

import os
import sys
from collections.abc import Sequence

from mvo_tui.cli.command_line import parse
from mvo_tui.plan.errors import ExitCode, PlanError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. No traceback reaches the founder."""
    _set_libraries_up()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a character that the terminal lacks is no reason to stop
    return _flushed(_run(list(sys.argv[1:] if argv is None else argv)))


def _set_libraries_up() -> None:
    """Say through the environment, the one way there is, how two libraries are to behave; a founder's own word wins."""
    # pydantic would search every installed package for plugins; the program uses none.
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        # Told so, it still imports 40 modules to search with; this stands in the place of the one that would.
        no_search = type(sys)("pydantic.plugin._loader")
        no_search.__dict__["get_plugins"] = tuple
        sys.modules.setdefault(no_search.__name__, no_search)
    # tomledit's allocator would keep all that a document was read with: twenty times the size of the file.
    os.environ.setdefault("MIMALLOC_PURGE_DELAY", "0")
    # And it would begin with two pages of 2 MB, of which a plan of 1,000 items fills a third.
    os.environ.setdefault("MIMALLOC_ARENA_EAGER_COMMIT", "0")


def _run(words: list[str]) -> int:
    fails_with = 0
    try:
        args = parse(words)
        fails_with = getattr(args, "fails_with", 0)
        return int(args.run(args))
    except SystemExit as ended:  # argparse has printed its help, or what is wrong
        return int(ended.code or 0)
    except PlanError as error:
        _say(str(error))
        return fails_with or int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        _let_go_of_output()
        return int(ExitCode.DONE)
    except Exception as error:
        _say(_own_fault(error))
        return fails_with or int(ExitCode.FILE)


def _flushed(code: int) -> int:
    """`code`, or that of a file that can't be written where standard output takes no more."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
    except OSError as error:
        from mvo_tui.storage.reading import reason

        _let_go_of_output()
        _say(f"What was to be printed is not whole: {reason(error)}.")
        return int(ExitCode.FILE)
    return code


def _let_go_of_output() -> None:
    """The reader of a pipe has left. Nothing more can be said on standard output, not even when Python closes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _say(sentence: str) -> None:
    from mvo_tui.exports.text.wrapping import visible

    print(visible(sentence), file=sys.stderr)


def _own_fault(error: Exception) -> str:
    """What a founder is told of an error that nobody expected."""
    from mvo_tui.storage.fault_log import write_fault
    from mvo_tui.storage.reading import reason

    what = "came upon a fault of its own"
    if isinstance(error, OSError) and error.errno:
        what = f"could not go on: {reason(error)}"
    try:
        details = f"The details are in {write_fault(error)}."
    except OSError:
        details = "There was no place to write the details to."
    return f"mvo-tui {what}. Plans are as they were last saved. {details}"
