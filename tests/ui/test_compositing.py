"""Of a frame only what has changed and is seen: the same cells as Textual's, wherever widgets lie over each other."""

from collections.abc import Iterator
from random import Random

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from mvo_tui.ui.terminal.compositing import FrontToBack, Pieces

WIDTH, HEIGHT = 40, 12
Cell = tuple[str, object]


class Heap(Screen[None]):
    """Widgets beside, within and above each other."""

    CSS = """
    Heap { layers: below above; layout: horizontal; }
    #left { width: 12; height: 1fr; background: blue; padding: 1; }
    #middle { width: 1fr; height: 7; background: green; border: round white; }
    #right { width: 9; height: 1fr; }
    #over { layer: above; offset: 6 3; width: 20; height: 4; background: red; }
    #hidden { layer: above; offset: 8 4; width: 5; height: 5; visibility: hidden; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = FrontToBack()

    def compose(self) -> ComposeResult:
        for name in ("left", "middle", "right", "over", "hidden"):
            yield Static(f"{name} é of the heap\n" * 9, id=name)


def cells_of(strip: Strip) -> Iterator[Cell]:
    """Each cell with its style. Every character here takes one: Textual cuts others where no end is seen, too."""
    for segment in strip:
        for character in segment.text:
            yield character, segment.style


def drawn(pieces: Pieces | None) -> dict[tuple[int, int], Cell]:
    """What `pieces` put into which row and column. No cell is drawn twice."""
    found: dict[tuple[int, int], Cell] = {}
    for y, x, strip in pieces.pieces if pieces is not None else ():
        for column, cell in enumerate(cells_of(strip), x):
            assert (y, column) not in found
            found[y, column] = cell
    return found


def regions_of(random: Random) -> set[Region]:
    """Some that may reach beyond the screen."""
    return {
        Region(random.randint(-3, WIDTH), random.randint(-3, HEIGHT), random.randint(1, WIDTH), random.randint(1, 5))
        for _ in range(random.randint(1, 4))
    }


@pytest.mark.parametrize("seed", range(20))
async def test_what_is_drawn_is_what_a_whole_repaint_has_there(seed: int) -> None:
    random = Random(seed)
    app = App[None]()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await app.push_screen(Heap())
        await pilot.pause()
        compositor = app.screen._compositor
        whole = [list(cells_of(row)) for row in compositor.render_strips()]
        for _ in range(10):
            regions = regions_of(random)
            compositor._dirty_regions = set(regions)
            found = drawn(compositor.render_partial_update())  # type: ignore[arg-type]
            different = {(y, x): (cell, whole[y][x]) for (y, x), cell in found.items() if cell != whole[y][x]}
            assert not different
            asked = {(y, x) for region in regions for y in region.line_range for x in region.column_range}
            assert {(y, x) for y, x in asked if 0 <= y < HEIGHT and 0 <= x < WIDTH} <= set(found)


async def test_nothing_is_drawn_where_nothing_has_changed() -> None:
    app = App[None]()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await app.push_screen(Heap())
        await pilot.pause()
        assert app.screen._compositor.render_partial_update() is None


async def test_only_the_widget_that_is_seen_makes_lines_and_only_those_that_have_changed() -> None:
    app = App[None]()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await app.push_screen(Heap())
        await pilot.pause()
        compositor = app.screen._compositor
        compositor._dirty_regions = {Region(8, 4, 3, 1)}
        update = compositor.render_partial_update()
        assert isinstance(update, Pieces)
        assert [(y, x, strip.cell_length) for y, x, strip in update.pieces] == [(4, 6, 20)]  # of the one above alone
