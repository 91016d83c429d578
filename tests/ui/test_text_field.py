"""A line that is typed: undo, word delete, whole pastes, strange characters, keys in their order."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from mvo_tui.ui.widgets.editors.plain_text import MOST_CHARACTERS
from mvo_tui.ui.widgets.editors.text_field import TextField
from tests.ui.host import HOSTILE, Host, burst, paste, type_text


@asynccontextmanager
async def field_with(text: str = "") -> AsyncIterator[tuple[Pilot[None], TextField]]:
    host = Host(widget=lambda: TextField({}, lambda: None))
    async with host.run_test() as pilot:
        field = host.query_one(TextField)
        field.start(text)
        field.focus()
        await pilot.pause()
        yield pilot, field


async def test_undo_takes_back_a_word_at_a_time_and_redo_brings_it_again() -> None:
    async with field_with() as (pilot, field):
        await type_text(pilot, "tick the sheet")
        assert field.undo_typing()
        assert field.value == "tick the "
        assert field.undo_typing()
        assert field.value == "tick "
        assert field.redo_typing()
        assert field.value == "tick the "
        await type_text(pilot, "x")
        assert not field.redo_typing()


async def test_undo_ends_where_the_field_began() -> None:
    async with field_with("van") as (pilot, field):
        await type_text(pilot, "s")
        assert field.undo_typing()
        assert field.value == "van"
        assert not field.undo_typing()


async def test_erasing_is_one_step_of_undo() -> None:
    async with field_with("route sheet") as (pilot, field):
        await pilot.press("backspace", "backspace", "backspace")
        assert field.value == "route sh"
        assert field.undo_typing()
        assert field.value == "route sheet"


@pytest.mark.parametrize("key", ["ctrl+w", "alt+backspace", "ctrl+backspace"])
async def test_the_word_to_the_left_goes(key: str) -> None:
    async with field_with("pack the box") as (pilot, field):
        await pilot.press(key)
        assert field.value == "pack the "


async def test_several_pasted_lines_become_one_and_no_word_is_lost() -> None:
    async with field_with("start ") as (pilot, field):
        await paste(pilot, "one two\r\n  three\n\nfour\tfive\n")
        assert field.value == "start one two three four five"
        assert field.undo_typing()
        assert field.value == "start "


async def test_a_paste_in_one_line_keeps_its_blanks() -> None:
    async with field_with("ab") as (pilot, field):
        await pilot.press("left")
        await paste(pilot, " - ")
        assert field.value == "a - b"


async def test_control_characters_and_lone_surrogates_never_get_in() -> None:
    async with field_with() as (pilot, field):
        await paste(pilot, "a\x1b]52;c;aGk=\x07b\x9bc\ud800d\x00e\x7f")
        assert field.value == "a]52;c;aGk=bcde"


@pytest.mark.parametrize("text", ["שלום", "a\u200db", "\u202eabc", "日本語\u3000です", "e\u0301", "family 👨‍👩‍👧"])
async def test_text_of_any_script_stays_as_it_is_pasted_or_typed(text: str) -> None:
    async with field_with() as (pilot, field):
        await paste(pilot, text)
        assert field.value == text
        field.start("")
        await burst(pilot, text)
        assert field.value == text


async def test_a_megabyte_is_survived_and_said() -> None:
    class Listening(Host):
        def on_text_field_cut(self, event: TextField.Cut) -> None:
            self.said.append(event.sentence)

    host = Listening(widget=lambda: TextField({}, lambda: None))
    async with host.run_test() as pilot:
        host.query_one(TextField).focus()
        await pilot.pause()
        await paste(pilot, "word " * 200_000)
        await pilot.press("home", "x")
        assert len(host.query_one(TextField).value) == MOST_CHARACTERS
        assert "20,000 characters" in host.said[0]


async def test_typing_into_a_full_field_changes_nothing() -> None:
    async with field_with("x" * MOST_CHARACTERS) as (pilot, field):
        await pilot.press("y")
        assert field.value == "x" * MOST_CHARACTERS


async def test_keys_that_arrive_at_once_are_heard_in_their_order() -> None:
    async with field_with() as (pilot, field):
        await burst(pilot, ["a", "b", "backspace", "c", "home", "d", "end", "e", "ctrl+w", "f"])
        assert field.value == "f"
        await burst(pilot, ["g", "left", "h"])
        assert field.value == "fhg"


async def test_markup_is_text() -> None:
    async with field_with(HOSTILE) as (pilot, field):
        await pilot.pause()
        assert field.value == HOSTILE
        assert HOSTILE in pilot.app.shown  # type: ignore[attr-defined]


async def test_a_long_text_is_wrapped_and_the_cursor_can_go_up_and_down_in_it() -> None:
    text = "one sentence that is so long that it takes more than a single line of the screen to be read as a whole"
    async with field_with(text) as (pilot, field):
        await pilot.pause()
        assert field.size.height == 2
        await pilot.press("up", "X")
        assert "X" in field.value[: len(text) // 2]
        await pilot.press("down", "Y")
        assert field.value.index("Y") > field.value.index("X") + 60


async def test_a_click_puts_the_cursor_there() -> None:
    async with field_with("pack the box") as (pilot, field):
        await pilot.click(TextField, offset=(6, 0))  # one cell of padding
        assert field.cursor_position == 5


async def test_an_empty_field_is_marked_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with field_with() as (pilot, field):
        await pilot.pause()
        margin, cursor, *rest = field.render_lines(Region(0, 0, field.outer_size.width, 1))[0]
        assert "reverse" in str(cursor.style)
        assert {"underline" in str(segment.style) for segment in (margin, *rest)} == {True}
