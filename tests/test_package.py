"""The wheel: an installed mvo-tui has everything that a checkout has."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def names(folder: Path) -> set[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path) for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")}


@pytest.mark.parametrize(
    ("here", "there"),
    [("src/mvo_tui", "mvo_tui"), ("sample_plans", "mvo_tui/sample_plans"), ("schemas", "mvo_tui/schemas")],
)
def test_the_wheel_has_every_file(installed: Path, here: str, there: str) -> None:
    assert names(ROOT / here) <= names(installed / there)


def test_the_installed_program_finds_its_samples(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mvo_tui", "info"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    for plan in (ROOT / "sample_plans").glob("*.mvo.toml"):
        assert plan.name.removesuffix(".mvo.toml") in done.stdout
