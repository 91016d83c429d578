"""Paths as founders type them."""

from pathlib import Path

import pytest

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.plan_file import new_plan, open_plan, save_copy, save_plan
from mvo_tui.storage.typed_paths import path_of_copy, typed_path


def test_a_copy_is_where_it_is_said_to_be_even_by_way_of_a_folder_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened = new_plan(tmp_path / "plan.mvo.toml")
    opened = save_plan(opened, opened.plan)
    copy = save_copy(opened, opened.plan, path_of_copy(opened.path, "nowhere/../copy.mvo.toml"))
    assert copy.path == tmp_path / "copy.mvo.toml"
    assert open_plan(copy.path).plan == opened.plan


def test_a_path_that_begins_in_a_folder_that_is_gone_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    try:
        gone.rmdir()
    except OSError:
        pytest.skip("this system keeps the folder one is in")
    with pytest.raises(PlanError, match="is gone"):
        typed_path("plan.mvo.toml")
