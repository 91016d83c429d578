"""Fewer bytes, the same screen: what passes through the memory of the terminal shows what Textual wrote."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, ClassVar

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual import constants, events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.strip import Strip

from mvo_tui.ui.terminal.looks import PLAIN, change, look, look_of
from mvo_tui.ui.terminal.memory import TerminalMemory
from mvo_tui.ui.terminal.spans import cells_of
from mvo_tui.ui.terminal.sparing import Sparing
from tests.ui.host import until

WIDTH, HEIGHT = 108, 4  # as wide as the longest of these frames
MUTED = Style(color="#b3bac2", bgcolor="#161b21")
HEAD = Style(color="#8cc0ff", bgcolor="#161b21", bold=True)
STYLES = [
    None,
    MUTED,
    HEAD,
    Style(color="#ececea", bgcolor="#0f1317"),
    Style(color="red"),
    Style(bgcolor="#161b21"),
    Style(color="bright_white", bgcolor="bright_blue", italic=True),
    Style(bgcolor="color(130)", underline=True, color="color(12)"),
    Style(reverse=True, strike=True, color="green"),
    Style(color="default", bgcolor="default", dim=True),
]
WORDS = [
    "a",
    "Ready 89",
    "no owner",
    " ",
    "    ",
    " " * 12,
    "of 100",
    "•",
    "██░",
    "…",
    "é",
    "Größe",
    "日本",
    "👩‍🍳",
    "e\u0301",
    "\u0301x",
    "שלום",
]


def at(row: int, column: int, *segments: tuple[str, Style | None]) -> str:
    """A span, as Textual writes it."""
    texts = (Strip.render_style(style, text, ColorSystem.TRUECOLOR) if style else text for text, style in segments)
    return f"\x1b[{row};{column}H{''.join(texts)}"


class Shown:
    """A terminal's cells, as pyte has them after some outputs."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self._screen)

    def feed(self, output: str) -> None:
        self._stream.feed(output)

    @property
    def cells(self) -> list[list[Any]]:
        return [[seen(self._screen.buffer[row][column]) for column in range(WIDTH)] for row in range(HEIGHT)]

    @property
    def cursor(self) -> tuple[int, int]:
        return self._screen.cursor.y, min(self._screen.cursor.x, WIDTH - 1)


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """A cell without what can't be seen of it: the ink of a blank, onto which the next span may have put a mark."""
    if cell.data[:1] == " " and not (cell.underscore or cell.reverse or cell.strikethrough):
        return cell._replace(fg="", bold=False, italics=False)
    return cell


Segments = list[tuple[str, Style | None]]


def frame(rows: dict[int, list[tuple[int, Segments]]], cursor: str) -> str:
    """Spans beside each other, as Textual writes them: a line end after each row that is not the last of the screen."""
    output = ""
    for row, spans in sorted(rows.items()):
        column = 1
        for gap, segments in spans:
            output += at(row, column + gap, *segments)
            column += gap + sum(cell_len(text) for text, _ in segments)
        output += "\n" if row < HEIGHT else ""
    return output + cursor


styles = st.sampled_from(STYLES)
segments = st.lists(st.tuples(st.sampled_from(WORDS), styles), max_size=3)
rows = st.dictionaries(st.integers(1, HEIGHT), st.lists(st.tuples(st.integers(0, 9), segments), max_size=3), max_size=4)
cursors = st.builds(at, st.integers(1, HEIGHT), st.integers(1, WIDTH))
frames = st.builds(frame, rows, cursors)
over_each_other = st.builds(
    lambda column, one, other: at(1, 3, ("Ready", one)) + at(1, column, ("   ", other)) + at(2, 2),
    st.integers(1, 9),
    styles,
    styles,
)
others = st.sampled_from(
    [
        "\x1b[?2026h",
        "\x1b[?2026l",
        "\x07",
        "\x1b]52;c;YQ==\x07",
        "\x1b[2J",
        "\x1b[?1049h",
        "x",
        "\x1b[2;2Hlate\x1b[1K",
        "\x1b[1;1H\x1b[31mred\x1b[0m",
    ]
)


@given(
    st.lists(st.one_of(frames, frames, frames, over_each_other, others), max_size=12),
    st.sets(st.integers(1, 11)),
    st.booleans(),
    st.sampled_from([0, WIDTH]),
)
def test_same_cells_are_seen(outputs: Sequence[str], forgetful: set[int], can_erase: bool, width: int) -> None:
    """Also where looks and spans fall out of the caches; `forgetful`: before which outputs."""
    memory, told_all, told_less = TerminalMemory(can_erase=can_erase, width=width), Shown(), Shown()
    for number, output in enumerate(outputs):
        if number in forgetful:
            for cached in (look, look_of, cells_of):
                cached.cache_clear()
        told_all.feed(output)
        told_less.feed(memory.needed(output))
        assert told_less.cells == told_all.cells
        assert told_less.cursor == told_all.cursor


