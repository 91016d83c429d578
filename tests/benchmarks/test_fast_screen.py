"""The quick screen of the benchmarks shows what the thorough one (pyte) shows."""

from benchmarks.fast_screen import FastScreen
from tests.end_to_end.screen import Screen

# Pieces of what Textual writes: modes, colours, movements, a title, erasing, cut sequences.
PIECES = (
    b"before\r\n\x1b[?1049h\x1b[?25l\x1b[?2026$p\x1b[>25u\x1b[2J",
    b"\x1b[1;1H\x1b[38;2;1;2;3;48;5;9mReady 41\x1b[0m\x1b[2;3H\xe2\x94\x80\xe2\x94",
    b"\x82\x1b]0;title\x07\x1b[3;1Hone\r\ntwo\x1b[2A\x1b[4Cx\x1b[1D",
    b"\x1b[",
    b"1;7H42\x1b[5;1Hto the end\x1b[5;4H\x1b[K\x1b[6;1Habc\x1b[1K\x1b[<u\x1b[7;1Hdefghi\x1b[7;2H\x1b[3X",
)


def test_both_screens_show_the_same() -> None:
    quick, thorough = FastScreen(30, 8), Screen(30, 8)
    for piece in PIECES:
        quick.feed(piece)
        thorough.feed(piece)
    assert [row.rstrip() for row in quick.rows] == thorough.lines
    assert quick.rows[0].startswith("Ready 42")


def test_a_changed_digit_is_seen_in_its_place() -> None:
    screen = FastScreen(30, 2)
    screen.feed(b"\x1b[1;1HReady 41 of 100")
    screen.feed(b"\x1b[1;8H2")
    assert screen.rows[0].rstrip() == "Ready 42 of 100"
