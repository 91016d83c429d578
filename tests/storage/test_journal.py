"""The journal: what was recorded comes back, however the program ended, and nothing else does."""

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit, apply
from mvo_tui.plan.model import Plan
from mvo_tui.session.session import Session
from mvo_tui.storage.journal import MOST_OLD_TEXT, Journal
from mvo_tui.storage.journal_lines import read_journal
from mvo_tui.storage.left_behind import forget_typed, journals, left_behind, typed_left_behind
from mvo_tui.storage.plan_file import new_plan, open_plan, save_copy, save_plan
from mvo_tui.storage.replaying import replay
from tests.plans import SAMPLES, edits, sample
from tests.storage.crashes import SMALL, crash, files, named, recorded


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


# What comes back


def test_edits_come_back_after_a_crash_and_are_still_there_for_another_time(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust", "Crumb and Crust")
    crash(journal)
    for _ in range(2):
        (left,) = left_behind(plan)
        assert [edit.label for edit in left.content.edits] == ["Name it Crust", "Name it Crumb and Crust"]
        assert replay(left.content).plan.venture.name == "Crumb and Crust"
        left.release()
    left_behind(plan)[0].remove()
    assert left_behind(plan) == []


def test_after_another_hand_changed_the_file_the_edits_start_from_what_it_says_now(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    journal.prepare()
    recorded(journal, opened, "Crust")
    plan.write_text(SMALL + 'product = "Rolls"\n', encoding="utf-8")
    theirs = open_plan(plan)
    mine = named("Crumb and Crust")
    journal.rebased(theirs, mine, apply(theirs.plan, mine))
    crash(journal)
    (left,) = left_behind(plan)
    assert [edit.label for edit in left.content.edits] == ["Name it Crumb and Crust"]
    replayed = replay(left.content).plan.venture
    assert (replayed.name, replayed.product) == ("Crumb and Crust", "Rolls")
    left.release()


def test_who_takes_the_other_version_keeps_what_stands_in_fields_alone(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    journal.type("venture.customer", "Two str")
    plan.write_text(SMALL + 'product = "Rolls"\n', encoding="utf-8")
    journal.given_up(open_plan(plan))
    crash(journal)
    (left,) = left_behind(plan)
    assert left.content.edits == ()
    assert left.content.typed == {"venture.customer": "Two str"}
    assert replay(left.content).plan.venture.product == "Rolls"
    left.release()


def test_a_journal_of_a_living_process_is_left_alone(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    assert left_behind(plan) == []
    assert journals().left_behind == ()
    assert len(files(state)) == 1


def test_who_decides_on_a_journal_has_it_alone(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    crash(journal)
    (mine,) = left_behind(plan)
    assert left_behind(plan) == []
    mine.release()


def test_a_killed_process_leaves_all_that_it_recorded(plan: Path) -> None:
    program = f"""
import os, signal
from pathlib import Path
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import open_plan
opened = open_plan(Path({str(plan)!r}))
journal, plan = Journal(opened), opened.plan
for number in range(100):
    edit = SetField("venture.name", str(number))
    plan = apply(plan, edit)
    journal.record(edit, plan)
journal.type("venture.product", "A bag wi")
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode != 0
    (left,) = left_behind(plan)
    assert replay(left.content).plan.venture.name == "99"
    assert left.content.typed == {"venture.product": "A bag wi"}
    left.release()


def test_what_was_saved_is_not_kept_and_what_came_after_it_is(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    first = recorded(journal, opened, "One", "Two")
    third = apply(first, named("Three"))
    journal.record(named("Three"), third)  # typed while the save ran
    opened = save_plan(opened, first)
    journal.saved(opened)
    crash(journal)
    (left,) = left_behind(plan)
    assert [edit.label for edit in left.content.edits] == ["Name it Three"]
    assert left.content.header.start == plan.read_bytes()
    assert replay(left.content).plan == third
    assert len(files(state)) == 1
    left.release()


def test_after_a_save_of_everything_there_is_no_journal(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    journal.saved(save_plan(opened, recorded(journal, opened, "One")))
    assert files(state) == []
    journal.close()
    assert files(state) == []


def test_a_graceful_end_leaves_what_could_not_be_saved_and_what_stands_in_fields(plan: Path, state: Path) -> None:
    for has_edit in (True, False):
        journal = Journal(opened := open_plan(plan))
        if has_edit:
            recorded(journal, opened, "One")
        else:
            journal.type("venture.product", "A bag wi")
        journal.close()
        (left,) = left_behind(plan)
        assert bool(left.content.edits) == has_edit
        left.remove()
    assert files(state) == []


def test_undone_edits_come_to_nothing(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    after = recorded(journal, opened, "One")
    journal.record(Batch(diff(after, opened.plan)), opened.plan)
    journal.close()
    assert files(state) == []


def test_of_a_copy_to_look_around_in_nothing_is_kept(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan), is_kept=False)
    recorded(journal, opened, "One")
    journal.type("venture.product", "A bag")
    journal.prepare()
    assert journal.typed == {"venture.product": "A bag"}
    assert not journal.trouble
    journal.close()
    assert files(state) == []


def test_the_last_text_of_each_field_counts(plan: Path) -> None:
    journal = Journal(open_plan(plan))
    for place, text in (
        ("venture.product", "A"),
        ("venture.customer", "Offices\n[/] \x1b \ud800"),
        ("venture.product", "A bag"),
        ("venture.notes", "x"),
        ("venture.notes", ""),
    ):
        journal.type(place, text)
    journal.close()
    expected = {"venture.customer": "Offices\n[/] \x1b \ud800", "venture.product": "A bag"}
    (left,) = left_behind(plan)
    assert left.content.typed == expected
    left.release()
    assert typed_left_behind(plan, "venture.product") == "A bag"
    forget_typed(plan, "venture.product")
    assert typed_left_behind(plan, "venture.product") == ""
    assert typed_left_behind(plan, "venture.customer") == expected["venture.customer"]


def test_long_texts_do_not_pile_up(plan: Path, state: Path) -> None:
    journal = Journal(open_plan(plan))
    text = "x" * (MOST_OLD_TEXT // 10)
    for number in range(100):
        journal.type("venture.notes", f"{text}{number}")
    assert sum(file.stat().st_size for file in files(state)) < 2 * MOST_OLD_TEXT
    crash(journal)
    assert typed_left_behind(plan, "venture.notes") == f"{text}99"


def test_a_plan_that_was_never_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new.mvo.toml"
    journal = Journal(opened := new_plan(path))
    recorded(journal, opened, "Crust")
    crash(journal)
    (left,) = left_behind(path)
    assert left.content.header.fingerprint is None
    assert replay(left.content).plan == Plan.model_validate({"venture": {"name": "Crust"}})
    left.release()


def test_after_a_copy_the_journal_is_that_of_the_copy(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    after = recorded(journal, opened, "One")
    copy = save_copy(opened, after)
    journal.saved(copy)
    recorded(journal, copy, "Two")
    crash(journal)
    assert left_behind(plan) == []
    (left,) = left_behind(copy.path)
    left.release()


def test_what_is_replayed_is_written_with_the_comments_of_the_file(plan: Path, tmp_path: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    crash(journal)
    plan.unlink()
    (left,) = left_behind(plan)
    replayed = replay(left.content)
    save_copy(replayed.opened, replayed.plan, plan)
    assert plan.read_text() == SMALL.replace("Crumb", "Crust")
    left.release()


# Any history, cut anywhere


@settings(max_examples=60)
@given(data=st.data())
def test_a_journal_cut_at_any_byte_gives_the_plan_after_its_last_whole_edit(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("MVO_TUI_STATE_DIR", f"{folder}/state")
        path = Path(folder) / "plan.mvo.toml"
        start = sample(data.draw(st.sampled_from(sorted(SAMPLES))))
        opened = new_plan(path, start)
        if data.draw(st.booleans()):
            opened = save_plan(opened, start)
        session, journal = Session.start(opened.plan), Journal(opened)
        plans = [opened.plan]  # after the header, and after each edit
        for number in range(data.draw(st.integers(1, 8))):
            action = data.draw(st.sampled_from(("edit", "edit", "edit", "undo", "redo", "save", "type")))
            before = session.plan
            edit: Edit | None = None
            if action == "edit":
                edit = data.draw(edits(before))
                session = session.apply(edit, number * 10.0)
            elif action in ("undo", "redo"):
                found = session.undo() if action == "undo" else session.redo()
                session = found[0] if found else session
            elif action == "save" and not session.is_saved:
                opened = save_plan(opened, session.plan)
                session = session.with_saved(session.plan)
                journal.saved(opened)
                plans = [session.plan]
            elif action == "type":
                journal.type("venture.notes", data.draw(st.text(max_size=5)))
            if session.plan is not before:
                journal.record(edit or Batch(diff(before, session.plan)), session.plan)
                plans.append(session.plan)
        if journal._file is None:
            assert session.is_saved or not journal.typed
            return
        content = journal._file.path.read_bytes()
        crash(journal)
        ends = [at for at, byte in enumerate(content) if byte == ord("\n")]
        drawn = data.draw(st.integers(0, 10**6))  # of no range that the size of the file has a part in
        cut = ends[drawn % len(ends)] + drawn % 2 if data.draw(st.booleans()) else drawn % (len(content) + 1)
        if cut < ends[0]:
            with pytest.raises(ValueError, match="no journal"):
                read_journal(content[:cut])
            return
        lines = [line for line, end in zip(content.split(b"\n"), ends, strict=False) if end <= cut]
        whole = sum("edit" in json.loads(line.partition(b" ")[2]) for line in lines)
        assert whole < len(plans)
        replayed = replay(read_journal(content[:cut]))
        assert replayed.plan == plans[whole]
        assert replayed.opened.plan == plans[0]


@given(st.data())
def test_a_flipped_bit_loses_the_end_and_invents_nothing(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("MVO_TUI_STATE_DIR", f"{folder}/state")
        path = Path(folder) / "plan.mvo.toml"
        journal = Journal(opened := new_plan(path))
        recorded(journal, opened, "0", "1", "2")
        assert journal._file is not None
        content = bytearray(journal._file.path.read_bytes())
        crash(journal)
        bit = data.draw(st.integers(0, 10**6)) % (len(content) * 8)
        content[bit // 8] ^= 1 << bit % 8
        try:
            found = read_journal(bytes(content))
        except ValueError:
            return
        assert [edit.label for edit in found.edits] == ["Name it 0", "Name it 1", "Name it 2"][: len(found.edits)]


# Private, small, never in the way


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_journal_is_private(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "One")
    (file,) = files(state)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_full_disk_stops_nothing_and_no_edit_is_left_out_once_there_is_room(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(opened := open_plan(plan))
    first = recorded(journal, opened, "One")
    room = [5]

    def write(descriptor: int, content: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = min(room[0], len(content))
        room[0] -= taken
        return os_write(descriptor, content[:taken])

    os_write = os.write
    monkeypatch.setattr("os.write", write)
    second = apply(first, named("Two"))
    journal.record(named("Two"), second)
    assert journal.trouble == "the disk is full"
    room[0] = 10**9
    journal.record(named("Three"), apply(second, named("Three")))
    assert not journal.trouble
    crash(journal)
    (left,) = left_behind(plan)
    assert [edit.label for edit in left.content.edits] == ["Name it One", "Name it Two", "Name it Three"]
    left.release()


def test_a_state_folder_that_can_not_be_made_is_told_and_tried_again(plan: Path, state: Path) -> None:
    state.write_text("in the way")
    journal = Journal(opened := open_plan(plan))
    first = recorded(journal, opened, "One")
    assert journal.trouble
    journal.sync()
    state.unlink()
    second = apply(first, named("Two"))
    journal.record(named("Two"), second)
    assert not journal.trouble
    crash(journal)
    (left,) = left_behind(plan)
    assert replay(left.content).plan == second
    left.release()


def test_the_start_of_a_journal_is_bounded(plan: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mvo_tui.storage import journal_lines

    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "One")
    crash(journal)
    (file,) = files(state)
    monkeypatch.setattr(journal_lines, "MAX_BYTES", 10)
    with pytest.raises(ValueError, match="no plan"):
        read_journal(file.read_bytes())
