"""What the founder is told: what was done in the line of the screen, what has to be known as a note out of the way."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.geometry import Region
from textual.widgets import Input

import mvo_tui.ui
from mvo_tui.plan.edits import SetField
from mvo_tui.ui import telling
from mvo_tui.ui.screens.prompt import PromptScreen
from mvo_tui.ui.settings import Settings
from mvo_tui.ui.telling import lies_above
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.status_line import StatusLine
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
LONG = (
    "crumb.mvo.toml was changed by another program, and can't be read now. It stays as it is, and your plan is safe."
    " What was changed is taken in once it can be read. Line 12 is no TOML."
)


@pytest.fixture
def crumb(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(SAMPLES["repair-shop"].read_text("utf-8"), "utf-8")
    return path


def notes_on(founder: Founder) -> list[Region]:
    return [toast.region for toast in founder.app.screen.query("Toast") if toast.display and toast.region]


async def noted(founder: Founder, sentence: str) -> Region:
    """Where the note lies once it is there."""
    await founder.wait_for(lambda: notes_on(founder) and founder.sees(sentence.split(maxsplit=1)[0]), "the note")
    [region] = notes_on(founder)
    return region


def press_at(x: int, y: int) -> events.MouseDown:
    return events.MouseDown(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False)


def is_out_of_the_way(founder: Founder, note: Region) -> bool:
    screen = founder.app.screen
    kept = [widget.region for widget in (*screen.query(StatusLine), *screen.query(KeyHints))]
    return note.y > 0 and not any(note.overlaps(region) for region in kept)


# What was done


@SIZES
async def test_what_was_taken_back_stands_in_the_line_of_the_screen(crumb: Path, size: tuple[int, int]) -> None:
    async with founder_at(crumb, screen="workbench", size=size) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine", label="Name the venture"))
        await founder.press("ctrl+z")
        assert founder.app.screen.query_one(StatusLine).text == "Taken back: Name the venture"
        assert not notes_on(founder)


@SIZES
async def test_what_was_taken_back_stands_in_the_question_while_a_field_is_open(
    crumb: Path, size: tuple[int, int]
) -> None:
    async with founder_at(crumb, screen="workbench", size=size) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine", label="Name the venture"))
        founder.workbench.go_to("venture.product", is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        await founder.press("ctrl+z")
        await founder.wait_for(lambda: founder.sees("Taken back: Name the venture"), "the sentence")
        assert founder.workbench.is_asking
        assert not notes_on(founder)


@SIZES
async def test_what_was_taken_back_stands_below_the_answer_in_the_interview(crumb: Path, size: tuple[int, int]) -> None:
    async with founder_at(crumb, screen="interview", size=size) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine", label="Name the venture"))
        await founder.press("ctrl+z")
        await founder.wait_for(lambda: founder.sees("Taken back: Name the venture"), "the sentence")
        assert not notes_on(founder)


async def test_what_does_not_fit_the_line_is_a_note_and_never_cut(crumb: Path) -> None:
    async with founder_at(crumb, screen="workbench", size=(80, 24)) as founder:
        founder.app.say(LONG)
        await noted(founder, LONG)
        assert " ".join(LONG.split()) in " ".join(founder.screen.replace("▌", " ").split())
        assert not founder.app.notes  # it goes by itself


async def test_where_there_is_no_line_it_is_a_note_for_a_short_time() -> None:
    async with founder_at(None, size=(80, 24)) as founder:
        await founder.press("f1")
        await founder.wait_for(lambda: "Help" in type(founder.app.screen).__name__, "the help")
        founder.app.say("There is nothing to take back.")
        await noted(founder, "There")
        [passing] = founder.app._notifications
        assert 2 < passing.timeout < 6


async def test_on_the_start_screen_it_has_a_line() -> None:
    async with founder_at(None, size=(80, 24), settings=Settings(is_read_only=True)) as founder:
        founder.app.begin("Crumb")
        assert founder.sees("Nothing can be begun while plans are open for reading only.")
        assert not notes_on(founder)


# What has to be known


@SIZES
async def test_a_note_is_neither_over_the_line_nor_over_the_hints_nor_over_the_cursor(
    crumb: Path, size: tuple[int, int]
) -> None:
    async with founder_at(crumb, screen="workbench", size=size) as founder:
        founder.app.warn(LONG)
        note = await noted(founder, LONG)
        assert is_out_of_the_way(founder, note)
        assert note.height <= 4
        await founder.press("end")  # where the note would be in the way
        [note] = notes_on(founder)
        outline = founder.workbench.outline
        row = outline.region.y + outline.cursor - outline.scroll_offset.y
        assert not note.contains(0, row)
        assert is_out_of_the_way(founder, note)


@SIZES
@pytest.mark.parametrize("place", ["venture.product", "venture.notes", "venture.stage"])
async def test_a_note_is_never_over_the_field_that_is_typed_in(crumb: Path, size: tuple[int, int], place: str) -> None:
    async with founder_at(crumb, screen="workbench", size=size) as founder:
        founder.app.warn(LONG)
        await noted(founder, LONG)
        founder.workbench.go_to(place, is_editing=True)
        await founder.wait_for(lambda: founder.workbench.is_asking, "the field")
        await founder.type("A")
        [note] = notes_on(founder)
        assert founder.app.focused is not None
        assert not note.overlaps(founder.app.focused.region)
        assert is_out_of_the_way(founder, note)


@SIZES
async def test_in_the_interview_a_note_leaves_the_question_in_sight(crumb: Path, size: tuple[int, int]) -> None:
    async with founder_at(crumb, screen="interview", size=size) as founder:
        before = founder.screen
        founder.app.warn("The disk is full. Nothing of the plan was lost.")
        await noted(founder, "The disk is full")
        await founder.press("a", "backspace")
        now = founder.screen.splitlines()
        question = founder.app.screen.query_one("QuestionPanel").region
        assert now[question.y :] == before.splitlines()[question.y :]


async def test_over_a_prompt_it_leaves_the_field_free(crumb: Path) -> None:
    async with founder_at(crumb, screen="workbench", size=(80, 24)) as founder:
        await founder.press("ctrl+l")
        await founder.wait_for(lambda: isinstance(founder.app.screen, PromptScreen), "the prompt")
        founder.app.warn(LONG)
        note = await noted(founder, LONG)
        assert not note.overlaps(founder.app.screen.query_one(Input).region)


async def test_it_stays_until_a_key_shows_that_somebody_is_there(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with founder_at(crumb, screen="workbench") as founder:
        founder.app.warn("The disk is full.")
        await noted(founder, "The disk")
        await founder.press("down")  # too soon to have read it
        assert founder.sees("The disk is full.")
        monkeypatch.setattr(telling, "seconds_to_read", lambda _sentence: 0.0)
        await founder.pilot.pause()
        assert founder.sees("The disk is full.")  # nobody was there
        await founder.press("down")
        await founder.wait_for(lambda: not notes_on(founder), "gone")
        assert not founder.app.notes


async def test_one_at_a_time_and_what_went_wrong_first(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "seconds_to_read", lambda _sentence: 0.0)
    async with founder_at(crumb, screen="workbench") as founder:
        for sentence in ("One thing.", "Another thing.", "One thing."):
            founder.app.warn(sentence)
        founder.app.warn("It went wrong.", is_error=True)
        for sentence in ("It went wrong.", "One thing.", "Another thing."):
            await founder.wait_for(lambda: founder.sees(sentence) and len(notes_on(founder)) == 1, sentence)  # noqa: B023
            await founder.press("down")
        await founder.wait_for(lambda: not notes_on(founder), "all was read")


async def test_a_click_takes_it_away(crumb: Path) -> None:
    async with founder_at(crumb, screen="workbench") as founder:
        founder.app.warn("The disk is full.")
        note = await noted(founder, "The disk")
        founder.app.post_message(press_at(note.x + 4, note.y))
        await founder.wait_for(lambda: not notes_on(founder), "gone")
        assert not founder.app.notes


async def test_what_is_no_longer_so_goes_by_itself(crumb: Path) -> None:
    async with founder_at(crumb, screen="workbench") as founder:
        founder.app.warn("The disk does not answer.")
        await noted(founder, "The disk")
        founder.app.withdraw("The disk does not answer.")
        await founder.wait_for(lambda: not notes_on(founder), "gone")


async def test_what_is_told_is_never_markup(crumb: Path) -> None:
    async with founder_at(crumb, screen="workbench") as founder:
        founder.app.warn("[x] [/] [@click=app.quit]x[/] $z")
        await noted(founder, "[x]")
        assert founder.sees("[x] [/] [@click=app.quit]x[/] $z")


# Where it lies


@given(
    lines=st.integers(1, 5),
    height=st.integers(18, 60),
    top=st.integers(0, 60),
    rows=st.integers(0, 60),
)
def test_it_is_over_what_is_in_use_only_where_that_reaches_from_the_top_to_the_foot(
    lines: int, height: int, top: int, rows: int
) -> None:
    in_use = range(min(top, height), min(top + rows, height))
    first = 1 if lies_above(lines, height, [in_use]) else height - 2 - lines
    is_over = any(row in in_use for row in range(first, first + lines))
    reaches_both = in_use and in_use.start < 1 + lines and in_use.stop > height - 2 - lines
    assert not is_over or reaches_both


def test_only_one_place_of_the_interface_shows_notes() -> None:
    """All others say whether something was done, or has to be known."""
    folder = Path(next(iter(mvo_tui.ui.__path__)))
    calls = {
        path.name
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("notify", "clear_notifications")
    }
    assert calls == {"telling.py"}
