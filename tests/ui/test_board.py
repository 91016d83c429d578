"""Stories of the board: a founder sees the customer's way as a blueprint, and edits it there."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region
from textual.widget import Widget

from mvo_tui.blueprint.lanes import Lane
from mvo_tui.ui.screens.board import BoardScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.blueprint_board import BlueprintBoard
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

BAKERY = """\
format = 1

[venture]
name = "Crumb"

[[promises]]
id = "by-seven"
statement = "Bread hangs at the door by 07:00"
core = true

[[stages]]
id = "hears"
name = "Hears of us"
function = "marketing"

[[stages.touchpoints]]
id = "poster"
name = "Sees the poster"
channel = "street"
moment = "first contact"
processes = ["hang"]

[[stages]]
id = "wakes"
name = "Wakes up hungry"
function = "delivery"

[[stages.touchpoints]]
id = "sill"
name = "Finds the bag"
channel = "at the door"
customer_action = "Opens the window"
moment = "value"
promises = ["by-seven"]
processes = ["bake", "ride"]

[[stages.touchpoints]]
id = "crumbs"
name = "Shakes out the crumbs"
promises = ["by-seven"]

[[processes]]
id = "hang"
name = "Hang the posters"
owner = "rider"
tools = []

[[processes]]
id = "bake"
name = "Bake the loaves"

[[processes]]
id = "ride"
name = "Ride the round"
owner = "rider"

[[roles]]
id = "rider"
name = "Rider"
held_by = "ida"

[[people]]
id = "ida"
name = "Ida"
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


@asynccontextmanager
async def board_of(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Founder]:
    """A founder who has just pressed `b`."""
    async with founder_at(path, size=size) as founder:
        await founder.press("b")
        await founder.wait_for(lambda: isinstance(founder.app.screen, BoardScreen) and founder.app.focused, "the board")
        yield founder


def board(founder: Founder) -> BoardScreen:
    assert isinstance(founder.app.screen, BoardScreen)
    return founder.app.screen


def row(founder: Founder, lane: str) -> list[str]:
    """The cells of a lane's first row, as they are drawn."""
    line = next(line for line in founder.screen.splitlines() if line.startswith(f" {lane} "))
    return [cell.strip() for cell in line.split("│")[1:]]


def names(founder: Founder) -> dict[str, list[str | None]]:
    return {stage.id: [card.name for card in stage.touchpoints] for stage in founder.plan.stages}


async def go(founder: Founder, place: str) -> None:
    board(founder).go_to(place)
    await founder.pilot.pause()


