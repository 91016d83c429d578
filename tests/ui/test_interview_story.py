"""Stories of founders in the interview, on a projector's screen and on a wide one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from mvo_tui.plan.model import EMPTY, Plan, Process, Promise, Role, Stage, Step, Touchpoint, Venture
from mvo_tui.readiness.level import Level
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.jump import JumpScreen
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from mvo_tui.ui.widgets.requests import PlaceRequested
from tests.ui.host import HOSTILE, Host, burst, paste, type_text, until

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])

LAUNDRY = Plan(
    venture=Venture(
        name="Fresh", product="A bag", customer="Ten offices", stage="mvp", value_proposition="Clean shirts"
    ),
    promises=(Promise(id="back", statement="Back in 48 h", core=True),),
    stages=(
        Stage(
            id="gets-it",
            name="Gets it back",
            function="delivery",
            touchpoints=(Touchpoint(id="door", name="Rings at the door", processes=("deliver",)),),
        ),
    ),
    processes=(
        Process(id="deliver", name="Deliver a bag", steps=(Step(action="Load the van", minutes=5),)),
        Process(id="refund", name="Refund an order"),
    ),
    roles=(Role(id="driver", name="Driver"), Role(id="desk", name="Order desk")),
)


@asynccontextmanager
async def interview(
    plan: Plan = EMPTY, place: str = "", draft: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], Host, QuestionPanel]]:
    host = Host(plan, place, draft)
    async with host.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot, host, host.screen.query_one(QuestionPanel)


def asked_place(panel: QuestionPanel) -> str:
    assert panel.asked is not None
    return panel.asked.place


@SIZES
async def test_a_founder_begins_with_an_empty_plan(size: tuple[int, int]) -> None:
    async with interview(size=size) as (pilot, host, panel):
        assert "1 of 6  Promise" in host.shown
        assert "[Promise]" in host.shown
        assert "Ready 0" in host.shown
        assert asked_place(panel) == "venture.name"
        await type_text(pilot, "Fresh on Friday", "enter")
        assert host.plan.venture.name == "Fresh on Friday"
        assert "Fresh on Friday" in host.shown
        await until(pilot, lambda: "1 answered" in host.shown)
        assert asked_place(panel) == "venture.product"
        assert "Why it matters" in host.shown
        await type_text(pilot, "A laundry bag at the door", "enter")
        assert asked_place(panel) == "venture.customer"
        assert "Ready  No longer open: The product is not named." in host.shown


@SIZES
async def test_a_list_is_written_line_by_line_and_the_score_follows_each_line(size: tuple[int, int]) -> None:
    async with interview(LAUNDRY, "processes.refund.steps", size=size) as (pilot, host, panel):
        before = host.session.report.earned
        for line in ("Read the message", "Look the order up, 2 min", "Pay it back", "Tick it off", "Call", "Say sorry"):
            await type_text(pilot, line, "enter")
        steps = host.plan.processes[1].steps
        assert [step.action for step in steps][:2] == ["Read the message", "Look the order up"]
        assert steps[1].minutes == 2
        assert asked_place(panel) == "processes.refund.steps"
        assert host.session.report.earned > before
        for number, line in enumerate(("Read the message", "Look the order up, 2 min"), start=1):
            assert f"{number}  {line}" in host.shown
        assert "6  Say sorry" in host.shown
        assert "Why it matters" in host.shown
        await pilot.press("enter")
        assert asked_place(panel) != "processes.refund.steps"
        assert "Ready" in host.shown


async def test_an_item_is_corrected_moved_and_removed_in_the_plan() -> None:
    async with interview(LAUNDRY, "processes.refund.steps") as (pilot, host, _):
        for line in ("Read", "Pay", "Tick"):
            await type_text(pilot, line, "enter")
        await pilot.press("up", "up", "enter")
        await type_text(pilot, " it back", "enter")
        await pilot.press("up", "shift+up", "escape", "up", "delete")
        assert [step.action for step in host.plan.processes[1].steps] == ["Read", "Tick"]
        assert host.labels[-1].startswith("Delete step")


async def test_a_paste_of_five_lines_becomes_five_items_after_a_preview() -> None:
    async with interview(LAUNDRY, "processes.refund.steps") as (pilot, host, _):
        await paste(pilot, "Read\nLook up\n\nPay, 3 min\nTick\nCall\n")
        assert "5 lines: Enter adds them as 5 items, Esc takes them back." in host.shown
        assert not host.plan.processes[1].steps
        await pilot.press("enter")
        assert len(host.plan.processes[1].steps) == 5
        await pilot.press("ctrl+z")
        assert not host.plan.processes[1].steps


@SIZES
async def test_a_refused_answer_is_explained_and_stays_where_it_was(size: tuple[int, int]) -> None:
    async with interview(LAUNDRY, "venture.new_customers_per_week", size=size) as (pilot, host, panel):
        await type_text(pilot, "a few", "enter")
        assert "Nothing was changed." in " ".join(host.shown.split())
        assert panel.typed == "a few"
        assert asked_place(panel) == "venture.new_customers_per_week"
        await pilot.press("ctrl+u")
        await type_text(pilot, "6", "enter")
        assert host.plan.venture.new_customers_per_week == 6


async def test_a_refused_line_of_a_list_stays_too() -> None:
    async with interview(LAUNDRY, "roles") as (pilot, host, panel):
        await type_text(pilot, "Driver", "enter")
        assert "That is in the plan already." in host.shown
        assert panel.typed == "Driver"


@SIZES
async def test_an_owner_is_chosen_by_typing_ahead(size: tuple[int, int]) -> None:
    async with interview(LAUNDRY, "processes.refund.owner", size=size) as (pilot, host, panel):
        await type_text(pilot, "dri", "enter")
        assert host.plan.processes[1].owner == "driver"
        assert asked_place(panel) != "processes.refund.owner"


async def test_a_missing_role_is_made_on_the_spot() -> None:
    async with interview(LAUNDRY, "processes.refund.owner") as (pilot, host, _):
        await type_text(pilot, "Money desk", "enter")
        assert host.plan.roles[-1].name == "Money desk"
        assert host.plan.processes[1].owner == host.plan.roles[-1].id


async def test_ticks_are_in_the_plan_at_once_and_a_new_tool_joins_them() -> None:
    async with interview(LAUNDRY, "processes.deliver.tools") as (pilot, host, panel):
        await pilot.press("space")
        assert len(host.plan.processes[0].tools or ()) == 1
        await type_text(pilot, "Tag book", "enter")
        assert len(host.plan.processes[0].tools or ()) == 2
        assert asked_place(panel) == "processes.deliver.tools"
        assert "[x] Tag book" in host.shown
        await pilot.press("enter")
        assert asked_place(panel) != "processes.deliver.tools"


async def test_no_tool_is_an_answer_of_its_own() -> None:
    async with interview(LAUNDRY, "processes.deliver.tools") as (pilot, host, panel):
        assert "F4 Does not apply" in host.shown
        await pilot.press("f4")
        assert host.plan.processes[0].tools == ()
        assert asked_place(panel) != "processes.deliver.tools"


async def test_the_stage_of_a_touchpoint_is_said_above_its_question() -> None:
    async with interview(LAUNDRY, "touchpoints.door.channel") as (_, host, __):
        assert "Gets it back" in host.shown


async def test_keys_that_arrive_at_once_answer_the_questions_in_their_order() -> None:
    async with interview() as (pilot, host, _):
        await burst(pilot, "Fresh\nA bag\nTen offices\n")
        await until(pilot, lambda: host.plan.venture.customer is not None)
        venture = host.plan.venture
        assert (venture.name, venture.product, venture.customer) == ("Fresh", "A bag", "Ten offices")


async def test_lines_that_arrive_at_once_become_items_in_their_order() -> None:
    async with interview(LAUNDRY, "processes.refund.steps") as (pilot, host, _):
        await burst(pilot, "Read\nPay\nTick\nCall\n")
        await until(pilot, lambda: len(host.plan.processes[1].steps) == 4)
        assert [step.action for step in host.plan.processes[1].steps] == ["Read", "Pay", "Tick", "Call"]


async def test_enter_with_nothing_typed_is_a_slip_and_next_is_a_wish() -> None:
    async with interview() as (pilot, host, panel):
        await pilot.press("enter")
        assert "Nothing is said yet. F6 leaves it open for now." in host.shown
        assert asked_place(panel) == "venture.name"
        await type_text(pilot, "x", "backspace", "f8")
        assert asked_place(panel) == "venture.product"
        await type_text(pilot, "A bag", "f8")
        assert host.plan.venture.product == "A bag"


async def test_escape_says_where_one_may_go_and_keeps_what_is_typed() -> None:
    async with interview() as (pilot, host, panel):
        await type_text(pilot, "Fre", "escape")
        assert "F2 opens the workbench." in host.shown
        assert panel.typed == "Fre"


async def test_what_was_skipped_is_asked_again_at_the_end() -> None:
    async with interview() as (pilot, host, panel):
        await pilot.press("f6")
        assert asked_place(panel) == "venture.product"
        assert "Left open for now" in host.shown
        await type_text(pilot, "A bag", "enter")
        await pilot.press("f7", "f7")
        assert asked_place(panel) == "venture.name"


async def test_an_answer_that_is_passed_by_is_not_said_to_be_open() -> None:
    async with interview() as (pilot, host, panel):
        await type_text(pilot, "Bread round", "enter")
        await pilot.press("f7")
        assert asked_place(panel) == "venture.name"
        await pilot.press("f6")
        assert asked_place(panel) == "venture.product"
        assert "The answer stays as it is." in host.shown
        assert "Left open" not in host.shown


async def test_back_returns_to_what_was_on_the_screen_before_after_a_skip_and_a_jump() -> None:
    async with interview(LAUNDRY, "processes.refund.trigger") as (pilot, host, panel):
        screen = host.screen
        assert isinstance(screen, InterviewScreen)
        await pilot.press("f6")
        skipped_to = asked_place(panel)
        screen.on_place_requested(PlaceRequested("venture.customer"))
        await pilot.press("f7")
        assert asked_place(panel) == skipped_to
        await pilot.press("f7")
        assert asked_place(panel) == "processes.refund.trigger"
        await pilot.press("f7")  # nothing was seen before: the one before in the order of the interview
        assert asked_place(panel) not in ("processes.refund.trigger", skipped_to)


async def test_the_count_above_a_list_goes_with_the_list() -> None:
    async with interview(LAUNDRY, "promises") as (pilot, host, _):
        assert "You have one promise so far." in host.shown
        await type_text(pilot, "Open on Sunday", "enter")
        assert "You have two promises so far." in host.shown


async def test_the_first_promise_is_the_core_one_and_that_is_said() -> None:
    async with interview(EMPTY, "promises") as (pilot, host, _):
        await type_text(pilot, "Back in 48 h", "enter")
        assert host.plan.promises[0].core
        assert "It is your core promise for now: the one that must hold." in " ".join(host.shown.split())
        await type_text(pilot, "Open on Sunday", "enter")
        assert "core promise for now" not in host.shown


@pytest.mark.parametrize(("size", "is_seen"), [((80, 24), False), ((80, 30), True)])
async def test_a_hint_stands_below_the_example_where_there_is_room(size: tuple[int, int], is_seen: bool) -> None:
    async with interview(size=size) as (_, host, __):
        assert ("A hint           A working title will do." in host.shown) is is_seen


@SIZES
async def test_back_shows_the_answer_and_it_can_be_changed(size: tuple[int, int]) -> None:
    async with interview(size=size) as (pilot, host, panel):
        await type_text(pilot, "Fresh", "enter")
        await pilot.press("f7")
        assert asked_place(panel) == "venture.name"
        assert "Fresh" in host.shown
        await type_text(pilot, " on Friday", "enter")
        assert host.plan.venture.name == "Fresh on Friday"
        await pilot.press("f7", "f7")
        assert "This is the first question." in host.shown


async def test_what_was_typed_and_not_entered_waits_at_its_question() -> None:
    async with interview() as (pilot, host, panel):
        await type_text(pilot, "Fresh", "enter")
        await type_text(pilot, "A bag wi")
        assert host.draft == ("venture.product", "A bag wi")
        await pilot.press("f7")
        assert panel.typed == ""
        await pilot.press("enter")
        assert asked_place(panel) == "venture.product"
        assert panel.typed == "A bag wi"


@SIZES
async def test_the_interview_goes_on_where_it_was_left_with_what_was_typed(size: tuple[int, int]) -> None:
    async with interview(LAUNDRY, "processes.refund.trigger", "A customer wri", size=size) as (pilot, host, panel):
        assert asked_place(panel) == "processes.refund.trigger"
        assert panel.typed == "A customer wri"
        assert "A customer wri" in host.shown
        await type_text(pilot, "tes", "enter")
        assert host.plan.processes[1].trigger == "A customer writes"
        assert host.draft[1] == ""


async def test_the_interview_begins_at_an_open_question_where_the_place_is_gone() -> None:
    async with interview(LAUNDRY, "processes.nothing.owner") as (_, __, panel):
        assert panel.asked is not None


async def test_undo_takes_back_typing_first_and_then_the_answer_at_its_question() -> None:
    async with interview() as (pilot, host, panel):
        await type_text(pilot, "Fresh", "enter")
        await type_text(pilot, "A bag", "ctrl+z", "ctrl+z")
        assert panel.typed == ""
        assert host.plan.venture.name == "Fresh"
        await pilot.press("ctrl+z")
        assert host.plan.venture.name is None
        assert asked_place(panel) == "venture.name"
        await pilot.press("ctrl+y")
        assert host.plan.venture.name == "Fresh"


@SIZES
async def test_jump_goes_to_a_step_or_an_answer(size: tuple[int, int]) -> None:
    async with interview(LAUNDRY, size=size) as (pilot, host, panel):
        await pilot.press("ctrl+o")
        assert isinstance(host.screen, JumpScreen)
        assert "Jump to a step or to an answer" in host.shown
        assert "answered" in host.shown
        await type_text(pilot, "owners", "enter")
        assert "[Owners]" in host.shown
        await pilot.press("ctrl+o")
        await type_text(pilot, "ten offices", "enter")
        assert asked_place(panel) == "venture.customer"
        assert "Ten offices" in host.shown
        await pilot.press("ctrl+o", "escape")
        assert isinstance(host.screen, InterviewScreen)


async def test_a_step_is_clicked() -> None:
    async with interview(LAUNDRY) as (pilot, host, panel):
        await pilot.click("StepLine", offset=(22, 0))
        assert panel.asked is not None
        assert panel.asked.step == 2
        assert "[Journey]" in host.shown


async def test_skip_is_clicked() -> None:
    async with interview() as (pilot, _, panel):
        await pilot.click("WaysOut", offset=(3, 0))
        assert asked_place(panel) == "venture.product"


async def test_add_another_asks_for_one_more_of_the_kind() -> None:
    async with interview(LAUNDRY, "touchpoints.door.channel") as (pilot, host, panel):
        await pilot.press("ctrl+n")
        assert asked_place(panel) == "stages.gets-it.touchpoints"
        await type_text(pilot, "Signs for it", "enter")
        assert host.plan.stages[0].touchpoints[1].name == "Signs for it"


async def test_the_workbench_is_a_key_away() -> None:
    async with interview(LAUNDRY, "processes.refund.owner") as (pilot, host, _):
        await pilot.press("f2")
        assert host.workbench_place == "processes.refund.owner"


async def test_an_answer_that_mends_a_finding_says_what_it_brought() -> None:
    async with interview(LAUNDRY, "venture.new_customers_per_week") as (pilot, host, _):
        before = host.session.report.earned
        await type_text(pilot, "6", "enter")
        brought = host.session.report.earned - before
        told = " ".join(host.shown.split())
        assert "No longer open: New customers a week are not estimated." in told
        assert brought < 0.05 or f"+{brought:.1f} Ready" in told


@SIZES
async def test_markup_in_answers_is_shown_and_never_read(size: tuple[int, int]) -> None:
    async with interview(size=size) as (pilot, host, _):
        await paste(pilot, HOSTILE)
        await pilot.press("enter")
        assert host.plan.venture.name == HOSTILE
        await pilot.press("f7")
        assert HOSTILE in host.shown
        await pilot.press("ctrl+o")
        assert "[x] [/]" in host.shown


async def test_a_role_with_markup_in_its_name_can_be_chosen() -> None:
    plan = LAUNDRY.model_copy(update={"roles": (Role(id="odd", name=HOSTILE),)})
    async with interview(plan, "processes.refund.owner") as (pilot, host, _):
        assert f"( ) {HOSTILE}" in host.shown
        await type_text(pilot, "[/]", "enter")
        assert host.plan.processes[1].owner == "odd"


async def test_when_nothing_is_open_the_level_and_the_way_on_stand_there() -> None:
    from pathlib import Path

    from mvo_tui.storage.plan_file import open_plan

    plan = open_plan(Path("sample_plans/sunday-box.mvo.toml")).plan
    async with interview(plan) as (pilot, host, panel):
        assert host.session.report.level is Level.REHEARSED
        assert "Every question has an answer." in host.shown
        assert "Level Rehearsed." in host.shown
        assert "F6" not in host.shown
        await pilot.press("f8")
        assert host.workbench_place == ""
        await pilot.press("f7")
        assert panel.asked is not None
        assert panel.display


async def test_a_small_window_asks_for_more_room_and_loses_nothing() -> None:
    async with interview() as (pilot, host, panel):
        await type_text(pilot, "Fre")
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert "make the window" in host.shown
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert panel.typed == "Fre"
        assert "Fre" in host.shown


async def test_the_readiness_panel_stands_beside_the_question_where_there_is_room() -> None:
    async with interview(LAUNDRY, size=(120, 40)) as (pilot, host, _):
        assert "Can we deliver this, sustainably?" in host.shown
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Can we deliver this" not in host.shown
