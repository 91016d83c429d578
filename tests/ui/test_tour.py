"""The tour: offered once in a line that blocks nothing, gone through with the real keys, and over when one likes."""

from pathlib import Path

import pytest

from mvo_tui.storage.preferences import read_preferences
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.screens.prompt import PromptScreen
from mvo_tui.ui.screens.start import StartScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.settings import Settings
from mvo_tui.ui.tour import AGAIN, OFFER, STEPS, Tour
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

FIRST = Settings(offers_tour=True)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


async def step(founder: Founder, number: int) -> None:
    await founder.wait_for(lambda: founder.sees(f"Tour {number} of {len(STEPS)}."), f"step {number}")


async def walk(founder: Founder) -> None:
    """All of it, as it says."""
    for number, keys in enumerate([("down",), ("f8",), ("enter", "enter"), ("escape",), ("ctrl+z",)], start=1):
        await step(founder, number)
        for key in keys:
            if number != 3 or not founder.workbench.is_asking:
                await founder.press(key)
    for number, key in ((6, "v"), (7, "ctrl+p"), (8, "f1")):
        await step(founder, number)
        await founder.press(key)
        await founder.wait_for(lambda: not isinstance(founder.app.screen, PlanView), "what it shows")
        await founder.press("escape")


# The steps


def test_each_step_is_done_by_what_it_asks_for_and_by_nothing_else() -> None:
    tour = Tour()
    for number, each in enumerate(STEPS):
        assert tour.number == number
        assert each.tells.endswith(".")
        assert "{" not in each.press
        is_open = each.is_open if each.is_open is not None else False
        assert tour.after("nothing").going_on(is_open=not is_open) is not tour or number
        tour = tour.after(next(iter(each.done_by), "")).going_on(is_open=is_open)
    assert tour.step is None
    assert tour.going_on(is_open=True) is tour


# The offer


async def test_the_first_start_offers_it_with_one_line_and_enter_takes_it() -> None:
    async with founder_at(None, settings=FIRST) as founder:
        await founder.wait_for(lambda: founder.sees(OFFER), "the offer")
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "a sample")
        await step(founder, 1)
        assert read_preferences().is_toured


async def test_esc_says_not_now_and_it_does_not_come_back() -> None:
    async with founder_at(None, settings=FIRST) as founder:
        await founder.wait_for(lambda: founder.sees(OFFER), "the offer")
        await founder.press("escape")
        await founder.wait_for(lambda: not founder.sees(OFFER), "no offer")
        assert isinstance(founder.app.screen, StartScreen)
        assert read_preferences().is_toured
        founder.app.offer_tour()
        await founder.pilot.pause()
        assert not founder.sees(OFFER)


async def test_any_other_key_does_what_it_does() -> None:
    async with founder_at(None, settings=FIRST) as founder:
        await founder.wait_for(lambda: founder.sees(OFFER), "the offer")
        await founder.press("n")
        assert isinstance(founder.app.screen, PromptScreen)
        await founder.type("Bakery")
        assert founder.sees("Bakery")
        assert read_preferences().is_toured


async def test_a_plan_of_ones_own_is_opened_without_an_offer(sample: Path) -> None:
    async with founder_at(sample, settings=FIRST) as founder:
        assert not founder.sees("First time here?")


async def test_who_was_asked_before_is_not_asked_again() -> None:
    async with founder_at(None) as founder:
        assert not founder.sees("First time here?")


# The way


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_is_gone_through_with_the_real_keys(sample: Path, size: tuple[int, int]) -> None:
    async with founder_at(sample, screen="workbench", size=size) as founder:
        before = founder.plan
        founder.app.action_tour()
        await walk(founder)
        await founder.wait_for(lambda: not founder.sees(f"of {len(STEPS)}."), "the end")
        assert founder.sees(AGAIN)
        assert founder.plan == before


async def test_an_answer_in_between_counts_and_can_be_taken_back(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        founder.app.action_tour()
        await step(founder, 1)
        await founder.press("down", "f8")
        await step(founder, 3)
        founder.workbench.go_to("venture.name", is_editing=True)
        await founder.press("end")
        await step(founder, 4)
        await founder.type("X")
        await founder.press("enter")
        assert founder.plan.venture.name == "Spoke & VoltX"
        await step(founder, 5)
        await founder.press("ctrl+z")
        assert founder.plan.venture.name == "Spoke & Volt"
        await step(founder, 6)


@pytest.mark.parametrize("steps", [0, 1])
async def test_esc_ends_it_at_any_step(sample: Path, steps: int) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        founder.app.action_tour()
        await step(founder, 1)
        await founder.press(*["down"] * steps)
        await step(founder, 1 + steps)
        await founder.press("escape")
        await founder.wait_for(lambda: not founder.sees(f"of {len(STEPS)}."), "the end")
        await founder.press("down", "f8")
        assert not founder.sees("Tour ")


async def test_the_palette_begins_it_again_and_it_goes_along_to_another_view(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("ctrl+p")
        await founder.type("tour")
        await founder.wait_for(lambda: founder.sees("Go through the program in two minutes"), "the action")
        await founder.press("enter")
        await step(founder, 1)
        await founder.press("s")
        await founder.wait_for(lambda: not isinstance(founder.app.screen, WorkbenchScreen), "the scorecard")
        await step(founder, 1)


async def test_the_help_begins_it_too(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("f1")
        await founder.type("the tour")
        await founder.press("enter")
        await step(founder, 1)


async def test_it_leads_out_of_the_interview_to_the_workbench(sample: Path) -> None:
    async with founder_at(sample, screen="interview") as founder:
        founder.app.action_tour()
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        await step(founder, 1)


async def test_where_nothing_may_be_written_nothing_is() -> None:
    async with founder_at(None, settings=FIRST._replace(is_read_only=True)) as founder:
        await founder.wait_for(lambda: founder.sees(OFFER), "the offer")
        await founder.press("escape")
    assert not read_preferences().is_toured
