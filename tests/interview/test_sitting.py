"""What a sitting remembers besides the plan: back leads where one was, and what was skipped comes at the end."""

from mvo_tui.interview.next_question import first_of_step, next_question, previous_question, question_for
from mvo_tui.interview.progress import progress
from mvo_tui.interview.sitting import Sitting
from mvo_tui.plan.edits import apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.plan.model import EMPTY
from tests.plans import sample

PLAN = sample("sunday-box")
INDEX = PlanIndex(PLAN)
NAME = question_for(INDEX, "venture.name")
OWNER = question_for(INDEX, "processes.pack-boxes.owner")
KPIS = first_of_step(INDEX, 6)


def test_back_leads_to_what_stood_there_before_wherever_it_stands_in_the_order() -> None:
    sitting = Sitting().left(KPIS).left(OWNER)
    first, sitting = sitting.back(INDEX, NAME)
    second, sitting = sitting.back(INDEX, first)
    assert (first, second) == (OWNER, KPIS)
    assert sitting == Sitting()


def test_where_nothing_stood_before_back_leads_through_the_order_to_the_first() -> None:
    before, sitting = Sitting().back(INDEX, OWNER)
    assert before == previous_question(INDEX, OWNER)
    assert sitting == Sitting()
    assert Sitting().back(PlanIndex(EMPTY), NAME) == (None, Sitting())


def test_behind_the_last_question_back_leads_to_the_last_answer() -> None:
    before, _ = Sitting().back(INDEX, None)
    assert before is not None
    assert before.step == 6
    assert Sitting().back(PlanIndex(EMPTY), None) == (None, Sitting())


def test_back_leaves_out_what_is_gone() -> None:
    without = PlanIndex(apply(PLAN, remove_with_links(PLAN, "processes.pack-boxes")))
    assert Sitting().left(KPIS).left(OWNER).back(without, NAME) == (question_for(without, KPIS.place), Sitting())


def test_what_is_skipped_comes_again_when_nothing_else_is_open() -> None:
    index, sitting, asked = PlanIndex(EMPTY), Sitting(), next_question(EMPTY)
    skipped: list[str] = []
    while asked is not None and asked.place not in skipped:
        skipped.append(asked.place)
        sitting = sitting.skipping(asked)
        asked = sitting.next(index, asked)
    assert len(skipped) == sum(step.open for step in progress(index))
    assert asked is not None
    assert asked.place == skipped[0]
