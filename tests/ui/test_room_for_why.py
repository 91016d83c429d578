"""However much there is to choose from: why a question matters and an example stay in sight on a small screen."""

import pytest

from mvo_tui.interview.next_question import answers_so_far
from mvo_tui.storage.samples import read_sample
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.jump import Target
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
