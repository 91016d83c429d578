"""The part of the board that is in sight."""

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.blueprint.board import sheet_of
from mvo_tui.blueprint.going_about import settled
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.layout import LABELS
from mvo_tui.blueprint.sheet import Spot
from mvo_tui.blueprint.window import Window
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import plans, sample, sample_plans

SUNDAY = sheet_of(PlanIndex(sample("sunday-box")))


def in_sight(window: Window) -> set[Spot]:
    """What a mouse can reach."""
    return {
        spot
        for y in range(window.height)
        for x in range(LABELS, window.width)
        if (spot := window.spot(x, y)) is not None
    }


@given(sample_plans | plans(), st.integers(60, 130), st.integers(8, 40), st.data())
def test_what_one_looks_at_is_in_sight_and_stays_there(
    plan: Plan, width: int, height: int, data: st.DataObject
) -> None:
    index = PlanIndex(plan)
    sheet = sheet_of(index, data.draw(st.sampled_from(["", *(stage.id for stage in plan.stages)])))
    column, lane = data.draw(st.integers(0, sheet.columns - 1)), data.draw(st.sampled_from(sheet.lanes))
    spot = settled(sheet, Spot(column, lane, data.draw(st.integers(0, 3))))
    window = Window(sheet, width, height, height, first=data.draw(st.integers(0, 3)), up=data.draw(st.integers(0, 9)))
    shown = window.showing(spot)
    if sheet.entry(spot).cells:
        assert spot in in_sight(shown) or (lane is Lane.STAGE and sheet.stage_id)
    assert shown.showing(spot) == shown


def test_at_the_usual_sizes_all_lanes_are_in_sight() -> None:
    for width, height in ((120, 37), (80, 21)):
        window = Window(SUNDAY, width, height, height)
        assert {spot.lane for spot in in_sight(window)} == set(Lane)
        assert window.most_up == 0


def test_the_heads_stay_while_the_lanes_scroll() -> None:
    window = Window(SUNDAY, 80, 10, 21).scrolled(0, 100)
    assert window.up == window.most_up > 0
    lanes = {spot.lane for spot in in_sight(window)}
    assert Lane.STAGE in lanes
    assert Lane.MEASURED in lanes
    assert Lane.MOMENT not in lanes


def test_it_scrolls_by_whole_columns_and_not_past_the_last() -> None:
    window = Window(SUNDAY, 80, 21, 21)
    assert window.scrolled(1, 0).columns == range(1, 5)
    assert window.scrolled(99, 0).columns == range(3, 7)
    assert window.showing(Spot(6, Lane.STAGE)).columns == range(3, 7)
