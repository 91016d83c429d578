"""Open, edit, save: what is on the disk, who is told what, and that nothing is lost."""

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Batch, RemoveItem, SetField, apply
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.model import EMPTY, Plan, ReviewEntry, Role, Step
from mvo_tui.storage import opened_plan, writing
from mvo_tui.storage.atomic_write import TornFileError
from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.plan_file import (
    FileChanged,
    OpenedPlan,
    has_changed,
    keep_mine,
    new_plan,
    new_plan_from,
    open_plan,
    save_copy,
    save_plan,
    take_theirs,
)
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.reading import Text
from tests.plans import SAMPLES, edits, sample_plans
from tests.storage.layouts import Hand

TEXT = """\
format = 1
# ours
[venture]
name = "Box"   # the name
[[roles]]
name = "Van"
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "box.mvo.toml"
    found.write_text(TEXT)
    return found


def renamed(plan: Plan, name: str | None) -> Plan:
    return apply(plan, SetField("venture.name", name))


def test_a_save_changes_the_edited_line_and_writes_missing_ids(path: Path) -> None:
    opened = open_plan(path)
    saved = save_plan(opened, renamed(opened.plan, "Crate"))
    assert path.read_text() == TEXT.replace("Box", "Crate").replace("[[roles]]\n", '[[roles]]\nid = "van"\n')
    assert saved.plan.venture.name == "Crate"
    assert open_plan(path).plan == saved.plan
    assert not has_changed(saved)


def test_opening_changes_nothing(path: Path) -> None:
    before = path.stat()
    opened = open_plan(path)
    assert not has_changed(opened)
    assert path.read_text() == TEXT
    assert path.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "content", [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), TEXT[:-1].encode()]
)
def test_an_undone_edit_leaves_no_trace(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    opened = open_plan(path)
    edited = apply(opened.plan, Batch((SetField("venture.name", None), RemoveItem("roles.van"))))
    saved = save_plan(opened, edited)
    assert path.read_bytes() != content
    assert path.read_bytes().startswith(content[:10])
    save_plan(saved, opened.plan)
    assert path.read_bytes() == content


@settings(max_examples=60)
@given(st.data(), sample_plans, st.integers(0, 2**32))
def test_saves_in_a_row_never_need_the_second_way(data: st.DataObject, plan: Plan, seed: int) -> None:
    text = Hand(seed).write(raw_from_plan(plan))
    opened = opened_plan.read_plan(Path("plan"), "key", Text(text, has_bom=False))
    here = opened.plan
    for _ in range(data.draw(st.integers(1, 4))):
        here = apply(here, data.draw(edits(here)))
        after, _ = writing._next_text(opened, here)
        assert after is opened  # what was written was right at once
    _, restored = writing._next_text(opened, opened.plan)
    assert restored.text == text


def test_a_new_plan_is_written_with_the_first_save(tmp_path: Path) -> None:
    path = tmp_path / "new.mvo.toml"
    opened = new_plan(path)
    assert opened.is_new
    assert not path.exists()
    saved = save_plan(opened, EMPTY)
    assert path.read_text() == "format = 1\n"
    assert not saved.is_new
    saved = save_plan(saved, apply(renamed(saved.plan, "Box"), AddItem("roles", Role(id="van"))))
    assert path.read_text() == 'format = 1\n\n[venture]\nname = "Box"\n\n[[roles]]\nid = "van"\n'
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600
    with pytest.raises(PlanError, match="is there already"):
        new_plan(path)


def test_a_plan_from_a_sample_keeps_its_comments(tmp_path: Path) -> None:
    text = SAMPLES["sunday-box"].read_text("utf-8")
    opened = new_plan_from(tmp_path / "mine.mvo.toml", text)
    assert opened.is_new
    saved = save_plan(opened, opened.plan)
    written = saved.path.read_text("utf-8")
    assert written == text.removeprefix(text.split("\n")[0] + "\n")
    assert "#:schema" not in written


def test_a_file_that_somebody_made_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    opened = new_plan(tmp_path / "new.mvo.toml")
    opened.path.write_text("theirs")
    with pytest.raises(FileChanged, match="made by somebody else"):
        save_plan(opened, EMPTY)
    assert opened.path.read_text() == "theirs"


def test_a_changed_file_is_not_overwritten(path: Path) -> None:
    opened = open_plan(path)
    theirs = TEXT.replace("Box", "Bag")  # of the same length, and it may be of the same second
    path.write_text(theirs)
    assert has_changed(opened)
    with pytest.raises(FileChanged) as conflict:
        save_plan(opened, renamed(opened.plan, "Crate"))
    assert not conflict.value.is_gone
    assert path.read_text() == theirs


def test_a_file_that_is_gone_is_told(path: Path) -> None:
    opened = open_plan(path)
    path.unlink()
    assert has_changed(opened)
    with pytest.raises(FileChanged, match="no longer there") as conflict:
        save_plan(opened, opened.plan)
    assert conflict.value.is_gone
    assert not path.exists()
    assert keep_mine(opened, opened.plan).path.read_text() == TEXT


def conflict(path: Path) -> tuple[OpenedPlan, Plan]:
    opened = open_plan(path)
    path.write_text(TEXT.replace("Box", "Bag"))
    return opened, renamed(opened.plan, "Crate")


def test_keep_mine(path: Path) -> None:
    opened, mine = conflict(path)
    kept = keep_mine(opened, mine)
    assert open_plan(path).plan == mine
    (backup,) = backups_of(path)
    assert backup.read_text() == TEXT.replace("Box", "Bag")
    assert str(backup) in kept.notices[-1]
    assert not has_changed(kept)
    assert save_plan(kept, renamed(mine, "Chest")).plan.venture.name == "Chest"


def test_keep_mine_writes_nothing_without_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, mine = conflict(path)

    def full(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "keep_backup", full)
    with pytest.raises(PlanError, match="the disk is full"):
        keep_mine(opened, mine)
    assert "Bag" in path.read_text()


def test_take_theirs(path: Path) -> None:
    opened, _ = conflict(path)
    taken = take_theirs(opened)
    assert taken.plan.venture.name == "Bag"
    assert not has_changed(taken)


def test_save_a_copy(path: Path) -> None:
    opened, mine = conflict(path)
    copy = save_copy(opened, mine)
    assert copy.path == path.with_name("box-copy.mvo.toml")
    assert open_plan(copy.path).plan == mine
    assert "Bag" in path.read_text()
    assert "# ours" in copy.path.read_text()
    assert save_copy(opened, mine).path.name == "box-copy-2.mvo.toml"
    with pytest.raises(PlanError, match="is there already"):
        save_copy(opened, mine, path)


def test_a_newer_format_is_never_written(path: Path) -> None:
    path.write_text(TEXT.replace("format = 1", "format = 2"))
    opened = open_plan(path)
    assert opened.is_read_only
    for save in (save_plan, keep_mine):
        with pytest.raises(PlanError) as refusal:
            save(opened, opened.plan)
        assert refusal.value.exit_code is ExitCode.NEWER_FORMAT
    assert path.read_text() == TEXT.replace("format = 1", "format = 2")


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "full disk": (lambda _: OSError(errno.ENOSPC, "x"), "the disk is full"),
    "read-only disk": (lambda _: OSError(errno.EROFS, "x"), "can only be read"),
    "fault": (lambda _: OSError(errno.EIO, "x"), "the disk has a fault"),
    "unknown": (lambda _: OSError(errno.ETXTBSY, "Text file busy"), "text file busy"),
}


@pytest.mark.parametrize(("fault", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_save_that_fails_says_why(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[Path], Any], words: str
) -> None:
    opened = open_plan(path)

    def fail(*_: object) -> None:
        raise fault(path)

    monkeypatch.setattr(writing, "write_atomically", fail)
    with pytest.raises(PlanError, match=words) as refusal:
        save_plan(opened, renamed(opened.plan, "Crate"))
    assert "The file is as it was" in str(refusal.value)
    assert path.read_text() == TEXT


def test_the_folder_may_vanish(tmp_path: Path) -> None:
    opened = new_plan(tmp_path / "none" / "box.mvo.toml")
    with pytest.raises(PlanError, match="no such file or folder"):
        save_plan(opened, EMPTY)


def test_a_torn_file_names_its_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_plan(path)

    def tear(*_: object) -> None:
        raise TornFileError(OSError(errno.EIO, "x"), Path("/backups/7"))

    monkeypatch.setattr(writing, "write_atomically", tear)
    with pytest.raises(PlanError, match="/backups/7"):
        save_plan(opened, renamed(opened.plan, "Crate"))


def test_a_text_that_does_not_say_the_plan_is_never_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_plan(path)
    monkeypatch.setattr(writing, "amended_text", lambda *_: "format = 1\n")
    saved = save_plan(opened, renamed(opened.plan, "Crate"))
    assert open_plan(path).plan == saved.plan
    assert saved.plan.venture.name == "Crate"
    assert "# ours" not in path.read_text()
    (backup,) = backups_of(path)
    assert backup.read_text() == TEXT
    assert str(backup) in saved.notices[-1]

    again = save_plan(saved, renamed(saved.plan, "Crate"))
    assert again.notices == saved.notices
    monkeypatch.setattr(writing, "document_text", lambda *_: "format = 1\n")
    with pytest.raises(PlanError, match="fault of the program"):
        save_plan(again, renamed(again.plan, "Chest"))
    assert open_plan(path).plan == saved.plan


def test_what_no_file_can_hold_does_not_stop_a_save(path: Path) -> None:
    opened = open_plan(path)
    plan = apply(opened.plan, SetField("roles.van.duties", "a\x85b\x1bc"))
    plan = apply(plan, AddItem("review.log", ReviewEntry()))
    saved = save_plan(opened, plan)
    assert open_plan(path).plan.roles[0].duties == "abc"
    assert saved.plan is plan


def test_steps_without_words_wait_in_memory(path: Path) -> None:
    path.write_text(TEXT + '[[processes]]\nid = "p"\n[[processes.steps]]\nx = 1\n[[processes.steps]]\naction = "a"\n')
    opened = open_plan(path)
    plan = apply(opened.plan, AddItem("processes.p.steps", Step(), 1))
    saved = save_plan(opened, plan)
    assert len(saved.plan.processes[0].steps) == 3
    saved = save_plan(saved, apply(plan, SetField("processes.p.steps.2.action", "b")))
    assert [step.action for step in open_plan(path).plan.processes[0].steps] == [None, "b", "a"]


def test_saving_through_a_symlink_and_in_a_thread(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mvo.toml"
    link.symlink_to(path.name)
    opened = open_plan(link)
    results: list[OpenedPlan] = []
    thread = threading.Thread(target=lambda: results.append(save_plan(opened, renamed(opened.plan, "Crate"))))
    thread.start()
    thread.join()
    assert link.is_symlink()
    assert open_plan(path).plan == results[0].plan


def test_unknown_keys_and_strange_numbers_stay(path: Path) -> None:
    path.write_text('format = 1\nx = [nan, 0x10, 1_000]\n"a b" = { c = inf }\n[venture]\nname = "Box"\n[y]\n')
    opened = open_plan(path)
    save_plan(opened, renamed(opened.plan, "Crate"))
    assert path.read_text().splitlines()[1:3] == ["x = [nan, 0x10, 1_000]", '"a b" = { c = inf }']
    assert set(os.listdir(path.parent)) == {path.name, "state"}
