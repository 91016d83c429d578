"""What the program remembers beside the plans: private, small, and never in the way."""

import json
import os
import stat
from pathlib import Path

import pytest

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage.bookmarks import Bookmark, forget_bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.fault_log import write_fault
from mvo_tui.storage.recent import recent_plans, remember_plan
from mvo_tui.storage.samples import read_sample, sample_names, sample_text
from mvo_tui.storage.state_folder import key_of, state_folder
from tests.plans import SAMPLES, sample


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


def private_files(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files) or os.name == "nt"
    return files


def test_a_bookmark_comes_back(tmp_path: Path, state: Path) -> None:
    plan = tmp_path / "box.mvo.toml"
    bookmark = Bookmark("processes.pack.steps", is_interview=True)
    assert read_bookmark(key_of(plan)) is None
    keep_bookmark(key_of(plan), bookmark)
    assert read_bookmark(key_of(plan)) == bookmark
    (tmp_path / "link").symlink_to(plan)
    assert read_bookmark(key_of(tmp_path / "link")) == bookmark
    assert read_bookmark(key_of(tmp_path / "other" / "box.mvo.toml")) is None
    assert len(private_files(state)) == 1
    forget_bookmark(key_of(plan))
    forget_bookmark(key_of(plan))
    assert read_bookmark(key_of(plan)) is None
    keep_bookmark(key_of(plan), bookmark)
    keep_bookmark(key_of(plan), Bookmark())
    assert private_files(state) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"null", b'{"place": 1}', b"[" * 99999, b'{"a": 1}'])
def test_a_broken_bookmark_is_none(tmp_path: Path, state: Path, content: bytes) -> None:
    keep_bookmark("x", Bookmark("a"))
    (file,) = private_files(state)
    file.write_bytes(content)
    assert read_bookmark("x") is None


def test_recent_plans_are_those_that_are_there(tmp_path: Path, state: Path) -> None:
    plans = [tmp_path / f"{number}.mvo.toml" for number in range(25)]
    for plan in plans:
        plan.touch()
        remember_plan(plan)
    remember_plan(plans[10])
    assert recent_plans()[:3] == (plans[10], plans[24], plans[23])
    assert len(recent_plans()) == 20
    plans[24].unlink()
    assert plans[24] not in recent_plans()
    (file,) = private_files(state)
    for content in ("{", "{}", json.dumps([1, None, "a\0b", str(plans[3])]), "\udc80"):
        file.write_text(content, errors="surrogateescape")
        assert set(recent_plans()) <= {plans[3]}


def test_a_relative_path_is_remembered_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("box.mvo.toml").touch()
    remember_plan(Path("box.mvo.toml"))
    monkeypatch.chdir("/")
    assert recent_plans() == (tmp_path / "box.mvo.toml",)


def test_a_state_folder_that_can_not_be_made_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MVO_TUI_STATE_DIR", str(tmp_path / "file" / "state"))
    keep_bookmark("x", Bookmark("a"))
    forget_bookmark("x")
    assert read_bookmark("x") is None
    remember_plan(tmp_path / "x")
    assert recent_plans() == ()
    fault = write_fault(ValueError("secret words"))
    assert fault.exists()
    fault.unlink()


def test_asking_for_the_state_folder_makes_nothing(state: Path) -> None:
    assert state_folder("journal") == state / "journal"
    assert not state.exists()


def test_a_fault_is_logged_without_what_was_typed(state: Path) -> None:
    try:
        words = "the secret words"
        raise ValueError(words)
    except ValueError as error:
        text = write_fault(error).read_text()
    assert "test_a_fault_is_logged" in text
    assert "the secret words" not in text.replace('words = "the secret words"', "")
    assert len(private_files(state)) == 1
    assert write_fault(None).exists()


def test_a_fault_names_what_led_to_it(state: Path) -> None:
    try:
        try:
            raise KeyError("secret")
        except KeyError as error:
            raise ValueError("secret") from error
    except ValueError as error:
        text = write_fault(error).read_text()
    assert [line for line in text.splitlines() if not line.startswith("  ")] == ["ValueError", "", "after:", "KeyError"]


def test_faults_do_not_pile_up(state: Path) -> None:
    faults = [write_fault(ValueError()) for _ in range(25)]
    assert len(private_files(state)) == 20
    assert faults[-1].exists()


def test_samples_are_the_shipped_ones() -> None:
    assert sample_names() == tuple(sorted(SAMPLES))
    for name in sample_names():
        assert sample_text(name) == SAMPLES[name].read_text("utf-8")
        assert read_sample(name) == sample(name)
    with pytest.raises(PlanError, match='Did you mean "sunday-box"') as refusal:
        sample_text("sundaybox")
    assert refusal.value.exit_code is ExitCode.USAGE
    with pytest.raises(PlanError, match="There are agency"):
        read_sample("../../etc/passwd")
