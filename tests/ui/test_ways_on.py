"""From one place to the next: what one was at goes along, and what a key does, or does not, is said."""

from pathlib import Path

import pytest

from mvo_tui.storage.recent import remember_plan
from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.load import LoadScreen
from mvo_tui.ui.screens.paste_screen import PasteScreen
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.status_line import StatusLine
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

OTHERS = (Where.SCORECARD, Where.TRACE, Where.LOAD, Where.WITHOUT)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "bikes.mvo.toml"
    path.write_text(SAMPLES["repair-shop"].read_text("utf-8"), "utf-8")
    return path


async def see(founder: Founder, where: Where) -> ViewScreen:
    founder.app.show_view(where)
    await founder.wait_for(
        lambda: isinstance(founder.app.screen, ViewScreen) and founder.app.screen.where is where, where
    )
    assert isinstance(founder.app.screen, ViewScreen)
    return founder.app.screen


@pytest.mark.parametrize("where", OTHERS)
async def test_what_is_edited_in_the_workbench_is_open_there(shop: Path, where: Where) -> None:
    async with founder_at(shop, screen="workbench") as founder:
        view = await see(founder, where)
        view.go_to("review.day" if where is Where.TRACE else "features.loan-battery.processes", is_editing=True)
        await founder.wait_for(
            lambda: isinstance(founder.app.screen, WorkbenchScreen) and founder.app.screen.is_asking, "the question"
        )


async def test_a_new_item_among_several_that_are_ticked_leaves_the_question_open(shop: Path) -> None:
    """As in the interview: there are more to tick, and Enter again goes on."""
    async with founder_at(shop, screen="workbench") as founder:
        founder.workbench.go_to("processes.repair-a-bike.tools", is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the question")
        before = len(founder.plan.tools or ())
        await founder.type("Wheel stand")
        await founder.press("enter")
        await founder.wait_for(lambda: len(founder.plan.tools or ()) == before + 1, "the tool")
        assert founder.workbench.is_asking
        assert founder.workbench.draft == ("processes.repair-a-bike.tools", "")
        await founder.press("f8")
        await founder.wait_for(lambda: not founder.workbench.is_asking, "closed")


async def test_giving_up_a_demand_that_was_tried_is_said(shop: Path) -> None:
    async with founder_at(shop, screen="workbench") as founder:
        view = await see(founder, Where.LOAD)
        assert isinstance(view, LoadScreen)
        await founder.press("home", "right")
        tried = view.picture.customers
        assert tried is not None
        await founder.press("x")
        assert view.picture.customers is None
        assert view.query_one(StatusLine).text == f"{tried:g} customers are given up. This is 14, as estimated."


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_at_the_top_it_is_said_how_to_leave(shop: Path, key: str) -> None:
    async with founder_at(shop, screen="workbench") as founder:
        await founder.press(key)
        assert founder.sees("Ctrl+Q saves and leaves.")
    async with founder_at(None) as founder:
        await founder.press(key)
        assert founder.sees("Ctrl+Q leaves.")


async def test_the_start_screen_names_ventures_with_the_file_behind(shop: Path) -> None:
    remember_plan(shop)
    async with founder_at(None) as founder:
        assert founder.sees(f"Go on with Spoke & Volt  bikes.mvo.toml  {shop.parent}"[:100])


async def test_before_a_text_is_pasted_it_is_said_what_becomes_of_its_lines(shop: Path) -> None:
    async with founder_at(shop, screen="workbench") as founder:
        founder.workbench.go_to("tools")
        await founder.press("P")
        await founder.wait_for(lambda: isinstance(founder.app.screen, PasteScreen), "the field")
        assert founder.sees("Paste or type tools")
        await founder.press("escape")
        founder.workbench.go_to("processes.repair-a-bike.steps")
        await founder.press("P")
        await founder.wait_for(lambda: isinstance(founder.app.screen, PasteScreen), "the field")
        assert founder.sees("Paste or type steps of", "Tab chooses another list")
