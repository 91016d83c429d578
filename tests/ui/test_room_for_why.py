"""However much there is to choose from: why a question matters and an example stay in sight on a small screen."""

import pytest

from mvo_tui.interview.next_question import answers_so_far
from mvo_tui.storage.samples import read_sample
from mvo_tui.ui.screens.board import BoardScreen
from mvo_tui.ui.screens.field_editing import FieldEditing
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.jump import Target
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.editors.text_field import TextField
from tests.ui.host import Host, until
from tests.ui.test_interview_story import interview


@pytest.mark.parametrize("name", ["agency", "sunday-box"])  # those with the longest lists
async def test_why_and_example_stay_in_sight_at_every_kind_of_question(name: str) -> None:
    plan = read_sample(name)
    unseen = []
    async with interview(plan, size=(80, 24)) as (pilot, host, panel):
        screen = host.screen
        assert isinstance(screen, InterviewScreen)
        seen = set()
        for said in answers_so_far(plan):
            pattern = (said.place.partition(".")[0], said.place.rpartition(".")[2])
            if pattern in seen:
                continue
            seen.add(pattern)
            screen._jump_to(Target(said.step, said.place))
            await pilot.pause()
            assert panel.asked is not None
            has_example = bool(panel.asked.question.example)
            if "Why it matters" not in host.shown or ("For example" in host.shown) is not has_example:
                unseen.append(f"{said.place}\n{host.shown}")
    assert not unseen, "\n".join(unseen)
    assert len(seen) > 20


WORKBENCH_AND_BOARD = (WorkbenchScreen, BoardScreen)


@pytest.mark.parametrize("view", WORKBENCH_AND_BOARD)
async def test_they_stay_in_sight_where_a_field_is_edited_below_a_view(
    view: type[WorkbenchScreen | BoardScreen],
) -> None:
    plan = read_sample("agency")
    process, touchpoint = plan.processes[0].id, plan.stages[0].touchpoints[0].id
    places = [f"processes.{process}.{field}" for field in ("owner", "backup", "tools", "trigger", "steps")]
    places += [f"touchpoints.{touchpoint}.{field}" for field in ("processes", "promises", "channel")]
    host = Host(plan, screen=lambda host: view(host, f"touchpoints.{touchpoint}"))
    unseen = []
    async with host.run_test(size=(80, 24)) as pilot:
        screen = host.screen
        assert isinstance(screen, FieldEditing)
        for place in places:
            screen._open_question(place)
            await until(pilot, lambda: isinstance(host.focused, TextField))
            await pilot.pause()
            asked = screen._editor().asked
            assert asked is not None
            has_example = bool(asked.question.example)
            if "Why it matters" not in host.shown or ("For example" in host.shown) is not has_example:
                unseen.append(f"{place}\n{host.shown}")
            await pilot.press("escape", "escape")
            await until(pilot, lambda: not screen.is_asking)
    assert not unseen, "\n".join(unseen)
