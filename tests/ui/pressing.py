"""How the stories press keys: the next one as soon as the one before has had its whole effect, and a look at the end.

Textual's pilot waits behind each key until the process uses no processor time for a while. That is slow where the
machine has nothing else to do, and where it has it tells nothing: who gets no time uses none.
"""

import asyncio
import time

from textual._context import active_app
from textual._wait import wait_for_idle
from textual.app import App
from textual.dom import DOMNode
from textual.pilot import Pilot

from mvo_tui.ui.keys_in_turn import KeysInTurn

PATIENCE = 20.0
_press = Pilot.press


async def until_keys_are_heard(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until every key has had its effect, where the app can tell."""
    app = active_app.get(None)
    if not isinstance(app, KeysInTurn):
        await wait_for_idle(min_sleep, max_sleep)
        return
    reached = asyncio.Event()
    if not app.call_later(reached.set):  # it stands behind the key; an app that has ended hears nothing more
        return
    deadline = time.monotonic() + PATIENCE
    while not (reached.is_set() and not app.is_key_under_way) and app._exception is None and app.is_running:
        assert time.monotonic() < deadline, "a key never had its effect"
        await asyncio.sleep(0)


async def until_painted(app: App[None]) -> None:
    """Wait until nothing is to be laid out, painted or told any more; not for long: something may always move."""
    deadline = time.monotonic() + 1.0
    while app.is_running and app._exception is None and time.monotonic() < deadline and not _is_still(app):
        await asyncio.sleep(0.002)


def _is_still(app: App[None]) -> bool:
    screen = app.screen
    if screen._layout_required or screen._dirty_widgets or screen._callbacks or app.message_queue_size:
        return False
    return not any(map(_has_work, screen.walk_children(with_self=True)))


def _has_work(node: DOMNode) -> bool:
    return bool(node.message_queue_size or node._layout_required or node._repaint_required)  # type: ignore[attr-defined]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await _press(pilot, *keys)
    await until_painted(pilot.app)
