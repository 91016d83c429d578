"""An app that goes on while a disk is asked: it paints, says what it waits for, and can be left.

A usual disk answers in the call that asks it, so that nothing is shown and no key is heard in between.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from mvo_tui.ui.disk_work import DiskWork, in_a_moment
from mvo_tui.ui.telling import Telling

T = TypeVar("T")

WORDS_AFTER = 0.5
"""Seconds without an answer after which the founder is told what is waited for."""


class AsksDisks(Telling, is_part=True):
    """Asks one thing at a time: who asks for another does not want the first any more."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: DiskWork[Any] | None = None
        self._words: Screen[None] | None = None

    def ask_disk(
        self, name: str, do: Callable[[], T], take: Callable[[DiskWork[T]], object], give_up: Callable[[], object]
    ) -> None:
        """Have `do` done in a thread that may hang with its disk.

        Args:
            name: the file that it is about.
            do: what may hang.
            take: called when it is done, in this very call where the disk is quick; else never, or some time later.
            give_up: called instead when the founder does not want to wait any longer.
        """
        self._close_words()
        asked = self._asked = DiskWork(do, lambda work: self.call_later(self._take, work, take)).start()
        if asked.wait(in_a_moment()):
            self._take(asked, take)
            return
        self.hold_keys()  # they are meant for what is being waited for, until the founder is told that it takes long
        self.set_timer(WORDS_AFTER, lambda: self._say(asked, name, give_up))

    def _take(self, asked: DiskWork[T], take: Callable[[DiskWork[T]], object]) -> None:
        """Hand over the answer, once; one that nobody waits for any more is dropped."""
        if self._asked is asked:
            self._asked = None
            self._close_words()
            take(asked)
            self.let_keys_in()

    def _say(self, asked: DiskWork[Any], name: str, give_up: Callable[[], object]) -> None:
        if self._asked is not asked:
            return
        from mvo_tui.ui.screens.waiting import WaitingScreen

        def left(_: None) -> None:
            if self._asked is asked:
                self._asked = self._words = None
                give_up()

        self._words = WaitingScreen(name)
        self.push_screen(self._words, left)
        self.let_keys_in()

    def _close_words(self) -> None:
        """Take away what is said about waiting, with whatever was opened over it."""
        words, self._words = self._words, None
        while words is not None and words in self.screen_stack:
            self.pop_screen()
