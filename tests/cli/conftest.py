"""Run `mvo-tui` inside the test, and plans to run it on."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from mvo_tui.cli.main import main
from tests.plans import SAMPLES

SMALL = """\
# Our plan, begun on a train.
format = 1

[venture]
name = 'Sunday Box'   # a working title
active_customers = 38

[[stages]]
id = "decide"
name = "Decides to try it"
[[stages.touchpoints]]
id = "order-page"
name = "Orders the first box"
processes = ["take-order"]

[[stages]]
id = "receive"
name = "Receives the box"

[[processes]]
id = "take-order"
name = "Take an order"
owner = "order-desk"
tools = ["order-sheet", "phone"]
[[processes.steps]]
action = "Copy the order"
minutes = 4
[[processes.steps]]
action = "Confirm it"

[[tools]]
id = "order-sheet"
name = "Order sheet"
[[tools]]
id = "phone"
name = "Phone"

[[roles]]
id = "order-desk"
name = "Order desk"
[[roles]]
id = "packing"
name = "Packing"

[[kpis]]
id = "on-time"
name = "Boxes on time"
[[kpis.readings]]
date = 2026-11-01
value = 96.5
"""


class Ended(NamedTuple):
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def mvo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`mvo("check", path)` runs the command without a terminal; exceptions, SystemExit too, would fail the test."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO())
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small plan with comments and a writing of its own."""
    path = tmp_path / "small.mvo.toml"
    path.write_text(SMALL, "utf-8", newline="\n")
    return path


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A copy of the sample that scores 100."""
    path = tmp_path / "finished.mvo.toml"
    path.write_bytes(SAMPLES["sunday-box"].read_bytes())
    return path
