"""`new`, `show`, `samples`, `schema`, `info`, `demo`, `open` and `ask`: what they print and write, and their codes."""

import json
from pathlib import Path

import jsonschema
import pytest

from mvo_tui import __version__
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import ExitCode
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.state_folder import state_folder
from tests.cli.conftest import Run
from tests.plans import SAMPLES, sample

ROOT = Path(__file__).parent.parent.parent


# new


def test_a_new_plan_is_empty_and_valid(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "bakery.mvo.toml"

    done = mvo("new", path)

    assert done == (ExitCode.DONE, f"Written: {path}\nGo on with: mvo-tui open {path}\n", "")
    assert open_plan(path).plan.venture.name is None
    assert mvo("check", path).code == ExitCode.DONE


def test_a_new_plan_may_begin_with_a_sample(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "my bakery's.mvo.toml"

    done = mvo("new", path, "--sample", "repair-shop")

    assert open_plan(path).plan == sample("repair-shop")
    assert "'\"'\"'" in done.out  # so that a shell takes the name as one word


def test_a_file_that_exists_is_never_written_over(mvo: Run, small: Path) -> None:
    before = small.read_bytes()

    for words in (["new", small], ["new", small, "--sample", "sunday-box"], ["new", small.parent]):
        done = mvo(*words)
        assert done.code == ExitCode.FILE
        assert "is there already" in done.err

    assert small.read_bytes() == before


def test_an_unknown_sample_is_wrong_usage_and_writes_nothing(mvo: Run, tmp_path: Path) -> None:
    done = mvo("new", tmp_path / "plan.mvo.toml", "--sample", "sunday-bx")

    assert done.code == ExitCode.USAGE
    assert 'Did you mean "sunday-box"?' in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(mvo: Run, tmp_path: Path) -> None:
    done = mvo("new", tmp_path / "none" / "plan.mvo.toml")

    assert done.code == ExitCode.FILE
    assert "there is no such file or folder" in done.err


# show


def test_the_plan_as_text(mvo: Run, finished: Path, tmp_path: Path) -> None:
    done = mvo("show", finished)

    assert (done.code, done.err) == (ExitCode.DONE, "")
    assert done.out.startswith("Sunday Box Porto\n====")
    assert "6. Feedback" in done.out

    empty = tmp_path / "empty.mvo.toml"
    empty.write_text("format = 1\n")
    assert "not said yet" in mvo("show", empty).out


def test_a_newer_plan_is_shown_as_far_as_it_is_understood(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text('format = 3\nmoons = 2\n[venture]\nname = "From tomorrow"\n')

    done = mvo("show", path)

    assert done.code == ExitCode.NEWER_FORMAT
    assert "From tomorrow" in done.out
    assert "format 3" in done.err


# samples


def test_samples_are_listed_with_what_they_promise(mvo: Run) -> None:
    lines = mvo("samples").out.splitlines()

    assert [line.split()[0] for line in lines] == list(SAMPLES)
    assert all(len(line.split()) > 4 for line in lines)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_printed_as_it_stands_in_its_file(mvo: Run, name: str) -> None:
    assert mvo("samples", name).out == SAMPLES[name].read_text("utf-8")


def test_a_sample_is_a_plan_file_whatever_the_encoding_of_the_system(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    from mvo_tui.cli.main import main

    with io.TextIOWrapper(open(1, "wb", closefd=False), encoding="cp1252", newline="\r\n") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        main(["samples", "agency"])

    assert capfdbinary.readouterr().out == SAMPLES["agency"].read_bytes()


def test_there_is_no_such_sample(mvo: Run) -> None:
    done = mvo("samples", "../secret\x1b")

    assert done.code == ExitCode.USAGE
    assert "There are agency" in done.err
    assert "\x1b" not in done.err


# schema


def test_the_schema_is_one_and_the_one_that_is_shipped(mvo: Run) -> None:
    done = mvo("schema")
    schema = json.loads(done.out)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert done.out.isascii()
    assert done.out == (ROOT / "schemas" / "mvo-plan-1.schema.json").read_text("utf-8")
    judge = jsonschema.Draft202012Validator(schema)
    assert judge.is_valid({"format": 1, "venture": {"name": "Sunday Box"}})
    assert not judge.is_valid({"format": 1, "venture": {"name": 3}})
    assert not judge.is_valid({})


# info


def test_info_has_what_a_report_needs_and_nothing_of_a_plan(
    mvo: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    done = mvo("info")

    facts = dict(line.split(maxsplit=1) for line in done.out.splitlines() if " " not in line[:14].rstrip())
    assert facts["mvo-tui"] == __version__
    assert "textual" in facts
    assert str(own_home) in done.out
    assert "off (NO_COLOR)" in done.out
    assert "sunday-box" in facts["samples"]
    assert done.code == ExitCode.DONE


def test_info_counts_the_journals_that_were_left_and_those_that_nobody_can_read(mvo: Run, tmp_path: Path) -> None:
    assert "none with words that were not saved" in mvo("info").out
    path = tmp_path / "box.mvo.toml"
    mvo("new", path)
    opened = open_plan(path)
    edit = SetField("venture.name", "Secret Box")
    journal = Journal(opened)
    journal.record(edit, apply(opened.plan, edit))
    journal.close()
    (state_folder("journal") / "notes.txt").write_text("mine")

    done = mvo("info")

    assert "1 with words that were not saved; the start screen lists them, 1 that this mvo-tui can't read" in done.out
    assert "Secret Box" not in done.out
    assert len(list(state_folder("journal").iterdir())) == 2


# The interface, where there is no terminal


@pytest.fixture
def temporary_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    import tempfile

    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_without_a_terminal_nothing_opens_and_nothing_is_left_behind(
    mvo: Run, small: Path, temporary_folders: Path, tmp_path: Path
) -> None:
    before = small.read_bytes()

    for words in ([], [small], ["open", small], ["open", tmp_path / "none.mvo.toml"], ["demo"], ["ask", small]):
        done = mvo(*words)
        assert (done.code, done.out) == (ExitCode.USAGE, "")
        assert "needs a terminal" in done.err
        assert done.err.count("\n") == 1

    assert small.read_bytes() == before
    assert not (tmp_path / "none.mvo.toml").exists()
    assert list(temporary_folders.iterdir()) == []


def test_a_demo_of_no_sample(mvo: Run) -> None:
    done = mvo("demo", "messy-drft")

    assert done.code == ExitCode.USAGE
    assert 'Did you mean "messy-draft"?' in done.err
