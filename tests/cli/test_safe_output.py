"""What every command prints of a plan that somebody laid a trap in: nothing that a terminal obeys, nothing unseen."""

import io
import json
import re
from pathlib import Path

import pytest

from mvo_tui.cli.main import main
from tests.cli.conftest import Run

TRAP = "a\u202eb\u2066c\u200ed\u200fe\u200bf\u2060g\ufeffh\u2028i"
"""Direction turned, letters hidden. Control characters never come into a plan; in names of files they may."""
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]")
WHOLE = "\n".join(
    [
        "format = 1",
        f'odd = "{TRAP}"',
        "[venture]",
        f'name = "{TRAP}"\nproduct = "{TRAP}"\ncustomer = "{TRAP}"\nvalue_proposition = "{TRAP}"',
        f'notes = "{TRAP}"\nstage = "{TRAP}"\n"{TRAP}" = 1',
        f'[[promises]]\nid = "p"\ncore = true\nstatement = "{TRAP}"\nmeasure = "{TRAP}"\nunit = "{TRAP}"',
        f'[[features]]\nid = "f"\nname = "{TRAP}"\npromises = ["p"]',
        f'[[stages]]\nid = "s"\nname = "{TRAP}"\nfunction = "delivery"',
        f'[[stages.touchpoints]]\nid = "t"\nname = "{TRAP}"\nprocesses = ["q", "gone"]\nchannel = "{TRAP}"',
        f'[[processes]]\nid = "q"\nname = "{TRAP}"\ntrigger = "{TRAP}"\nowner = "r"\ntools = ["u"]',
        f'[[processes.steps]]\naction = "{TRAP}"\nrole = "r"',
        f'[[tools]]\nid = "u"\nname = "{TRAP}"\nfallback = "{TRAP}"',
        f'[[roles]]\nid = "r"\nname = "{TRAP}"\npeople = ["n"]',
        f'[[people]]\nid = "n"\nname = "{TRAP}"',
        f'[[kpis]]\nid = "k"\nname = "{TRAP}"\nunit = "{TRAP}"',
        f'[[debts]]\nid = "d"\ndescription = "{TRAP}"',
        f'[[parking_lot]]\nid = "l"\ntext = "{TRAP}"',
        "",
    ]
)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    path = tmp_path / "trap\u202e\u200b.mvo.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.mvo.toml"
    path.write_text(f'format = 1\n[venture]\nname = "x{TRAP}"\n', encoding="utf-8")
    return path


def test_no_command_prints_what_turns_or_hides_text(mvo: Run, trap: Path, other: Path, tmp_path: Path) -> None:
    broken, newer = tmp_path / "broken\u202e.mvo.toml", tmp_path / "newer\u200f.mvo.toml"
    broken.write_text(f'format = 1\n[venture]\nname = 3\nstage = ["{TRAP}"]\n"{TRAP}" = 1\n', encoding="utf-8")
    newer.write_text(f'format = 2\n[venture]\nname = "{TRAP}"\n', encoding="utf-8")
    commands = [
        ("show", trap),
        ("check", trap),
        ("check", trap, other, broken),
        ("diff", trap, other),
        ("diff", other, trap),
        ("merge", trap, other, trap, "-o", tmp_path / "out\u202e.mvo.toml"),
        ("merge", other, trap, broken, "-o", tmp_path / "out.mvo.toml"),
        ("set", trap, "venture.name", f"y{TRAP}"),
        ("set", trap, "venture.name", f"y{TRAP}"),
        ("set", trap, f"venture.{TRAP}", "y"),
        ("set", trap, "processes.q.owner", TRAP),
        ("trace", trap, "venture"),
        ("trace", trap, "people.n"),
        ("trace", trap, "tools.u"),
        ("trace", trap, TRAP),
        ("trace", newer, "venture"),
        ("without", trap),
        ("without", trap, "roles.r", "tools.u"),
        ("without", trap, TRAP),
        ("new", tmp_path / "new\u202e\x1b.mvo.toml"),
        ("new", trap),
        ("show", broken),
        ("show", newer),
        ("check", newer),
        ("load", trap),
        ("load", trap, "--roles"),
        ("load", newer),
        ("show", tmp_path / "gone\u202e"),
        ("ask", "--plain", trap),
        ("ask", "--plain", newer),
        ("info",),
        ("samples",),
        (TRAP,),
        ("check", f"--{TRAP}"),
    ]
    printed = ""
    for words in commands:
        ended = mvo(*words)
        found = UNSAFE.search(ended.out + ended.err)
        assert not found, (words, found, ended)
        printed += ended.out + ended.err
    assert "<U+202E>" in printed
    assert "<U+200B>" in printed


def test_the_plain_interview_shows_answers_safely(
    trap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"answers\nback\n{TRAP}\nskip\nskip\nquit\n"))
    main(["ask", "--plain", str(trap)])
    out, err = capsys.readouterr()
    assert not UNSAFE.search(out + err)
    assert "<U+202E>" in out


def test_json_keeps_the_text_exactly(mvo: Run, trap: Path) -> None:
    for words in (("check", trap), ("trace", trap, "roles.r"), ("without", trap, "roles.r"), ("load", trap)):
        out = mvo(*words, "--json").out
        assert out.isascii()
        assert "\u202e" in json.dumps(json.loads(out), ensure_ascii=False)
