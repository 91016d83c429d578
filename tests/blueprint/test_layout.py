"""How the board shares its room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.blueprint.board import sheet_of
from mvo_tui.blueprint.layout import LABELS, bands_of, widths_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import plans, sample, sample_plans

ROOM = st.integers(1, 80)


@given(sample_plans | plans(), ROOM, st.data())
def test_bands_follow_each_other_and_more_room_than_needed_is_not_taken(
    plan: Plan, room: int, data: st.DataObject
) -> None:
    index = PlanIndex(plan)
    for stage_id in ("", *(stage.id for stage in plan.stages)):
        sheet = sheet_of(index, stage_id)
        bands = bands_of(sheet, room, data.draw(st.integers(1, 60)))
        assert [band.lane for band in bands if band.lane] == list(sheet.lanes)
        assert bands[0].top == 0
        assert all(above.end == below.top for above, below in pairwise(bands))
        least = sum(sheet.most(lane) for lane in sheet.lanes) + 1
        last = bands[-1]
        assert last.top + last.entries * last.lines <= max(room, least)


@given(sample_plans | plans(), st.integers(60, 300))
def test_columns_fill_the_width_and_no_more(plan: Plan, width: int) -> None:
    sheet = sheet_of(PlanIndex(plan))
    widths = widths_of(sheet, width)
    assert 1 <= len(widths) <= sheet.columns
    assert sum(widths) + LABELS <= width
    assert max(widths) - min(widths) <= 1


def test_all_stages_are_in_sight_on_a_wide_screen_and_four_on_a_normal_one() -> None:
    sheet = sheet_of(PlanIndex(sample("sunday-box")))
    assert len(widths_of(sheet, 120)) == 7
    assert len(widths_of(sheet, 80)) == 4


def test_all_lanes_are_in_sight_at_eighty_by_twenty_four() -> None:
    bands = bands_of(sheet_of(PlanIndex(sample("sunday-box"))), 21, 17)
    assert bands[-1].end <= 21
    assert len(bands) == 12
