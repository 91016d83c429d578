"""The first line of a screen: what gives way, and in which order, where there is no room for all."""

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.session.session import Session
from mvo_tui.storage.samples import read_sample
from mvo_tui.ui.widgets.title_line import Title, laid_out, numbers

HELD = Session.start(read_sample("repair-shop")).report
TITLE = Title(
    "Spoke & Volt",
    "3 of 6  Processes",
    f"{numbers(HELD)}   Saved 04:47",
    f"{numbers(HELD, is_brief=True)}   Saved 04:47",
)


def test_where_there_is_room_all_is_said() -> None:
    assert "".join(laid_out(TITLE, 100)).split("  ")[0] == " Spoke & Volt"
    assert "(held, earned 98)" in "".join(laid_out(TITLE, 100))


def test_at_80_columns_the_step_is_read_and_the_score_is_said_briefly() -> None:
    line = "".join(laid_out(TITLE, 80))
    assert "3 of 6  Processes" in line
    assert "(held)" in line
    assert line.endswith("Saved 04:47 ")


def test_a_long_name_gives_way_to_the_step() -> None:
    line = "".join(laid_out(TITLE._replace(name="The Lantern Street Bicycle Works of Utrecht"), 80))
    assert "The Lan" in line
    assert "…" in line
    assert "3 of 6  Processes" in line


@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=40), st.integers(20, 120))
def test_it_never_wraps(name: str, where: str, facts: str, width: int) -> None:
    from rich.cells import cell_len

    parts = laid_out(Title(name, where, facts, facts[:10]), width)
    assert cell_len("".join(parts)) <= max(width, cell_len(parts[-1]))
