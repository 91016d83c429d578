"""A whole file in the founder's own editor, told where there is no terminal to lend: the editor is played."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_tui.ui import editing_outside
from mvo_tui.ui.screens.edited_file import EditedFileScreen
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
        await founder.wait_for(
            lambda: [notice.message for notice in founder.app._notifications] == ["There is no plan open yet."],
            "the sentence",
        )
