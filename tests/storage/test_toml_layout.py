"""Blocks and statements are where the parsed document says they are, in any layout."""

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.storage.parsing import Path
from mvo_tui.storage.positions import Positions
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.toml_layout import blocks, end_of, parts_of_value, start_of, statements
from tests.plans import SAMPLES, sample
from tests.storage.layouts import Hand

texts = st.builds(
    lambda seed, name: Hand(seed).write(raw_from_plan(sample(name))),
    st.integers(0, 2**32),
    st.sampled_from(tuple(SAMPLES)),
)


def value_at(raw: Any, path: Path) -> Any:
    for part in path:
        raw = raw[part]
    return raw


@settings(max_examples=50)
@given(texts)
def test_statements_cover_the_document(text: str) -> None:
    raw = tomllib.loads(text)
    found: list[Path] = []
    for block in blocks(text):
        for statement in statements(text, block):
            written = tomllib.loads(f"x = {text[statement.value : statement.value_end]}\n")["x"]
            assert written == value_at(raw, statement.path)
            found.append(statement.path)
    assert sorted(map(str, leaves(raw, ()))) == sorted(str(path) for path in expanded(raw, found))


def leaves(value: Any, path: Path) -> list[Path]:
    if isinstance(value, dict) and value:
        return [leaf for key, each in value.items() for leaf in leaves(each, (*path, key))]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [leaf for index, each in enumerate(value) for leaf in leaves(each, (*path, index))]
    return [path] if path and value != {} else []


def expanded(raw: Any, paths: list[Path]) -> list[Path]:
    return [leaf for path in paths for leaf in leaves(value_at(raw, path), path)]


@given(texts)
def test_blocks_follow_each_other(text: str) -> None:
    position = 0
    for block in blocks(text):
        assert position <= start_of(text, block) <= block.header <= block.body
        position = end_of(text, block)
        assert block.body <= position <= block.limit
    assert not [line for line in text[position:].splitlines() if line.strip() and not line.strip().startswith("#")]


@settings(max_examples=30)
@given(texts)
def test_positions_point_at_the_value(text: str) -> None:
    raw = tomllib.loads(text)
    positions = Positions(text)
    lines = text.replace("\r\n", "\n").split("\n")
    for path in leaves(raw, ()):
        value = value_at(raw, path)
        line, column = positions.line_and_column(path)
        start = lines[line - 1][column - 1]
        kinds: dict[type, str] = {str: "\"'", bool: "tf", list: "["}
        assert start in kinds.get(type(value), "+-0123456789{[in")


COMMENTED = """\
# about the file

# above venture
[venture]  # beside venture
name = "x"
# below venture

# nobody's

# above tools
[[tools]]
# above id
id = "a"

[[tools]]
"""


def test_comments_belong_to_what_they_touch() -> None:
    spans = [COMMENTED[start_of(COMMENTED, block) : end_of(COMMENTED, block)] for block in blocks(COMMENTED)]
    assert [span.split("\n")[0] for span in spans] == [
        "# about the file",
        "# above venture",
        "# above tools",
        "[[tools]]",
    ]
    assert spans[1].endswith("# below venture\n")
    assert spans[2].endswith('id = "a"\n')


def test_parts_of_a_value() -> None:
    text = '[ {a.b = 1, "c,d" = [2, 3]}, # , {\n  "x,]"  ,\n]'
    outer = list(parts_of_value(text, 0, len(text)))
    assert [(path, text[value:end]) for path, _, value, end in outer] == [
        ((0,), '{a.b = 1, "c,d" = [2, 3]}'),
        ((1,), '"x,]"'),
    ]
    inner = parts_of_value(text, outer[0][2], outer[0][3])
    assert [(path, text[value:end]) for path, _, value, end in inner] == [(("a", "b"), "1"), (("c,d",), "[2, 3]")]
