"""The editors by themselves: what they show, what they take, and what they say to the panel around them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from mvo_tui.interview.choices import Choice, Choices
from mvo_tui.ui.widgets.editors.choice_editor import ChoiceEditor
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.line_editor import LineEditor
from mvo_tui.ui.widgets.editors.lines_editor import LinesEditor
from mvo_tui.ui.widgets.editors.prose_editor import ProseEditor
from mvo_tui.ui.widgets.list_changes import Corrected, ListedItem, Moved, Removed
from tests.ui.host import HOSTILE, Host, burst, paste, type_text, until

OWNERS = Choices((Choice("desk", "Order desk", "Ana"), Choice("driver", "Driver", "Ben")), can_create=True)
DAYS = Choices(tuple(Choice(day, day) for day in ("mon", "tue", "wed")), is_many=True)
STEPS = tuple(ListedItem(text, text) for text in ("Pack the box", "Call", "Tick"))


class Listening(Host):
    """Notes what an editor says, and takes every answer as the panel and the plan would."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(widget=lambda: editor)
        self.editor = editor
        self.items: list[ListedItem] = []
        self.offers: list[Choice] = []
        self.choices = Choices()
        self.entered: list[Any] = []
        self.changes: list[object] = []
        self.created: list[str] = []
        self.done: list[bool] = []
        self.told: list[str] = []
        self.left: list[Editor.Left] = []

    def start_lines(self, items: Sequence[ListedItem], draft: str = "", offers: Sequence[Choice] = ()) -> None:
        self.items, self.offers = list(items), list(offers)
        assert isinstance(self.editor, LinesEditor)
        self.editor.start(items, draft, offers)

    def start_choice(self, value: object, choices: Choices) -> None:
        self.choices = choices
        assert isinstance(self.editor, ChoiceEditor)
        self.editor.start(value, choices=choices, noun="role")

    def on_editor_entered(self, event: Editor.Entered) -> None:
        self.entered.append((event.answer, event.is_done))
        if isinstance(self.editor, LinesEditor):
            self.items += [ListedItem(text, text) for text in event.answer]
            self.offers = [offer for offer in self.offers if offer.value not in event.answer]
        self._renew(event.answer)

    def on_editor_changed(self, event: Editor.Changed) -> None:
        self.changes.append(event.change)
        match event.change:
            case Removed(item):
                del self.items[item]
            case Corrected(item, text):
                self.items[item] = ListedItem(text, text)
            case Moved(item, by):
                self.items.insert(item + by, self.items.pop(item))
        self._renew(())

    def _renew(self, answer: object) -> None:
        if isinstance(self.editor, LinesEditor):
            self.editor.renew(self.items, self.offers)
        elif isinstance(self.editor, ChoiceEditor):
            self.editor.renew(answer, self.choices)

    def on_editor_created(self, event: Editor.Created) -> None:
        self.created.append(event.name)

    def on_editor_done(self, event: Editor.Done) -> None:
        self.done.append(event.is_blank)

    def on_editor_told(self, event: Editor.Told) -> None:
        self.told.append(event.sentence)

    def on_editor_left(self, event: Editor.Left) -> None:
        self.left.append(event)


@asynccontextmanager
async def run(editor: Editor) -> AsyncIterator[tuple[Pilot[None], Listening]]:
    host = Listening(editor)
    async with host.run_test() as pilot:
        host.screen.set_focus(editor.field)
        await pilot.pause()
        yield pilot, host


# One line


async def test_a_line_is_entered_without_blanks_around_it() -> None:
    editor = LineEditor()
    async with run(editor) as (pilot, host):
        editor.start("")
        await type_text(pilot, " 24 ", "enter")
        assert host.entered == [("24", True)]


async def test_a_draft_stands_there_instead_of_the_value() -> None:
    editor = LineEditor()
    async with run(editor) as (_, _host):
        editor.start("old", "half a new")
        assert editor.typed == "half a new"


async def test_a_suggestion_is_reached_with_down_and_left_by_typing() -> None:
    editor = LineEditor()
    async with run(editor) as (pilot, host):
        editor.start("", "", [Choice("98 %", "98 % by 18:00"), Choice("24 h", "answers within 24 h")])
        await pilot.press("down", "down", "enter")
        assert host.entered == [("24 h", True)]
        await type_text(pilot, "x", "enter")
        assert host.entered[-1] == ("x", True)


async def test_escape_leaves_suggestions_first_and_then_the_field() -> None:
    editor = LineEditor()
    async with run(editor) as (pilot, host):
        editor.start("", "", [Choice("a", "a")])
        await pilot.press("down", "escape")
        assert not host.left
        await pilot.press("escape")
        assert len(host.left) == 1


async def test_keys_that_nobody_asks_for_are_not_lost() -> None:
    editor = LineEditor()
    host = Host(widget=lambda: editor)  # takes no notice of the answer
    async with host.run_test() as pilot:
        host.screen.set_focus(editor.field)
        await type_text(pilot, "a", "enter", "b")
        await until(pilot, lambda: editor.typed == "ab")


# Several lines


