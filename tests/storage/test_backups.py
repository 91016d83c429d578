"""Backups come when they are due, are private, say what they are, and never fill the disk."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import FORMAT, Plan
from mvo_tui.storage import backups, writing, written
from mvo_tui.storage.backups import Why, backups_of, keep_backup
from mvo_tui.storage.plan_file import OpenedPlan, new_plan, open_plan, save_plan, without_backups
from mvo_tui.storage.reading import Text

TEXT = 'format = 1\n[venture]\nname = "Box"   # by hand\n'


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "box.mvo.toml"
    found.write_text(TEXT)
    return found


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Set the calendar to a day of November 2026."""

    def turn_to(day: int) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> "Clock":
                return cls(2026, 11, day, 9, 15)

            @classmethod
            def today(cls) -> "Clock":
                return cls.now()

        monkeypatch.setattr(backups, "datetime", Clock)
        monkeypatch.setattr(writing, "date", type("Day", (), {"today": staticmethod(lambda: Clock.now().date())}))

    turn_to(2)
    return turn_to


def named(plan: Plan, name: str) -> Plan:
    return apply(plan, SetField("venture.name", name))


def sit_down_and_name_it(path: Path, *names: str) -> None:
    opened = open_plan(path)
    for name in names:
        opened = save_plan(opened, named(opened.plan, name))


def kept(path: Path) -> list[tuple[str, str]]:
    """What each backup is for, and the name of the venture in it."""
    found = [(backup, re.search(r'name = "(.*?)"', backup.read_text("utf-8"))) for backup in backups_of(path)]
    return [(backup.name[: -len(".mvo.toml")].rpartition("-")[2], match[1] if match else "") for backup, match in found]


def test_one_before_the_first_change_of_a_file_that_a_person_wrote(path: Path) -> None:
    sit_down_and_name_it(path, "Crate", "Chest")
    assert [backup.read_text() for backup in backups_of(path)] == [TEXT]
    assert kept(path) == [("first", "Box")]


def test_opening_and_leaving_keeps_none(path: Path) -> None:
    opened = open_plan(path)
    save_plan(opened, opened.plan)
    assert backups_of(path) == ()


def test_one_before_each_first_change_after_somebody_else_wrote_it(path: Path) -> None:
    sit_down_and_name_it(path, "Crate")
    sit_down_and_name_it(path, "Chest")
    path.write_text(TEXT.replace("Box", "Bag"))
    sit_down_and_name_it(path, "Barrel")
    assert kept(path) == [("first", "Box"), ("first", "Bag")]


def test_one_a_day(path: Path, on_day: Callable[[int], None]) -> None:
    opened = new_plan(path.with_name("new.mvo.toml"))
    opened = save_plan(opened, named(opened.plan, "a"))
    assert backups_of(opened.path) == ()
    for name in "bc":
        opened = save_plan(opened, named(opened.plan, name))
    assert kept(opened.path) == [("daily", "a")]
    sit_down_and_name_it(opened.path, "d")
    assert kept(opened.path) == [("daily", "a")]
    on_day(3)
    sit_down_and_name_it(opened.path, "e", "f")
    opened = open_plan(opened.path)
    opened = save_plan(opened, named(opened.plan, "g"))
    on_day(4)  # the program has been open overnight
    save_plan(opened, named(opened.plan, "h"))
    assert kept(opened.path) == [("daily", "a"), ("daily", "d"), ("daily", "g")]
    assert [path.name.split("-")[3] for path in backups_of(opened.path)] == ["20261102", "20261103", "20261104"]


def of_an_older_format(path: Path) -> OpenedPlan:
    """A plan as it will be opened once there is a newer format than that of the file. There is none yet."""
    opened = open_plan(path)
    text = TEXT.replace("format = 1", "format = 0")
    path.write_text(text)
    return opened._replace(
        text=Text(text, has_bom=False),
        raw={**opened.raw, "format": 0},
        base=opened.base.model_copy(update={"format": 0}),
        fingerprint=hashlib.sha256(text.encode()).hexdigest(),
    )


def test_one_before_the_format_changes(path: Path) -> None:
    opened = of_an_older_format(path)
    saved = save_plan(opened, named(opened.plan, "Crate"))
    save_plan(saved, named(opened.plan, "Chest"))
    assert kept(path) == [("format", "Box")]
    assert open_plan(path).plan.format == FORMAT


