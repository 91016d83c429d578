"""The file changes while the plan is open: noticed, merged, told, and never overwritten silently."""

import os
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from mvo_tui.plan.edits import AddItem, SetField
from mvo_tui.plan.model import Role
from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.open_elsewhere import OpenMark
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.state_folder import key_of
from mvo_tui.ui import keys_in_turn
from mvo_tui.ui.reading_file import NOT_SEEN, Signature, signature_of
from mvo_tui.ui.screens.conflict import ConflictScreen
from mvo_tui.ui.screens.merging import MergeScreen
from mvo_tui.ui.watching import LOOK_EVERY, SETTLES_IN
from mvo_tui.ui.widgets.line_list import LineList
from tests.ui.founder import Founder, founder_at
from tests.ui.test_workbench import BAKERY, go_to

NAME = 'name = "Crumb"'
LOOKED_EVERY, SETTLED_IN = LOOK_EVERY, SETTLES_IN


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait for a whole second; that it is noticed in time is told by `test_in_time`."""
    monkeypatch.setattr("mvo_tui.ui.watching.LOOK_EVERY", 0.05)
    monkeypatch.setattr("mvo_tui.ui.watching.SETTLES_IN", 0.1)


def test_in_time() -> None:
    assert LOOKED_EVERY + SETTLED_IN <= 2


def by_another(path: Path, *changes: tuple[str, str]) -> None:
    """What another editor does: it writes beside the file and replaces it."""
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def told(founder: Founder) -> str:
    return founder.told


async def until(founder: Founder, condition: Callable[[], object], what: str) -> None:
    """Like `wait_for`, with time for the looks at the file, of which there is one a second."""
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline, f"{what} never came true. The screen:\n{founder.screen}"
        await founder.pilot.pause(0.05)


async def merging(founder: Founder) -> MergeScreen:
    await until(founder, lambda: isinstance(founder.app.screen, MergeScreen), "the conflicts are shown")
    await founder.pilot.pause()
    screen = founder.app.screen
    assert isinstance(screen, MergeScreen)
    return screen


async def choose(founder: Founder, label: str) -> None:
    """Go to the line with that label, and press Enter."""
    lines = founder.app.screen.query_one(LineList)
    number = next(n for n in range(lines.count) if label in "".join(text for text, _ in lines.line_at(n).left))
    for _ in range(lines.count):
        if lines.cursor == number:
            break
        await founder.press("down" if lines.cursor < number else "up")
    await founder.press("enter")


async def test_what_another_program_changed_comes_in_and_can_be_undone(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        by_another(bakery, (NAME, 'name = "Crust"   # better'), ("Bake the loaves", "Bake bread"))
        await until(founder, lambda: founder.plan.venture.name == "Crust", "the change to come in")
        assert founder.sees("Crust", "Bake bread")
        await until(founder, lambda: "Taken in from the file: 2 changes." in told(founder), "told")
        assert founder.keeper.session.is_saved
        founder.keeper.edit(SetField("venture.product", "Loaves"))
        text = await founder.save()
        assert 'name = "Crust"   # better' in text
        assert 'product = "Loaves"' in text
        await founder.press("ctrl+z", "ctrl+z")
        assert founder.plan.venture.name == "Crumb"


async def test_what_is_not_saved_here_and_what_came_in_are_both_there(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(AddItem("roles", Role(id="baker", name="Baker")))
        by_another(bakery, ('id = "rider"', 'id = "clerk"\nname = "Clerk"\n\n[[roles]]\nid = "rider"'))
        await founder.press("ctrl+s")
        await until(founder, lambda: founder.keeper.session.is_saved, "saved")
        assert [role.id for role in founder.plan.roles] == ["clerk", "rider", "baker"]
        assert open_plan(bakery).plan == founder.plan
        assert "# The morning round, as told by Ida." in bakery.read_text("utf-8")


async def test_a_change_of_a_comment_alone_is_kept_and_not_told(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        before = founder.keeper.opened
        by_another(bakery, ("told by Ida", "told by Ida and Bo"))
        await until(founder, lambda: founder.keeper.opened is not before, "noticed")
        assert "Taken in" not in told(founder)
        founder.keeper.edit(SetField("venture.name", "Crust"))
        assert "told by Ida and Bo" in await founder.save()


async def test_the_text_in_an_open_field_stays_while_changes_come_in(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type(" and Sons")
        by_another(bakery, ("Bake the loaves", "Bake bread"))
        await until(founder, lambda: founder.sees("Bake bread"), "the change to come in")
        await founder.type(" Ltd")
        await founder.press("enter")
        assert founder.plan.venture.name == "Crumb and Sons Ltd"
        assert founder.plan.processes[1].name == "Bake bread"


async def test_a_conflict_is_shown_field_by_field_and_chosen(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        founder.keeper.edit(SetField("processes.ride.name", "My ride"))
        by_another(bakery, (NAME, 'name = "Theirs"'), ("Ride the round", "Their ride"), ("Bake the", "Eat the"))
        screen = await merging(founder)
        assert founder.sees("name of the venture", 'name of process "My ride"', "2 things were changed")
        sides = str(screen.query_one(".sides", Static).content)
        assert [re.sub(" +", " ", line) for line in sides.splitlines()] == [
            ' before "Crumb"',
            '> mine "Mine"',
            ' theirs "Theirs"',
        ]
        await founder.press("t", "down")
        assert '"Their ride"' in str(screen.query_one(".sides", Static).content)
        assert NAME not in bakery.read_text("utf-8")
        await choose(founder, "Go on with these choices")
        assert founder.plan.venture.name == "Theirs"
        assert [process.name for process in founder.plan.processes] == ["My ride", "Eat the loaves"]
        await until(founder, lambda: founder.keeper.session.is_saved, "saved")
        assert open_plan(bakery).plan == founder.plan
        await founder.press("ctrl+z")
        assert founder.plan.venture.name == "Mine"


@pytest.mark.parametrize(("label", "name"), [("Mine for all", "Mine"), ("Theirs for all", "Theirs")])
async def test_one_side_is_chosen_for_all(bakery: Path, label: str, name: str) -> None:
    async with founder_at(bakery, size=(80, 24)) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"'))
        await merging(founder)
        assert founder.sees("One thing was changed on both sides", "before", "mine", "theirs", "Enter or a click")
        await choose(founder, label)
        await choose(founder, "Go on with")
        assert founder.plan.venture.name == name


async def test_a_side_is_chosen_with_the_mouse(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"'))
        screen = await merging(founder)
        lines = screen.query_one(LineList)
        await founder.pilot.click(lines, offset=(2, 0))
        for _ in range(2):  # the first click goes there, the second chooses
            await founder.pilot.click(lines, offset=(2, 2))
        await founder.wait_for(lambda: not isinstance(founder.app.screen, MergeScreen), "gone on")
        assert founder.plan.venture.name == "Theirs"


async def test_a_stray_enter_ends_nothing(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"'))
        screen = await merging(founder)
        await founder.press("x", "y", "enter", "escape", "enter")
        assert founder.app.screen is screen
        assert founder.plan.venture.name == "Mine"


@pytest.mark.parametrize(
    ("label", "name", "product"),
    [("Only my version", "Mine", None), ("Only their version", "Theirs", "Rye"), ("Save a copy", "Mine", None)],
)
async def test_one_version_is_taken_as_a_whole(bakery: Path, label: str, name: str, product: str | None) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"\nproduct = "Rye"'))
        await merging(founder)
        await choose(founder, label)
        await until(founder, lambda: founder.keeper.session.is_saved, "saved")
        assert (founder.plan.venture.name, founder.plan.venture.product) == (name, product)
        assert open_plan(founder.keeper.opened.path).plan == founder.plan
        is_copy = label == "Save a copy"
        assert (founder.keeper.opened.path == bakery) is not is_copy
        if is_copy:
            assert open_plan(bakery).plan.venture.name == "Theirs"
        if label == "Only my version":
            assert "Theirs" in backups_of(bakery)[-1].read_text("utf-8")


async def test_a_file_that_changes_once_more_changes_the_question(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"'))
        await merging(founder)
        by_another(bakery, ('name = "Theirs"', 'name = "Later"'))
        await until(founder, lambda: founder.sees('"Later"'), "the newer question")
        assert len([screen for screen in founder.app.screen_stack if isinstance(screen, MergeScreen)]) == 1
        by_another(bakery, ('name = "Later"', 'name = "Mine"'))
        await until(founder, lambda: not isinstance(founder.app.screen, MergeScreen), "no question left")
        await until(founder, lambda: founder.keeper.session.is_saved, "saved")


async def test_a_file_that_cannot_be_read_is_told_and_left_alone(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        by_another(bakery, ("format = 1", "format = [1"))
        broken = bakery.read_bytes()
        await until(founder, lambda: "can't be read now" in told(founder), "told")
        assert founder.plan.venture.name == "Crumb"
        founder.keeper.edit(SetField("venture.name", "Mine"))
        await until(founder, lambda: isinstance(founder.app.screen, ConflictScreen), "asked")
        await until(founder, lambda: founder.sees("is safe here", "Wait", "Save a copy", "Keep mine"), "shown")
        await founder.press("enter")
        assert founder.keeper.status == "NOT SAVED"
        assert bakery.read_bytes() == broken
        by_another(bakery, ("format = [1", "format = 1"), ("Bake the loaves", "Bake bread"))
        await until(founder, lambda: founder.keeper.session.is_saved, "merged and saved")
        found = open_plan(bakery).plan
        assert (found.venture.name, found.processes[1].name) == ("Mine", "Bake bread")


async def test_a_file_that_is_gone_is_told_at_once_and_may_come_back(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        elsewhere = bakery.with_suffix(".away")
        bakery.rename(elsewhere)
        await until(founder, lambda: isinstance(founder.app.screen, ConflictScreen), "asked")
        await until(founder, lambda: founder.sees("is no longer there", "Write it anew"), "shown")
        elsewhere.rename(bakery)
        await until(founder, lambda: not isinstance(founder.app.screen, ConflictScreen), "no question left")
        founder.keeper.edit(SetField("venture.name", "Mine"))
        assert 'name = "Mine"' in await founder.save()


async def test_a_question_about_the_file_waits_for_the_end_of_a_word(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would take the letters that were meant for a field, and an Enter would choose something."""
    rest = keys_in_turn.REST
    monkeypatch.setattr(keys_in_turn, "REST", 3600.0)  # however slow this machine types
    async with founder_at(bakery) as founder:
        await founder.press("ctrl+l")
        await founder.wait_for(lambda: founder.sees("For later"), "the prompt")
        bakery.unlink()
        watch = founder.app._watch
        assert watch is not None
        typed = ""
        while watch._screen is None or len(typed) < 20:
            await founder.type("x")
            typed += "x"
            assert not isinstance(founder.app.screen, ConflictScreen)
        await founder.press("enter")
        assert [parked.text for parked in founder.plan.parking_lot] == [typed]
        monkeypatch.setattr(keys_in_turn, "REST", rest)
        await until(founder, lambda: isinstance(founder.app.screen, ConflictScreen), "asked")
        await until(founder, lambda: founder.sees("Write it anew"), "shown")
        await choose(founder, "Write it anew")
        assert open_plan(bakery).plan.parking_lot[0].text == typed


