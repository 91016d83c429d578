"""Open the interface on a plan, and end it so that nothing is lost and no traceback reaches the founder."""

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TypedDict, Unpack

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage.configuration_file import read_configuration
from mvo_tui.ui.settings import settings_from

NO_TERMINAL = (
    "mvo-tui needs a terminal to open its screens. Without one: mvo-tui ask PLAN --plain asks line by line, "
    "mvo-tui show PLAN prints the plan."
)


SWITCH_INTERVAL = 0.001
"""Seconds after which a save in its thread gives way to a key; Python's own 0.005 add up to a wait that is felt."""


class Wishes(TypedDict, total=False):
    """What the command line says of the look and the use; see `Settings`."""

    theme: str
    has_mouse: bool
    is_read_only: bool


def has_terminal() -> bool:
    """Whether the screens can be drawn. Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in (
        "dumb",
        "",
    )


def needs_ascii() -> bool:
    """Whether the terminal takes nothing but ASCII.

    The locale is asked before Python's own encoding, which is UTF-8 even in the locale "C".
    """
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), None)
    return "utf" not in (locale or sys.stdout.encoding or "").lower().replace("-", "")


def _let_go_of_a_lost_terminal() -> None:
    """Where the terminal is gone, what is still to be written to it would spoil the exit code when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def launch(
    path: Path | None = None,
    *,
    screen: str = "",
    is_ascii: bool = False,
    is_copy: bool = False,
    **wishes: Unpack[Wishes],
) -> int:
    """Run the interface until it is left. Returns the exit code.

    Args:
        path: the plan to open; without one the start screen comes first.
        screen: "interview" or "workbench"; by default the one that fits: an interview where the plan is blank or
            an answer was left half typed, else the workbench.
        is_ascii: draw with ASCII alone.
        is_copy: say that what is open is a copy made for looking around.
        wishes: what else the command line says.

    Raises:
        PlanError: there is no terminal, or the plan can't be opened.
    """
    if not has_terminal():
        raise PlanError(NO_TERMINAL, ExitCode.USAGE)
    gc.disable()  # a start makes no garbage worth a search through all it has made; the app lets the collector in
    sys.setswitchinterval(SWITCH_INTERVAL)
    configuration = read_configuration()
    settings = settings_from(configuration, is_ascii=is_ascii or needs_ascii(), **wishes)
    if not configuration.has_kitty_keys:  # Textual asks for it while it is imported
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # Textual is imported here, so that the commands that print never pay for it.
    from mvo_tui.ui.app import MvoApp

    app = MvoApp(path, screen=screen, is_copy=is_copy, settings=settings)
    app.run(mouse=settings.has_mouse)
    app.save_at_the_end()
    if app.last_words:
        from mvo_tui.ui.widgets.word_wrap import one_line

        with contextlib.suppress(OSError):
            print("\n".join(map(one_line, app.last_words.splitlines())), file=sys.stderr)
    _let_go_of_a_lost_terminal()
    return app.return_code or 0
