"""Stories of a start after a crash: what was not saved is offered, and goes nowhere without a choice."""

import os
import time
from pathlib import Path

import pytest
from textual.widgets import Static

from mvo_tui.plan.edits import Edit, SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.storage import atomic_write
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.left_behind import journals, left_behind
from mvo_tui.storage.plan_file import new_plan, open_plan
from mvo_tui.storage.state_folder import state_folder
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.recovery import RecoveryScreen, when
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.line_list import LineList
from tests.ui.founder import Founder, founder_at
from tests.ui.host import HOSTILE

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
CRUMB = """\
format = 1

# As told by Ida.
[venture]
name = "Crumb"   # for now

[[roles]]
id = "rider"
name = "Rider"
"""
NAME = SetField("venture.name", "Crust")
DUTIES = SetField("roles.rider.duties", "Rides the round")


@pytest.fixture
def crumb(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(CRUMB, encoding="utf-8")
    return path


def crash(path: Path, *edits: Edit, typed: dict[str, str] | None = None) -> None:
    """What a program leaves that was killed on the plan at `path` after these edits, with that typed."""
    opened = open_plan(path) if path.exists() else new_plan(path)
    journal, plan = Journal(opened), opened.plan
    for edit in edits:
        plan = apply(plan, edit)
        journal.record(edit, plan)
    for place, text in (typed or {}).items():
        journal.type(place, text)
    assert journal._file
    os.close(journal._file.descriptor)


def left(path: Path) -> int:
    """How many journals of the plan are left."""
    found = left_behind(path)
    for each in found:
        each.release()
    return len(found)


def is_offered(founder: Founder) -> bool:
    return isinstance(founder.app.screen, RecoveryScreen)


def is_told(founder: Founder, words: str) -> bool:
    return words in founder.told


async def is_over(founder: Founder) -> None:
    await founder.wait_for(lambda: isinstance(founder.app.screen, WorkbenchScreen), "the workbench")


@BOTH_SIZES
async def test_what_was_not_saved_is_shown_and_nothing_is_done_with_it(crumb: Path, size: tuple[int, int]) -> None:
    crash(crumb, NAME, DUTIES, typed={"venture.product": "Rolls, by bi"})
    async with founder_at(crumb, size=size) as founder:
        assert is_offered(founder)
        said = " ".join(founder.screen.split())
        assert "2 changes from today" in said
        assert "were not saved, and a text was being typed. Nothing has been done with it yet." in said
        assert founder.sees(
            '~ name of the venture: "Crumb" -> "Crust"',
            '"Rides the round"',
            'typed for product of the venture: "Rolls, by bi"',
        )
        assert founder.sees("Keep", "Save a copy", "Discard", "Decide later", "Esc decides later")
        assert founder.plan.venture.name == "Crumb"
    assert crumb.read_text() == CRUMB
    assert left(crumb) == 1


@BOTH_SIZES
async def test_keep_puts_it_into_the_plan_and_the_file_as_one_step(crumb: Path, size: tuple[int, int]) -> None:
    crash(crumb, NAME, DUTIES, typed={"venture.product": "Rolls, by bi"})
    async with founder_at(crumb, size=size) as founder:
        await founder.press("enter")
        await is_over(founder)
        assert 'name = "Crust"   # for now' in crumb.read_text()
        assert "Rides the round" in crumb.read_text()
        assert founder.keeper.draft_at("venture.product") == "Rolls, by bi"
        await founder.press("ctrl+z")
        assert founder.plan.venture.name == "Crumb"
        assert founder.plan.roles[0].duties is None
        assert await founder.save() == CRUMB
        await founder.press("ctrl+q")
    assert [each.typed for each in journals().left_behind] == [{"venture.product": "Rolls, by bi"}]


async def test_a_copy_gets_it_all_and_the_plan_stays_as_it_is(crumb: Path) -> None:
    crash(crumb, NAME, typed={"venture.product": "Rolls, by bi"})
    async with founder_at(crumb) as founder:
        await founder.press("down", "enter")
        await is_over(founder)
        assert founder.plan.venture.name == "Crumb"
    copy = crumb.with_name("crumb-copy.mvo.toml")
    assert copy.read_text() == CRUMB.replace('"Crumb"', '"Crust"')
    assert crumb.read_text() == CRUMB
    assert left(crumb) == 0
    async with founder_at(copy) as founder:
        assert founder.keeper.draft_at("venture.product") == "Rolls, by bi"


async def test_a_click_chooses_as_well(crumb: Path) -> None:
    crash(crumb, NAME)
    async with founder_at(crumb) as founder:
        for _ in range(2):
            await founder.pilot.click("#choices", offset=(4, 1))
        await is_over(founder)
    assert crumb.with_name("crumb-copy.mvo.toml").exists()


async def test_what_is_discarded_is_set_aside(crumb: Path) -> None:
    crash(crumb, NAME)
    async with founder_at(crumb) as founder:
        await founder.press("down", "down", "enter")
        await is_over(founder)
    assert left(crumb) == 0
    assert len(list(state_folder("discarded").iterdir())) == 1
    assert crumb.read_text() == CRUMB


@pytest.mark.parametrize("keys", [("escape",), ("end", "enter"), ("ctrl+q",)], ids=["Esc", "the choice", "leaving"])
async def test_later_leaves_it_for_the_next_start(crumb: Path, keys: tuple[str, ...]) -> None:
    crash(crumb, NAME)
    for _ in range(2):
        async with founder_at(crumb) as founder:
            assert is_offered(founder)
            await founder.press(*keys)
            await founder.wait_for(lambda: not founder.app.is_running or not is_offered(founder), "the end")
    assert left(crumb) == 1
    assert crumb.read_text() == CRUMB


async def test_changes_of_the_file_beside_it_are_kept(crumb: Path) -> None:
    crash(crumb, NAME)
    crumb.write_text(CRUMB + 'duties = "All of it"\n')
    async with founder_at(crumb) as founder:
        assert founder.sees("changed since, and these changes still fit")
        await founder.press("enter")
        await is_over(founder)
    assert 'name = "Crust"' in crumb.read_text()
    assert "All of it" in crumb.read_text()


async def test_where_the_file_says_something_else_there_only_a_copy_is_offered(crumb: Path) -> None:
    crash(crumb, NAME)
    crumb.write_text(CRUMB.replace("Crumb", "Crisp"))
    async with founder_at(crumb) as founder:
        assert founder.sees("only a copy can hold both")
        assert not founder.sees("Keep")
        await founder.press("enter")
        await is_over(founder)
        assert founder.plan.venture.name == "Crisp"
    assert 'name = "Crust"   # for now' in crumb.with_name("crumb-copy.mvo.toml").read_text()


async def test_a_file_that_changes_while_the_founder_decides_is_looked_at_again(crumb: Path) -> None:
    crash(crumb, NAME)
    async with founder_at(crumb) as founder:
        crumb.write_text(CRUMB + 'duties = "All of it"\n')
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("these changes still fit"), "the offer anew")
        assert 'name = "Crumb"' in crumb.read_text()
        await founder.press("enter")
        await is_over(founder)
    assert 'name = "Crust"' in crumb.read_text()
    assert "All of it" in crumb.read_text()
    assert left(crumb) == 0


