"""The next start looks as the founder left it: the view, the place, what is folded, how wide the panes are."""

from pathlib import Path

import pytest
from textual.widget import Widget

from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.state_folder import key_of, private_folder
from mvo_tui.ui.commands import Where, views
from mvo_tui.ui.screens.arranging import LEAST, LEAST_FORM, NO_BORDER, USUAL_SHARE
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


def width(pane: Widget) -> int:
    return pane.outer_size.width


async def leave(founder: Founder) -> None:
    await founder.press("ctrl+q")


@pytest.mark.parametrize("where", [where for where, _command in views()])
async def test_the_view(sample: Path, where: Where) -> None:
    async with founder_at(sample) as founder:
        founder.app.show_view(where, "kpis.back-in-three")
        await founder.wait_for(lambda: founder.app.focused, "the view")
        await leave(founder)
    async with founder_at(sample) as founder:
        screen = founder.app.screen
        assert isinstance(screen, PlanView)
        assert screen.where is where


async def test_the_place(sample: Path) -> None:
    async with founder_at(sample) as founder:
        founder.app.show_view(Where.WORKBENCH, "kpis.back-in-three")
        await founder.wait_for(lambda: founder.app.focused, "the view")
        await leave(founder)
    async with founder_at(sample) as founder:
        assert founder.workbench.target == "kpis.back-in-three"


async def test_the_view_that_was_asked_for_comes_before_the_one_that_was_left(sample: Path) -> None:
    keep_bookmark(key_of(sample), Bookmark("review", view="scorecard"))
    async with founder_at(sample, screen="workbench") as founder:
        assert isinstance(founder.app.screen, WorkbenchScreen)


async def test_folds_also_when_another_view_was_looked_at_in_between(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("4", "left")
        folded = [row.place for row in founder.workbench.outline.rows if row.fold == "closed"]
        assert folded == ["tools"]
        await founder.press("s")
        await founder.wait_for(lambda: not isinstance(founder.app.screen, WorkbenchScreen), "the scorecard")
        await founder.press("w")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert [row.place for row in founder.workbench.outline.rows if row.fold == "closed"] == ["tools"]
        await founder.press("1")
        await leave(founder)
    async with founder_at(sample, screen="workbench") as founder:
        assert [row.place for row in founder.workbench.outline.rows if row.fold == "closed"] == ["tools"]
        await founder.press("4", "right")
        await leave(founder)
    bookmark = read_bookmark(key_of(sample))
    assert bookmark is not None
    assert bookmark.folds == ()


async def test_the_borders_move_as_the_signs_point_and_stay_there(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        outline, panel = founder.workbench.outline, founder.workbench.panel
        before = width(outline), width(panel)
        await founder.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        assert width(outline) == before[0] + 2
        await founder.press("f6", "f6", "less_than_sign")
        assert width(panel) == before[1] + 2
        left = width(outline), width(panel)
        await leave(founder)
    async with founder_at(sample, screen="workbench") as founder:
        assert (width(founder.workbench.outline), width(founder.workbench.panel)) == left


async def test_no_pane_is_pushed_off_the_screen(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        bench = founder.workbench
        await founder.press(*["greater_than_sign"] * 60)
        assert width(bench.query_one("#middle")) >= LEAST_FORM
        await founder.press(*["less_than_sign"] * 60)
        assert width(bench.outline) == LEAST
        await founder.press("f6", "f6", *["less_than_sign"] * 60)
        assert width(bench.query_one("#middle")) >= LEAST_FORM


async def test_a_narrow_screen_and_a_pane_that_has_all_of_the_room_have_no_borders(sample: Path) -> None:
    keep_bookmark(key_of(sample), Bookmark("tools", outline_width=50))
    async with founder_at(sample, screen="workbench", size=(70, 24)) as founder:
        assert width(founder.workbench.outline) == 70
        await founder.press("greater_than_sign")
        assert founder.sees(NO_BORDER)
        await founder.pilot.resize_terminal(120, 40)
        await founder.wait_for(lambda: width(founder.workbench.outline) == 50, "the width")
        await founder.press("z")
        assert width(founder.workbench.outline) == 120
        await founder.press("z")
        assert width(founder.workbench.outline) == 50


FOREIGN = [
    b'{"place": "tools", "view": 3, "folds": 3, "outline_width": "wide", "panel_width": -4}',
    b'{"place": "tools", "view": "kitchen", "folds": ["nowhere", 3, null], "outline_width": 99999}',
    b'{"place": "tools", "outline_width": true, "panel_width": 1e9}',
    b'{"place": "gone.gone", "view": "every view of the plan", "folds": ["' + b"x" * 70000 + b'"]}',
]


@pytest.mark.parametrize("content", FOREIGN)
async def test_a_bookmark_that_makes_no_sense_does_no_harm(sample: Path, content: bytes) -> None:
    (private_folder("bookmarks") / f"{key_of(sample)}.json").write_bytes(content)
    async with founder_at(sample) as founder:
        assert isinstance(founder.app.screen, WorkbenchScreen)
        assert width(founder.workbench.outline) == 120 * USUAL_SHARE // 100
        assert founder.sees("Can we deliver this, sustainably?")


async def test_a_width_from_a_larger_screen_leaves_room_for_the_form(sample: Path) -> None:
    keep_bookmark(key_of(sample), Bookmark("tools", outline_width=150, panel_width=150))
    async with founder_at(sample, screen="workbench") as founder:
        assert width(founder.workbench.query_one("#middle")) >= LEAST_FORM


async def test_of_a_copy_to_look_around_in_nothing_is_remembered() -> None:
    async with founder_at(None) as founder:
        founder.app.open_sample("repair-shop")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the sample")
        path = founder.keeper.opened.path
        await founder.press("4", "left", "greater_than_sign")
        await leave(founder)
    assert read_bookmark(key_of(path)) is None
