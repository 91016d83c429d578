"""What the screens look like, as text: a few snapshots that show at a glance what a change of a screen changes.

After a change that is meant, write them anew and look at the difference: ``MVO_TUI_SNAPSHOTS=write pytest
tests/ui/test_snapshots.py``. They hold words and their places; colours are held by `test_themes.py` and looked at in
the pictures of ``docs/screens``.
"""

import os
from pathlib import Path

import pytest

from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.screens.views import view_of
from tests.plans import sample
from tests.ui.host import Host, until
from tests.ui.pressing import until_painted

FOLDER = Path(__file__).parent / "snapshots"
IS_WRITING = os.environ.get("MVO_TUI_SNAPSHOTS") == "write"
SIZES = ((80, 24), (120, 40))
PLACES = {
    Where.INTERVIEW: "processes.repair-a-bike.backup",
    Where.WORKBENCH: "processes.repair-a-bike",
    Where.BOARD: "touchpoints.asks-for-pick-up",
    Where.TRACE: "touchpoints.van-at-door",
    Where.WITHOUT: "people.samira",
    Where.LOAD: "people.samira",
    Where.SCORECARD: "kpis",
}
"""Where the founder of the sample plan looks in each screen."""


def screen_of(where: Where, host: Host) -> PlanScreen:
    return InterviewScreen(host, PLACES[where]) if where is Where.INTERVIEW else view_of(where, host, PLACES[where])


def name_of(where: Where, size: tuple[int, int]) -> str:
    return f"{where.name.lower()}-{size[0]}x{size[1]}.txt"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("where", PLACES, ids=str)
async def test_a_screen_looks_as_it_did(where: Where, size: tuple[int, int]) -> None:
    host = Host(sample("repair-shop"), screen=lambda host: screen_of(where, host))
    host.taken_away = frozenset({"people.samira"})  # which only the view of what breaks shows
    async with host.run_test(size=size) as pilot:
        await until(pilot, lambda: len(host.screen_stack) > 1 and host.focused is not None)
        await until_painted(host)
        await pilot.pause()
        shown = host.shown.rstrip() + "\n"
    file = FOLDER / name_of(where, size)
    if IS_WRITING:
        file.write_text(shown, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == shown


def test_every_view_of_the_plan_has_a_snapshot() -> None:
    assert {where for where in Where if where.is_view} | {Where.INTERVIEW} == PLACES.keys()


def test_every_snapshot_is_looked_at() -> None:
    names = {name_of(where, size) for where in PLACES for size in SIZES}
    assert {file.name for file in FOLDER.iterdir()} == names