async def test_a_plan_that_is_gone_is_written_anew_comments_and_all(crumb: Path) -> None:
    crash(crumb, NAME, typed={"venture.product": "Rolls"})
    crumb.unlink()
    async with founder_at(crumb, screen="workbench") as founder:
        assert founder.sees("no longer there")
        await founder.press("enter")
        await is_over(founder)
        assert founder.plan.venture.name == "Crust"
        assert founder.keeper.draft_at("venture.product") == "Rolls"
    assert crumb.read_text() == CRUMB.replace('"Crumb"', '"Crust"')


async def test_a_plan_that_was_never_saved_is_found_on_the_start_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.mvo.toml"
    crash(path, NAME)
    monkeypatch.chdir(tmp_path)
    async with founder_at(None) as founder:
        assert founder.sees("Not saved to the end", "changes from today")
        plans = founder.app.screen.query_one("#plans", LineList)
        plans.cursor = next(n for n, line in enumerate(plans.lines) if "changes from" in str(line.left))
        await founder.press("enter")
        await founder.wait_for(lambda: is_offered(founder), "the offer")
        await founder.press("enter")
        await founder.wait_for(lambda: isinstance(founder.app.screen, InterviewScreen), "the interview")
    assert "Crust" in path.read_text()


async def test_several_are_offered_one_after_the_other_the_latest_first(crumb: Path) -> None:
    crash(crumb, NAME)
    crash(crumb, NAME)  # the same: no more to decide once the first is kept
    crash(crumb, DUTIES)
    async with founder_at(crumb) as founder:
        assert founder.sees("Rides the round")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees('"Crumb" -> "Crust"'), "the second")
        await founder.press("enter")
        await is_over(founder)
        assert founder.plan.venture.name == "Crust"
        assert founder.plan.roles[0].duties == "Rides the round"
    assert left(crumb) == 0


