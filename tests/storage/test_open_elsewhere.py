"""Whether a plan is open in another program, and that the mark goes with the process."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.model import EMPTY
from mvo_tui.storage.atomic_write import write_atomically
from mvo_tui.storage.one_writer import one_writer
from mvo_tui.storage.open_elsewhere import OpenMark
from mvo_tui.storage.plan_file import FileChanged, new_plan, open_plan, save_plan
from mvo_tui.storage.state_folder import VARIABLE, key_of

HOLD = """
import sys
from pathlib import Path
from mvo_tui.storage.open_elsewhere import OpenMark
from mvo_tui.storage.state_folder import key_of
mark = OpenMark(key_of(Path(sys.argv[1])))
print(mark.is_open_elsewhere, flush=True)
sys.stdin.read()
"""


def held_by_another_process(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() in ("True", "False")
    return process


def test_a_plan_is_open_elsewhere_until_the_other_program_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "p.mvo.toml"
    with held_by_another_process(path) as other:
        mark = OpenMark(key_of(path))
        assert mark.is_open_elsewhere
        mark.remove()
        another = OpenMark(key_of(tmp_path / "another.mvo.toml"))
        assert not another.is_open_elsewhere
        another.remove()
        other.kill()
    again = OpenMark(key_of(path))
    assert not again.is_open_elsewhere
    again.remove()


def test_the_first_may_go_and_a_third_still_finds_the_second(tmp_path: Path) -> None:
    path = tmp_path / "p.mvo.toml"
    first, second = OpenMark(key_of(path)), OpenMark(key_of(path))
    assert (first.is_open_elsewhere, second.is_open_elsewhere) == (False, True)
    first.remove()
    third = OpenMark(key_of(path))
    assert third.is_open_elsewhere
    second.remove()
    third.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="no symlinks for everybody")
def test_it_is_the_same_plan_whatever_leads_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "p.mvo.toml", tmp_path / "link.mvo.toml"
    path.touch()
    link.symlink_to(path)
    mark, other = OpenMark(key_of(path)), OpenMark(key_of(link))
    assert other.is_open_elsewhere
    mark.remove()
    other.remove()


def test_no_state_folder_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert not OpenMark(key_of(tmp_path / "p.mvo.toml")).is_open_elsewhere


def test_of_two_saves_at_the_same_moment_the_second_meets_a_changed_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each save would take long enough for both to find the file as they know it."""
    path = tmp_path / "p.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    together = threading.Barrier(2)

    def slow_write(path: Path, content: bytes) -> None:
        time.sleep(0.2)
        write_atomically(path, content)

    def save(name: str) -> str:
        opened = open_plan(path)
        together.wait()
        try:
            save_plan(opened, apply(opened.plan, SetField("venture.name", name)))
        except FileChanged:
            return "changed"
        return name

    monkeypatch.setattr("mvo_tui.storage.writing.write_atomically", slow_write)
    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(save, ["One", "Two"]))
    assert outcomes[1] == "changed"
    assert open_plan(path).plan.venture.name == outcomes[0]


def test_a_lock_that_is_held_for_long_stops_no_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mvo_tui.storage.one_writer.PATIENCE", 0.05)
    path = tmp_path / "p.mvo.toml"
    with one_writer(path):
        save_plan(new_plan(path), EMPTY)
    assert path.exists()
