"""A whole file that a person has edited, and texts that are lent to other programs."""

import stat
from pathlib import Path

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.backups import backups_of
from mvo_tui.storage.lent_text import lent
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, edited_plan, open_plan, save_edited, save_plan

BY_HAND = b'# ours\r\nformat = 1\r\n[venture]\r\nname = "Crumb"  # the van\r\n'
EDITED = b'# ours, and Mira\'s\r\nformat = 1\r\n[venture]\r\nname = "Crust"\r\ncity = "Lund"\r\n'


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenedPlan:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    path = tmp_path / "crumb.mvo.toml"
    path.write_bytes(BY_HAND)
    return open_plan(path)


def test_it_is_written_byte_for_byte_and_what_follows_keeps_it(opened: OpenedPlan) -> None:
    saved = save_edited(opened, EDITED)
    assert saved.path.read_bytes() == EDITED
    assert saved.plan.venture.name == "Crust"
    assert [backup.read_bytes() for backup in backups_of(saved.path)] == [BY_HAND]
    later = save_plan(saved, apply(saved.plan, SetField("venture.name", "Crunch")))
    assert later.path.read_bytes() == EDITED.replace(b"Crust", b"Crunch")


@pytest.mark.parametrize("content", [b"[venture", b"format = 99\n", b"\xff", b"[[roles]]\nname = 3\n"])
def test_what_is_no_plan_is_refused_and_the_file_is_as_it_was(opened: OpenedPlan, content: bytes) -> None:
    with pytest.raises(PlanError):
        save_edited(opened, content)
    with pytest.raises(PlanError):
        edited_plan(opened, content)
    assert opened.path.read_bytes() == BY_HAND


def test_a_file_that_somebody_else_has_changed_is_not_overwritten(opened: OpenedPlan) -> None:
    opened.path.write_bytes(BY_HAND + b"# theirs\r\n")
    with pytest.raises(FileChanged):
        save_edited(opened, EDITED)
    assert opened.path.read_bytes().endswith(b"# theirs\r\n")


@pytest.mark.parametrize("name", ["processes.bake.steps.1", "../../etc/passwd", "Größe; rm -rf $HOME", "日本", ""])
def test_a_text_is_lent_in_a_private_file_of_a_plain_name(opened: OpenedPlan, name: str) -> None:
    with lent(b"words", name, ".txt") as path:
        assert path.read_bytes() == b"words"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert path.parent.parent == opened.path.parent / "state" / "lent"
        assert not set(path.stem) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
        path.with_suffix(".swp").write_bytes(b"what editors leave behind")
    assert not path.parent.exists()
