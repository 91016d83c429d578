"""Two programs on one file: the second says so, each takes in what the other saves, and both end with the same."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from mvo_tui.storage.plan_file import open_plan
from tests.end_to_end.terminal import Terminal

PLAN = "bakery.mvo.toml"
BY_HAND = """\
# Our plan. Ask Mira before you change the promise!
format = 1

[venture]
name     = 'Roll Call'            # the name on the van
product  = "Warm rolls, by bicycle"
customer = "Two streets, 40 doors"
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / PLAN
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def workbench(plan: Path) -> Terminal:
    """A program on the plan, with the state folder that all programs of one person share."""
    terminal = Terminal([sys.executable, "-m", "mvo_tui", plan.name], home=plan.parent, size=(120, 40))
    terminal.wait_for("Can we deliver this")
    return terminal


def park(terminal: Terminal, thought: str) -> None:
    """Add an item to the parking lot."""
    terminal.press("ctrl+l")
    terminal.wait_for("For later")
    terminal.type(thought)
    terminal.wait_for(thought)
    terminal.press("enter")
    terminal.wait_for("Parked")


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert terminal.is_restored


def parked(plan: Path) -> set[str | None]:
    return {item.text for item in open_plan(plan).plan.parking_lot}


def test_two_programs_on_one_file_end_with_the_items_of_both(plan: Path) -> None:
    with workbench(plan) as first, workbench(plan) as second:
        second.wait_for("is open in another mvo-tui as well")
        park(first, "Gift boxes")
        first.wait_for_file(plan, "Gift boxes")
        second.wait_for("Taken in from the file: 1 change")
        park(second, "Curtains too")
        second.wait_for_file(plan, "Curtains too")
        first.wait_for("Taken in from the file: 1 change")
        leave(first)
        leave(second)
    assert parked(plan) == {"Gift boxes", "Curtains too"}
    assert plan.read_text("utf-8").startswith(BY_HAND)


def test_both_save_at_the_same_moment_and_nothing_is_lost(plan: Path) -> None:
    with workbench(plan) as first, workbench(plan) as second:
        park(first, "Gift boxes")
        park(second, "Curtains too")
        first.press("ctrl+s")
        second.press("ctrl+s")
        first.wait_for_file(plan, "Curtains too")
        first.wait_for_file(plan, "Gift boxes")
        leave(first)
        leave(second)
    assert parked(plan) == {"Gift boxes", "Curtains too"}


def test_a_watched_file_that_stays_as_it_is_costs_no_byte(plan: Path) -> None:
    with workbench(plan) as terminal:
        terminal.wait_until_quiet()
        written = len(terminal.output)
        for _ in range(7):  # more than one look at the file
            terminal.wait_until_quiet()
        assert len(terminal.output) == written
        leave(terminal)
