"""``mvo-tui merge``, alone and as git's merge driver."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mvo_tui.cli.commands.info import GIT_ATTRIBUTES, GIT_CONFIG
from mvo_tui.storage.plan_file import open_plan
from tests.cli.conftest import SMALL, Run

OWNER = 'owner = "order-desk"'
NAME = "plan.mvo.toml"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path, Path]:
    """Base, mine, theirs (all alike) and a place for the result."""
    paths = [tmp_path / f"{name}.mvo.toml" for name in ("base", "mine", "theirs", "out")]
    for path in paths[:3]:
        path.write_text(SMALL, "utf-8", newline="\n")
    return paths[0], paths[1], paths[2], paths[3]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def test_what_each_side_changed_comes_together_in_the_text_of_mine(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, out = files
    edit(mine, OWNER, 'owner = "packing"   # Mira said so')
    edit(theirs, "active_customers = 38", "active_customers = 40")
    ended = mvo("merge", base, mine, theirs, "-o", out)
    assert ended == (0, "", "")
    assert out.read_text("utf-8") == mine.read_text("utf-8").replace("= 38", "= 40")


def test_nothing_to_merge_leaves_the_bytes_of_mine(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, out = files
    mine.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert mvo("merge", base, mine, theirs, "-o", out).code == 0
    assert out.read_bytes() == mine.read_bytes()


def test_a_conflict_is_told_and_mine_stays(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, out = files
    edit(mine, OWNER, 'owner = "packing"')
    edit(theirs, OWNER, 'owner = "nobody"')
    edit(theirs, "= 38", "= 40")
    ended = mvo("merge", base, mine, theirs, "-o", mine, "--name", "ours.mvo.toml")
    assert ended.code == 1
    assert ended.err.splitlines()[0] == (
        'ours.mvo.toml: processes.take-order.owner: owner of process "Take an order": yours is "Packing", theirs is'
        ' nobody (not in the plan), before it was "Order desk"; yours was kept'
    )
    merged = open_plan(mine).plan
    assert (merged.processes[0].owner, merged.venture.active_customers) == ("packing", 40)
    assert not out.exists()


@pytest.mark.parametrize("base", ["-", os.devnull, "empty"])
def test_without_a_base_both_are_united(mvo: Run, files: tuple[Path, ...], base: str) -> None:
    _, mine, theirs, out = files
    (mine.parent / "empty").touch()
    edit(mine, "= 38", "= 40")
    edit(theirs, '[[roles]]\nid = "packing"', '[[roles]]\nid = "driver"\nname = "Driver"\n\n[[roles]]\nid = "packing"')
    ended = mvo("merge", mine.parent / base if base == "empty" else base, mine, theirs, "-o", out)
    assert ended.code == 1
    assert "active customers of the venture: yours is 40, theirs is 38, before it was blank" in ended.err
    assert {role.id for role in open_plan(out).plan.roles} == {"order-desk", "packing", "driver"}


@pytest.mark.parametrize(
    "broken", [b"format = 1\n[venture\n", b"", b"\xff\xfe", b"format = 1\nventure = 3\n", b"format = 9\n"]
)
@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_what_cannot_be_read_fails_as_git_wants_it(mvo: Run, files: tuple[Path, ...], side: str, broken: bytes) -> None:
    base, mine, theirs, out = files
    (mine if side == "mine" else theirs).write_bytes(broken)
    out.write_text("untouched", "utf-8")
    ended = mvo("merge", base, mine, theirs, "-o", out)
    assert ended.code == 129
    assert f"{'your' if side == 'mine' else 'their'} version can't be read" in ended.err
    assert out.read_text("utf-8") == "untouched"


def test_what_cannot_be_written_fails_too(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, _ = files
    assert mvo("merge", base, mine, theirs, "-o", base.parent / "no" / "where").code == 129


def test_a_base_that_cannot_be_read_is_told_and_counts_as_none(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, out = files
    base.write_text("[[[", "utf-8")
    ended = mvo("merge", base, mine, theirs, "-o", out)
    assert ended.code == 0
    assert "the older version can't be read" in ended.err
    assert "merged as if the two had nothing in common" in ended.err
    assert out.read_bytes() == mine.read_bytes()


def test_hostile_text_in_a_conflict_stays_on_one_line(mvo: Run, files: tuple[Path, ...]) -> None:
    base, mine, theirs, out = files
    edit(mine, 'name = "Packing"', r'name = "\u001b[31m[bold]\nred"')
    edit(theirs, 'name = "Packing"', 'name = "Pack"')
    ended = mvo("merge", base, mine, theirs, "-o", out)
    assert ended.code == 1
    assert "\x1b" not in ended.err
    assert len(ended.err.splitlines()) == 2


def test_info_prints_the_two_lines_of_the_set_up(mvo: Run) -> None:
    assert mvo("info").out.splitlines()[-2:] == [GIT_CONFIG, GIT_ATTRIBUTES]
    page = (Path(__file__).parent.parent.parent / "docs" / "together.md").read_text("utf-8")
    assert f"\n{GIT_CONFIG}\n" in page
    assert f"\n{GIT_ATTRIBUTES}\n" in page


# With git itself


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the plan in it, set up as `mvo-tui info` says, and `mvo-tui` on the PATH."""
    if shutil.which("git") is None or sys.platform == "win32":
        pytest.skip("needs git and a shell")
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "mvo-tui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mvo_tui "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ida")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ida@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "our plans"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    subprocess.run(GIT_CONFIG, shell=True, cwd=folder, check=True)
    (folder / ".gitattributes").write_text(f"{GIT_ATTRIBUTES}\n", "utf-8")
    (folder / NAME).write_text(SMALL, "utf-8", newline="\n")
    commit(folder)
    return folder