async def test_a_file_that_is_gone_is_written_anew(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        bakery.unlink()
        await until(founder, lambda: isinstance(founder.app.screen, ConflictScreen), "asked")
        await until(founder, lambda: founder.sees("Write it anew"), "shown")
        await choose(founder, "Write it anew")
        assert open_plan(bakery).plan == founder.plan


async def test_leaving_takes_in_what_has_just_changed(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, ("Bake the loaves", "Bake bread"))
        await founder.press("ctrl+q")
        found = open_plan(bakery).plan
        assert (found.venture.name, found.processes[1].name) == ("Mine", "Bake bread")


async def test_the_end_by_a_signal_takes_in_what_has_just_changed(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, ("Bake the loaves", "Bake bread"))
        founder.app.save_at_the_end()
        found = open_plan(bakery).plan
        assert (found.venture.name, found.processes[1].name) == ("Mine", "Bake bread")


async def test_a_plan_that_is_made_elsewhere_meanwhile_is_merged_with_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "new.mvo.toml"
    async with founder_at(path, screen="workbench") as founder:
        path.write_text('format = 1\n[venture]\nproduct = "Rye"\n', "utf-8")
        founder.keeper.edit(SetField("venture.name", "Mine"))
        await until(founder, lambda: founder.keeper.session.is_saved, "saved")
        venture = open_plan(path).plan.venture
        assert (venture.name, venture.product) == ("Mine", "Rye")


async def test_the_second_program_says_that_the_plan_is_open_elsewhere(bakery: Path) -> None:
    mark = OpenMark(key_of(bakery))
    async with founder_at(bakery) as founder:
        sentence = "crumb.mvo.toml is open in another mvo-tui as well."
        await until(founder, lambda: sentence in told(founder), "told")
    mark.remove()
    async with founder_at(bakery) as founder:
        assert "another mvo-tui" not in told(founder)


async def test_hostile_text_on_both_sides_is_shown_as_text(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "[b]mine[/b] [/] $x {y}"))
        by_another(bakery, (NAME, r'name = "[@click=app.quit]x[/]\u001b[2J\u202e"'))
        await merging(founder)
        assert founder.sees("[b]mine[/b] [/] $x {y}", "[@click=app.quit]x[/]")


