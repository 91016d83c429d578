"""Lines that need not wait for all else that a key does.

An answer closes its question and has the next one laid out, which takes longer than the edit and its new score. Textual
paints all of it together, once no message is waiting any more.
"""

import time
from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from mvo_tui.ui.terminal.compositing import Pieces
from mvo_tui.ui.widgets.painted import Painted

_A_MOMENT = 5e-5
"""Seconds for which the event loop gives way to Textual's thread that writes to the terminal.

That needs Python's one lock, and would else get it only when all that the key does is done.
"""


def paint_now(screen: Screen[Any], widgets: Sequence[Painted[Any]]) -> None:
    """Have on the terminal what is to be repainted of `widgets`, in a frame of its own."""
    if not screen.is_current or screen.app._batch_count:  # what is in a batch is painted at its end
        return
    screen._compositor.update_widgets({widget for widget in widgets if widget.is_to_be_repainted})
    update = screen._compositor.render_update(screen_stack=screen.app._background_screens)
    if update is not None:
        if isinstance(update, Pieces):
            update.is_followed = True
        screen.app._display(screen, update)
        time.sleep(_A_MOMENT)
