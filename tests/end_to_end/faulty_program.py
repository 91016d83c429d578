"""The program with a fault built in: Ctrl+T, which changes the theme otherwise, does what the first argument names.

    python faulty_program.py message PLAN

For the stories of how the program ends. ``stall`` is a save that hangs as on a dead network drive; with ``away`` the
drive is dead before the plan is opened.
"""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mvo_tui.__main__ import main
from mvo_tui.storage import atomic_write, plan_file, writing
from mvo_tui.ui import disk_work
from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.widgets.title_line import TitleLine


def fail(*_: object) -> None:
    raise ZeroDivisionError(f"while looking at {words_of_the_plan()}")


def words_of_the_plan() -> str:
    """A local variable and the text of the exception hold what was typed, as they may in a real fault."""
    return repr(plan_file.open_plan(Path(sys.argv[-1])).plan)


async def fail_later() -> None:
    fail()


def stall(*_: object, **__: object) -> bool:
    Path("stalled").touch()
    threading.Event().wait()
    return True


def in_a_message(app: MvoApp) -> None:
    app.screen.call_later(fail)


def in_two_messages(app: MvoApp) -> None:
    app.screen.call_later(fail)
    app.screen.query_one(TitleLine).call_later(fail)


def in_a_timer(app: MvoApp) -> None:
    app.set_timer(0.01, fail)


def in_a_thread(app: MvoApp) -> None:
    app.run_worker(fail, thread=True)


def in_a_worker(app: MvoApp) -> None:
    app.run_worker(fail_later())


def while_painting(app: MvoApp) -> None:
    TitleLine.render_lines = fail  # type: ignore[method-assign,assignment]
    app.screen.query_one(TitleLine).refresh()
    app.screen.refresh(layout=True)


def while_saving(app: MvoApp) -> None:
    setattr(writing, "write_atomically", fail)  # noqa: B010


def hang_while_saving(app: MvoApp) -> None:
    disk_work.PATIENCE = 0.3
    setattr(writing, "write_atomically", stall)  # noqa: B010


def take_long_to_save(app: MvoApp) -> None:
    """A disk that is slow, and answers just before it is taken for one that does not."""
    real = atomic_write.write_atomically

    def write(*args: Any) -> bool:
        Path("saving").touch()
        time.sleep(disk_work.PATIENCE - 0.1)
        return real(*args)

    setattr(writing, "write_atomically", write)  # noqa: B010


def be_busy(_: object) -> None:
    """The loop comes to nothing else any more."""
    Path("busy").touch()
    time.sleep(60)


def no_keys_any_more(app: MvoApp) -> None:
    """As where the terminal takes the program for one in the background: reading the keys fails."""

    def refuse(_: object) -> None:
        raise OSError(5, "Input/output error")

    assert app._driver is not None
    app._driver.process_message = refuse  # type: ignore[method-assign,assignment]


FAULTS: dict[str, Callable[[Any], object]] = {
    "key": fail,
    "message": in_a_message,
    "two messages": in_two_messages,
    "timer": in_a_timer,
    "thread": in_a_thread,
    "worker": in_a_worker,
    "paint": while_painting,
    "save": while_saving,
    "stall": hang_while_saving,
    "slow": take_long_to_save,
    "busy": be_busy,
    "keys": no_keys_any_more,
    "away": fail,
}

if __name__ == "__main__":
    name = sys.argv.pop(1)
    fault = FAULTS[name]
    if name == "away":  # from the start: the plan lies on a drive that does not answer
        setattr(plan_file, "read_bytes", stall)  # noqa: B010
    setattr(MvoApp, "action_theme", fault)  # noqa: B010
    sys.exit(main())
