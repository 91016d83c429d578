"""run.py: what it installs when, and what it says when it can't. No test here installs anything."""

from pathlib import Path

import pytest

import run


class Commands:
    """Stands for the machine: keeps the commands that run.py would start, and fails those it is told to."""

    def __init__(self, failing: tuple[str, ...] = ()) -> None:
        self.seen: list[str] = []
        self.failing = failing

    def __call__(self, command: list[str]) -> None:
        line = " ".join(command)
        self.seen.append(line)
        if command[0] == run.VENV_PYTHON and not Path(run.VENV_PYTHON).exists():
            raise FileNotFoundError(run.VENV_PYTHON)
        if any(words in line for words in self.failing):
            raise run.SetupError(f"no luck with {line}")
        if "-m venv" in line or "uv venv" in line:
            Path(run.VENV_PYTHON).parent.mkdir(parents=True, exist_ok=True)
            Path(run.VENV_PYTHON).touch()

    def of_second_run(self, with_tests: bool) -> list[str]:
        """What another run starts."""
        self.seen.clear()
        run.set_up(with_tests)
        return self.seen


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """A checkout in an empty folder, on a machine without uv."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "VENV_PYTHON", str(tmp_path / ".venv/bin/python"))
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv/stamp.txt")
    monkeypatch.setattr("shutil.which", lambda _: None)
    commands = Commands()
    monkeypatch.setattr(run, "run", commands)
    return commands


@pytest.fixture
def with_uv(machine: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same machine with uv."""
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")


def test_first_run_makes_a_venv_and_installs_with_its_pip(machine: Commands) -> None:
    run.set_up(with_tests=False)

    assert machine.seen[1].endswith(f"-m venv --clear {run.VENV}")
    assert machine.seen[-1].startswith(f"{run.VENV_PYTHON} -m pip install")
    assert machine.seen[-1].endswith(f"--editable {run.ROOT}")


def test_second_run_starts_nothing(machine: Commands) -> None:
    run.set_up(with_tests=False)

    assert machine.of_second_run(with_tests=False) == []


def test_tests_add_their_packages_to_a_sound_venv(machine: Commands) -> None:
    run.set_up(with_tests=False)

    seen = machine.of_second_run(with_tests=True)

    assert seen[-1].endswith("[dev]")
    assert not any("--clear" in line for line in seen)


def test_a_venv_with_the_test_packages_serves_the_program(machine: Commands) -> None:
    run.set_up(with_tests=True)

    assert machine.of_second_run(with_tests=False) == []


def test_a_changed_pyproject_is_installed_over_what_is_there(machine: Commands) -> None:
    run.set_up(with_tests=False)
    (run.ROOT / "pyproject.toml").write_text("[project]\nname = 'y'\n")

    seen = machine.of_second_run(with_tests=False)

    assert "-m pip install" in seen[-1]
    assert not any("--clear" in line for line in seen)


def test_a_venv_that_lost_its_python_is_made_anew(machine: Commands) -> None:
    run.set_up(with_tests=False)
    Path(run.VENV_PYTHON).unlink()

    assert f"-m venv --clear {run.VENV}" in machine.of_second_run(with_tests=False)[1]


def test_a_venv_whose_python_is_another_is_made_anew(machine: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    run.set_up(with_tests=False)
    monkeypatch.setattr("sys.base_prefix", "/another")
    machine.failing = ("import sys",)

    assert f"-m venv --clear {run.VENV}" in machine.of_second_run(with_tests=False)[1]


def test_an_installation_that_failed_is_tried_again(machine: Commands) -> None:
    run.set_up(with_tests=False)
    machine.failing = ("pip install",)
    with pytest.raises(run.SetupError):
        run.set_up(with_tests=True)
    machine.failing = ()

    assert "-m pip install" in machine.of_second_run(with_tests=False)[-1]


def test_a_file_in_the_place_of_the_venv_is_replaced(machine: Commands) -> None:
    run.VENV.write_text("")

    run.set_up(with_tests=False)

    assert run.STAMP.is_file()


def test_without_ensurepip_the_pip_of_this_python_installs(machine: Commands) -> None:
    machine.failing = (f"-m venv --clear {run.VENV}",)

    run.set_up(with_tests=False)

    assert f"-m venv --without-pip --clear {run.VENV}" in machine.seen[-2]
    assert machine.seen[-1].startswith(f"{run.PYTHON} -m pip --python {run.VENV_PYTHON} install")


@pytest.mark.usefixtures("with_uv")
def test_uv_installs_the_locked_versions(machine: Commands) -> None:
    run.set_up(with_tests=False)

    assert machine.seen[-1].startswith("/bin/uv sync --quiet --locked")
    assert machine.seen[-1].endswith("--no-dev")
    assert not any("-m pip" in line for line in machine.seen)


@pytest.mark.usefixtures("with_uv")
def test_uv_installs_the_test_packages(machine: Commands) -> None:
    run.set_up(with_tests=True)

    assert "--no-dev" not in machine.seen[-1]


@pytest.mark.usefixtures("with_uv")
@pytest.mark.parametrize("broken", ["uv venv", "uv sync"])
def test_pip_takes_over_where_uv_fails(machine: Commands, broken: str) -> None:
    machine.failing = (broken,)

    run.set_up(with_tests=False)

    assert "-m pip install" in machine.seen[-1]


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        ([], ["-m", "mvo_tui", "demo"]),
        (["check", "a.mvo.toml"], ["-m", "mvo_tui", "check", "a.mvo.toml"]),
        (["test"], ["-m", "pytest", *run.ALL_TESTS]),
        (["test", "-k", "ids"], ["-m", "pytest", "-k", "ids"]),
    ],
)
@pytest.mark.usefixtures("machine")
def test_arguments_are_passed_on(arguments: list[str], started: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.chdir(run.ROOT)
    monkeypatch.setattr(run, "become", became.append)

    run.main(arguments)

    assert became == [[run.VENV_PYTHON, *started]]


def test_a_failure_is_told_in_words(machine: Commands, capsys: pytest.CaptureFixture[str]) -> None:
    machine.failing = ("pip install",)

    assert run.main([]) == 1
    told = capsys.readouterr().err
    assert "no luck with" in told
    assert "mvo-tui is not set up yet." in told


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("/usr/bin/python3: No module named pip", "sudo apt install python3-venv"),
        ("no such option: --python", "sudo apt install python3-venv"),
        ("[Errno 13] Permission denied: '.venv'", "writable"),
        ("[Errno 28] No space left on device", "room on its disk"),
        ("No matching distribution found for textual", "network"),
    ],
)
def test_advice_fits_what_failed(printed: str, told: str) -> None:
    assert told in run.advice(printed)


def test_a_command_that_fails_is_quoted_without_its_warnings() -> None:
    lines = [f"line {number}" for number in range(20)]

    assert run.last_words("\n".join([*lines, "WARNING: Retrying", "ERROR: gone"])).splitlines() == [
        *lines[-14:],
        "ERROR: gone",
    ]


def test_the_fingerprint_knows_the_packages_the_folder_and_the_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fingerprints = {run.fingerprint(b"a"), run.fingerprint(b"b")}
    monkeypatch.setattr(run, "ROOT", tmp_path)
    fingerprints.add(run.fingerprint(b"a"))
    monkeypatch.setattr("sys.base_prefix", "/elsewhere")
    fingerprints.add(run.fingerprint(b"a"))

    assert len(fingerprints) == 4
    assert run.fingerprint(b"a") in fingerprints
