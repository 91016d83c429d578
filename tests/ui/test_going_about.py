"""Stories of going about quickly: by letters, by words, and back and forth through the places visited."""

import re
from pathlib import Path

import pytest

from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.plan_view import PlanView
from mvo_tui.ui.widgets.match_lines import MatchLines
from tests.ui.founder import Founder, founder_at
from tests.ui.test_workbench import BAKERY


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


def letter_before(founder: Founder, text: str) -> str:
    """What is painted at the start of the line, or of the pane's part of it, that says `text`."""
    found = re.search(rf"(?m)(?:^|  )([a-z]{{1,2}})\W*(?:\w+: )?{re.escape(text)}", founder.screen)
    assert found, founder.screen
    return found[1]


async def test_a_letter_leads_to_a_line_in_sight(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        before = founder.screen
        await founder.press("ctrl+o")
        assert founder.sees("Type the letter of where to go.")
        await founder.press(letter_before(founder, "Bake the loaves"))
        assert founder.sees("Process: Bake the loaves")
        assert founder.workbench.outline.place == "processes.bake"
        await founder.press("apostrophe", "escape")
        assert founder.sees("Process: Bake the loaves")
        await founder.press("H")
        assert founder.screen.splitlines()[1:-3] == before.splitlines()[1:-3]


async def test_a_letter_in_the_form_leads_to_its_field(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride")
        await founder.press("apostrophe")
        await founder.type(letter_before(founder, "Starts when"))
        assert founder.app.focused is founder.workbench.form
        assert founder.workbench.target == "processes.ride.trigger"


async def test_a_letter_in_the_panel_chooses_the_finding(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("apostrophe")
        await founder.type(letter_before(founder, "Bake the loaves has no owner"))
        await founder.wait_for(lambda: founder.workbench.is_asking, "the question")
        asked = founder.workbench._editor().asked
        assert asked is not None
        assert asked.place == "processes.bake.owner"


async def test_of_two_letters_the_first_rules_out_the_others(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("ctrl+o")
        jump = founder.workbench._jump
        assert jump is not None
        aim = next(aim for aim in jump.aims if len(aim.code) == 2)
        await founder.press(aim.code[0])
        assert founder.sees(f"{aim.code[0]} and the letter of where to go")
        await founder.press(aim.code[1])
        assert founder.workbench._jump is None


async def test_a_letter_that_leads_nowhere_does_nothing_at_all(bakery: Path) -> None:
    async with founder_at(bakery, size=(60, 18)) as founder:
        plan = founder.plan
        await founder.press("ctrl+o", "M", "apostrophe", "9", "ctrl+o", "space")
        assert founder.plan is plan
        assert founder.workbench._jump is None


async def test_any_other_key_leaves_the_letters_and_does_what_it_always_does(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        finding = founder.keeper.session.report.findings[0]
        await founder.press("ctrl+o", "f8")
        assert founder.sees(finding.title[:40])
        assert founder.workbench._jump is None


async def test_jumping_out_of_a_field_keeps_what_was_typed(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride.trigger")
        await founder.press("enter")
        await founder.type("The van")
        await founder.press("ctrl+o")
        await founder.type(letter_before(founder, "Finds the bag"))
        assert founder.sees("Touchpoint: Finds the bag")
        await founder.press("H", "enter")
        assert founder.sees("The van")
        assert founder.plan.processes[0].trigger is None


async def test_a_click_leaves_the_letters(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("ctrl+o")
        await founder.pilot.click(founder.workbench.outline, offset=(5, 3))
        assert founder.workbench._jump is None


async def test_back_and_forth_through_the_places_visited(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("H")
        assert founder.sees("There is no place before this one.")
        await founder.press("3", "5", "H")
        assert founder.workbench.outline.place == "processes"
        await founder.press("H")
        assert founder.workbench.outline.place == "venture"
        await founder.press("L", "L")
        assert founder.workbench.outline.place == "roles"
        await founder.press("L")
        assert founder.sees("There is no place after this one.")


async def test_a_place_that_is_gone_is_left_out_on_the_way_back(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("3", "down", "4")
        founder.workbench.go_to("processes.ride")
        founder.workbench.outline.focus()
        await founder.press("d", "5", "H", "H")
        assert founder.plan.processes[0].id == "bake"
        assert founder.workbench.outline.place != "processes.ride"


async def test_the_way_back_leads_out_of_the_interview(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride")
        founder.workbench.outline.focus()
        await founder.press("i")
        await founder.wait_for(lambda: founder.sees("F7 Back"), "the interview")
        await founder.press("f7", "f7", "f2")
        await founder.wait_for(lambda: founder.sees("^N Add"), "the workbench")
        await founder.wait_for(lambda: founder.app.focused is not None, "the focus")
        await founder.press("H")
        assert founder.sees("Process: Ride the round")


async def find(founder: Founder, text: str) -> None:
    await founder.press("ctrl+f")
    await founder.wait_for(lambda: founder.sees("Find in the whole plan"), "the search")
    await founder.type(text)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_words_are_found_anywhere_and_lead_to_their_field(bakery: Path, size: tuple[int, int]) -> None:
    async with founder_at(bakery, size=size) as founder:
        await find(founder, "LOAVES knead")
        assert founder.sees("1 match", 'Process "Bake the', "Process: Bake the loaves")
        await founder.press("enter")
        assert founder.workbench.target == "processes.bake.steps.1.action"
        assert founder.sees("Bake the loaves, step 1")
        await founder.press("enter")
        assert founder.workbench.is_asking
        await founder.press("escape", "H")
        assert founder.workbench.outline.place == "venture"


async def test_the_palette_opens_the_search_and_the_letters(bakery: Path) -> None:
    bakery.write_text(BAKERY.replace("Finds the bag", "Sees the bag"), encoding="utf-8")
    async with founder_at(bakery) as founder:
        await founder.press("ctrl+p")
        await founder.type("Find")
        await founder.wait_for(lambda: founder.sees("Find words in all texts"), "the action")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("Find in the whole plan"), "the search")
        await founder.press("escape", "ctrl+p")
        await founder.type("Jump")
        await founder.wait_for(lambda: founder.sees("Show a letter for all"), "the action")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("Type the letter of where to go."), "the letters")


async def test_esc_leaves_the_search_where_one_was(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride.owner")
        before = founder.screen
        await find(founder, "crumbs")
        await founder.press("escape")
        await founder.wait_for(lambda: not founder.sees("Find in the whole plan"), "the workbench")
        assert founder.screen == before
        assert founder.workbench.target == "processes.ride.owner"


async def test_one_goes_on_to_the_next_match_and_back(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("f3")
        assert founder.sees("Nothing was looked for yet.")
        await find(founder, "the")
        await founder.press("enter")
        first = founder.workbench.target
        assert founder.sees("1 of ")
        await founder.press("f3")
        assert founder.sees("2 of ")
        assert founder.workbench.target != first
        await founder.press("N", "N")
        assert not founder.sees("1 of ")  # round to the last
        await founder.press("f3")
        assert founder.workbench.target == first


async def test_what_was_looked_for_may_be_gone(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await find(founder, "crumbs")
        await founder.press("enter", "d", "f3")
        assert founder.sees('Nothing in this plan says "crumbs" any more.')


async def test_a_match_is_clicked(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await find(founder, "bread")
        lines = founder.app.screen.query_one(MatchLines)
        await founder.pilot.click(lines, offset=(4, 1))
        await founder.wait_for(lambda: not founder.sees("Find in the whole plan"), "the workbench")
        assert founder.sees("2 of 2")


async def test_a_search_that_finds_nothing_says_so_and_enter_does_nothing(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await find(founder, "[x] $z")
        assert founder.sees('Nothing in this plan says "[x] $z".')
        await founder.press("enter")
        assert founder.sees("Find in the whole plan")


async def test_f3_enters_an_open_field_before_it_goes_anywhere(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await find(founder, "round")
        await founder.press("enter", "enter")
        await founder.type("!")
        await founder.press("f3")
        assert founder.plan.processes[0].name == "Ride the round!"


async def test_what_one_looks_at_is_copied_as_markdown(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.bake")
        founder.workbench.outline.focus()
        await founder.press("y")
        assert founder.app.clipboard == "## Process: Bake the loaves\n\n### Steps\n\n1. Knead\n2. Bake\n"
        assert founder.sees("Copied as Markdown, 6 lines: Process: Bake the loaves")


async def test_the_last_answer_is_given_again_for_the_next_item(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride.owner")
        await founder.press("semicolon")
        assert founder.sees("Nothing was changed yet that could be done again.")
        await founder.press("enter")
        await founder.type("rid")
        await founder.press("enter")
        founder.workbench.go_to("processes.bake")
        await founder.press("semicolon")
        assert founder.plan.processes[1].owner == "rider"
        assert founder.sees('Set owner of "Bake the loaves".'), founder.screen
        await founder.press("ctrl+z")
        assert founder.plan.processes[1].owner is None
        founder.workbench.go_to("roles.rider")
        await founder.press("semicolon")
        assert founder.sees("The last change was to a process. Go to another one to repeat it there.")


async def test_after_a_new_role_another_one_is_asked_for(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("roles.rider")
        founder.workbench.outline.focus()
        await founder.press("a")
        await founder.type("Baker")
        await founder.press("enter", "enter", "semicolon")
        assert founder.workbench.is_asking
        await founder.type("Packer")
        await founder.press("enter", "escape")
        assert [role.name for role in founder.plan.roles] == ["Rider", "Baker", "Packer"]


async def test_deleting_is_not_repeated(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride")
        founder.workbench.outline.focus()
        await founder.press("d", "semicolon")
        assert [process.id for process in founder.plan.processes] == ["bake"]
        assert founder.sees("so it is not repeated.")


VIEWS = [where for where in Where if where.is_view]


@pytest.mark.parametrize("where", VIEWS)
async def test_letters_words_and_the_way_back_work_in_every_view(bakery: Path, where: Where) -> None:
    async with founder_at(bakery) as founder:
        founder.app.show_view(where, "processes.ride")
        await founder.wait_for(lambda: isinstance(founder.app.screen, PlanView), where)
        await founder.wait_for(lambda: founder.app.focused is not None, "the view")
        view = founder.app.screen
        assert isinstance(view, PlanView)
        shown = view.where  # the workbench in the place of a view that there is not yet
        await founder.press("ctrl+o")
        jump = view._jump
        assert jump is not None
        await founder.type(jump.aims[min(4, len(jump.aims) - 1)].code)
        await founder.wait_for(lambda: view._jump is None, "the letters to go")
        if view.is_asking:  # the last letter chose a finding
            await founder.press("escape")
        await find(founder, "crumbs")
        await founder.press("enter")
        await founder.wait_for(lambda: target_of(founder).startswith("touchpoints.crumbs"), "the match")
        await founder.press("H")
        await founder.wait_for(lambda: where_is(founder) is shown, "the way back")
        await founder.press("y")
        assert founder.app.clipboard.startswith("## ")
        await founder.press("semicolon")
        assert founder.sees("Nothing was changed yet")


def where_is(founder: Founder) -> Where | None:
    screen = founder.app.screen
    return screen.where if isinstance(screen, PlanView) and screen.is_mounted else None


def target_of(founder: Founder) -> str:
    screen = founder.app.screen
    return screen.target if isinstance(screen, PlanView) and screen.is_mounted else ""
