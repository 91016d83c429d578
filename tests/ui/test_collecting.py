"""Garbage is looked for when the founder rests, never in a key."""

import gc
from collections.abc import Iterator

import pytest
from textual.app import ComposeResult
from textual.widgets import Static

from mvo_tui.ui import collecting, keys_in_turn
from mvo_tui.ui.collecting import Collecting
from tests.ui.host import until


class Small(Collecting):
    def compose(self) -> ComposeResult:
        yield Static("")


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Which generation was searched each time; a rest takes no time to speak of, a long one hardly more."""
    found: list[int] = []
    before = gc.get_threshold()
    monkeypatch.setattr(gc, "collect", lambda generation=2: found.append(generation))
    monkeypatch.setattr(collecting, "REST", 0.01)
    monkeypatch.setattr(keys_in_turn, "REST", 0.01)
    monkeypatch.setattr(collecting, "LONG_REST", 0.02)
    yield found
    gc.set_threshold(*before)


async def test_a_rest_after_a_key_brings_a_search_of_what_is_new_and_a_long_one_of_all(searches: list[int]) -> None:
    app = Small()
    async with app.run_test() as pilot:
        assert searches == []
        await pilot.press("a")
        await until(pilot, lambda: searches == [1, 2])


async def test_nothing_is_searched_while_keys_come(searches: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    app = Small()
    async with app.run_test() as pilot:
        monkeypatch.setattr(keys_in_turn, "REST", 3600.0)  # the last key was not so long ago
        await pilot.press("a", "b")
        app._search_young()
        assert searches == []
        monkeypatch.setattr(keys_in_turn, "REST", 0.01)
        await until(pilot, lambda: 1 in searches)


async def test_what_stands_at_the_start_is_spared(searches: list[int]) -> None:
    app = Small()
    async with app.run_test():
        app._begin_to_collect()
        assert gc.get_freeze_count() > 1_000
        assert gc.get_threshold()[0] > 10_000
        gc.unfreeze()
