"""The founder's own editor: which one it is, and lending it the terminal and a text."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from textual.app import App, SuspendNotSupported

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.lent_text import lent
from mvo_tui.storage.reading import read_bytes, reason
from mvo_tui.ui.signals import lent_terminal

_USUAL = ("notepad",) if sys.platform == "win32" else ("nano", "vim", "vi")
_HOW = "Set the environment variable EDITOR to the one that you use, for instance EDITOR=nano."


def editor_command(variables: Mapping[str, str], find: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The words that start the editor: of VISUAL or EDITOR, else the first of the usual ones that `find` finds.

    Raises:
        PlanError: there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        if not variables.get(name, "").strip():
            continue
        try:
            command = shlex.split(variables[name], posix=sys.platform != "win32")
        except ValueError:
            raise PlanError(f"The variable {name} has a quotation mark that is not closed. {_HOW}") from None
        if not find(command[0]):
            raise PlanError(f'There is no program "{shown(command[0])}", which the variable {name} names. {_HOW}')
        return command
    usual = next((name for name in _USUAL if find(name)), None)
    if usual is None:
        raise PlanError(f"There is no editor to be found. {_HOW}")
    return [usual]


def edited_outside(app: App[None], content: bytes, name: str, ending: str = ".txt") -> bytes:
    """What the founder has made of `content` in their editor. `name` and `ending`: what the file is called meanwhile.

    Nothing of this program runs until the editor has ended.

    Raises:
        PlanError: there is no editor, or it failed; the sentence says so.
    """
    command = editor_command(os.environ)
    try:
        with lent(content, name, ending) as path:
            outcome: int | OSError = 0
            with app.suspend():  # nothing may be raised in here: the terminal would not be taken back
                outcome = _run([*command, str(path)])
            if outcome:
                raise PlanError(f"{shown(command[0])} {_told(outcome)}. Nothing was changed.")
            return read_bytes(path)
    except SuspendNotSupported:
        raise PlanError("This terminal can't be lent to another program. Nothing was changed.") from None
    except OSError as error:
        raise PlanError(f"The text could not be handed to the editor: {reason(error)}. Nothing was changed.") from error


def _run(command: list[str]) -> int | OSError:
    """Run the editor to its end: its exit code, or why it could not be started."""
    process: subprocess.Popen[bytes] | None = None

    def end() -> None:
        if process is not None:
            process.terminate()

    with lent_terminal(end):
        try:
            process = subprocess.Popen(command)
        except OSError as error:
            return error
        return process.wait()


def _told(outcome: int | OSError) -> str:
    if isinstance(outcome, OSError):
        return f"could not be started: {reason(outcome)}"
    return f"ended with an error ({outcome})" if outcome > 0 else "was ended from outside"
