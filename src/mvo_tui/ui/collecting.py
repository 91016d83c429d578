"""Garbage is looked for while nobody types: a search takes up to forty milliseconds, and a key would wait for it."""

import asyncio
import gc

from textual import events

from mvo_tui.ui.keys_in_turn import REST, KeysInTurn

AFTER_START = 1.0
"""Seconds after a plan was opened until garbage is looked for at all."""
LONG_REST = 10.0
"""Seconds without a key until all is searched, and not only what is new."""
_YOUNG = 1  # generation
_MOST_WAITING = 50_000
"""New objects after which these are searched even while keys come; no more than 10 MB."""
_NEVER = 1_000


class Collecting(KeysInTurn, is_part=True):
    """An app whose garbage waits until the founder rests."""

    def __init__(self) -> None:
        super().__init__()
        self._is_search_set = False

    def collect_from_soon_on(self) -> None:
        """Something was opened, and soon all that belongs to it stands."""
        self.set_timer(AFTER_START, self._begin_to_collect)

    def _begin_to_collect(self) -> None:
        """Spare what stands now: a plan lives as long as the program, and walking it would take 20 ms."""
        gc.freeze()
        gc.set_threshold(_MOST_WAITING, _NEVER, _NEVER)
        gc.enable()

    async def on_event(self, event: events.Event) -> None:
        if not self._is_search_set and isinstance(event, (events.Key, events.MouseDown)):
            self._set_search()
        await super().on_event(event)

    def _set_search(self) -> None:
        self._is_search_set = True
        asyncio.get_running_loop().call_later(REST, self._search_young)

    def _search_young(self) -> None:
        """Once keys have stopped coming."""
        if not self.is_at_rest:
            self._set_search()
            return
        self._is_search_set = False
        if gc.isenabled():
            gc.collect(_YOUNG)
            asyncio.get_running_loop().call_later(LONG_REST, self._search_all)

    def _search_all(self) -> None:
        """Unless keys came meanwhile, which have set another search."""
        if self.seconds_at_rest >= LONG_REST:
            gc.collect()