def git(folder: Path, *words: str, code: int = 0) -> str:
    ended = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a change")


def branch_off(folder: Path, mine: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Commit `theirs` on a branch and `mine` on main."""
    git(folder, "checkout", "--quiet", "-b", "theirs")
    edit(folder / NAME, *theirs)
    commit(folder)
    git(folder, "checkout", "--quiet", "main")
    edit(folder / NAME, *mine)
    commit(folder)


def test_git_merges_what_its_own_merge_could_not(repository: Path) -> None:
    """Both change lines beside each other, and both add a role at the same spot."""
    end = '[[kpis]]\nid = "on-time"'
    branch_off(
        repository,
        (end, f'[[roles]]\nid = "clerk"\nname = "Clerk"\n\n{end}'),
        (end, f'[[roles]]\nid = "driver"\nname = "Driver"\n\n{end}'),
    )
    git(repository, "merge", "theirs", "--message", "both")
    assert git(repository, "status", "--porcelain") == ""
    roles = [role.id for role in open_plan(repository / NAME).plan.roles]
    assert roles == ["order-desk", "packing", "clerk", "driver"]
    assert (repository / NAME).read_text("utf-8").startswith("# Our plan, begun on a train.")


def test_git_leaves_a_conflict_to_be_decided(repository: Path) -> None:
    branch_off(repository, (OWNER, 'owner = "packing"'), (OWNER, 'owner = "driver"'))
    said = git(repository, "merge", "theirs", code=1)
    assert f'{NAME}: processes.take-order.owner: owner of process "Take an order"' in said
    assert git(repository, "status", "--porcelain").startswith(f"UU {NAME}")
    assert open_plan(repository / NAME).plan.processes[0].owner == "packing"


def test_git_merges_plans_that_two_branches_have_each_made(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "theirs")
    other = repository / "other.mvo.toml"
    other.write_text('format = 1\n[venture]\nproduct = "Bread"\n', "utf-8")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    other.write_text('format = 1\n[venture]\nname = "Rolls"\n', "utf-8")
    commit(repository)
    git(repository, "merge", "theirs", "--message", "both")
    venture = open_plan(other).plan.venture
    assert (venture.name, venture.product) == ("Rolls", "Bread")


def test_a_side_that_is_no_plan_is_never_merged_silently(repository: Path) -> None:
    """A newer git stops the merge; an older one calls it a conflict. The file is ours, whole, with both."""
    branch_off(repository, (OWNER, 'owner = "packing"'), ("format = 1", "format = [["))
    before = (repository / NAME).read_bytes()
    ended = subprocess.run(["git", "merge", "theirs"], cwd=repository, capture_output=True, text=True, check=False)
    assert ended.returncode
    assert f"{NAME}: their version can't be read, so nothing was merged." in ended.stderr
    assert (repository / NAME).read_bytes() == before
    assert git(repository, "status", "--porcelain") in ("", f"UU {NAME}\n")
