"""`mvo-tui set PLAN PLACE VALUE`: one field is edited; the rest of the file keeps every byte."""

import datetime
import difflib
from pathlib import Path

import pytest

from mvo_tui.plan.errors import ExitCode
from mvo_tui.plan.places import value_at
from mvo_tui.storage.plan_file import open_plan
from tests.cli.conftest import SMALL, Run


def changed_lines(path: Path) -> list[str]:
    """The lines of the file that are not those of `SMALL`, with - and + before them."""
    after = path.read_text("utf-8").splitlines()
    lines = difflib.unified_diff(SMALL.splitlines(), after, lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("place", "value", "kept"),
    [
        ("venture.name", "Monday Box", "Monday Box"),
        ("venture.name", '"40"', "40"),
        ("venture.name", "", None),
        ("venture.name", "2026-11-02T09:30:00", "2026-11-02T09:30:00"),
        ("venture.name", "1\nx = 2", "1\nx = 2"),
        ("venture.name", "a = 1", "a = 1"),
        ("venture.name", '"broken', '"broken'),
        ("venture.name", "[bold]x[/] {name} $z", "[bold]x[/] {name} $z"),
        ("venture.name", "\x1b]0;x\x07 שלום", "]0;x שלום"),
        ("venture.name", '"\\u001b[31m\\u202e"', "[31m\u202e"),
        ("venture.active_customers", "45", 45),
        ("venture.active_customers", "0.5", 0.5),
        ("venture.tool_budget_per_month", "80", 80),
        ("processes.take-order.rehearsed_on", "2026-11-02", datetime.date(2026, 11, 2)),
        ("review.time", "09:30:00", datetime.time(9, 30)),
        ("promises", "[]", ()),
        ("features", "[]", ()),
        ("processes.take-order.tools", '["phone"]', ("phone",)),
        ("processes.take-order.tools", "[]", ()),
        ("processes.take-order.owner", '["packing", "order-desk"]', ("packing", "order-desk")),
        ("processes.take-order.owner", "nobody-yet", "nobody-yet"),
        ("processes.take-order.steps.2.minutes", "3", 3),
        ("kpis.on-time.readings.1.value", "-1.5", -1.5),
        ("touchpoints.order-page.moment", "first contact", "first contact"),
        ("journey.not_applicable.billing", "free until March", "free until March"),
    ],
)
def test_a_value_is_toml_and_what_is_none_is_text(mvo: Run, small: Path, place: str, value: str, kept: object) -> None:
    done = mvo("set", small, place, value)

    assert done.code == ExitCode.DONE, done.err
    found = value_at(open_plan(small).plan, place)
    assert (found, type(found)) == (kept, type(kept))
    assert "\x1b" not in done.out + done.err + small.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("venture.name", "Monday Box"),
            ["-name = 'Sunday Box'   # a working title", "+name = 'Monday Box'   # a wor"],
        ),
        (("venture.active_customers", "45"), ["-active_customers = 38", "+active_customers = 45"]),
        (("venture.active_customers",), ["-active_customers = 38"]),
        (("processes.take-order.owner", "packing"), ['-owner = "order-desk"', '+owner = "packing"']),
        (("processes.take-order.tools",), ['-tools = ["order-sheet", "phone"]']),
        (("processes.take-order.steps.2.minutes", "3"), ["+minutes = 3"]),
    ],
)
def test_only_the_lines_of_the_edit_differ(mvo: Run, small: Path, words: tuple[str, ...], lines: list[str]) -> None:
    assert mvo("set", small, *words).code == ExitCode.DONE

    changed = changed_lines(small)
    assert len(changed) == len(lines)
    assert all(line.startswith(start) for line, start in zip(changed, lines, strict=True))


def test_what_was_done_is_said_in_words(mvo: Run, small: Path) -> None:
    said = f'Set owner of "Take an order". Saved: {small}\n'

    assert mvo("set", small, "processes.take-order.owner", "packing").out == said
    assert mvo("set", small, "venture.name").out == f"Blank name of the venture. Saved: {small}\n"


