"""The end may come before a key in a field has been told by message: then the field itself is asked."""

from pathlib import Path

import pytest
from textual import events

from mvo_tui.ui.screens.answering import AnswerScreen
from tests.ui.founder import Founder, founder_at
from tests.ui.test_mending import walk_to

PLAN = """\
format = 1

[venture]
name = "Crumb"

[[kpis]]
id = "on-time"
name = "Rolls on time"
"""


@pytest.fixture
def crumb(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


async def type_untold(founder: Founder, text: str) -> None:
    """Type `text` so that the field has it, and nobody else yet."""
    field = founder.app.focused
    assert field is not None
    for letter in text:
        await field._on_key(events.Key(letter, letter))


@pytest.mark.parametrize("screen", ["interview", "workbench", "scorecard", "mending"])
async def test_what_stands_in_an_open_field_is_kept_without_a_message(crumb: Path, screen: str) -> None:
    async with founder_at(crumb, screen="interview" if screen == "interview" else "workbench") as founder:
        if screen == "workbench":
            await founder.press("f6", "f2")
        elif screen == "scorecard":
            await founder.press("s", "r")
        elif screen == "mending":
            await founder.press("f5")
            walk_to(founder, lambda finding: finding.place == "venture.product")
            await founder.press("f")
            await founder.wait_for(lambda: isinstance(founder.app.screen, AnswerScreen), "the question")
        before = dict(founder.keeper.journalling.journal.typed)
        assert before == {}
        await type_untold(founder, "9x")
        founder.keeper.save_at_the_end(0.0)
        assert [text[-2:] for text in founder.keeper.journalling.journal.typed.values()] == ["9x"]


async def test_a_screen_that_can_not_say_keeps_nobody_from_saving(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with founder_at(crumb, screen="workbench") as founder:
        monkeypatch.setattr(type(founder.workbench), "draft", property(lambda _: 1 // 0))
        founder.keeper.journalling.keep_typed("venture.product", "Rolls, by bi")
        assert founder.app._keep_typed() == "The next start offers what was not saved."
        assert founder.keeper.journalling.journal.typed == {"venture.product": "Rolls, by bi"}
