"""The same question and editors below the form of the workbench."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from mvo_tui.ui.screens.workbench import WorkbenchScreen
from tests.ui.host import Host, type_text, until
from tests.ui.test_interview_story import LAUNDRY


def is_asking(host: Host) -> bool:
    assert isinstance(host.screen, WorkbenchScreen)
    return host.screen.is_asking


@asynccontextmanager
async def workbench_at(place: str) -> AsyncIterator[tuple[Pilot[None], Host]]:
    host = Host(LAUNDRY, screen=lambda host: WorkbenchScreen(host, place))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield pilot, host


async def open_field(pilot: Pilot[None], host: Host, place: str) -> None:
    screen = host.screen
    assert isinstance(screen, WorkbenchScreen)
    screen.go_to(place, is_editing=True)
    await until(pilot, lambda: screen.is_asking and type(host.focused).__name__ == "TextField")


async def test_a_field_is_answered_and_the_form_comes_back() -> None:
    async with workbench_at("processes.refund") as (pilot, host):
        await open_field(pilot, host, "processes.refund.trigger")
        await until(pilot, lambda: "Why it matters" in host.shown)
        await type_text(pilot, "A customer writes", "enter")
        assert host.plan.processes[1].trigger == "A customer writes"
        assert not is_asking(host)


async def test_steps_are_added_corrected_and_done_with_an_empty_line() -> None:
    async with workbench_at("processes.refund") as (pilot, host):
        await open_field(pilot, host, "processes.refund.steps")
        await type_text(pilot, "Read\nPay\n", "up", "enter")
        await type_text(pilot, " it back", "enter")
        assert [step.action for step in host.plan.processes[1].steps] == ["Read", "Pay it back"]
        assert is_asking(host)
        await pilot.press("enter")
        assert not is_asking(host)


async def test_what_is_said_of_a_list_counts_the_line_that_was_just_added() -> None:
    async with workbench_at("stages.gets-it") as (pilot, host):
        await open_field(pilot, host, "stages")
        await until(pilot, lambda: "You have one stage so far" in host.shown)
        await type_text(pilot, "Hears of us", "enter")
        await until(pilot, lambda: "You have two stages so far" in host.shown)


async def test_escape_leaves_the_question_and_nothing_is_changed() -> None:
    async with workbench_at("processes.refund") as (pilot, host):
        await open_field(pilot, host, "processes.refund.owner")
        await pilot.press("escape")
        assert not is_asking(host)
        assert host.plan is LAUNDRY
