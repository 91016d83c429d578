"""Stories of one item: copied as a start, replaced everywhere, a process made for a touchpoint."""

from pathlib import Path

import pytest

from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.founder import Founder, founder_at

SHOP = """\
format = 1

[venture]
name = "Wheels"

[[promises]]
id = "two-days"
statement = "Back within two days"
core = true

[[stages]]
id = "brings"
name = "Brings it in"

[[stages.touchpoints]]
id = "counter"
name = "Leaves the bike"
promises = ["two-days"]

[[processes]]
id = "true"
name = "True a wheel"
owner = "mechanic"
tools = ["stand"]
rehearsed_on = 2026-04-01

[[processes.steps]]
action = "Clamp it"
tool = "stand"

[[tools]]
id = "stand"
name = "Stand"

[[tools]]
id = "jig"
name = "Jig"

[[roles]]
id = "mechanic"
name = "Mechanic"
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "wheels.mvo.toml"
    path.write_text(SHOP, encoding="utf-8")
    return path


def at(founder: Founder, place: str) -> None:
    founder.workbench.go_to(place)
    founder.workbench.outline.focus()


async def back(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
    await founder.pilot.pause()


async def test_a_process_is_copied_as_a_start_and_its_name_stands_open_to_be_typed_over(shop: Path) -> None:
    async with founder_at(shop) as founder:
        at(founder, "processes.true")
        await founder.press("D")
        await founder.wait_for(lambda: founder.sees("True a wheel (copy)", "What is this work called?"), "the name")
        await founder.type("Lace a wheel")
        await founder.press("enter")
        copy = founder.plan.processes[1]
        assert (copy.name, copy.owner, copy.rehearsed_on) == ("Lace a wheel", "mechanic", None)
        assert [step.action for step in copy.steps] == ["Clamp it"]
        assert not founder.workbench.is_asking


async def test_a_copy_that_is_taken_back_leaves_no_question_behind(shop: Path) -> None:
    async with founder_at(shop) as founder:
        at(founder, "processes.true")
        await founder.press("D")
        await founder.wait_for(lambda: founder.workbench.is_asking, "the name")
        await founder.press("ctrl+z")
        assert len(founder.plan.processes) == 1
        assert not founder.workbench.is_asking


async def test_a_tool_is_replaced_everywhere_and_the_links_stay(shop: Path) -> None:
    async with founder_at(shop) as founder:
        before = founder.plan
        at(founder, "tools.stand")
        await founder.press("R")
        await founder.wait_for(lambda: founder.sees('Replace tool "Stand" by which', "Now named in 2 places"), "which")
        await founder.type("ji")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees('Replace in 2 places, and delete "Stand"'), "how much changes")
        await founder.press("enter")
        await back(founder)
        process = founder.plan.processes[0]
        assert (process.tools, process.steps[0].tool) == (("jig",), "jig")
        assert [tool.name for tool in founder.plan.tools or ()] == ["Jig"]
        assert founder.sees("Tool: Jig", 'Replace and delete tool "Stand" by "Jig" in 2 places.')
        await founder.press("ctrl+z")
        assert founder.plan == before


async def test_a_role_gives_way_to_one_that_is_new_and_stays_itself(shop: Path) -> None:
    async with founder_at(shop) as founder:
        at(founder, "roles.mechanic")
        await founder.press("R")
        await founder.type("Wheel builder")
        await founder.wait_for(lambda: founder.sees('New role "Wheel builder"'), "the offer to make it")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees('and keep "Mechanic"'), "the choice")
        await founder.press("down", "enter")
        await back(founder)
        assert founder.plan.processes[0].owner == "wheel-builder"
        assert [role.name for role in founder.plan.roles] == ["Mechanic", "Wheel builder"]


async def test_escape_replaces_nothing_at_either_question(shop: Path) -> None:
    async with founder_at(shop) as founder:
        before = founder.plan
        at(founder, "tools.stand")
        await founder.press("R", "escape")
        await back(founder)
        await founder.press("R", "enter")
        await founder.wait_for(lambda: founder.sees('and keep "Stand"'), "the second question")
        await founder.press("escape")
        await back(founder)
        assert founder.plan is before


async def test_a_process_is_not_replaced(shop: Path) -> None:
    async with founder_at(shop) as founder:
        at(founder, "processes.true")
        await founder.press("R")
        assert founder.sees("Only a tool, a role or a person is replaced by another.")


async def test_a_touchpoint_gets_its_process_and_one_goes_on_with_the_steps(shop: Path) -> None:
    async with founder_at(shop) as founder:
        before = founder.plan
        at(founder, "touchpoints.counter")
        await founder.press("c")
        await founder.wait_for(lambda: founder.sees('What is done in "Leaves the bike"'), "the steps")
        await founder.type("Write the tag")
        await founder.press("enter", "enter")
        made = founder.plan.processes[1]
        assert founder.plan.stages[0].touchpoints[0].processes == (made.id,)
        assert [step.action for step in made.steps] == ["Write the tag"]
        await founder.press("ctrl+z", "ctrl+z")
        assert founder.plan == before


async def test_only_a_touchpoint_has_its_process_made(shop: Path) -> None:
    async with founder_at(shop) as founder:
        at(founder, "tools.stand")
        await founder.press("c")
        assert founder.sees("Only a touchpoint has a process made for it.")


async def test_from_a_field_of_the_form_it_is_the_item_that_is_copied(shop: Path) -> None:
    async with founder_at(shop) as founder:
        founder.workbench.go_to("processes.true.owner")
        await founder.press("D")
        assert [process.name for process in founder.plan.processes] == ["True a wheel", "True a wheel (copy)"]


@pytest.mark.parametrize("key", ["P", "R", "c", "D", "f"])
async def test_a_plan_open_for_reading_says_so_before_it_asks(tmp_path: Path, key: str) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text(SHOP.replace("format = 1", "format = 2"), encoding="utf-8")
    async with founder_at(path) as founder:
        before = founder.plan
        at(founder, "tools.stand")
        await founder.press(key)
        assert isinstance(founder.app.screen, WorkbenchScreen)
        assert founder.plan is before
