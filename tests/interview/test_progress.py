"""What is counted item by item, and passed over for it, against going the whole way and looking at each slot."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.interview.next_question import next_question
from mvo_tui.interview.progress import open_items, progress
from mvo_tui.interview.walk import Position, forward, is_answered, legs
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import edits, plans, sample, sample_plans

some = settings(max_examples=40)


@given(plans() | sample_plans)
@some
def test_progress_counts_every_slot_of_the_way(plan: Plan) -> None:
    index = PlanIndex(plan)
    slots = [(slot.leg.step, is_answered(slot, index)) for slot in forward(index)]
    for step in progress(plan):
        assert step.answered == slots.count((step.step, True))
        assert step.open == slots.count((step.step, False))


@given(st.data(), plans() | sample_plans)
@some
def test_no_open_question_is_passed_over(data: st.DataObject, plan: Plan) -> None:
    index = PlanIndex(plan)
    for _ in range(3):
        start = Position(data.draw(st.integers(0, len(legs()) - 1)), data.draw(st.integers(0, 2)), -1)
        whole = [slot for slot in forward(index, start) if not is_answered(slot, index)]
        assert [slot for slot in forward(index, start, is_open=open_items) if not is_answered(slot, index)] == whole
        until = [slot for slot in forward(index, until=start) if not is_answered(slot, index)]
        quick = forward(index, until=start, is_open=open_items)
        assert [slot for slot in quick if not is_answered(slot, index)] == until
        index = PlanIndex(apply(index.plan, data.draw(edits(index.plan))), index)
        assert next_question(index) == next_question(index.plan)
        assert progress(index) == progress(index.plan)


def test_the_budget_is_looked_at_again_when_it_changes() -> None:
    """Whether a simpler tool should have been weighed rests on the venture, and on no other collection."""
    plan = apply(sample("sunday-box"), SetField("venture.tool_budget_per_month", 100_000))
    for tool in plan.tools or ():
        plan = apply(plan, SetField(f"tools.{tool.id}.simpler", None))
        plan = apply(plan, SetField(f"tools.{tool.id}.monthly_cost", 50))
    index = PlanIndex(plan)
    before = progress(index)
    tight = apply(plan, SetField("venture.tool_budget_per_month", 60))
    after = progress(PlanIndex(tight, index))
    assert after == progress(tight)
    assert sum(step.open for step in after) == sum(step.open for step in before) + len(plan.tools or ())
