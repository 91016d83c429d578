#!/usr/bin/env python3
"""Run mvo-tui or its tests straight from a checkout, with no more than Python 3.11 and a network at hand.

    python3 run.py                open a sample plan in the interface
    python3 run.py ARGS ...       run `mvo-tui ARGS ...`
    python3 run.py test ARGS ...  run the tests: all of them, or what ARGS tell pytest

The first run makes `.venv` beside this file and installs into it, with uv where it is there, else with pip.
Later runs find that nothing has changed and start at once.
"""

from __future__ import annotations  # an older Python can read this file, and say what it lacks

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = VENV / "installed-by-run.txt"  # written last: without it .venv may be half-made
PYTHON = getattr(sys, "_base_executable", "") or sys.executable  # never the Python of a virtual environment
ALL_TESTS = ["-n", "auto", "--dist", "worksteal"]  # a worker a core, none idle while another has tests left


class SetupError(Exception):
    """`.venv` could not be filled; the text is what the failed command printed last."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then become the program or its tests."""
    if sys.version_info < (3, 11):
        return hand_over_to_newer_python(arguments)
    with_tests = arguments[:1] == ["test"]
    try:
        set_up(with_tests)
        if with_tests:
            os.chdir(ROOT)
            return become([VENV_PYTHON, "-m", "pytest", *(arguments[1:] or ALL_TESTS)])
        return become([VENV_PYTHON, "-m", "mvo_tui", *(arguments or ["demo"])])
    except (SetupError, OSError) as problem:
        print(f"{problem}\n\nmvo-tui is not set up yet. {advice(str(problem))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def set_up(with_tests: bool) -> None:
    """Fill `.venv` with what pyproject.toml asks for; a small read when it is there. Raises SetupError."""
    wanted = fingerprint((ROOT / "pyproject.toml").read_bytes())
    found = STAMP.read_text("utf-8").split() if STAMP.is_file() and os.path.exists(VENV_PYTHON) else []
    if is_enough(found, wanted, with_tests):
        return
    print("Installing mvo-tui into .venv: once, and it can take a minute.", file=sys.stderr)
    clear = [] if is_sound() else ["--clear"]
    if VENV.is_dir():
        STAMP.unlink(missing_ok=True)
    else:
        VENV.unlink(missing_ok=True)  # a file, or a link to nothing, in its place
    uv = shutil.which("uv")
    if not (uv and install_with_uv(uv, clear, with_tests)):
        install_with_pip(clear, with_tests)
    STAMP.write_text(f"{wanted} tests" if with_tests else wanted, "utf-8")


def is_sound() -> bool:
    """Tell whether `.venv` runs, and with this Python: then it is added to, else made anew."""
    try:
        run([VENV_PYTHON, "-c", f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"])
    except (SetupError, OSError):
        return False
    return True


def fingerprint(pyproject: bytes) -> str:
    """Name what a `.venv` was made for: these packages, this folder, this Python."""
    place = f"{ROOT} {sys.base_prefix} {sys.version_info[:2]}"
    return hashlib.sha256(pyproject + place.encode("utf-8", "surrogateescape")).hexdigest()


def is_enough(found: list[str], wanted: str, with_tests: bool) -> bool:
    """Tell whether a `.venv` stamped `found` serves; one with the test packages serves the program too."""
    return found == [wanted, "tests"] or (found == [wanted] and not with_tests)


def install_with_uv(uv: str, clear: list[str], with_tests: bool) -> bool:
    """Install the locked versions; False when uv can't (an old uv, a stale lock, another package index)."""
    groups = [] if with_tests else ["--no-dev"]
    try:
        if clear:
            run([uv, "venv", "--quiet", *clear, "--python", PYTHON, str(VENV)])
        run([uv, "sync", "--quiet", "--locked", "--inexact", "--python", PYTHON, *groups])
    except SetupError:
        print("uv could not do it; trying pip.", file=sys.stderr)
        return False
    return True


def install_with_pip(clear: list[str], with_tests: bool) -> None:
    """Install the newest versions that fit, with the pip of `.venv`, else with the pip of this Python."""
    pip = [VENV_PYTHON, "-m", "pip"]
    try:
        run([PYTHON, "-m", "venv", *clear, str(VENV)])
        run([*pip, "--version"])
    except SetupError:  # Debian keeps the pip for new environments (ensurepip) in a package of its own
        run([PYTHON, "-m", "venv", "--without-pip", "--clear", str(VENV)])
        pip = [PYTHON, "-m", "pip", "--python", VENV_PYTHON]
    project = f"{ROOT}[dev]" if with_tests else str(ROOT)
    run([*pip, "install", "--quiet", "--retries", "2", "--editable", project])


def run(command: list[str]) -> None:
    """Run one step in silence; raise SetupError when it fails."""
    settings = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV)}
    settings.pop("VIRTUAL_ENV", None)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise SetupError(last_words(done.stdout.decode("utf-8", "replace")))


def last_words(printed: str) -> str:
    """Return the end of a failed command's output, without the warnings on the way there."""
    lines = [line for line in printed.splitlines() if not line.startswith("WARNING")]
    return "\n".join(lines[-15:])


def advice(output: str) -> str:
    """Say what to do next, judged by what the failed command printed."""
    if "No module named pip" in output or "no such option: --python" in output:
        return "This Python has no pip that can do it. On Debian and Ubuntu: sudo apt install python3-venv"
    if "Permission denied" in output or "No space left" in output:
        return f"Make {ROOT} writable, with room on its disk, and run this again."
    return "Look at the network (PIP_INDEX_URL names a mirror, where you need one) and run this again."


def hand_over_to_newer_python(arguments: list[str]) -> int:
    """Go on with a newer Python from PATH, or say what is needed."""
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        newer = shutil.which(name)
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return become([newer, str(ROOT / "run.py"), *arguments])
    print(f"mvo-tui needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
    print("Get one from https://www.python.org/downloads/ and run this again with it.", file=sys.stderr)
    return 1


def become(command: list[str]) -> int:
    """Replace this process, so that signals reach the program; Windows can't, and waits for it."""
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
