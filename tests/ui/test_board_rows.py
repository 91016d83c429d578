"""Rows of the board: texts are cut to their column, and what is painted again is all that differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from mvo_tui.blueprint.layout import LABELS
from mvo_tui.ui.widgets.blueprint_board import BlueprintBoard, column_numbers
from mvo_tui.ui.widgets.board_rows import Ink, Piece, Row, cut, painted

INK = Ink(
    Style(color="white", bgcolor="black"),
    {name.removeprefix("line--"): Style(bold=True) for name in BlueprintBoard.COMPONENT_CLASSES},
)
WIDTHS = (15, 14, 20)
WIDTH = LABELS + sum(WIDTHS)
TEXTS = st.text(alphabet="ab 漢é\u202e\t…-", max_size=60)
SPANS = st.lists(st.tuples(TEXTS, st.sampled_from(["", "muted", "bad"])), max_size=3).map(tuple)


def said(line: tuple[tuple[str, str], ...]) -> str:
    return "".join(text for text, _style in line)


@given(SPANS, st.integers(2, 30), st.integers(1, 4))
def test_a_text_fits_its_cell(spans: tuple[tuple[str, str], ...], width: int, lines: int) -> None:
    found = cut(spans, width, lines)
    assert len(found) == lines
    assert all(cell_len(said(line).rstrip()) <= width for line in found)


def test_what_is_cut_says_so_and_keeps_its_styles() -> None:
    spans = (("98 % ", ""), ("(no reading) ", "bad"), ("Boxes on time", ""))
    assert [said(line) for line in cut(spans, 12, 2)] == ["98 % (no ", "reading) Bo…"]
    assert cut(spans, 40, 2) == (spans, ())
    assert cut(spans, 12, 2)[1][0] == ("reading) ", "bad")


@st.composite
def rows(draw: st.DrawFn) -> Row:
    pieces = [
        Piece(cut(draw(SPANS), width - 2, 1)[0], width, draw(st.sampled_from(["", "", "cursor"]))) for width in WIDTHS
    ]
    return Row(draw(st.sampled_from(["", "owner"])), tuple(pieces), draw(st.sampled_from(["", "│"])), kind="")


@given(rows(), rows())
def test_painting_the_regions_that_differ_gives_the_new_row(before: Row, after: Row) -> None:
    shown, wanted = painted(before, WIDTH, INK), painted(after, WIDTH, INK)
    for x, cells in after.regions(before):
        end = min(x + cells, WIDTH)
        shown = Strip.join([shown.crop(0, x), wanted.crop(x, end), shown.crop(end)])
    assert shown.simplify() == wanted.simplify()


@pytest.mark.parametrize(
    ("shown", "columns", "told"),
    [
        (range(7), 7, ""),
        (range(2, 6), 12, "3-6 of 12"),
        (range(9, 16), 99, "10-16/99"),
        (range(96, 103), 143, "97-103/143"),
        (range(999, 1006), 1433, "1000-1006"),
    ],
)
def test_the_numbers_of_the_columns_in_sight_fit_beside_them(shown: range, columns: int, told: str) -> None:
    assert column_numbers(shown, columns) == told
    assert len(told) < LABELS
