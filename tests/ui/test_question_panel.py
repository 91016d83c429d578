"""The panel around the editors: which one fits, what stands around it, how it begins and ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import question_for
from mvo_tui.ui.widgets.asked_values import value_of
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.requests import DraftChanged
from tests.ui.host import HOSTILE, Host, paste, type_text, until
from tests.ui.test_interview_story import LAUNDRY


class Listening(Host):
    """Notes what the panel says."""

    def __init__(self) -> None:
        super().__init__(LAUNDRY, widget=QuestionPanel)
        self.answers: list[tuple[object, bool]] = []
        self.drafts: list[tuple[str, str]] = []

    def on_question_panel_answered(self, event: QuestionPanel.Answered) -> None:
        self.answers.append((event.answer, event.is_done))

    def on_draft_changed(self, event: DraftChanged) -> None:
        self.drafts.append((event.place, event.text))

    def ask(self, panel: QuestionPanel, place: str, draft: str = "") -> None:
        index = self.session.report.index
        asked = question_for(index, place)
        panel.ask(asked, choices(index, asked), value_of(index, asked), draft)


@asynccontextmanager
async def panel_at(place: str, draft: str = "") -> AsyncIterator[tuple[Pilot[None], Listening, QuestionPanel]]:
    host = Listening()
    async with host.run_test() as pilot:
        panel = host.query_one(QuestionPanel)
        host.ask(panel, place, draft)
        await pilot.pause()
        yield pilot, host, panel


@pytest.mark.parametrize(
    ("place", "editor"),
    [
        ("venture.customer", "LineEditor"),
        ("venture.active_customers", "LineEditor"),
        ("venture.stage", "ChoiceEditor"),
        ("processes.deliver.owner", "ChoiceEditor"),
        ("processes.deliver.tools", "ChoiceEditor"),
        ("processes.deliver.steps", "LinesEditor"),
        ("stages", "LinesEditor"),
        ("processes.deliver.notes", "ProseEditor"),
        ("promises.back.measure", "LineEditor"),
        ("journey.first-contact", "ChoiceEditor"),
    ],
)
async def test_each_question_has_the_editor_that_fits(place: str, editor: str) -> None:
    async with panel_at(place) as (pilot, host, _):
        await until(pilot, lambda: host.focused is not None and bool(host.focused.region))
        assert host.focused is not None
        around = [type(ancestor).__name__ for ancestor in host.focused.ancestors]
        assert editor in around


@pytest.mark.parametrize(
    ("place", "enter"),
    [("stages", "Enter on an empty line goes on."), ("journey.after-value", "Enter adds it and goes on.")],
)
async def test_a_list_says_what_enter_does(place: str, enter: str) -> None:
    async with panel_at(place) as (pilot, host, _):
        await until(pilot, lambda: enter in host.shown)


async def test_a_panel_that_is_asked_before_it_stands_there_has_the_focus() -> None:
    host = Listening()
    async with host.run_test() as pilot:
        panel = QuestionPanel()
        host.ask(panel, "venture.customer")
        await host.screen.mount(panel)
        assert type(host.focused).__name__ == "TextField"
        await type_text(pilot, "x", "enter")
        assert host.answers == [("Ten officesx", True)]


async def test_the_draft_is_told_with_each_change_and_the_answer_itself_is_none() -> None:
    async with panel_at("venture.customer") as (pilot, host, panel):
        assert panel.typed == ""
        await type_text(pilot, "!", "backspace")
        assert host.drafts == [("venture.customer", "Ten offices!"), ("venture.customer", "")]


async def test_a_draft_comes_back_and_is_not_told_again() -> None:
    async with panel_at("venture.customer", "Twelve off") as (_, host, panel):
        assert panel.typed == "Twelve off"
        assert not host.drafts


async def test_prose_is_written_in_several_lines_and_next_enters_it() -> None:
    async with panel_at("processes.deliver.notes") as (pilot, host, panel):
        await until(pilot, lambda: type(host.focused).__name__ == "ProseField")
        await paste(pilot, f"one\n{HOSTILE}")
        await until(pilot, lambda: HOSTILE in host.shown)
        panel.enter()
        await pilot.pause()
        assert host.answers == [(f"one\n{HOSTILE}", True)]


async def test_the_editors_are_the_same_from_question_to_question() -> None:
    async with panel_at("venture.customer") as (pilot, host, panel):
        before = list(panel.walk_children())
        for place in ("processes.deliver.owner", "processes.deliver.steps", "venture.customer"):
            host.ask(panel, place)
            await pilot.pause()
        assert list(panel.walk_children()) == before


async def test_a_refusal_a_result_and_markup_in_them_are_text() -> None:
    async with panel_at("venture.customer") as (pilot, host, panel):
        panel.refuse(f"No: {HOSTILE}")
        await until(pilot, lambda: f"No: {HOSTILE}" in host.shown)
        panel.tell(f"+2.1 Ready  {HOSTILE}")
        await until(pilot, lambda: f"+2.1 Ready  {HOSTILE}" in host.shown)


async def test_it_asks_for_no_focus_once_its_screen_has_gone() -> None:
    async with panel_at("venture.name") as (_, _host, panel):
        await panel.remove()
        panel.focus()


async def test_a_compact_question_has_a_line_above_it_and_else_its_ground() -> None:
    host = Host(LAUNDRY, widget=lambda: QuestionPanel(is_compact=True))
    async with host.run_test() as pilot:
        panel = host.query_one(QuestionPanel)
        await until(pilot, lambda: bool(panel.outer_size))
        width, height = panel.outer_size
        line, *rest = panel.render_lines(Region(0, 0, width, height))
        assert set(line.text) == {"-"}
        assert {strip.text.strip() for strip in rest} == {""}