def test_what_is_so_already_is_not_written(mvo: Run, small: Path) -> None:
    before = small.stat()

    done = mvo("set", small, "venture.name", "Sunday Box")

    assert "so already" in done.out
    assert (small.stat().st_mtime_ns, small.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_value_may_begin_with_a_dash(mvo: Run, small: Path) -> None:
    assert mvo("set", small, "venture.name", "--", "-x-").code == ExitCode.DONE
    assert open_plan(small).plan.venture.name == "-x-"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("venture.active_customers", "forty", "takes a number"),
        ("venture.active_customers", "-5", "takes a number (0 or more"),
        ("venture.active_customers", "nan", "takes a number"),
        ("venture.active_customers", "1e999", "takes a number"),
        ("venture.active_customers", "9" * 19, "at most 18 digits"),
        ("venture.active_customers", "9" * 5000, "takes a number"),
        ("venture.name", "40", "name takes text, not 40. Nothing was changed. Put quotation marks around text"),
        ("venture.name", "[1]", "not [1]"),
        ("venture.name", "half \udcff", "VALUE is not UTF-8"),
        ("promises", '[{id = "x", target = "y"}]', "takes a list of tables"),
        ("processes.take-order.rehearsed_on", "soon", "takes a date such as"),
        ("processes.take-order.rehearsed_on", "2026-02-30", "takes a date such as"),
        ("review.time", "late", "takes a time such as"),
        ("processes.take-order.tools", "phone", "takes a list of ids"),
        ("stages.decide.touchpoints", "x", "takes a list of tables"),
        # places
        ("venture.nam", "x", 'Did you mean "venture.name"?'),
        ("ventur.name", "x", 'Did you mean "venture.name"?'),
        ("proceses.take-order.owner", "x", 'Did you mean "processes.take-order.owner"?'),
        ("processes.take-oder.owner", "x", 'Did you mean "processes.take-order.owner"?'),
        ("processes.take-order.step.1.action", "x", 'Did you mean "processes.take-order.steps.1.action"?'),
        ("processes.take-order.steps.9.action", "x", "There are: 1, 2."),
        ("touchpoints.order-pag.name", "x", 'Did you mean "touchpoints.order-page.name"?'),
        ("journey.not_applicable.biling", "x", 'Did you mean "journey.not_applicable.billing"?'),
        ("people.ana.name", "x", 'There is no "people.ana.name" in this plan.'),
        ("venture", "x", "venture is a table, not a field. In it there are: name, product"),
        ("processes.take-order", "x", "is a table, not a field"),
        ("processes.take-order.steps.1", "x", "is a table, not a field. In it there are: action, role"),
        ("processes.take-order.id", "x", "can't be set"),
        ("format", "2", "format can't be set"),
        ("", "x", 'There is no ""'),
        (".", "x", 'There is no "."'),
        ("a.b.c.d", "x", 'There is no "a.b.c.d"'),
        ("\x1b[2J.\u202e", "x", 'There is no "'),
        ("x" * 100_000, "x", 'There is no "xxx'),
    ],
)
def test_what_can_not_be_set_is_refused_in_a_sentence(mvo: Run, small: Path, place: str, value: str, said: str) -> None:
    done = mvo("set", small, place, value)

    assert done.code == ExitCode.USAGE
    assert said in done.err
    assert len(done.err) < 400
    assert done.err.count("\n") == 1
    assert not {"\x1b", "\u202e", "\x07"} & set(done.err)
    assert small.read_text("utf-8") == SMALL


def test_a_newer_plan_stays_as_it_is(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text("format = 2\n")

    done = mvo("set", path, "venture.name", "x")

    assert done.code == ExitCode.NEWER_FORMAT
    assert "newer" in done.err
    assert path.read_text() == "format = 2\n"


def test_what_can_not_be_written_leaves_the_file(mvo: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mvo_tui.storage.writing.write_atomically", full)

    done = mvo("set", small, "venture.name", "x")

    assert done.code == ExitCode.FILE
    assert "the disk is full" in done.err
    assert small.read_text("utf-8") == SMALL
