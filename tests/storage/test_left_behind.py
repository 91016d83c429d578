"""What is done with journals that were left behind, and what is never done with files that are none."""

import os
from pathlib import Path

import pytest

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, SetField, apply
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.journal_lines import read_journal
from mvo_tui.storage.left_behind import journals, left_behind, prune
from mvo_tui.storage.plan_file import new_plan, open_plan
from mvo_tui.storage.replaying import brought_into, replay
from tests.plans import sample
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


# When the file has moved on


def test_a_change_beside_the_edits_lets_them_in_and_a_change_of_the_same_does_not(plan: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "Crust")
    crash(journal)
    (left,) = left_behind(plan)
    replayed = replay(left.content)
    beside = apply(opened.plan, SetField("venture.product", "Bread"))
    edit = brought_into(replayed, beside)
    assert edit is not None
    after = apply(beside, edit)
    assert (after.venture.name, after.venture.product) == ("Crust", "Bread")
    assert brought_into(replayed, apply(opened.plan, named("Crisp"))) is None
    same = apply(beside, named("Crust"))
    there = brought_into(replayed, same)
    assert there is not None
    assert apply(same, there) == same
    left.release()


def test_an_item_that_was_changed_since_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "box.mvo.toml"
    journal = Journal(opened := new_plan(path, sample("sunday-box")))
    role = opened.plan.roles[0].id
    without = opened.plan.model_copy(update={"roles": opened.plan.roles[1:]})
    journal.record(Batch(diff(opened.plan, without)), without)
    crash(journal)
    (left,) = left_behind(path)
    moved_on = apply(opened.plan, SetField(f"roles.{role}.duties", "Something new"))
    assert brought_into(replay(left.content), moved_on) is None
    assert brought_into(replay(left.content), opened.plan) is not None
    left.release()


# What is found


def test_what_is_no_journal_of_ours_is_never_touched(plan: Path, state: Path, tmp_path: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "One")
    crash(journal)
    (good,) = files(state)
    content = good.read_bytes()
    folder, stem = good.parent, good.name[:-6]
    newer = content.replace(b'"journal":1', b'"journal":2', 1)
    (folder / f"{stem}1.jsonl").write_bytes(newer)
    (folder / f"{stem}2.jsonl").write_bytes(b"\x00" * 500)
    (folder / f"{stem}3.jsonl").mkdir()
    (tmp_path / "elsewhere").write_bytes(content)
    (folder / f"{stem}4.jsonl").symlink_to(tmp_path / "elsewhere")
    (folder / "notes.txt").write_text("mine")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / f"{stem}5.jsonl")
    before = sorted(folder.iterdir())
    found = journals()
    assert [each.header.plan for each in found.left_behind] == [str(plan)]
    assert set(found.foreign) == set(before) - {good}
    (left,) = left_behind(plan)
    assert left.file == good
    left.release()
    prune()
    assert sorted(folder.iterdir()) == before


def test_what_is_discarded_is_kept_for_thirty_days(plan: Path, state: Path) -> None:
    journal = Journal(opened := open_plan(plan))
    recorded(journal, opened, "One")
    crash(journal)
    (left,) = left_behind(plan)
    left.discard()
    (aside,) = (state / "discarded").iterdir()
    assert read_journal(aside.read_bytes()).edits == left.content.edits
    assert left_behind(plan) == []
    prune()
    assert aside.exists()
    day = 24 * 60 * 60
    os.utime(aside, (aside.stat().st_mtime - 31 * day,) * 2)
    prune()
    assert not aside.exists()