def test_without_a_backup_the_format_is_not_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = of_an_older_format(path)
    monkeypatch.setattr(writing, "keep_backup", full_disk)
    with pytest.raises(PlanError, match="the disk is full"):
        save_plan(opened, named(opened.plan, "Crate"))
    assert path.read_text() == opened.text.text


def full_disk(*_: object) -> Path:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_any_other_save_goes_on_without_one_and_says_so_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "keep_backup", full_disk)
    opened = open_plan(path)
    saved = save_plan(opened, named(opened.plan, "Crate"))
    assert "No backup of box.mvo.toml could be kept: the disk is full" in saved.notices[-1]
    assert save_plan(saved, named(opened.plan, "Chest")).notices == saved.notices
    assert open_plan(path).plan.venture.name == "Chest"


def test_none_of_a_copy_to_look_around_in(path: Path) -> None:
    opened = without_backups(open_plan(path))
    save_plan(opened, named(opened.plan, "Crate"))
    assert backups_of(path) == ()


def test_a_save_in_place_is_told_once(path: Path) -> None:
    os.link(path, path.with_name("other"))
    opened = open_plan(path)
    saved = save_plan(opened, named(opened.plan, "Crate"))
    assert "in place" in saved.notices[-1]
    assert save_plan(saved, named(opened.plan, "Chest")).notices == saved.notices
    assert "Chest" in path.with_name("other").read_text()


def test_saves_in_place_do_not_push_out_the_others(path: Path) -> None:
    os.link(path, path.with_name("other"))
    sit_down_and_name_it(path, *"abcdefghijkl")
    assert kept(path) == [("first", "Box"), ("place", "j"), ("place", "k")]


def test_only_the_last_ten_stay(path: Path, tmp_path: Path) -> None:
    keep_backup(tmp_path / "another" / "box.mvo.toml", b"kept")
    for number in range(14):
        keep_backup(path, str(number).encode(), Why.DAILY)
    assert [backup.read_bytes() for backup in backups_of(path)] == [str(number).encode() for number in range(4, 14)]
    assert len(backups_of(tmp_path / "another" / "box.mvo.toml")) == 1


@pytest.mark.skipif(os.name == "nt", reason="modes as Unix has them")
def test_they_are_private(path: Path, state: Path) -> None:
    sit_down_and_name_it(path, "Crate")
    for found in (state, *state.rglob("*")):
        assert stat.S_IMODE(found.stat().st_mode) == (0o700 if found.is_dir() else 0o600)


def test_all_together_stay_below_a_bound(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 1000)
    for number in range(5):
        kept = keep_backup(tmp_path / f"{number}.mvo.toml", b"x" * 400)
        os.utime(kept, (number, number))
    assert [len(backups_of(tmp_path / f"{number}.mvo.toml")) for number in range(5)] == [0, 0, 0, 1, 1]
    keep_backup(path, b"x" * 2000)
    assert len(backups_of(path)) == 1


def test_half_a_backup_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "x")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="x"):
        keep_backup(path, b"whole")
    assert backups_of(path) == ()


def test_a_number_that_another_process_has_just_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep_backup(path, b"1")
    monkeypatch.setattr(backups, "_kept", lambda *_: [])
    second = keep_backup(path, b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


def test_names_of_files_are_data(tmp_path: Path, state: Path) -> None:
    for name in ("../../etc/passwd", "\x1b]0;x\x07", "ü" * 200, "", "a-0001-20261102-0915-daily"):
        path = tmp_path / f"{name}.mvo.toml"
        backup = keep_backup(path, b"kept")
        assert backup.parent == state / "backups"
        assert re.fullmatch(r"[a-z0-9.-]{1,140}", backup.name)
        assert backups_of(path) == (backup,)


def test_what_was_written_is_remembered_for_a_bounded_number_of_plans(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written, "MOST", 3)
    for number in range(6):
        written.remember_written(tmp_path / str(number), "f" * 64)
    assert len(list((state / "written").iterdir())) == 3
    assert written.was_written_here(tmp_path / "5", "f" * 64)
    assert not written.was_written_here(tmp_path / "5", "e" * 64)


def test_where_nothing_can_be_remembered_nothing_stops(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "file" / "state"))
    sit_down_and_name_it(path, "Crate")
    assert "Crate" in path.read_text()
    assert not written.was_written_here(path, "f" * 64)
