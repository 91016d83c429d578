"""Stories of the scorecard: a team holds its weekly review."""

from datetime import date
from pathlib import Path

import pytest

from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.ui.screens.scorecard import ScorecardScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import Founder, founder_at

REVIEW_DAY = f"{date.today():%a}".lower()
LAUNDRY = f"""\
format = 1

[[roles]]
id = "desk"
name = "Desk"
held_by = "nora"

[[people]]
id = "nora"
name = "Nora"

[[kpis]]
id = "on-time"
name = "Bags on time"
direction = "at least"
target = 95
unit = "%"
owner = "desk"
off_track_action = "Take no new office until two weeks are on time"   # agreed in May

[[kpis.readings]]
date = 2026-05-10
value = 97

[[kpis]]
id = "lost"
name = "Bags lost [x] [/]"
direction = "at most"
target = 1

[review]
cadence = "weekly"
day = "{REVIEW_DAY}"
attendees = ["nora"]
"""


@pytest.fixture
def laundry(tmp_path: Path) -> Path:
    path = tmp_path / "laundry.mvo.toml"
    path.write_text(LAUNDRY, encoding="utf-8")
    return path


async def at_scorecard(founder: Founder) -> None:
    await founder.press("s")
    await founder.wait_for(lambda: isinstance(founder.app.screen, ScorecardScreen), "the scorecard")


async def test_this_weeks_values_are_entered_in_one_go_and_what_is_off_track_leads_to_its_action(laundry: Path) -> None:
    async with founder_at(laundry, screen="workbench") as founder:
        await at_scorecard(founder)
        assert founder.sees(
            "Next review", "today", "with Nora", "Bags on time", "at least 95 %", "97 %", "on track; due"
        )
        assert founder.sees("Bags lost [x] [/]", "no reading yet")
        await founder.press("r")
        assert founder.sees("1 of 2   Bags on time", "last 97 %")
        await founder.type("91.5 Two vans ill")
        await founder.press("enter")
        assert founder.sees("2 of 2   Bags lost", "typed: 91.5 Two vans ill")
        assert len(founder.plan.kpis[0].readings) == 1, "nothing is in the plan before all is entered"
        await founder.type("0")
        await founder.press("enter")
        assert founder.sees("OFF TRACK", "Then: Take no new office", "Bags on time is off track")
        await founder.press("ctrl+z")
        assert [len(kpi.readings) for kpi in founder.plan.kpis] == [1, 0]
        await founder.press("ctrl+y")
        text = await founder.save()
        assert f'date = {date.today()}\nvalue = 91.5\nnote = "Two vans ill"' in text
        assert "# agreed in May" in text


async def test_what_can_not_be_read_is_refused_and_what_was_typed_survives_leaving(laundry: Path) -> None:
    async with founder_at(laundry, screen="workbench") as founder:
        await at_scorecard(founder)
        await founder.press("f5")
        await founder.type("quite good")
        await founder.press("enter")
        assert founder.sees("1 of 2", "cannot be read")
        await founder.press("escape")
        assert founder.sees("typed: quite good")
        await founder.press("w")
        await founder.wait_for(lambda: founder.sees("Can we deliver this"), "the workbench")
        await at_scorecard(founder)
        await founder.press("r", "down")
        await founder.type("2")
        await founder.press("f8")
        assert founder.sees("cannot be read"), "the first value still can't"
        await founder.press("up")
        assert founder.sees("1 of 2")
        await founder.press("ctrl+z", "ctrl+z")  # no typing of this visit in it: nothing happens to the text
        await founder.press("end", "ctrl+u")
        await founder.type("96")
        await founder.press("f8")
        assert [kpi.readings[-1].value for kpi in founder.plan.kpis] == [96, 2]


async def test_a_decision_is_logged_and_stands_on_top(laundry: Path) -> None:
    async with founder_at(laundry, screen="workbench", size=(80, 24)) as founder:
        await at_scorecard(founder)
        assert founder.sees("Nothing decided yet")
        await founder.press("end", "enter")
        await founder.type("4 May Second driver on call")
        await founder.press("f8")
        await founder.wait_for(lambda: founder.plan.review.log, "the decision")
        assert founder.sees("Second driver on call")
        assert founder.plan.review.log[0].decision == "Second driver on call"


async def test_escape_leads_to_the_form_of_the_kpi_one_looked_at(laundry: Path) -> None:
    async with founder_at(laundry, screen="workbench") as founder:
        await at_scorecard(founder)
        while not founder.app.screen.target.endswith("lost"):  # type: ignore[attr-defined]
            await founder.press("down")
        await founder.press("escape")
        await founder.wait_for(lambda: founder.sees("KPI: Bags lost [x] [/]"), "the form")


async def test_a_plan_without_numbers_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "empty.mvo.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    async with founder_at(path, screen="workbench", size=(80, 24)) as founder:
        await at_scorecard(founder)
        assert founder.sees("Nobody has said when the numbers are looked at", "No KPI yet")
        await founder.press("r")
        assert founder.app.screen.is_asking  # type: ignore[attr-defined]


async def test_a_value_is_of_the_kpi_that_was_asked_for_wherever_one_clicks(laundry: Path) -> None:
    async with founder_at(laundry) as founder:
        await at_scorecard(founder)
        await founder.press("r")
        await founder.type("96")
        await founder.pilot.click(offset=(6, row_of(founder, "Bags lost")))
        await founder.wait_for(lambda: founder.sees("2 of 2   Bags lost"), "the question for the other one")
        assert founder.sees("typed: 96")
        await founder.type("0")
        await founder.press("f8")
        assert [kpi.readings[-1].value for kpi in founder.plan.kpis] == [96, 0]


async def test_nothing_more_is_entered_for_a_kpi_that_is_gone(laundry: Path) -> None:
    async with founder_at(laundry) as founder:
        await at_scorecard(founder)
        await founder.press("r")
        await founder.type("96")
        founder.keeper.edit(remove_with_links(founder.plan, "kpis.on-time"))
        await founder.wait_for(lambda: founder.sees("The KPI whose value was asked for is gone."), "what became of it")
        await founder.press("enter", "f8")
        assert [kpi.readings for kpi in founder.plan.kpis] == [()]


async def test_one_field_at_a_time(laundry: Path) -> None:
    async with founder_at(laundry) as founder:
        await at_scorecard(founder)
        await founder.press("r")
        await founder.type("96")
        await founder.press("ctrl+n")
        assert not founder.sees("1 of 2   Bags on time")
        await founder.type("Calls")
        await founder.press("enter", "escape", "r")
        assert [kpi.name for kpi in founder.plan.kpis][-1] == "Calls"
        assert founder.sees("typed: 96")


@pytest.mark.parametrize("key", ["r", "e"])
async def test_esc_leaves_the_field_first_wherever_one_has_clicked(laundry: Path, key: str) -> None:
    async with founder_at(laundry) as founder:
        await at_scorecard(founder)
        screen = founder.app.screen
        assert isinstance(screen, ScorecardScreen)
        await founder.press(key)
        await founder.type("96")
        screen.main_widget.focus()
        await founder.press("escape")
        assert isinstance(founder.app.screen, ScorecardScreen)
        assert (screen.is_asking, screen.is_entering) == (False, False)
        await founder.press("escape")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


def row_of(founder: Founder, text: str) -> int:
    return next(number for number, line in enumerate(founder.screen.splitlines()) if text in line)
