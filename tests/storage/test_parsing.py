"""The quick reader and tomllib agree on what is valid and on what it says, and every refusal is a sentence."""

import math
import random
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.storage.parsing import parse
from mvo_tui.storage.problems import TomlError
from mvo_tui.storage.raw_changes import raw_from_plan
from tests.plans import sample
from tests.storage.layouts import Hand

VALID = (
    "",
    "# only a comment",
    'a = "x"\r\nb = """one\r\ntwo"""\r\n',
    'a = """\\\r\n   x"""',
    "a = '''\r\nx\r\n'''",
    'a = """"quoted""""',
    "a = 9223372036854775807\nb = -9223372036854775808",
    "a = 0xDEAD_beef\nb = 0o17\nc = 0b1\nd = 1_000\ne = +3",
    "a = 1e5\nb = -0.0\nc = inf\nd = nan\ne = 6.6_6e-3_4",
    "a = 1e400",
    "a = 2026-11-02\nb = 09:30:00.123456789\nc = 2026-11-02T09:30:00Z\nd = 2026-11-02 09:30:00+01:00",
    'a = "by Sunday 18:00"\nb = ["at 9, 18:00", "{x", "}"]  # = 18:00',
    "a.b.c = 1\na.b.d = 2\n[a.e]\nf = 1",
    '"a b".c = 1\n\'x\'.y = 2\n"\\u00e9" = 3',
    "[[a]]\n[a.b]\n[[a]]\n[a.b]\nc = 1",
    "[a.b]\nc = 1\n[a]\nd = 2",
    "a = { b = 1, c = { d = 2 } }\ne = [\n  { f = 1 },  # one\n  { f = 2 },\n]",
    "a = { b = [\n1,\n2\n] }",
    'a = { b = """\nx""" }',
    "a = [ [1], ['x'], [[]], ]",
    'a = "é \\U0001F600"\n',
    "  [ a . b ]  # c\n\t x\t=\t1",
)
INVALID = (
    "a = 09:30",
    "a = 2026-11-02T09:30",
    "a = [1, 09:30]",
    "a = [ # c\n09:30 ]",
    'a = "\\e"',
    'a = "\\x41"',
    "a = {\n b = 1 }",
    "a = { b = 1,\n c = 2 }",
    "a = { b = 1, }",
    "a = { b = 1, # } \n c = 2 }",
    "a = { b = 1\n}",
    'a = { b = "}",\n c = 1 }',
    'x = { a = """b"}""" ,\n c = 1 }',
    "a = [{ b = 1, }]",
    "a = 1\na = 2",
    "a = 1\n[a]",
    "[a]\n[a]",
    "[[a]]\n[a]",
    "a = { b = 1 }\na.c = 2",
    "a = 1 b = 2",
    "a = 012",
    "a = 0000-01-01",
    "a = 2026-02-30",
    "a = 23:59:60",
    "a = yes",
    "a =",
    "a",
    "= 1",
    "a = 'x",
    'a = "x',
    'a = """x',
    "a = [1",
    "[a",
    "a = 1__0",
    "a = .5",
    "a = 1.",
    'a = "\x00"',
    'a = "\x1b"',
    "a = 1\rb = 2",
    "a = 1\r\r\nb = 2",
    "\ufeffa = 1",
    'a = "\\ud800"',
    "é = 1",
)
TOO_MUCH = {
    "a dotted key of 20,000 parts": ".".join(["a"] * 20_000) + " = 1",
    "the same after a number that only tomllib takes": "x = 99999999999999999999\n" + "a." * 20_000 + "a = 1",
    "the same after a time without seconds": "x = 09:30\n" + "a." * 20_000 + "a = 1",
    "a header of 20,000 parts": "[" + ".".join(["a"] * 20_000) + "]",
    "open brackets": "a = " + "[" * 100_000,
    "nested lists": "a = " + "[" * 1_000 + "]" * 1_000,
    "nested tables": "a = " + "{a=" * 20_000,
    "a number of 5,000 digits": "a = " + "9" * 5_000,
    "a hexadecimal number of 5,000 digits": "a = 0x" + "f" * 5_000,
    "a number of 70 bits": "a = 99999999999999999999999",
}


def comparable(value: Any) -> Any:
    """Types count, and not-a-number equals itself."""
    if isinstance(value, dict):
        return {key: comparable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [comparable(each) for each in value]
    return (type(value), "nan" if isinstance(value, float) and math.isnan(value) else value)


def assert_same_verdict(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except ValueError:
        with pytest.raises(TomlError):
            parse(text)
    else:
        assert comparable(parse(text)) == comparable(expected)


@pytest.mark.parametrize("text", VALID)
def test_valid_text_says_what_tomllib_says(text: str) -> None:
    assert comparable(parse(text)) == comparable(tomllib.loads(text))


@pytest.mark.parametrize("text", INVALID)
def test_what_tomllib_refuses_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # this checks the corpus: tomllib refuses it
        tomllib.loads(text)
    with pytest.raises(TomlError) as refusal:
        parse(text)
    problem = refusal.value.problem
    lines = text.split("\n")
    assert 1 <= problem.line <= len(lines)
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    assert problem.what[0].islower()
    assert problem.what.isprintable()


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_bombs_are_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def tomllib_takes_seconds(source: str) -> dict[str, Any]:
        assert "." * 20 not in source.replace("a", "")
        return loads(source)

    loads = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", tomllib_takes_seconds)
    with pytest.raises(TomlError):
        parse(text)


def test_plain_files_do_not_take_the_slow_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow_way(_: str) -> dict[str, Any]:
        raise AssertionError

    monkeypatch.setattr(tomllib, "loads", slow_way)
    parse('a = "by 18:00"\r\nb = { c = "x", d = [1, 2] }\r\ne = [\r\n  "f",\r\n]\r\ng = 09:30:00\r\n')


PIECES = (
    *('"', "'", '"""', "'''", "{", "}", "[", "]", "[[", "]]", ",", "=", ".", "\n", "\r\n", "\r", "#", "\\", " ", "\t"),
    *(
        "\\e",
        "\\x41",
        "\\u00e9",
        "\\ud800",
        "a",
        "b",
        "1",
        "0x1F",
        "1_0",
        "1__0",
        "+1",
        "00",
        "1.5",
        "1.",
        "1e5",
        "nan",
    ),
    *(
        "true",
        "2026-01-01",
        "2026-01-01T09:30",
        "2026-01-01 09:30:00",
        "09:30",
        "09:30:00",
        "09:30:00.1234567",
        "24:00:00",
    ),
    *(
        "é",
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
        "\ufeff",
        "a.b",
        '"a".b',
        "x = ",
        "x = [",
        "x = {",
        "a = 1\n",
        "[a]\n",
        "[[a]]\n",
    ),
    *("[a.b]\n", "[[a.b]]\n", "# c\n", "b.c = 2\n"),
)
pieces = st.sampled_from(PIECES)


@settings(max_examples=600)
@given(st.lists(pieces, max_size=14).map("".join))
def test_any_text_gets_the_verdict_of_tomllib(text: str) -> None:
    assert_same_verdict(text)


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.integers(0), st.integers(0, 10), pieces)
def test_damaged_plans_get_the_verdict_of_tomllib(seed: int, at: int, length: int, piece: str) -> None:
    text = Hand(seed).write(raw_from_plan(sample("blank-but-started")))
    start = random.Random(at).randrange(len(text))
    assert_same_verdict(text[:start] + piece + text[start + length :])