async def test_the_whole_way_lies_there_with_its_moments_and_its_holes_in_words(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        assert row(founder, "moment")[:2] == ["first contact", "VALUE"]
        assert row(founder, "customer")[:2] == ["-", "1 Opens the window"]
        assert row(founder, "channel")[:2] == ["street", "1 at the door"]
        assert row(founder, "tools")[:2] == ["none needed", "1 none yet"]
        assert row(founder, "owner")[:2] == ["Rider (Ida)", "1 nobody, Rider (Ida)"]
        assert founder.sees("line of visibility", "2 no channel", "2 no process", "1 no number yet")
        assert founder.sees("still missing", "no sales", "no support")


async def test_enter_fills_a_hole_where_it_is(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.crumbs.channel")
        await founder.press("enter")
        await founder.type("in the kitchen")
        await founder.press("enter")
        assert founder.plan.stages[1].touchpoints[1].channel == "in the kitchen"
        assert founder.sees("2 in the kitchen")
        assert founder.app.focused is board(founder).board


async def test_arrows_lead_from_card_to_card_and_from_lane_to_lane(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "stages.hears")
        await founder.press("right", "down", "down", "down")
        assert board(founder).target == "touchpoints.sill"
        assert board(founder).target == "touchpoints.sill"
        await founder.press("j")
        assert board(founder).target == "touchpoints.crumbs"
        await founder.press("pagedown")
        assert board(founder).target == "touchpoints.crumbs.customer_action"
        await founder.press("h")
        assert board(founder).target == "touchpoints.poster.customer_action"
        await founder.press("end")
        assert board(founder).target.startswith("journey.")


async def test_close_up_each_process_has_its_line_and_its_owner_is_chosen_there(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.sill.processes")
        await founder.press("pagedown", "pagedown")
        assert founder.sees("Bake the loaves has no owner")
        await founder.press("enter")
        assert founder.sees("stage 2 of 2", "Wakes up hungry   delivery")
        await founder.press("enter")
        await founder.type("Rid")
        await founder.press("enter")
        assert founder.plan.processes[1].owner == "rider"
        assert founder.plan.processes[2].owner == "rider"


async def test_z_shows_one_stage_and_esc_leads_out_and_then_to_the_form(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.crumbs")
        await founder.press("z")
        assert founder.sees("stage 2 of 2")
        assert not founder.sees("Sees the poster")
        assert board(founder).target == "touchpoints.crumbs"
        await founder.press("left", "left")
        assert founder.sees("stage 1 of 2", "Sees the poster")
        await founder.press("escape")
        assert founder.sees("Finds the bag", "Sees the poster")
        await founder.press("escape")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        assert founder.workbench.form.shown_place == "touchpoints.poster"


async def test_enter_on_the_head_of_a_stage_shows_it_and_f2_renames_it(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "stages.hears")
        await founder.press("f2")
        await founder.type(" first")
        await founder.press("enter")
        assert founder.plan.stages[0].name == "Hears of us first"
        await founder.press("enter")
        assert founder.sees("stage 1 of 2")


async def test_cards_are_moved_along_and_into_the_next_stage_and_undone(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.crumbs")
        await founder.press("K")
        assert names(founder)["wakes"] == ["Shakes out the crumbs", "Finds the bag"]
        assert board(founder).target == "touchpoints.crumbs"
        await founder.press("less_than_sign")
        assert names(founder)["hears"] == ["Sees the poster", "Shakes out the crumbs"]
        assert founder.sees('Move touchpoint "Shakes out the crumbs" to "Hears of us".')
        assert board(founder).target == "touchpoints.crumbs"
        await founder.press("ctrl+z", "ctrl+z")
        assert names(founder)["wakes"] == ["Finds the bag", "Shakes out the crumbs"]


async def test_a_stage_is_moved_on_its_head(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "stages.hears")
        await founder.press("shift+right")
        assert list(names(founder)) == ["wakes", "hears"]
        await founder.press("shift+right")
        assert founder.sees("It is the last one already.")


async def test_close_up_a_card_moves_on_into_the_next_stage_and_the_picture_follows(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster")
        await founder.press("z", "shift+right")
        assert names(founder) == {"hears": [], "wakes": ["Sees the poster", "Finds the bag", "Shakes out the crumbs"]}
        assert founder.sees("stage 2 of 2")
        assert board(founder).target == "touchpoints.poster"


async def test_what_is_added_stands_behind_what_one_looks_at(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.sill")
        await founder.press("a")
        await founder.type("Smells the bread")
        await founder.press("enter")
        await founder.type("Eats")
        await founder.press("enter", "escape")
        assert names(founder)["wakes"] == ["Finds the bag", "Smells the bread", "Eats", "Shakes out the crumbs"]
        assert board(founder).target == "touchpoints.eats"
        await go(founder, "stages.hears")
        await founder.press("ctrl+n")
        await founder.type("Orders")
        await founder.press("enter", "escape")
        assert [stage.name for stage in founder.plan.stages] == ["Hears of us", "Orders", "Wakes up hungry"]
        assert founder.sees("no touchpoint yet")


async def test_a_process_is_made_and_linked_on_the_card_as_one_step(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.crumbs.processes")
        await founder.press("enter")
        await founder.type("Sweep the street")
        await founder.press("enter")
        await founder.press("f8")
        assert founder.plan.stages[1].touchpoints[1].processes == ("sweep-the-street",)
        await founder.press("ctrl+z")
        assert not founder.plan.stages[1].touchpoints[1].processes
        assert len(founder.plan.processes) == 3


async def test_c_makes_the_process_of_a_card_and_asks_for_its_steps(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.crumbs")
        await founder.press("c")
        await founder.type("Sweep")
        await founder.press("enter", "escape")
        assert founder.plan.stages[1].touchpoints[1].processes == ("shakes-out-the-crumbs",)
        assert [step.action for step in founder.plan.processes[-1].steps] == ["Sweep"]
        assert board(founder).target == "processes.shakes-out-the-crumbs"
        await founder.press("ctrl+z", "ctrl+z")
        assert founder.sees("2 no process")


async def test_a_number_that_is_added_on_a_card_watches_it(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.sill")
        await founder.press(*["pagedown"] * 7)
        assert founder.sees("no KPI watches it")
        await founder.press("enter")
        await founder.type("Bags on time")
        await founder.press("enter", "escape")
        (kpi,) = founder.plan.kpis
        assert (kpi.processes, kpi.promise) == (("bake",), "by-seven")
        assert founder.sees("no target")
        await founder.press("enter")
        await founder.type("at least 98 %")
        await founder.press("enter")
        assert founder.plan.kpis[0].target == 98


async def test_deleting_a_card_takes_its_links_and_undo_brings_it_back(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.sill")
        await founder.press("d")
        assert names(founder)["wakes"] == ["Shakes out the crumbs"]
        assert founder.sees('Delete touchpoint "Finds the bag".')
        await founder.press("ctrl+z")
        assert founder.sees("Finds the bag")


async def test_deleting_a_process_on_a_card_only_unlinks_it(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster.processes")
        await founder.press("delete")
        assert founder.plan.stages[0].touchpoints[0].processes == ()
        assert len(founder.plan.processes) == 3


async def test_x_empties_a_cell(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster.channel")
        await founder.press("x")
        assert founder.plan.stages[0].touchpoints[0].channel is None
        assert row(founder, "channel")[0] == "no channel"


async def test_a_moment_is_given_on_the_board(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster.moment")
        await founder.press("x")
        assert founder.sees("no first contact")
        await founder.press("enter")
        await founder.type("first")
        await founder.press("enter")
        assert founder.plan.stages[0].touchpoints[0].moment == "first contact"
        assert not founder.sees("no first contact")


async def test_what_the_way_lacks_is_filled_on_the_board(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "journey.billing")
        await founder.press("enter")
        await founder.type("Friends pay in flour until spring")
        await founder.press("enter")
        assert founder.plan.journey.not_applicable.billing == "Friends pay in flour until spring"
        assert not founder.sees("no billing")


async def test_f8_goes_to_the_cell_of_a_finding_and_enter_mends_it(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        findings = board(founder).report.findings
        number = next(n for n, finding in enumerate(findings) if finding.place == "processes.bake.owner")
        board(founder)._finding = findings[number - 1]  # where F8 has led so far
        await founder.press("f8")
        assert board(founder).target == "processes.bake.owner"
        assert founder.sees("Bake the loaves has no owner")
        await founder.press("enter")
        await founder.type("Rider")
        await founder.press("enter")
        assert founder.plan.processes[1].owner == "rider"


async def test_a_click_selects_and_a_second_one_edits(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        lines = founder.screen.splitlines()
        y = next(n for n, line in enumerate(lines) if line.startswith(" channel"))
        x = lines[y].index("street")
        await founder.pilot.click(offset=(x, y))
        assert board(founder).target == "touchpoints.poster.channel"
        await founder.pilot.click(offset=(x, y))
        await founder.wait_for(lambda: board(founder).is_asking, "the question")


async def test_a_plan_with_nothing_begins_on_the_board(tmp_path: Path) -> None:
    path = tmp_path / "new.mvo.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    async with board_of(path) as founder:
        assert founder.sees("Nothing is on the board yet.")
        await founder.press("enter")
        await founder.type("Hears of us")
        await founder.press("enter")
        await founder.type("Buys")
        await founder.press("enter", "escape")
        assert [stage.name for stage in founder.plan.stages] == ["Hears of us", "Buys"]
        assert founder.sees("Hears of us", "no touchpoint yet")
        await founder.press("ctrl+z", "ctrl+z")
        assert founder.sees("Nothing is on the board yet.")


async def test_undoing_an_added_card_leads_back_to_where_it_was_added(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster")
        await founder.press("a")
        await founder.type("Reads the menu")
        await founder.press("enter", "escape", "ctrl+z")
        assert names(founder)["hears"] == ["Sees the poster"]
        assert board(founder).target == "touchpoints.poster"


async def test_the_cursors_column_stays_in_sight_on_a_narrow_screen() -> None:
    async with board_of(SAMPLES["sunday-box"], size=(80, 24)) as founder:
        await go(founder, "stages.hear")
        assert founder.sees("1-4 of 7")
        await founder.press("right", "right", "right", "right")
        assert founder.sees("2-5 of 7", "The box is")
        await founder.press("end")
        assert founder.sees("4-7 of 7", "I stay, I")


async def test_all_lanes_are_named_at_eighty_by_twenty_four_and_the_full_text_stands_below() -> None:
    async with board_of(SAMPLES["sunday-box"], size=(80, 24)) as founder:
        assert founder.sees(*(f" {lane}" for lane in Lane if lane is not Lane.STAGE))
        await go(founder, "touchpoints.box-at-door.frontstage")
        assert founder.sees("Rui, a sealed box with the name on it, a card with the four recipes")


async def test_words_of_the_plan_are_never_markup(tmp_path: Path) -> None:
    path = tmp_path / "hostile.mvo.toml"
    path.write_text(BAKERY.replace("street", "[b]x[/b] [@click=app.quit]y"), encoding="utf-8")
    async with board_of(path, size=(200, 40)) as founder:
        assert founder.sees("[b]x[/b] [@click=app.quit]y")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "normal"])
async def test_the_drawn_board_of_a_sample_is_the_one_that_was_looked_at(size: tuple[int, int], tmp_path: Path) -> None:
    """After a wanted change: look at the board, then run this once with MVO_TUI_RENEW_DRAWN=1."""
    path = tmp_path / "sunday-box.mvo.toml"
    path.write_text(SAMPLES["sunday-box"].read_text("utf-8"), encoding="utf-8")
    drawn = Path(__file__).parent / "drawn" / f"board-{size[0]}x{size[1]}.txt"
    async with board_of(path, size) as founder:
        await go(founder, "touchpoints.box-at-door")
        if os.environ.get("MVO_TUI_RENEW_DRAWN"):
            drawn.write_text(founder.screen + "\n", encoding="utf-8")
        assert founder.screen + "\n" == drawn.read_text("utf-8")


async def test_without_colour_the_cursor_stands_out_by_light(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with board_of(bakery) as founder:
        await go(founder, "touchpoints.poster.channel")
        x, y = next((line.index("street"), y) for y, line in enumerate(founder.screen.splitlines()) if "street" in line)
        style = founder.app.screen.get_style_at(x, y)
        assert style.reverse
        assert style.color
        assert style.bgcolor
        assert style.color.get_truecolor() > style.bgcolor.get_truecolor()  # so that reversed it is dark on light


async def test_every_cell_in_sight_has_a_letter_in_jump_mode(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        await go(founder, "stages.hears")
        await founder.press("apostrophe")
        letters = {(target.x, target.y): target for target in board(founder).board.jump_targets()}
        x, y = next((line.index("street"), y) for y, line in enumerate(founder.screen.splitlines()) if "street" in line)
        await founder.press("escape")
        letters[x - 1, y - board(founder).board.region.y].go()  # it stands before the text
        assert board(founder).target == "touchpoints.poster.channel"


async def test_a_plan_of_a_newer_format_is_shown_without_being_judged(bakery: Path) -> None:
    bakery.write_text(BAKERY.replace("format = 1", "format = 2"), encoding="utf-8")
    async with board_of(bakery) as founder:
        assert founder.sees("Bake the loaves", "no channel")
        assert not founder.sees("!!")
        await go(founder, "touchpoints.poster.channel")
        await founder.press("x")
        assert founder.sees("street")


async def test_the_wheel_scrolls_the_lanes_and_with_shift_the_stages() -> None:
    async with board_of(SAMPLES["sunday-box"], size=(80, 20)) as founder:
        await go(founder, "stages.hear")
        widget = board(founder).board
        assert founder.sees(" moment", "1-4 of 7")
        for is_shifted in (False, True):
            widget.post_message(
                events.MouseScrollDown(widget, 20, 9, 0, 1, 0, shift=is_shifted, meta=False, ctrl=False)
            )
            await founder.pilot.pause()
        assert not founder.sees(" moment")
        assert founder.sees(" measured", "2-5 of 7", "I try one box")
        assert board(founder).target == "stages.hear"


async def test_once_a_finding_is_mended_enter_is_about_the_cell_again(bakery: Path) -> None:
    async with board_of(bakery) as founder:
        findings = board(founder).report.findings
        number = next(n for n, finding in enumerate(findings) if finding.place == "processes.hang.trigger")
        board(founder)._finding = findings[number - 1]
        await founder.press("f8", "enter")
        await founder.type("The first of the month")
        await founder.press("enter")
        assert founder.plan.processes[0].trigger == "The first of the month"
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("What work stands behind"), "the question of the cell")


async def test_a_cursor_key_paints_the_two_cells_and_nothing_else(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with board_of(bakery) as founder:
        widget, regions = board(founder).board, list[Region]()

        def refresh(*dirty: Region, **_how: object) -> BlueprintBoard:
            regions.extend(dirty or (widget.region,))
            return Widget.refresh(widget, *dirty)

        monkeypatch.setattr(widget, "refresh", refresh)
        await founder.press("right")
        width = widget.size.width // 3
        assert regions
        assert all(region.height == 1 and region.width <= width for region in regions)
        assert len(regions) <= 2 * 3  # a head has at most three lines