@given(st.lists(frames, max_size=8), st.booleans())
def test_same_cells_are_seen_of_pieces(outputs: Sequence[str], can_erase: bool) -> None:
    memory, told_all, told_less = TerminalMemory(can_erase=can_erase, width=WIDTH), Shown(), Shown()
    for output in outputs:
        output = output.replace("\n", "")  # noqa: PLW2901 - one alone in the last row would scroll
        _, *parts = re.split(r"\x1b\[(\d+);(\d+)H", output)
        drawn = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        *pieces, cursor = [(int(row) - 1, int(column) - 1, text) for row, column, text in drawn]
        told_all.feed(output)
        told_less.feed(memory.drawn(pieces, cursor[:2]))
        assert told_less.cells == told_all.cells
        assert told_less.cursor == told_all.cursor


LINE = at(1, 3, ("Ready ", HEAD), ("89", MUTED)) + at(2, 1)


def test_what_stands_there_is_not_written_again() -> None:
    memory = TerminalMemory()
    assert memory.needed(LINE)
    assert memory.needed(LINE) == ""
    assert memory.needed(at(1, 3, ("Ready ", HEAD), ("89", MUTED)) + at(3, 1)) == at(3, 1)


def test_a_cell_that_changes_is_written_alone() -> None:
    memory = TerminalMemory()
    memory.needed(LINE)
    needed = memory.needed(at(1, 3, ("Ready ", HEAD), ("84", MUTED)) + at(2, 1))
    assert needed == "\x1b[1;10H\x1b[22;38;2;179;186;194m4\x1b[2;1H"  # it last drew in bold, on the same ground


def test_many_blanks_are_erased_where_the_terminal_keeps_their_ground() -> None:
    before = at(1, 1, ("Held at 89 by: no owner", MUTED), ("x", HEAD)) + at(2, 1)
    after = at(1, 1, ("Held" + " " * 19, MUTED), ("x", HEAD)) + at(2, 1)
    for can_erase, blanks in ((True, "\x1b[18X"), (False, " " * 18)):
        memory = TerminalMemory(can_erase=can_erase)
        memory.needed(before)
        assert memory.needed(after) == f"\x1b[1;6H{blanks}\x1b[2;1H"  # it last drew on that ground


