"""Whatever lies at a path: it opens as a plan, or there is one clear sentence."""

import os
import socket
from pathlib import Path

import pytest

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage import reading
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.reading import decode

HOSTILE = {
    b"": "format",
    b"\xff\xfef\x00": "UTF-16",
    b"format = 1\n# caf\xe9\n": "2:6: plan: the byte 0xe9 is not UTF-8",
    b"\xef\xbb\xbfformat = \xff": "1:10: plan: the byte 0xff",
    b"format = 1\x00": "may not stand in a plan file",
    b"\x00" * 1000: "may not stand",
    b"PK\x03\x04\x14\x00": "may not stand",
    b"\x7fELF\x02\x01": "may not stand",
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n": "is not UTF-8",
    b'{"format": 1}': "a line starts with a key",
    b"format: 1": "a key needs an equals sign",
    b"format = 1\nformat = 1": "this key is here already",
    b"format = 1\n\x1b[2J = 1": "may not stand",
    b"format = 1\n" + b"[" * 200_000: "2:",
    b"format = 1\nx = " + b"{a=" * 100_000: "nested too deeply",
    b"format = 1\n" + b"a." * 20_000 + b"a = 1": "2:1: aa: this is nested too deeply",
    b"format = " + b"9" * 5_000: "too large",
    b'format = 1\nx = "' + b"at 10:00 and 11:00, " * 20_000 + b'"\ny = 1:00': "3:6: y: a time is written",
    b"format = 1\n" + b"[[roles]]\n" * 20_000 + b"x": "20002:2: roles: a key needs an equals sign",
    b"format = 1\n" + b"[[roles]]\nid = 'x'\n" * 1_000: "2001:6: roles.x.id: another item of roles",
    b"format = 1\nroles = [" + b"{ name = 1 }, " * 1_000 + b"]": "roles.1000.name: must be text in quotes",
    b"format = 1\nventure = " + b"9" * 5_000: "2:11: venture: this number is too large",
}


@pytest.mark.parametrize(("content", "expected"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_any_bytes_get_a_sentence(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_bytes(content)
    with pytest.raises(PlanError) as refusal:
        open_plan(path)
    assert refusal.value.exit_code is ExitCode.FILE
    assert str(refusal.value).startswith(f"{path}:")
    assert expected.replace("aa:", "plan:") in str(refusal.value)
    assert str(refusal.value).replace("\n", "").isprintable()
    assert path.read_bytes() == content


def sentence(path: Path) -> str:
    with pytest.raises(PlanError) as refusal:
        open_plan(path)
    assert str(refusal.value).replace("\n", "").isprintable()
    return str(refusal.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in sentence(tmp_path)
    assert "there is no such file" in sentence(tmp_path / "none.mvo.toml")
    assert "there is no such file" in sentence(tmp_path / "none" / "none.mvo.toml")
    assert "no name of a file" in sentence(tmp_path / "a\0b")
    assert "too long" in sentence(tmp_path / ("x" * 400))
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert "circle" in sentence(tmp_path / "circle")
    assert "\x1b" not in sentence(tmp_path / "\x1b]0;title\x07")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")
def test_a_pipe_is_never_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "no file but a device or a pipe" in sentence(pipe)
    assert "no file but a device or a pipe" in sentence(Path(os.devnull))
    # It takes the place of a file between the look at it and the opening:
    file = tmp_path / "file"
    file.touch()
    status = os.stat(file)
    monkeypatch.setattr(os, "stat", lambda _: status)
    assert "no file but a device or a pipe" in sentence(pipe)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no sockets in the file system here")
def test_a_socket_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "no file but a device or a pipe" in sentence(Path("socket"))


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large"
    with open(path, "wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "larger than 16 MB" in sentence(path)
    path.write_bytes(b"format = 1\n" + b"#" * 100)
    monkeypatch.setattr(reading, "MAX_BYTES", 110)
    assert "larger than 16 MB" in sentence(path)
    monkeypatch.setattr(reading, "MAX_BYTES", 111)
    assert open_plan(path).plan.format == 1


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    path.touch()

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    assert "you have no permission for it" in sentence(path)


def test_a_byte_order_mark_is_remembered() -> None:
    content = b"\xef\xbb\xbfformat = 1\r\n"
    text = decode(content, "plan")
    assert text.text == "format = 1\r\n"
    assert text.encoded() == content