async def test_looking_at_a_file_that_does_not_change_reads_and_paints_nothing(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with founder_at(bakery) as founder:
        watch = founder.app._watch
        assert watch is not None
        await until(founder, lambda: watch._seen != NOT_SEEN, "the first look")
        monkeypatch.setattr("mvo_tui.ui.watching.Reading", lambda *_: pytest.fail("it was read"))
        monkeypatch.setattr(type(founder.app), "refresh", lambda *_, **__: pytest.fail("it was painted"))
        for _ in range(5):
            watch.look()
        monkeypatch.undo()


async def test_a_new_time_of_the_same_file_is_no_change(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        os.utime(bakery, (1, 1))
        watch = founder.app._watch
        assert watch is not None
        before = founder.keeper.opened
        for _ in range(3):
            watch.look()
        assert founder.keeper.opened is before
        await go_to(founder, "Rider")


async def test_a_file_that_is_written_piece_by_piece_is_read_when_it_is_whole(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of a plan is a plan too, in which much seems deleted."""
    async with founder_at(bakery) as founder:
        watch = founder.app._watch
        assert watch is not None
        whole = BAKERY.replace("Bake the loaves", "Bake bread")
        with bakery.open("w", encoding="utf-8") as file:
            file.write(whole[:400])
            file.flush()
            watch.look()
            file.write(whole[400:])
        before = founder.keeper.opened
        watch.look()
        assert founder.keeper.opened is before
        await until(founder, lambda: founder.plan.processes[1].name == "Bake bread", "the change to come in")
        await until(founder, lambda: "Taken in from the file: 1 change." in told(founder), "told")


async def test_what_is_edited_here_may_be_deleted_there(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.bake.name")
        await founder.press("enter")
        await founder.type(" twice")
        text = bakery.read_text("utf-8")
        start, end = text.index('[[processes]]\nid = "bake"'), text.index("[[roles]]")
        by_another(bakery, (text[start:end], ""))
        await until(founder, lambda: len(founder.plan.processes) == 1, "the change to come in")
        typed = 'You had typed, and not entered: "Bake the loaves twice"'
        await until(founder, lambda: typed in told(founder), "told")
        await founder.press("enter", "escape", "ctrl+z")
        assert [process.id for process in founder.plan.processes] == ["ride", "bake"]


async def test_a_change_comes_in_during_the_interview(bakery: Path) -> None:
    async with founder_at(bakery, screen="interview") as founder:
        await founder.type("Half an ans")
        by_another(bakery, (NAME, 'name = "Crust"'))
        await until(founder, lambda: founder.plan.venture.name == "Crust", "the change to come in")
        assert founder.sees("Half an ans")
        await founder.type("wer")
        assert founder.sees("Half an answer")


async def test_what_is_undone_or_parked_before_a_decision_is_not_lost_with_it(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(SetField("venture.name", "Mine"))
        by_another(bakery, (NAME, 'name = "Theirs"'))
        first = await merging(founder)
        await founder.press("ctrl+l", *"Ask Ida", "enter")
        assert [parked.text for parked in founder.plan.parking_lot] == ["Ask Ida"]
        await choose(founder, "Go on with these choices")
        assert await merging(founder) is not first
        await choose(founder, "Theirs for all")
        await choose(founder, "Go on with these choices")
        await until(founder, lambda: founder.plan.venture.name == "Theirs", "decided")
        assert [parked.text for parked in founder.plan.parking_lot] == ["Ask Ida"]


async def test_an_end_that_takes_in_what_has_changed_leaves_no_journal(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.keeper.edit(AddItem("roles", Role(id="baker", name="Baker")))
        by_another(bakery, ("Bake the loaves", "Bake bread"))
        founder.app._end_by_signal(15, time.monotonic() + 2)
    saved = open_plan(bakery).plan
    assert saved.roles[-1].id == "baker"
    assert "Bake bread" in bakery.read_text("utf-8")
    assert left_behind(bakery) == []


async def test_a_disk_that_does_not_answer_holds_a_look_and_never_the_keys(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked = threading.Event(), []
    real = signature_of

    def stalled(path: Path) -> Signature:
        asked.append(threading.current_thread())
        answers.wait(30)
        return real(path)

    async with founder_at(bakery) as founder:
        monkeypatch.setattr("mvo_tui.ui.watching.signature_of", stalled)
        await until(founder, lambda: asked, "a look")
        by_another(bakery, (NAME, 'name = "Crust"'))
        await founder.press("ctrl+l", *"Still here", "enter")
        assert founder.plan.parking_lot[0].text == "Still here"
        assert len(asked) == 1  # one at a time
        assert asked[0] is not threading.main_thread()
        founder.keeper.hold()  # so that it is the look, and no save, which finds the change
        answers.set()
        await until(founder, lambda: founder.plan.venture.name == "Crust", "the change to come in")
