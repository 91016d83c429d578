"""The cells of a table in a text, however it is written."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.table_text import MOST_COLUMNS, MOST_ROWS, Written, grid_of


def test_what_a_spreadsheet_copies() -> None:
    grid = grid_of('Name\tOwner\nBake\tBaker\n"Two\nlines"\t"say ""hi"""\n\t\n')
    assert grid is not None
    assert grid.written is Written.TABS
    assert grid.head == ("Name", "Owner")
    assert grid.rows == (("Bake", "Baker"), ("Two\nlines", 'say "hi"'))


@pytest.mark.parametrize(
    "text",
    [
        "| Name | Owner |\n|------|:-----:|\n| Bake | A \\| B |",
        "Name | Owner\n--- | ---\nBake | A \\| B",
        "| Name | Owner |\r\n| Bake | A \\| B |\r\n",
    ],
)
def test_a_table_in_markdown(text: str) -> None:
    grid = grid_of(text)
    assert grid is not None
    assert grid.written is Written.MARKDOWN
    assert (grid.head, grid.rows) == (("Name", "Owner"), (("Bake", "A | B"),))


def test_commas_and_semicolons_where_every_line_has_as_many() -> None:
    for text in ('name,owner\n"Bake, and cool",Baker\n', "name;owner\nBake, and cool;Baker"):
        grid = grid_of(text)
        assert grid is not None
        assert grid.written is Written.COMMAS
        assert grid.rows == (("Bake, and cool", "Baker"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "one\ttab",
        "Pack it, slowly\nSend it, now, or later",
        "a\nb\nc",
        "a | b",
        "| only a head |\n|---|",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert grid_of(text) is None


def test_rows_are_as_wide_as_the_head_and_what_is_left_out_is_counted() -> None:
    grid = grid_of("A\tB\n1\n1\t2\t3\n")
    assert grid is not None
    assert grid.rows == (("1", ""), ("1", "2"))
    assert grid.columns_left_out == 1
    long = grid_of("A\tB\n" + "x\ty\n" * (MOST_ROWS + 5))
    assert long is not None
    assert (len(long.rows), long.rows_left_out) == (MOST_ROWS, 5)
    wide = grid_of("\t".join("x" * (MOST_COLUMNS + 9)) + "\n" + "\t".join("y" * 3))
    assert wide is not None
    assert (len(wide.head), wide.columns_left_out) == (MOST_COLUMNS, 9)


def test_a_first_line_that_is_no_head_is_a_row() -> None:
    grid = grid_of("a\tb\nc\td")
    assert grid is not None
    assert grid.without_head().rows == (("a", "b"), ("c", "d"))


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12).map(str.strip)
ROWS = st.lists(st.lists(CELLS.filter(bool), min_size=2, max_size=5), min_size=2, max_size=6)


@given(rows=ROWS, mark=st.sampled_from("\t;,"))
def test_what_is_written_as_a_table_is_read_as_the_same_cells(rows: list[list[str]], mark: str) -> None:
    width = min(map(len, rows))
    rows = [row[:width] for row in rows]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    grid = grid_of(out.getvalue())
    if grid is None or grid.written is Written.MARKDOWN or (mark == "," and ";" in out.getvalue()):
        return  # the cells themselves look like a table of another kind
    if "\t" in out.getvalue() and mark != "\t":
        return
    assert (grid.head, grid.rows) == (tuple(rows[0]), tuple(map(tuple, rows[1:])))


@given(text=st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    grid = grid_of(text)
    if grid is not None:
        assert all(len(row) == len(grid.head) for row in grid.rows)


@given(text=st.text(alphabet='|-: \t\n,;"\\aé[/]'))
def test_texts_that_are_nearly_tables_are_read_without_a_fault(text: str) -> None:
    grid = grid_of(text)
    if grid is not None:
        assert all(len(row) == len(grid.head) for row in grid.rows)
