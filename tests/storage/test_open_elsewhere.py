"""Whether a plan is open in another program, and that the mark goes with the process."""

import subprocess
import sys
from pathlib import Path

import pytest

from mvo_tui.storage.open_elsewhere import OpenMark
from mvo_tui.storage.state_folder import VARIABLE

HOLD = """
import sys
from pathlib import Path
from mvo_tui.storage.open_elsewhere import OpenMark
mark = OpenMark(Path(sys.argv[1]))
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
        mark = OpenMark(path)
        assert mark.is_open_elsewhere
        mark.remove()
        another = OpenMark(tmp_path / "another.mvo.toml")
        assert not another.is_open_elsewhere
        another.remove()
        other.kill()
    again = OpenMark(path)
    assert not again.is_open_elsewhere
    again.remove()


def test_the_first_may_go_and_a_third_still_finds_the_second(tmp_path: Path) -> None:
    path = tmp_path / "p.mvo.toml"
    first, second = OpenMark(path), OpenMark(path)
    assert (first.is_open_elsewhere, second.is_open_elsewhere) == (False, True)
    first.remove()
    third = OpenMark(path)
    assert third.is_open_elsewhere
    second.remove()
    third.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="no symlinks for everybody")
def test_it_is_the_same_plan_whatever_leads_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "p.mvo.toml", tmp_path / "link.mvo.toml"
    path.touch()
    link.symlink_to(path)
    mark, other = OpenMark(path), OpenMark(link)
    assert other.is_open_elsewhere
    mark.remove()
    other.remove()


def test_no_state_folder_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert not OpenMark(tmp_path / "p.mvo.toml").is_open_elsewhere
