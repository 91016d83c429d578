"""The views are found from a list and from a row of tabs; one pane takes all of the room and gives it back."""

from pathlib import Path

import pytest

from mvo_tui.ui.commands import Where, views
from mvo_tui.ui.screens.board import BoardScreen
from mvo_tui.ui.screens.choosing import ChooseScreen
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.screens.prompt import PromptScreen
from mvo_tui.ui.screens.views import view_of
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.screens.zooming import ZOOMED
from mvo_tui.ui.widgets.view_tabs import ViewTabs
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

SAMPLE = SAMPLES["repair-shop"]
OTHERS = [where for where, _command in views() if where is not Where.WORKBENCH]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def view(founder: Founder) -> PlanView:
    assert isinstance(founder.app.screen, PlanView)
    return founder.app.screen


def shown(founder: Founder) -> list[str | None]:
    return [pane.id for pane in founder.workbench.panes if pane.display and pane.size.width]


def test_every_view_that_there_is_has_a_command() -> None:
    assert dict(views())[Where.WORKBENCH].id == "view_workbench"
    assert len(views()) >= 2


@pytest.mark.parametrize("where", OTHERS)
@pytest.mark.parametrize("key", ["v", "ctrl+g"])
async def test_the_list_leads_to_a_view_and_back(sample: Path, where: Where, key: str) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press(key)
        assert isinstance(founder.app.screen, ChooseScreen)
        assert founder.sees(*(command.label for _where, command in views()))
        await founder.type(dict(views())[where].label)
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, PlanView) and view(founder).where is where)
        await founder.press("v", "escape")
        assert view(founder).where is where
        await founder.press("v")
        await founder.type("workbench")
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


async def test_tabs_stand_where_there_is_room_and_mark_the_view_by_more_than_colour(sample: Path) -> None:
    async with founder_at(sample, screen="workbench", size=(120, 30)) as founder:
        (line,) = [line for line in founder.screen.splitlines() if "[Workbench]" in line]
        assert all(command.label in line for _where, command in views())
        await founder.pilot.resize_terminal(80, 29)
        await founder.wait_for(lambda: not founder.sees("[Workbench]"), "no tabs")


@pytest.mark.parametrize("where", OTHERS)
async def test_a_click_on_a_tab_goes_there(sample: Path, where: Where) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        label = dict(views())[where].label
        (line,) = [line for line in founder.screen.splitlines() if "[Workbench]" in line]
        await founder.pilot.click(ViewTabs, offset=(line.index(label) + 1, 0))
        await founder.wait_for(lambda: view(founder).where is where, "the view")
        assert founder.sees(f"[{label}]")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_pane_takes_all_of_the_room_and_gives_it_back(sample: Path, size: tuple[int, int]) -> None:
    async with founder_at(sample, screen="workbench", size=size) as founder:
        before = shown(founder)
        await founder.press("z")
        assert shown(founder) == ["outline"]
        assert founder.workbench.outline.size.width >= size[0] - 2
        assert founder.sees(ZOOMED.format(zoom="z"))
        await founder.press("z")
        assert shown(founder) == before

        await founder.press("z", "f6")  # the room goes with the keys
        assert shown(founder) == ["middle"]
        await founder.press("escape")
        assert shown(founder) == before


async def test_a_field_is_edited_in_the_pane_that_has_the_room(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("f6", "z", "enter")
        await founder.type("x")
        await founder.press("z")  # in a field it is a letter
        assert shown(founder) == ["middle"]
        await founder.press("escape")
        assert shown(founder) == ["middle"]
        await founder.press("escape")
        assert len(shown(founder)) == 3


@pytest.mark.parametrize("where", OTHERS)
async def test_zoom_harms_no_view(sample: Path, where: Where) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        founder.app.show_view(where)
        screen = type(view_of(where, founder.keeper, ""))
        await founder.wait_for(lambda: isinstance(founder.app.screen, screen) and founder.app.focused, "the view")
        before = [pane.region for pane in view(founder).panes]
        await founder.press("z")
        if view(founder).is_zoomed:
            assert [pane.region for pane in view(founder).panes] != before
            await founder.press("z")
        assert [pane.region for pane in view(founder).panes] == before


async def test_a_question_that_came_up_after_a_click_on_a_tab_is_not_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    async with founder_at(path, screen="workbench") as founder:
        workbench = founder.workbench
        question = PromptScreen("Which of the two versions?", "Nothing is saved until you say.")
        await founder.app.push_screen(question)
        workbench.post_message(workbench.ViewWanted(Where.BOARD, "venture"))
        await founder.press("a")
        assert founder.app.screen is question
        await founder.press("escape", "b")
        await founder.wait_for(lambda: isinstance(founder.app.screen, BoardScreen), "the board")
