"""The configuration: each value that is right counts, each that is not is told, and nothing stops the program."""

import os
from pathlib import Path

import pytest

from mvo_tui.storage.configuration import VARIABLE, Configuration, configuration_path
from mvo_tui.storage.configuration_file import read_configuration
from mvo_tui.storage.preferences import Preferences, keep_preferences, read_preferences
from mvo_tui.storage.state_folder import private_folder


@pytest.fixture
def file(own_home: Path) -> Path:
    """Where the configuration belongs; the folder is there."""
    path = configuration_path()
    assert path.is_relative_to(own_home)
    path.parent.mkdir(parents=True)
    return path


def test_most_founders_have_none() -> None:
    assert read_configuration() == Configuration(configuration_path())


def test_it_is_taken_as_it_is_written(file: Path) -> None:
    file.write_text(
        'theme = "light"\nascii = true\nmouse = false\nkitty_keys = false\n'
        '[keys]\nundo = "ctrl+r"\nsave = ["f12", "S"]\n'
    )
    read = read_configuration()
    assert read == Configuration(file, "mvo-light", True, False, False, {"undo": ("ctrl+r",), "save": ("f12", "S")})


def test_another_file_may_be_named(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('theme = "light"')
    other = tmp_path / "other.toml"
    other.write_text('theme = "ansi-dark"')
    monkeypatch.setenv(VARIABLE, str(other))
    assert read_configuration().theme == "ansi-dark"


def test_a_file_that_was_named_and_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.toml"))
    (complaint,) = read_configuration().complaints
    assert "gone.toml can't be read" in complaint


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('thme = "light"', 'there is no setting "thme". Did you mean "theme"?'),
        ('theme = "pink"', "theme is one of light, dark, ansi-light, ansi-dark"),
        ("theme = 3", "theme is one of"),
        ("mouse = 1", "mouse is true or false"),
        ("keys = 3", "keys is a table"),
        ("[keys]\nundo = 3", "the keys of undo are a text or a list of texts"),
        ('[keys]\nundo = ["a", 3]', "the keys of undo are a text or a list of texts"),
        ("theme = ", "line 1, column 9"),
        ("theme = \u0007", "line 1"),
        ('"a\\nb\\u001b]" = 1', 'there is no setting "a\ufffdb\ufffd]"'),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_counts(file: Path, content: str, told: str) -> None:
    file.write_text(content, "utf-8")
    read = read_configuration()
    assert len(read.complaints) == 1
    assert told in read.complaints[0]
    assert read_configuration().has_mouse

    if "line" not in told:
        file.write_text(f"ascii = true\n{content}", "utf-8")
        assert read_configuration().is_ascii


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x80", b"a = " + b"[" * 5000, b"a = 1" + b"0" * 5000, b"\0"])
def test_no_bytes_stop_it(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    (complaint,) = read_configuration().complaints
    assert "\n" not in complaint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_folder_or_a_pipe_is_no_configuration(file: Path) -> None:
    file.mkdir()
    assert "is a folder" in read_configuration().complaints[0]
    file.rmdir()
    os.mkfifo(file)
    assert "a pipe" in read_configuration().complaints[0]


def test_what_was_chosen_is_remembered_piece_by_piece() -> None:
    assert read_preferences() == Preferences()
    keep_preferences(theme="mvo-light")
    keep_preferences(is_toured=True)
    assert read_preferences() == Preferences("mvo-light", is_toured=True)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": 3, "is_toured": "yes"}', "[" * 5000, "\ud800"])
def test_damaged_preferences_are_as_if_there_were_none(content: str) -> None:
    (private_folder() / "preferences.json").write_text(content, "utf-8", errors="surrogatepass")
    assert read_preferences() == Preferences()
