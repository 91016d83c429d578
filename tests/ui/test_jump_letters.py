"""What is typed to jump somewhere."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from mvo_tui.ui.widgets.jump_letters import LETTERS, codes, with_letters

MOST = len(LETTERS) ** 2


@given(st.integers(0, 2 * MOST))
def test_no_code_is_the_beginning_of_another(count: int) -> None:
    found = codes(count)
    assert len(found) == len(set(found)) == min(count, MOST)
    assert not {code[0] for code in found if len(code) == 2} & {code for code in found if len(code) == 1}
    assert {len(code) for code in found} <= {1, 2}


def test_the_home_row_comes_first_and_one_letter_is_enough_for_few() -> None:
    assert codes(9) == tuple("asdfghjkl")
    assert all(len(code) == 1 for code in codes(len(LETTERS)))
    assert codes(len(LETTERS) + 1)[:3] == ("a", "s", "d")


def test_letters_take_the_place_of_what_stood_there() -> None:
    painted = with_letters(Strip([Segment("one two")]), [(0, "a"), (4, "ma")], Style(bold=True))
    assert painted.text == "ane mao"
    assert painted.cell_length == 7


def test_half_of_a_wide_character_becomes_a_blank() -> None:
    painted = with_letters(Strip([Segment("日本")]), [(0, "a")], Style(bold=True))
    assert painted.text == "a 本"