async def test_each_enter_adds_a_line_and_enter_on_an_empty_one_is_done() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await type_text(pilot, "Drive", "enter", "enter")
        assert host.entered == [(("Drive",), False)]
        assert host.done == [False]
        assert "1  Pack the box" in host.shown


async def test_a_paste_of_five_lines_is_shown_before_it_is_added() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await paste(pilot, "a\nb\nc\nd\ne")
        assert not host.entered
        assert host.told[-1] == "5 lines: Enter adds them as 5 items, Esc takes them back."
        assert "+  4  a" in host.shown
        assert editor.typed == "a\nb\nc\nd\ne\n"
        await pilot.press("enter")
        assert host.entered == [(("a", "b", "c", "d", "e"), False)]


async def test_escape_takes_a_paste_back() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(())
        await paste(pilot, "a\nb")
        await pilot.press("escape")
        assert editor.typed == ""
        assert "+" not in host.shown
        assert not host.left


async def test_a_draft_of_several_lines_comes_back_as_a_paste() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines((), "a\nb\nc")
        assert editor.typed == "a\nb\nc"
        await pilot.press("enter", "enter")
        assert host.entered == [(("a", "b"), False), (("c",), False)]


async def test_up_goes_to_an_item_and_enter_corrects_it() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.press("up", "up", "enter")
        assert editor.field.value == "Call"
        await type_text(pilot, " the customer", "enter")
        assert host.changes == [Corrected(1, "Call the customer")]
        assert not host.entered
        assert editor.field.value == ""


async def test_escape_leaves_an_item_as_it_was_and_gives_back_what_was_typed_before() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await type_text(pilot, "Dri", "up", "enter")
        assert editor.field.value == "Tick"
        await type_text(pilot, "xx", "escape")
        assert editor.field.value == "Dri"
        assert not host.changes


async def test_delete_removes_the_item_that_the_cursor_stands_on() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.press("up", "up", "delete")
        assert host.changes == [Removed(1)]


async def test_an_item_corrected_to_nothing_goes() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.press("up", "enter", "ctrl+u", "enter")
        assert host.changes == [Removed(2)]


async def test_an_item_is_moved() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.press("up", "shift+up", "shift+down", "shift+down")
        assert host.changes == [Moved(2, -1), Moved(1, 1)]


async def test_backspace_and_delete_on_an_empty_line_do_nothing() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.press("backspace", "delete")
        assert not host.changes
        assert not host.entered


async def test_typing_comes_back_to_the_line_from_anywhere() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS, "", [Choice("Pay", "Pay")])
        await burst(pilot, ["up", "up", "D", "enter"])
        assert host.entered == [(("D",), False)]
        await burst(pilot, ["down", "E", "enter"])
        assert host.entered[-1] == (("E",), False)


async def test_a_suggestion_is_added_with_enter_and_the_cursor_stays_there() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines((), "", [Choice("Pay", "Pay"), Choice("Ask", "Ask"), Choice("", "None of it", "decided")])
        await pilot.press("down", "enter")
        assert host.entered == [(("Pay",), False)]
        await pilot.press("enter", "down", "enter")
        assert host.entered[1:] == [(("Ask",), False), ((), True)]


async def test_an_item_is_clicked_to_correct_it() -> None:
    editor = LinesEditor()
    async with run(editor) as (pilot, host):
        host.start_lines(STEPS)
        await pilot.pause()
        await pilot.click("NumberedLines", offset=(8, 1))
        assert editor.field.value == "Call"


async def test_a_long_item_is_wrapped() -> None:
    editor = LinesEditor()
    text = (
        "Call everybody who has ordered more than once this month and ask how the boxes were and whether they want one"
    )
    async with run(editor) as (pilot, host):
        host.start_lines([ListedItem(text, text), STEPS[0]])
        await pilot.pause()
        assert "they want one" in host.shown
        assert "2  Pack the box" in host.shown


# A choice


async def test_type_ahead_finds_by_the_start_of_any_word_and_enter_picks() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await type_text(pilot, "desk", "enter")
        assert host.entered == [("desk", True)]


async def test_keys_that_arrive_at_once_pick_what_was_typed() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await burst(pilot, [*"dri", "enter"])
        assert host.entered == [("driver", True)]


async def test_the_arrows_move_and_the_current_answer_is_marked() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice("driver", OWNERS)
        await pilot.pause()
        assert "> (x) Driver" in host.shown
        assert "  ( ) Order desk" in host.shown
        await pilot.press("up", "enter")
        assert host.entered == [("desk", True)]


async def test_what_is_not_there_can_be_made() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await type_text(pilot, "Cook")
        assert '+   New role "Cook"' in host.shown
        await pilot.press("enter")
        assert host.created == ["Cook"]


async def test_what_is_there_is_not_offered_as_new() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await type_text(pilot, "driver")
        assert "New role" not in host.shown


async def test_a_word_of_ones_own_where_the_question_allows_it() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice("ledger", Choices((Choice("crm", "crm"),), can_be_own_word=True))
        await pilot.pause()
        assert "(x) ledger" in host.shown
        await type_text(pilot, "abacus", "enter")
        assert host.entered == [("abacus", True)]


