"""Every paste into a field of every kind: refused in words, or in the plan, in the file, and taken back."""

from pathlib import Path

import pytest
from textual import events

from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import open_plan
from tests.fuzz.bounds import TIMES_LONGER
from tests.fuzz.test_keys import PASTES
from tests.plans import document_of
from tests.storage.texts import as_read
from tests.ui.founder import Founder, founder_at

TEXT = """format = 1
[venture]
name = "Fresh"
[[processes]]
id = "deliver"
name = "Deliver"
[[processes.steps]]
action = "Load the van"
[[kpis]]
id = "late"
name = "Late bags"
[[kpis.readings]]
value = 1
[[people]]
id = "ana"
name = "Ana"
"""
PLACES = (
    "venture.product",
    "venture.notes",
    "venture.new_customers_per_week",
    "venture.stage",
    "processes.deliver.owner",
    "processes.deliver.tools",
    "processes.deliver.steps",
    "processes.deliver.steps.1.minutes",
    "kpis.late.readings",
    "kpis.late.readings.1.date",
    "kpis.late.target",
    "people.ana.days",
    "people",
    "stages",
    "journey.not_applicable.onboarding",
    "review.time",
    "review.attendees",
    "review.log",
)


@pytest.mark.parametrize("place", PLACES)
async def test_any_paste_into(tmp_path: Path, place: str) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text(TEXT, "utf-8")
    async with founder_at(path, screen="workbench") as founder:
        before = founder.plan
        for text in PASTES if TIMES_LONGER > 1 else PASTES[::5]:
            await paste_and_enter(founder, place, text)
            plan = founder.plan
            assert Plan.model_validate(document_of(plan)) == plan
            founder.keeper.save_now()
            assert as_read(open_plan(path).plan) == as_read(plan)
        while founder.keeper.undo():
            pass
        assert founder.plan == before


async def paste_and_enter(founder: Founder, place: str, text: str) -> None:
    workbench = founder.workbench
    workbench.go_to(place, is_editing=True)
    await founder.wait_for(lambda: workbench.is_asking, f"the field {place}")
    founder.app.post_message(events.Paste(text))
    await founder.press("enter", "enter", "f8")
    await founder.wait_for(lambda: founder.app.is_quiet, "the end of all keys")
    for _ in range(3):
        if workbench.is_asking:
            await founder.press("ctrl+u", "escape")
