"""The palette: what it finds, what choosing it does, and that it goes away once, however fast the keys come."""

from pathlib import Path

import pytest
from textual import events
from textual.command import CommandList
from textual.widgets import Input

from mvo_tui.plan.edits import SetField
from mvo_tui.storage.configuration import Configuration
from mvo_tui.storage.preferences import keep_preferences
from mvo_tui.ui.palette import Palette
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.settings import settings_from
from mvo_tui.ui.themes import theme_choices
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at


async def test_it_leaves_once_however_often_it_is_told_to(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    async with founder_at(path, screen="workbench") as founder:
        await founder.press("ctrl+p")
        palette = founder.app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


@pytest.mark.parametrize("how", ["keys", "a double click", "messages"])
async def test_however_often_a_command_is_chosen_it_runs_once(tmp_path: Path, how: str) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    async with founder_at(path, screen="workbench") as founder:
        for field in ("name", "product", "customer"):
            founder.keeper.edit(SetField(f"venture.{field}", "Crumb"))
        assert len(founder.keeper.session.history.past) == 3
        await founder.press("ctrl+p")
        await founder.type("Undo")
        palette = founder.app.screen
        assert isinstance(palette, Palette)
        await founder.wait_for(lambda: palette.query_one(CommandList).option_count == 1, "the command")
        if how == "keys":
            for _ in range(3):
                founder.app.post_message(events.Key("enter", "\r"))
        elif how == "a double click":
            await founder.pilot.click(CommandList, offset=(4, 1), times=2)
        else:  # a double click, and Enters that were on their way to the field then
            palette._action_command_list("select")
            palette._action_command_list("select")
            line = palette.query_one(Input)
            for _ in range(3):
                line.post_message(Input.Submitted(line, ""))
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        await founder.wait_for(lambda: founder.app.is_quiet, "an end of all keys")
        assert len(founder.keeper.session.history.past) == 2


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


async def look_up(founder: Founder, *words: str) -> None:
    await founder.press("ctrl+p")
    await founder.type(" ".join(words))


async def test_a_finding_is_found_with_its_points_and_opens_its_field(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        finding = next(found for found in founder.keeper.session.report.findings if found.rule == "process-has-backup")
        await look_up(founder, "finding", finding.title)
        await founder.wait_for(lambda: founder.sees(f"{finding.title}   +{finding.points:.1f} Ready"), "the finding")
        await founder.press("down", "enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        question = founder.workbench._question
        assert question is not None
        assert question.asked is not None
        assert question.asked.place == finding.place


async def test_in_the_interview_a_finding_leads_to_its_question(sample: Path) -> None:
    async with founder_at(sample, screen="interview") as founder:
        finding = next(found for found in founder.keeper.session.report.findings if found.rule == "process-has-backup")
        await look_up(founder, "finding", finding.title)
        await founder.wait_for(lambda: founder.sees(f"{finding.title}   +"), "the finding")
        await founder.press("down", "enter")
        await founder.wait_for(lambda: founder.keeper.session.focus == finding.place, "the question")


async def test_undo_and_redo_say_what_they_would_do(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        founder.keeper.edit(SetField("venture.name", "Spoke", label="Set name of [x] [/] Spoke"))
        await look_up(founder, "undo")
        await founder.wait_for(lambda: founder.sees("Undo: Set name of [x] [/] Spoke   ^Z"), "the label")
        await founder.press("down", "enter")
        await founder.wait_for(lambda: founder.plan.venture.name == "Spoke & Volt", "the old name")
        await look_up(founder, "redo")
        await founder.wait_for(lambda: founder.sees("Redo: Set name of [x] [/] Spoke   ^Y"), "the label")


async def test_what_a_plan_says_is_never_markup_here(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text(
        'format = 1\n[[tools]]\nid = "tool"\nname = "[x] [/] [@click=app.leave]tool[/]"\npurpose = "$z"\n', "utf-8"
    )
    async with founder_at(path, screen="workbench") as founder:
        await look_up(founder, "click")
        await founder.wait_for(lambda: founder.sees("[x] [/] [@click=app.leave]tool[/]"), "the tool")
        await founder.press("escape")


@pytest.mark.parametrize("theme", ["mvo-light", "ansi-dark", "ansi-light"])
async def test_a_theme_is_chosen_and_is_there_again_at_the_next_start(sample: Path, theme: str) -> None:
    title = next(choice.title for choice in theme_choices("") if choice.name == theme)
    async with founder_at(sample, screen="workbench") as founder:
        await look_up(founder, title)
        await founder.wait_for(lambda: founder.screen.count(title) == 2, "the theme")  # as typed, and as found
        await founder.press("enter")
        await founder.wait_for(lambda: founder.app.theme == theme, "the theme")
        assert founder.sees("Can we deliver this, sustainably?")
    settings = settings_from(Configuration(sample))
    async with founder_at(sample, screen="workbench", settings=settings) as founder:
        assert founder.app.theme == theme
        await founder.press("ctrl+t", "ctrl+t")
        assert founder.app.theme == theme


def test_the_command_line_comes_before_the_configuration_and_that_before_what_was_chosen_last() -> None:
    keep_preferences(theme="ansi-dark")
    configuration = Configuration(Path("c"), theme="mvo-light")
    assert settings_from(configuration, theme="dark").theme == "mvo-dark"
    assert settings_from(configuration).theme == "mvo-light"
    assert settings_from(Configuration(Path("c"))).theme == "ansi-dark"
    keep_preferences(theme="no-theme-of-ours")
    assert settings_from(Configuration(Path("c"))).theme == ""
