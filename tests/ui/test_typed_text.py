"""The pure parts of typing: history, wrapping, what may stand in a field; and what an answer brought, in words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.model import EMPTY
from mvo_tui.readiness.report import evaluate
from mvo_tui.ui.widgets.editors.plain_text import lines_of, one_line
from mvo_tui.ui.widgets.editors.typing_history import Typed, TypingHistory
from mvo_tui.ui.widgets.outcome import outcome
from mvo_tui.ui.widgets.word_wrap import drawn, rows_of, wrapped

TEXTS = st.text(max_size=60)


@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_undo_leads_back_through_states_that_were_there_and_redo_forward_to_the_last(texts: list[str]) -> None:
    states = [Typed("", 0), *(Typed(text, len(text)) for text in texts)]
    history = TypingHistory()
    for before, after in pairwise(states):
        history.record(before, after)
    here = states[-1]
    while (earlier := history.undone(here)) is not None:
        assert earlier in states
        here = earlier
    assert here.text == ""
    while (later := history.redone(here)) is not None:
        here = later
    assert here.text == texts[-1]


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_rows_hold_every_character_once_and_fit(text: str, width: int) -> None:
    shown = drawn(text)
    rows = rows_of(shown, width)
    assert "".join(shown[row.start : row.end] for row in rows) == shown
    assert all(row.start <= row.end for row in rows)
    # blanks at the end may hang over, and a single character may be wider than its cell says
    assert all(cell_len(shown[row.start : row.end].rstrip()) <= width for row in rows)


@given(TEXTS, st.integers(min_value=3, max_value=30), st.integers(min_value=1, max_value=4))
def test_of_a_long_text_the_first_lines_stand_with_a_mark_and_fit(text: str, width: int, most: int) -> None:
    every, first = wrapped(text, width), wrapped(text, width, most)
    assert all(cell_len(line) <= width for line in (*every, *first))
    if len(every) <= most:
        assert first == every
    else:
        assert len(first) == most
        assert first[:-1] == every[: most - 1]
        shown = first[-1].removesuffix(" …")
        assert first[-1].endswith(" …")
        assert every[most - 1].startswith(shown)


def test_wide_characters_are_wrapped_by_the_cells_that_they_take() -> None:
    assert wrapped("東京の配達 時間どおり", 10) == ["東京の配達", "時間どおり"]


@given(TEXTS)
def test_what_is_drawn_has_as_many_characters_as_what_is_typed(text: str) -> None:
    assert len(drawn(text)) == len(text)


def test_what_turns_the_direction_of_the_line_is_drawn_as_a_dot_and_joiners_stay() -> None:
    assert drawn("a\u202eb\u200dc") == "a·b\u200dc"


@given(st.text(max_size=80))
def test_a_line_has_no_line_ends_and_loses_no_word(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert "\r" not in line
    assert [word for part in lines_of(text) for word in part.split()] == line.split()


def test_an_answer_that_settles_something_says_what() -> None:
    before = evaluate(EMPTY)
    after = evaluate(apply(EMPTY, SetField("venture.value_proposition", "Dinner by six")), before)
    told = outcome(before, after)
    assert told.startswith(f"+{after.earned - before.earned:.1f} Ready")
    assert "No longer open: The value proposition" in told


def test_an_answer_that_is_taken_back_says_what_is_open_again() -> None:
    before = evaluate(apply(EMPTY, SetField("venture.value_proposition", "Dinner by six")))
    after = evaluate(EMPTY, before)
    told = outcome(before, after)
    assert told.startswith(f"{after.earned - before.earned:.1f} Ready")
    assert "The value proposition is not stated" in told


def test_nothing_is_said_where_nothing_became_of_it() -> None:
    report = evaluate(EMPTY)
    assert outcome(report, report) == ""