def test_blanks_with_a_line_below_them_are_written() -> None:
    memory = TerminalMemory(can_erase=True)
    memory.needed(at(1, 1, ("x" * 19, MUTED)) + at(2, 1))
    assert " " * 19 in memory.needed(at(1, 1, (" " * 19, Style(underline=True))) + at(2, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminfo")
@pytest.mark.parametrize(
    ("surroundings", "answer"),
    [
        ({"TERM": "xterm-256color"}, "True"),
        ({"TERM": "xterm-256color", "STY": "7.pts-0"}, "False"),
        ({"TERM": "screen"}, "False"),
        ({"TERM": "vt100"}, "False"),
        ({"TERM": "of-nobody"}, "False"),
        ({}, "False"),
    ],
)
def test_what_erasing_leaves_is_known_of_the_terminal(surroundings: dict[str, str], answer: str) -> None:
    """In a process of its own, since terminfo is read once."""
    asked = "from mvo_tui.ui.terminal.erasing import leaves_ground; print(leaves_ground())"
    others = {name: value for name, value in os.environ.items() if name not in ("TERM", "STY")}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=others | surroundings, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == answer


def test_what_may_stand_elsewhere_is_written_as_one() -> None:
    """Where "•" takes two cells, what follows it stands one further to the right."""
    memory = TerminalMemory()
    memory.needed(at(1, 1, ("say • tea", None)) + at(2, 1))
    assert memory.needed(at(1, 1, ("say • pea", None)) + at(2, 1)) == "\x1b[1;5H• p\x1b[2;1H"
    assert memory.needed(at(1, 1, ("bay • pea", None)) + at(2, 1)) == "\x1b[1;1Hb\x1b[2;1H"
    assert memory.needed(at(1, 1, ("bay • one", None)) + at(2, 1)) == "\x1b[1;5H• one\x1b[2;1H"
    assert memory.needed(at(1, 1, ("bay o one", None)) + at(2, 1)) == "\x1b[1;5Ho one\x1b[2;1H"


@pytest.mark.parametrize("output", ["\x1b[?1049h", "\x1b[2J", "anything"])
def test_all_is_written_after_what_it_does_not_know(output: str) -> None:
    memory = TerminalMemory()
    first = memory.needed(LINE)
    assert memory.needed(output) == f"\x1b[m{output}"  # in the terminal's own look, as Textual leaves it
    assert memory.needed(LINE) == first


def test_rows_below_each_other_are_reached_by_line_ends() -> None:
    memory = TerminalMemory(width=9)
    memory.needed(at(1, 3, ("owner", None)) + at(2, 3, ("tools", None)) + at(4, 3, ("steps", None)) + at(4, 1))
    needed = memory.needed(at(1, 3, ("roles", None)) + at(2, 3, ("loads", None)) + at(4, 3, ("gates", None)) + at(4, 1))
    assert needed == "\x1b[1;3Hroles\n\x1b[3Gload\n\n\x1b[3Ggate\x1b[4;1H"


def test_no_line_end_is_written_behind_the_last_column_where_terminals_differ() -> None:
    memory = TerminalMemory(width=7)
    memory.needed(at(1, 3, ("owner", None)) + at(2, 3, ("tools", None)) + at(4, 1))
    assert memory.needed(at(1, 3, ("gates", None)) + at(2, 3, ("roles", None)) + at(4, 1)).count("\n") == 0


def test_the_cursor_is_left_where_it_is_by_what_is_followed_by_more() -> None:
    memory = TerminalMemory()
    assert memory.drawn([(0, 2, "Ready")]) == "\x1b[1;3HReady"
    assert memory.drawn([(0, 2, "Ready")], (1, 0)) == "\x1b[2;1H"
    assert memory.drawn([(0, 2, "Ready")], (1, 0)) == ""


def test_pieces_that_hold_something_unknown_are_written_whole() -> None:
    memory = TerminalMemory()
    memory.drawn([(0, 2, "Ready")])
    assert memory.drawn([(0, 2, "Ready"), (1, 2, "\x1b[5nx")]) == "\x1b[1;3HReady\x1b[2;3H\x1b[5nx"


@pytest.mark.parametrize("output", ["\x1b[?2026h", "\x07", "\x1b]52;c;YQ==\x07", "\x1b]22;text\x1b\\"])
def test_what_changes_no_cell_is_passed_on(output: str) -> None:
    memory = TerminalMemory()
    memory.needed(LINE)
    assert memory.needed(output) == output
    assert memory.needed(LINE) == ""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("1;31;40", "1;31;40", ""),
        ("31;40", "32;40", "\x1b[32m"),
        ("31;40", "1;31;40", "\x1b[1m"),
        ("1;31;40", "31;40", "\x1b[22m"),
        ("1;2;31", "2;31", "\x1b[22;2m"),
        ("4;31;40", "7;31;40", "\x1b[24;7m"),
        ("51;31;40", "31;40", "\x1b[0;31;40m"),
        ("1;31;40", "40", "\x1b[0;40m"),
        ("31", "39", "\x1b[m"),
        ("38;5;3;48;2;1;2;3", "38;5;4;48;2;1;2;3", "\x1b[38;5;4m"),
    ],
)
def test_a_change_of_look_says_what_differs(old: str, new: str, codes: str) -> None:
    one, other = look_of(old), look_of(new)
    assert one is not None
    assert other is not None
    assert change(one, other) == codes


@pytest.mark.parametrize("codes", ["58;5;1", "38;2;1;2", "38", "0", "31;;1", "4:3"])
def test_codes_that_it_does_not_know_are_no_look(codes: str) -> None:
    assert look_of(codes) is None


def test_blanks_have_no_ink_but_lines_are_seen_on_them() -> None:
    plain, lined = look_of("1;31;40"), look_of("4;31;40")
    assert plain is not None
    assert lined is not None
    assert plain.on_blank is look_of("40")
    assert lined.on_blank is lined
    assert PLAIN.on_blank is PLAIN


def test_a_look_that_was_forgotten_and_made_again_changes_nothing() -> None:
    one = look_of("1;31;40")
    look.cache_clear()
    look_of.cache_clear()
    other = look_of("1;31;40")
    assert one is not None
    assert other is not None
    assert one is not other
    assert change(one, other) == ""


class Terminal(HeadlessDriver):
    """Keeps what it is to write."""

    written: ClassVar[list[str]] = []

    def write(self, data: str) -> None:
        self.written.append(data)


async def test_the_driver_writes_what_is_needed_until_the_size_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(App, "get_driver_class", lambda _app: Terminal)
    monkeypatch.setattr(Terminal, "written", [])
    app = Sparing()
    driver = app.driver_class(app)
    driver.write(LINE)  # at a start
    app.begin_to_spare()
    for _ in range(2):
        driver.write(LINE)
    app.on_resize(events.Resize(Size(80, 24), Size(80, 24)))
    driver.write(LINE)
    at_start, at_first, at_resize = Terminal.written
    assert at_start == LINE
    assert all("Ready" in written and "89" in written for written in (at_first, at_resize))


async def test_it_begins_by_itself_once_the_first_look_stands() -> None:
    app = Sparing()
    async with app.run_test() as pilot:
        await until(pilot, lambda: app._terminal_memory is not None)


def test_a_driver_that_somebody_chose_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    assert Sparing().driver_class is HeadlessDriver