async def test_what_is_not_on_the_list_is_said() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, Choices((Choice("weekly", "weekly"),)))
        await type_text(pilot, "monthly", "enter")
        assert not host.entered
        assert 'Nothing here is called "monthly"' in host.told[-1]


async def test_space_ticks_while_nothing_is_typed_and_enter_is_done() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(("mon",), DAYS)
        await pilot.pause()
        assert "[x] mon" in host.shown
        await pilot.press("down", "space")
        assert host.entered.pop() == (("mon", "tue"), False)
        await type_text(pilot, "we", "enter")
        assert host.entered[-1] == (("mon", "tue", "wed"), False)
        assert editor.typed == ""
        await pilot.press("up", "up", "space", "enter")
        assert host.entered[-1] == (("tue", "wed"), False)
        assert host.done == [False]


async def test_enter_ticks_what_the_arrows_went_to_and_then_is_done() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice((), DAYS)
        await pilot.press("down", "enter")
        assert host.entered == [(("tue",), False)]
        await pilot.press("up", "down", "enter")
        assert host.entered[1:] == []
        assert host.done == [False]


async def test_none_is_an_answer_only_when_it_is_chosen() -> None:
    editor = ChoiceEditor()
    choices = Choices((Choice("sheet", "Sheet"),), is_many=True, can_create=True, none="It needs no tool")
    async with run(editor) as (pilot, host):
        host.start_choice(None, choices)
        editor.enter(is_next=True)  # F8 goes on without a tick
        await pilot.pause()
        assert host.done == [True]
        await pilot.press("down", "enter")
        assert host.entered == [((), True)]
        assert "[x] It needs no tool" in host.shown


async def test_enter_ticks_the_first_option_while_none_is_ticked_and_then_goes_on() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, Choices((Choice("sheet", "Sheet"),), is_many=True))
        await pilot.press("enter")
        assert host.entered == [(("sheet",), False)]


async def test_pasted_lines_are_ticked_or_made_after_a_preview() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, Choices((Choice("sheet", "Sheet"),), is_many=True, can_create=True))
        await paste(pilot, "sheet\nPhone\nVan")
        assert host.told[-1] == "3 lines: Enter adds them as 3 items, Esc takes them back."
        await pilot.press("enter")
        assert host.entered == [(("sheet", "Phone", "Van"), False)]


async def test_a_link_that_leads_nowhere_is_seen() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice("cs-lead", OWNERS)
        await pilot.pause()
        assert "(x) cs-lead" in host.shown
        assert "there is none of this name" in host.shown


async def test_a_click_picks() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await pilot.pause()
        await pilot.click("OptionLines", offset=(10, 1))
        assert host.entered == [("driver", True)]


async def test_escape_clears_the_filter_first() -> None:
    editor = ChoiceEditor()
    async with run(editor) as (pilot, host):
        host.start_choice(None, OWNERS)
        await type_text(pilot, "dr", "escape")
        assert editor.typed == ""
        assert "Order desk" in host.shown
        assert editor.undo_typing()
        assert editor.typed == "dr"
        await pilot.press("escape", "escape")
        assert len(host.left) == 1


# Prose


async def test_enter_is_a_new_line_and_tab_enters() -> None:
    editor = ProseEditor()
    async with run(editor) as (pilot, host):
        editor.start("")
        await type_text(pilot, "one", "enter")
        await type_text(pilot, "two", "tab")
        assert host.entered == [("one\ntwo", True)]


async def test_prose_is_undone_and_done_again() -> None:
    editor = ProseEditor()
    async with run(editor) as (pilot, _):
        editor.start("kept")
        assert not editor.undo_typing()
        await paste(pilot, " and more")
        assert editor.typed == "kept and more"
        assert editor.undo_typing()
        assert editor.typed == "kept"
        assert editor.redo_typing()
        assert editor.typed == "kept and more"


async def test_prose_takes_no_control_characters_and_no_megabyte() -> None:
    editor = ProseEditor()
    async with run(editor) as (pilot, host):
        editor.start("")
        await paste(pilot, "a\x1b[31mb\r\nc" + "d" * 1_000_000)
        assert editor.typed.startswith("a[31mb\ncd")
        assert len(editor.typed) <= 20_000
        assert "20,000" in host.told[-1]


# Hostile text


async def test_markup_is_text_in_every_editor() -> None:
    for editor in (LineEditor(), LinesEditor(), ChoiceEditor(), ProseEditor()):
        async with run(editor) as (pilot, host):
            if isinstance(editor, LineEditor):
                editor.start(HOSTILE, "", [Choice(HOSTILE, HOSTILE, HOSTILE)])
            elif isinstance(editor, LinesEditor):
                editor.start([ListedItem(HOSTILE, HOSTILE)], HOSTILE)
            elif isinstance(editor, ChoiceEditor):
                editor.start(HOSTILE, choices=Choices((Choice(HOSTILE, HOSTILE, HOSTILE),), can_create=True), noun="x")
                await type_text(pilot, "[/]")
            else:
                editor.start(HOSTILE)
            await pilot.pause()
            assert HOSTILE in host.shown, type(editor)
