"""TOML as nobody would write it: all kinds of values, dotted and quoted keys, inline tables, odd text; nearly a plan.

Most documents are valid TOML, many are plans, some are neither; real plans are damaged here and there.
"""

from hypothesis import strategies as st

from mvo_tui.plan.fields import field_specs
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from tests.plans import SAMPLES

COLLECTIONS = (
    "promises",
    "features",
    "stages",
    "processes",
    "tools",
    "roles",
    "people",
    "kpis",
    "debts",
    "parking_lot",
)
TABLES = (*COLLECTIONS, "stages.touchpoints", "processes.steps", "kpis.readings", "review.log")
SINGLE_TABLES = ("venture", "review", "journey", "journey.not_applicable", "a", "a.b", '"x y"', "venture.more")
_MODELS = (*type_of_collection.values(), *type_of_numbered.values(), *type_of_single.values())
FIELDS = tuple(sorted({spec.name for model in _MODELS for spec in field_specs(model)} | {"id", "format"}))

ODD_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    (
        "\u202eabc",
        "e\u0301",
        "👩‍🍳",
        "\u2028",
        "\ufeff",
        "[b]x[/]",
        "\x85",
        "\u200b",
        "\r\n",
        '"""',
        "'''",
        "\\",
        "#",
        "=",
    )
)
LINE_ENDS = st.sampled_from(("\n", "\n", "\n", "\r\n"))


def _escaped(text: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return "".join(short.get(c, f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in text)


basic = ODD_TEXT.map(lambda text: f'"{_escaped(text)}"')
literal = ODD_TEXT.map(
    lambda text: "'" + "".join(c for c in text if c not in "'\n\r" and (c >= " " or c == "\t")) + "'"
)
long_basic = ODD_TEXT.map(lambda text: f'"""\n{_escaped(text)}\n \\\n   x"""')
long_literal = ODD_TEXT.map(lambda text: "'''" + text.replace("'", "").replace("\r", "") + "'''")
texts = st.one_of(basic, basic, literal, long_basic, long_literal)
links = st.sampled_from(('"a"', '"b"', '"a-2"', '"nowhere"', '"team"', '["a"]', '["a", "b", "a"]', "[]", '[""]'))
numbers = st.one_of(
    st.integers(-5, 2000).map(str),
    st.integers().map(str),
    st.sampled_from(
        ("0x10", "0o17", "0b11", "1_000", "+7", "-0", "1e6", "6.02E-3", "inf", "-inf", "nan", "0.0", "9" * 30)
    ),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)
dates = st.one_of(
    st.dates().map(str),
    st.times().map(str),
    st.datetimes().map(str),
    st.datetimes().map(lambda when: f"{when.isoformat()}Z"),
    st.sampled_from(("2026-11-23", "09:30:00", "1979-05-27T07:32:00-08:00", "2026-02-30", "24:00:00")),
)
plain = st.one_of(texts, texts, links, numbers, dates, st.sampled_from(("true", "false", '""', "[]", "{}")))
bare_keys = st.sampled_from((*FIELDS, "a", "b", "1", "-", "_x"))
keys = st.one_of(bare_keys, bare_keys, bare_keys, basic, literal)
dotted = st.lists(keys, min_size=2, max_size=3).flatmap(
    lambda parts: st.sampled_from((".", " . ")).map(lambda dot: dot.join(parts))
)


def _nested(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arrays = st.lists(values, max_size=3).flatmap(
        lambda found: st.sampled_from((", ", ",\n  ", ", # why\n", " ,")).map(
            lambda comma: f"[ {comma.join(found)}{',' if found and comma != ', ' else ''} ]"
        )
    )
    inline = st.lists(st.tuples(keys, values), max_size=3, unique_by=lambda pair: pair[0]).map(
        lambda pairs: "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"
    )
    return arrays | inline


values = st.recursive(plain, _nested, max_leaves=6)
headers = st.one_of(
    st.sampled_from(TABLES).map(lambda name: f"[[{name}]]"),
    st.sampled_from(TABLES).map(lambda name: f"[[{name}]]"),
    st.sampled_from(SINGLE_TABLES).map(lambda name: f"[ {name} ]"),
    keys.map(lambda key: f"[{key}]"),
)
comments = ODD_TEXT.map(lambda text: "# " + "".join(c for c in text if c >= " " and c != "\x7f"))
said = st.tuples(bare_keys, plain).map(lambda pair: f"{pair[0]} = {pair[1]}")
entries = st.one_of(
    said,
    said,
    st.tuples(keys, values).map(lambda pair: f"{pair[0]}={pair[1]}"),
    st.tuples(dotted, values).map(lambda pair: f"{pair[0]} = {pair[1]} # why"),
)


@st.composite
def blocks(draw: st.DrawFn) -> list[str]:
    """A header, and what is said under it, each key once: else nothing would be valid."""
    found: dict[str, str] = {}
    for entry in draw(st.lists(entries, max_size=5)):
        found.setdefault(entry.partition("=")[0].strip().partition(".")[0].strip(), entry)
    extra = draw(st.lists(comments | st.just(""), max_size=1))
    return [draw(headers), *found.values(), *extra]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document that is nearly a plan."""
    first = draw(
        st.sampled_from(("format = 1", "format = 1", "format = 1", "format = 2", "", "format = 0", "format=1.0"))
    )
    singles: set[str] = set()
    lines = [first]
    for block in draw(st.lists(blocks(), max_size=6)):
        if not block[0].startswith("[["):
            if block[0] in singles:
                continue
            singles.add(block[0])
        lines += block
    return draw(LINE_ENDS).join([*lines, *draw(st.lists(comments, max_size=1))])


PIECES = st.one_of(
    st.sampled_from(
        ('"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\\", "\r", "\n", "\0", "\x1b")
    ),
    entries,
    headers,
    values,
    ODD_TEXT,
)


@st.composite
def damaged_plans(draw: st.DrawFn) -> str:
    """A sample plan, with some pieces put in, taken out, doubled or moved."""
    text = SAMPLES[draw(st.sampled_from(sorted(SAMPLES)))].read_text("utf-8")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 60)))
        match draw(st.sampled_from(("put", "take", "double", "line"))):
            case "put":
                text = text[:at] + draw(PIECES) + text[at:]
            case "take":
                text = text[:at] + text[end:]
            case "double":
                text = text[:end] + text[at:end] + text[end:]
            case "line":
                lines = text.split("\n")
                number = draw(st.integers(0, len(lines) - 1))
                lines.insert(draw(st.integers(0, len(lines))), lines.pop(number))
                text = "\n".join(lines)
    return text
