"""A whole file in the founder's own editor, told where there is no terminal to lend: the editor is played."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_tui.ui import editing_outside
from mvo_tui.ui.screens.edited_file import EditedFileScreen
from mvo_tui.ui.screens.interview import InterviewScreen
from tests.ui.founder import Founder, founder_at
from tests.ui.test_workbench import BAKERY


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


def play(monkeypatch: pytest.MonkeyPatch, *turns: Callable[[str], str]) -> list[str]:
    """Play an editor that makes of each text what the next of `turns` says. Returns the texts that it is given."""
    given: list[str] = []
    left = iter(turns)

    def edited(_app: object, content: bytes, _name: str, _ending: str = "") -> bytes:
        given.append(content.decode())
        return next(left)(given[-1]).encode()

    monkeypatch.setattr(editing_outside, "edited_outside", edited)
    return given


def broken(text: str) -> str:
    return text.replace('"Crumb"', '"Crust"') + "[[roles]"


def mended(text: str) -> str:
    return text.removesuffix("[[roles]")


async def told_what_is_wrong(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, EditedFileScreen), "what is wrong")


async def test_what_is_done_while_one_reads_what_is_wrong_is_kept(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = play(monkeypatch, broken, mended)
    async with founder_at(bakery) as founder:
        founder.app.action_edit_file()
        await told_what_is_wrong(founder)
        await founder.press("ctrl+l")
        await founder.type("Rye?")
        await founder.press("enter")
        await founder.wait_for(lambda: bool(founder.plan.parking_lot), "the thought")
        await told_what_is_wrong(founder)
        await founder.press("enter")
        await founder.wait_for(lambda: founder.plan.venture.name == "Crust", "the edited file")
        assert given[1].endswith("[[roles]")
        assert founder.plan.parking_lot[0].text == "Rye?"
        text = await founder.save()
        assert '"Crust"' in text
        assert "Rye?" in text


async def test_what_another_program_wrote_meanwhile_is_not_overwritten(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, broken, mended)
    async with founder_at(bakery) as founder:
        founder.app.action_edit_file()
        await told_what_is_wrong(founder)
        bakery.write_text(BAKERY.replace("Ride the round", "Walk the round"), encoding="utf-8")
        await founder.wait_for(lambda: founder.plan.processes[0].name == "Walk the round", "their change")
        await told_what_is_wrong(founder)
        await founder.press("enter")
        await founder.wait_for(lambda: founder.plan.venture.name == "Crust", "the edited file")
        assert founder.plan.processes[0].name == "Walk the round"
        text = await founder.save()
        assert '"Crust"' in text
        assert "Walk the round" in text


async def test_what_does_not_fit_any_more_is_not_lost(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = play(
        monkeypatch, lambda text: text.replace("Ride the round", "Ride") + "[[roles]", mended, lambda text: text
    )
    async with founder_at(bakery) as founder:
        founder.app.action_edit_file()
        await told_what_is_wrong(founder)
        bakery.write_text(BAKERY.replace('[[processes]]\nid = "ride"\nname = "Ride the round"\n', ""), encoding="utf-8")
        await founder.wait_for(lambda: len(founder.plan.processes) == 1, "their change")
        await told_what_is_wrong(founder)
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("does not fit the plan any more"), "why not")
        await founder.press("enter")
        assert '"Ride"' in given[2]


async def test_on_the_start_screen_there_is_nothing_to_lend() -> None:
    async with founder_at(None) as founder:
        founder.app.action_edit_file()
        await founder.wait_for(lambda: founder.sees("There is no plan open yet."), "the sentence")


async def test_notes_that_are_being_typed_go_to_the_editor_and_come_back(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = play(monkeypatch, lambda text: text + "is due\n")
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.notes")
        await founder.press("enter")
        await founder.type("The rent")
        await founder.press("f4")
        await founder.wait_for(lambda: founder.plan.venture.notes == "The rent\nis due", "the notes")
        assert given == ["The rent\n"]
        assert not founder.workbench.is_asking
        assert founder.keeper.draft_at("venture.notes") == ""


async def test_what_comes_back_and_is_refused_stands_in_the_field(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, lambda _text: "many\n")
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.active_customers")
        await founder.press("f4")
        await founder.wait_for(lambda: founder.sees('"many" cannot be read here'), "the reason")
        assert founder.workbench.is_asking
        assert founder.keeper.draft_at("venture.active_customers") == "many"


async def test_a_plan_that_is_only_read_is_not_lent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = play(monkeypatch)
    path = tmp_path / "newer.mvo.toml"
    path.write_text('format = 2\n[venture]\nname = "Later"\n', encoding="utf-8")
    async with founder_at(path) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("f4")
        founder.app.action_edit_file()
        await founder.pilot.pause()
        assert given == []


async def test_an_answer_of_the_interview_comes_back_and_the_next_question_stands_there(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = play(monkeypatch, lambda text: text + "of bread\n")
    async with founder_at(bakery, screen="interview") as founder:
        await founder.wait_for(lambda: founder.sees("What do customers get"), "the question")
        await founder.type("A bag")
        interview = founder.app.screen
        assert isinstance(interview, InterviewScreen)
        interview.action_editor_for_answer()
        await founder.wait_for(lambda: founder.plan.venture.product == "A bag of bread", "the answer")
        assert given == ["A bag\n"]
        assert not founder.sees("What do customers get")
        await founder.press("f4")
        assert founder.sees("This always applies to some degree.")
