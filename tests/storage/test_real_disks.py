"""Disks that are really full or read-only, and folders of somebody else, where the system lets a test make them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mvo_tui

if sys.platform != "linux":
    pytest.skip("mounts and users as Linux has them", allow_module_level=True)

SAVE = """
import os, sys
from pathlib import Path
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.plan_file import open_plan, save_copy, save_plan

path, user, elsewhere = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
if user:
    # All modules are loaded by now but those that a first save loads, and the other user may not read them.
    state, os.environ["MVO_TUI_STATE_DIR"] = os.environ["MVO_TUI_STATE_DIR"], str(elsewhere) + "-warm"
    warm = elsewhere.with_name("warm.mvo.toml")
    warm.write_text(path.read_text())
    opened = open_plan(warm)
    save_plan(opened, apply(opened.plan, SetField("venture.name", "warm")))
    os.environ["MVO_TUI_STATE_DIR"] = state
    os.setgid(user)
    os.setuid(user)
opened = open_plan(path)
before = path.read_bytes()
plan = apply(opened.plan, SetField("venture.name", "Crate" * 20_000))
try:
    saved = save_plan(opened, plan)
except PlanError as error:
    print(error)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if ".new" in entry.name] == []
    assert open_plan(save_copy(opened, plan, elsewhere).path).plan == plan
else:
    print("saved in place" if "in place" in " ".join(saved.notices) else "saved")
"""
TEXT = 'format = 1\n[venture]\nname = "Box"\n'
NOBODY = 65534


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that anybody may write to, with the state folder in it."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    folder.chmod(0o777)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.owner() == folder.owner() and parent.name.startswith(("pytest-", "popen-", "test_")):
            parent.chmod(parent.stat().st_mode | 0o055)
    return folder


def save(prepare: str, path: Path, elsewhere: Path, user: int = 0) -> str:
    """What is said of a save to `path`, after the shell has run `prepare` in mounts of its own."""
    words = [sys.executable, "-c", SAVE, str(path), str(user), str(elsewhere / "copy.mvo.toml")]
    command = ["unshare", "-m", "sh", "-ec", f'{prepare}\nexec "$@"', "sh", *words]
    source = Path(mvo_tui.__file__).parents[1]
    environment = {**os.environ, "MVO_TUI_STATE_DIR": str(elsewhere / "state"), "PYTHONPATH": str(source)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


needs_root = pytest.mark.skipif(
    os.geteuid() != 0
    or shutil.which("unshare") is None
    or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0,
    reason="needs a user who may mount disks",
)


@needs_root
def test_a_full_disk(tmp_path: Path, elsewhere: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (elsewhere / "plan.mvo.toml").write_text(TEXT)
    prepare = f"mount -t tmpfs -o size=64k none {disk}\ncp {elsewhere}/plan.mvo.toml {disk}"
    assert "the disk is full. The file is as it was" in save(prepare, disk / "plan.mvo.toml", elsewhere)


@needs_root
def test_a_disk_that_can_only_be_read(tmp_path: Path, elsewhere: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "plan.mvo.toml").write_text(TEXT)
    prepare = f"mount --bind {disk} {disk}\nmount -o remount,bind,ro {disk}"
    said = save(prepare, disk / "plan.mvo.toml", elsewhere)
    assert "the disk or folder can only be read" in said
    assert "permission" not in said


@needs_root
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "said"),
    [
        (0o755, 0o644, "you have no permission for it. The file is as it was"),
        (0o755, 0o666, "saved in place"),
        (0o777, 0o444, "you have no permission for it. The file is as it was"),
        (0o777, 0o666, "saved"),
    ],
)
def test_folders_and_files_of_somebody_else(
    tmp_path: Path, elsewhere: Path, folder_mode: int, file_mode: int, said: str
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = folder / "plan.mvo.toml"
    path.write_text(TEXT)
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    assert said in save("", path, elsewhere, user=NOBODY)
    assert path.stat().st_mode & 0o777 == file_mode
    assert path.stat().st_uid == 0