async def test_what_is_in_the_file_already_is_not_offered(crumb: Path) -> None:
    crash(crumb, NAME)
    crash(crumb, NAME, SetField("venture.name", "Crumb"))
    crumb.write_text(CRUMB.replace('"Crumb"', '"Crust"'))
    async with founder_at(crumb) as founder:
        assert isinstance(founder.app.screen, WorkbenchScreen)
    assert left(crumb) == 0


async def test_what_was_only_typed_stands_in_its_field_again(crumb: Path) -> None:
    crash(crumb, typed={"venture.product": "Rolls", "venture.customer": "Two str", "roles.gone.duties": "Rides on"})
    async with founder_at(crumb) as founder:
        await is_over(founder)
        assert founder.keeper.draft_at("venture.product") == "Rolls"
        assert is_told(founder, '"Rides on"')
        founder.workbench.go_to("venture.customer")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("Two str"), "the text in its field")
        assert left(crumb) == 0
        await founder.type("eets")
        await founder.press("enter", "ctrl+q")
        assert founder.plan.venture.customer == "Two streets"
    assert [each.typed for each in journals().left_behind] == [{"venture.product": "Rolls"}]


async def test_a_journal_stays_while_its_words_can_not_be_saved(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash(crumb, NAME)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    async with founder_at(crumb) as founder:
        with monkeypatch.context() as patch:
            patch.setattr(atomic_write, "_replace", full)
            await founder.press("enter")
            await is_over(founder)
            assert founder.plan.venture.name == "Crust"
            assert not founder.keeper.session.is_saved
            assert left(crumb) == 1
            await founder.press("ctrl+q", "ctrl+q")
    assert crumb.read_text() == CRUMB
    async with founder_at(crumb) as founder:
        await founder.press("enter")
        await is_over(founder)
    assert 'name = "Crust"' in crumb.read_text()
    assert left(crumb) == 0


async def test_a_journal_that_could_not_be_read_to_its_end_is_set_aside_when_it_was_used(crumb: Path) -> None:
    crash(crumb, NAME, DUTIES, NAME)
    (found,) = left_behind(crumb)
    found.release()
    head, name, duties, rest = found.file.read_bytes().split(b"\n", 3)
    found.file.write_bytes(b"\n".join((head, name, duties.replace(b"round", b"sound"), rest)))
    async with founder_at(crumb) as founder:
        assert founder.sees("1 change from")
        await founder.press("enter")
        await is_over(founder)
        assert founder.plan.venture.name == "Crust"
        assert founder.plan.roles[0].duties is None
    assert left(crumb) == 0
    assert [file.name for file in state_folder("discarded").iterdir()] == [found.file.name]


async def test_text_is_never_read_as_markup(crumb: Path) -> None:
    crash(crumb, SetField("venture.name", HOSTILE), typed={"venture.product": f"{HOSTILE}\x1b[2J"})
    async with founder_at(crumb) as founder:
        assert founder.sees(HOSTILE)
        assert "\x1b" not in founder.screen


async def test_an_edit_is_on_the_disk_before_the_next_key(crumb: Path) -> None:
    async with founder_at(crumb) as founder:
        founder.keeper.edit(NAME)
        journal = founder.keeper.journalling.journal._file
        assert journal is not None
        assert b"Crust" in journal.path.read_bytes()
        founder.keeper.undo()
        assert journal.path.read_bytes().count(b'"edit"') == 2
        await founder.press("ctrl+q")
    assert journals().left_behind == ()


async def test_the_disk_is_asked_to_keep_an_edit_soon_after_it(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: set[int] = set()
    fsync = os.fsync

    def sync(descriptor: int) -> None:
        synced.add(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr("os.fsync", sync)
    async with founder_at(crumb) as founder:
        founder.keeper.edit(NAME)
        journal = founder.keeper.journalling.journal._file
        assert journal is not None
        inode = os.fstat(journal.descriptor).st_ino
        assert inode not in synced
        await founder.wait_for(lambda: inode in synced, "the journal on the disk")


async def test_what_is_typed_is_on_the_disk_within_a_second(crumb: Path) -> None:
    async with founder_at(crumb) as founder:
        founder.workbench.go_to("venture.product")
        await founder.press("enter")
        await founder.type("Rolls")
        typed = time.monotonic()

        def is_kept() -> bool:
            file = founder.keeper.journalling.journal._file
            return bool(file and b'"Rolls"' in file.path.read_bytes())

        await founder.wait_for(is_kept, "the text in the journal")
        assert time.monotonic() - typed < 5  # half a second, and a slow machine


async def test_a_journal_that_can_not_be_written_is_told_once(crumb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = crumb.with_name("state")
    in_the_way.write_text("")
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(in_the_way))
    async with founder_at(crumb) as founder:
        founder.keeper.edit(NAME)
        founder.keeper.edit(DUTIES)
        await founder.wait_for(lambda: is_told(founder, "can't be kept against a crash"), "the sentence")
        assert len(founder.app.notes) == 1
        assert "Crust" in await founder.save()


async def test_a_window_that_is_too_small_says_so(crumb: Path) -> None:
    crash(crumb, NAME)
    async with founder_at(crumb, size=(50, 15)) as founder:
        assert founder.sees("Please make the window")
        assert not founder.app.screen.query_one("#keys", Static).display


def test_moments_are_told_as_people_do() -> None:
    now = time.time()
    assert when(now).startswith("today ")
    assert when(now - 24 * 60 * 60).startswith("yesterday ")
    assert when(1767366120.0).startswith(("2 January 2026, ", "1 January 2026, ", "3 January 2026, "))


def test_a_journal_of_what_is_no_plan_is_left_alone(crumb: Path) -> None:
    from mvo_tui.storage.replaying import replay

    crumb.write_text("format = 9\n")
    crash(crumb, typed={"venture.name": "x"})
    (found,) = left_behind(crumb)
    with pytest.raises(PlanError):
        replay(found.content)
    found.release()


async def test_what_came_into_the_file_during_the_offer_is_not_overwritten_unseen(
    crumb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mvo_tui.ui.watching.LOOK_EVERY", 0.05)
    monkeypatch.setattr("mvo_tui.ui.watching.SETTLES_IN", 0.1)
    crash(crumb, NAME)
    async with founder_at(crumb) as founder:
        assert is_offered(founder)
        crumb.write_text(CRUMB.replace('"Crumb"', '"Theirs"'), encoding="utf-8")
        await founder.wait_for(lambda: founder.plan.venture.name == "Theirs", "taken in")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("only a copy can hold both"), "the offer as it is now")
        assert founder.plan.venture.name == "Theirs"
        assert not founder.sees("into the plan and its file")
    assert '"Theirs"' in crumb.read_text()
    assert left(crumb) == 1


async def test_what_was_typed_stays_in_its_journal_where_the_plan_can_only_be_read(crumb: Path) -> None:
    crash(crumb, typed={"venture.product": "Rolls, by bi"})
    crumb.write_text(CRUMB.replace("format = 1", "format = 2"), encoding="utf-8")
    async with founder_at(crumb) as founder:
        assert founder.keeper.is_read_only
    assert left(crumb) == 1
