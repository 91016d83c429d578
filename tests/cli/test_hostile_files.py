"""Files that nobody should have sent: each command says one clear thing, ends with the right code, changes nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from mvo_tui.plan.errors import ExitCode
from mvo_tui.plan.fields import Kind, field_specs
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from mvo_tui.storage.plan_file import open_plan
from tests.cli.conftest import SMALL, Run

BYTES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "the format is missing; add the line: format = 1"),
    "no format": (b'[venture]\nname = "x"\n', "the format is missing"),
    "format zero": (b"format = 0\n", "there is no format 0"),
    "format in words": (b'format = "one"\n', "must be a number"),
    "not UTF-8": (b'format = 1\n[venture]\nname = "caf\xe9"\n', "the byte 0xe9 is not UTF-8"),
    "UTF-16": ("format = 1\n".encode("utf-16"), "UTF-16"),
    "NUL": (b'format = 1\n[venture]\nname = "a\x00b"\n', ""),
    "noise": (bytes(range(256)) * 64, ""),
    "an archive": (b"PK\x03\x04\x14\x00", ""),
    "raw escape": (b'format = 1\n[venture]\nname = "\x1b[31m"\n', ""),
    "lists in lists": (b"format = 1\nx = " + b"[" * 100_000, ""),
    "tables in tables": (b"format = 1\nx = " + b"{a=" * 100_000, "nested too deeply"),
    "dots in dots": (b"format = 1\n" + b"a." * 20_000 + b"a = 1", "nested too deeply"),
    "5,000 digits": (b"format = 1\n[venture]\nactive_customers = " + b"9" * 5000, "too large"),
    "a format of 5,000 digits": (b"format = " + b"1" * 5000, "too large"),
    "infinity": (b"format = 1\n[venture]\nactive_customers = inf\n", "venture.active_customers"),
    "double ids": (b'format = 1\n[[roles]]\nid = "a"\n[[roles]]\nid = "a"\n', "ids are unique"),
    "an id that is none": (b'format = 1\n[[roles]]\nid = "Order Desk"\n', "roles.Order Desk.id"),
    "an id that obeys nobody": (b'format = 1\n[[roles]]\nid = "\\u001b[2J\\u202e"\n', "roles."),
    "a key that obeys nobody": (b'format = 1\n[venture]\n"\\u001b]0;x\\u0007" = 1\nname = 3\n', "venture.name"),
    "tables where values belong": (b"format = 1\n[venture.name]\nx = 1\n[[review]]\n", "venture.name"),
    "all wrong at once": (b"format = 1\nventure = 1\nroles = 2\nreview = []\n", "roles"),
    "an unfinished line": (b'format = 1\n[venture]\nname = "half', ""),
    "a merge with conflicts": (b"format = 1\n<<<<<<< HEAD\n[venture]\n=======\n>>>>>>> other\n", ""),
}


def commands(path: Path, good: Path) -> Iterator[tuple[tuple[object, ...], bool]]:
    """Every command that takes a plan, and whether it reads the file here, where there is no terminal."""
    yield ("check", path), True
    yield ("check", "--json", path), True
    yield ("show", path), True
    yield ("set", path, "venture.name", "x"), True
    yield ("diff", path, good), True
    yield ("diff", good, path), True
    yield ("ask", path, "--plain"), True
    yield ("ask", path), False
    yield ("open", path), False
    yield (path,), False


def assert_refused(mvo: Run, path: Path, good: Path, said: str) -> None:
    for words, is_read in commands(path, good):
        done = mvo(*words)
        assert done.code == (ExitCode.FILE if is_read else ExitCode.USAGE), (words, done)
        assert done.out == ""
        assert said in done.err if is_read else "needs a terminal" in done.err
        assert "Traceback" not in done.err
        assert "fault of its own" not in done.err
        assert is_harmless(done.err)
        assert len(done.err) < 5000


def is_harmless(text: str) -> bool:
    """Whether there is nothing in it that a terminal obeys but the end of a line."""
    return not [char for char in text if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)] and not (
        {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"} & set(text)
    )


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_plan(mvo: Run, small: Path, tmp_path: Path, name: str) -> None:
    content, said = BYTES[name]
    path = tmp_path / "hostile.mvo.toml"
    path.write_bytes(content)
    before = sorted(tmp_path.iterdir())

    assert_refused(mvo, path, small, said or f"{path}:")

    assert path.read_bytes() == content
    assert small.read_text("utf-8") == SMALL
    assert sorted(tmp_path.iterdir()) == before


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.symlink_to(path)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def too_large(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)


def forbidden(path: Path) -> None:
    path.write_bytes(b"format = 1\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


@pytest.mark.skipif(sys.platform == "win32", reason="files as Unix has them")
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (folder, "is a folder"),
        (pipe, "no file but a device or a pipe"),
        (circle, "its links lead in a circle"),
        (link_to_nothing, "there is no such file"),
        (too_large, "larger than 16 MB"),
        (forbidden, "you have no permission"),
    ],
)
def test_what_is_no_file_of_a_plan(
    mvo: Run, small: Path, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "hostile.mvo.toml"
    make(path)
    status = os.lstat(path)

    assert_refused(mvo, path, small, said)

    after = os.lstat(path)
    assert (after.st_mode, after.st_size, after.st_mtime_ns) == (status.st_mode, status.st_size, status.st_mtime_ns)


def test_no_permission(mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path) == str(small):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)

    for words, is_read in commands(small, small):
        done = mvo(*words)
        assert done.code == (ExitCode.FILE if is_read else ExitCode.USAGE)
        assert not is_read or "you have no permission for it" in done.err


def test_the_smallest_plan_is_a_plan(mvo: Run, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "smallest.mvo.toml"
    path.write_text("format = 1")

    assert mvo("check", path).code == ExitCode.DONE
    assert mvo("show", path).code == ExitCode.DONE
    assert mvo("diff", path, small).code == 1
    assert mvo("set", path, "venture.name", "Box").code == ExitCode.DONE
    assert open_plan(path).plan.venture.name == "Box"


def test_a_newer_format_is_read_and_never_written(mvo: Run, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "newer.mvo.toml"
    content = b'format = 2\nnovelty = true\n[venture]\nname = ["two", "names"]\n'
    path.write_bytes(content)

    for words, is_read in commands(path, small):
        done = mvo(*words)
        assert done.code == (ExitCode.NEWER_FORMAT if is_read else ExitCode.USAGE), (words, done)

    assert path.read_bytes() == content


# Every text of a plan is hostile, and the plan is still a plan

EVIL = "\x1b]52;c;ZXZpbA==\x07[bold]x[/] [/] [@click=app.quit]go[/] $z {x}\r\n\u202eשלום\u200b \x9b31m\t\x7f end"
PLAIN = "[bold]x[/] [/] [@click=app.quit]go[/] $z {x}"


def hostile_document() -> dict[str, Any]:
    """A plan with an item in every list and `EVIL` in every field that takes text."""
    document: dict[str, Any] = {"format": 1, f"key {EVIL}": EVIL}
    for name, model in type_of_single.items():
        document[name] = hostile_table(model)
    document["journey"] = {"not_applicable": {"billing": EVIL, "sales": EVIL}}
    for name, item in type_of_collection.items():
        if name != "touchpoints":
            document[name] = [{"id": "x", **hostile_table(item)}, {"id": "y", **hostile_table(item)}]
    document["stages"][1]["touchpoints"] = []
    return document


def hostile_table(model: type[Table]) -> dict[str, Any]:
    table: dict[str, Any] = {f"key {EVIL}": EVIL}
    for spec in field_specs(model):
        if spec.kind in (Kind.LINE, Kind.PROSE, Kind.WORD, Kind.LINK):
            table[spec.name] = EVIL
        elif spec.kind in (Kind.LINKS, Kind.WORDS):
            table[spec.name] = ["x", EVIL]
        elif spec.kind is Kind.NUMBER:
            table[spec.name] = 1e300
        elif spec.kind is Kind.ITEMS and spec.name in type_of_numbered:
            table[spec.name] = [hostile_table(type_of_numbered[spec.name])] * 2
        elif spec.name == "touchpoints":
            table[spec.name] = [{"id": "x", **hostile_table(type_of_collection["touchpoints"])}]
    return table


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.mvo.toml"
    path.write_text(tomli_w.dumps(hostile_document(), multiline_strings=False), "utf-8", newline="\n")
    return path


def test_the_hostile_plan_has_something_everywhere(hostile: Path) -> None:
    plan = open_plan(hostile).plan

    for name in Plan.model_fields:
        assert getattr(plan, name)
    assert plan.processes[0].steps[0].action is not None
    assert PLAIN in plan.processes[0].steps[0].action


@pytest.mark.parametrize(
    "words",
    [
        ["check", "PLAN"],
        ["check", "--json", "PLAN"],
        ["show", "PLAN"],
        ["diff", "PLAN", "GOOD"],
        ["diff", "GOOD", "PLAN"],
        ["set", "PLAN", "processes.x.owner", "y"],
        ["set", "PLAN", "processes.x.steps.1.action"],
        ["ask", "PLAN", "--plain"],
    ],
    ids=" ".join,
)
def test_no_text_of_a_plan_is_obeyed(mvo: Run, hostile: Path, small: Path, words: list[str]) -> None:
    done = mvo(*(str({"PLAN": hostile, "GOOD": small}.get(word, word)) for word in words))

    assert done.code in (ExitCode.DONE, ExitCode.FALLS_SHORT), done.err
    assert done.err == ""
    if words[0] != "ask":
        assert is_harmless(done.out)
    assert not {"\x1b", "\x07", "\x9b", "\x7f", "\r"} & set(done.out)


def test_text_that_looks_like_markup_is_shown_as_it_is(mvo: Run, hostile: Path, small: Path) -> None:
    assert PLAIN in mvo("show", hostile).out
    assert "[bold]x[/]" in mvo("check", hostile).out
    assert "[bold]x[/]" in mvo("diff", small, hostile).out
    assert "שלום" in mvo("show", hostile).out


def test_a_finding_stays_one_line_whatever_its_item_is_called(mvo: Run, hostile: Path) -> None:
    lines = mvo("check", hostile).out.splitlines()

    assert lines[0].startswith(f"{hostile}: Ready ")
    assert all(line[:11] in KINDS_OF_LINE or line.startswith(("  note: ", "  ... and ")) for line in lines[1:])


KINDS_OF_LINE = ("  critical ", "  high     ", "  medium   ", "  low      ")


def test_nothing_but_the_field_is_written_in_a_hostile_plan(mvo: Run, hostile: Path) -> None:
    before = hostile.read_text("utf-8").splitlines()

    assert mvo("set", hostile, "processes.y.owner", "x").code == ExitCode.DONE

    after = hostile.read_text("utf-8").splitlines()
    assert len(after) == len(before)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_a_name_of_a_file_is_text_as_well(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;title\x07 [bold]x \u202e.mvo.toml"

    for words in (["new", path], ["check", path], ["set", path, "venture.name", "x"], ["diff", path, path]):
        done = mvo(*words)
        assert (done.code, done.err) == (ExitCode.DONE, "")
        assert not {"\x1b", "\x07"} & set(done.out)
        assert "[bold]x" in done.out or words[0] == "diff"
    path.write_bytes(b"\xff")
    for command, _ in commands(path, path):
        assert is_harmless(mvo(*command).err)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("make", [folder, pipe, None])
def test_in_a_terminal_it_does_not_open_either(tmp_path: Path, make: Callable[[Path], None] | None) -> None:
    from tests.end_to_end.terminal import Terminal

    path = tmp_path / "hostile.mvo.toml"
    content = BYTES["all wrong at once"][0]
    if make:
        make(path)
    else:
        path.write_bytes(content)

    with Terminal([sys.executable, "-m", "mvo_tui", "open", str(path)], home=tmp_path) as terminal:
        assert terminal.wait_for_exit() == ExitCode.FILE
        assert "hostile.mvo.toml" in terminal.text.replace("\n", "")
        assert "Traceback" not in terminal.text
    assert make or path.read_bytes() == content
