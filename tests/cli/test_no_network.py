"""No command opens a socket, and no command starts another program."""

import socket
import subprocess
from pathlib import Path

import pytest

from mvo_tui.plan.errors import ExitCode
from tests.cli.conftest import Run


def test_no_command_opens_a_socket(mvo: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a command reached out")

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)

    for words in (
        ["new", tmp_path / "new.mvo.toml", "--sample", "agency"],
        ["check", small],
        ["check", "--json", small, small],
        ["show", small],
        ["set", small, "venture.name", "Box"],
        ["diff", small, small],
        ["ask", small, "--plain"],
        ["samples"],
        ["samples", "agency"],
        ["schema"],
        ["info"],
        ["--help"],
    ):
        done = mvo(*words)
        assert (done.code, done.err) == (ExitCode.DONE, ""), words
